"""Short lists: publications with all that stands near them, certificates, awards, languages."""

from __future__ import annotations

import pytest

from report_gen.resume.statements import statements
from tests.resume.helpers import EDUCATION, HEAD, parse

WORK = "EXPERIENCE\n\nData Engineer, Havtorn AB, 2019 - 2023\n- Built 40 pipelines in Airflow\n"
CITATIONS = {
    "initials first": (
        "1. I. Vandermolen*, J. Marchetti*, T. Okafor. Keep the Cup: Editing with Care. CVPR 2026.",
        ("Keep the Cup: Editing with Care", "CVPR 2026", "2026"),
    ),
    "a question as the first half of the title": (
        "- S. Bhandari, I. Vandermolen. What do people see? Human judgement of rooms. NeurIPS 2023 Datasets Track.",
        ("What do people see? Human judgement of rooms", "NeurIPS 2023 Datasets Track", "2023"),
    ),
    "surnames first, year in brackets": (
        "- Vandermolen, I., & van der Berg, J.-P. (2021). A study of tides. Journal of Coasts, 12(3), 45-67.",
        ("A study of tides", "Journal of Coasts, 12(3), 45-67", "2021"),
    ),
    "as in medicine": (
        "- Vandermolen I, Lindqvist R. A study of tides. Nature Methods. 2020;12:44-50.",
        ("A study of tides", "Nature Methods. 2020;12:44-50", "2020"),
    ),
    "names written out": (
        "- Rolf Lindqvist, Ilse Vandermolen, and Ana Costa. A study of tides. In Proceedings of ICML, 2020.",
        ("A study of tides", "Proceedings of ICML", "2020"),
    ),
    "title first": (
        "- A study of tides. Ilse Vandermolen, Rolf Lindqvist. EMNLP 2022.",
        ("A study of tides", "EMNLP 2022", "2022"),
    ),
    "in quotes": (
        '- Vandermolen, I. et al. "Learning to see", IEEE TPAMI, 2020.',
        ("Learning to see", "IEEE TPAMI", "2020"),
    ),
    "without authors": (
        '- "Calibration is a feature", talk at RecSys 2025',
        ("Calibration is a feature", "talk at RecSys 2025", "2025"),
    ),
}


@pytest.mark.parametrize("form", CITATIONS)
def test_authors_title_venue_and_year_are_told_apart(form: str) -> None:
    line, expected = CITATIONS[form]
    resume = parse(f"{HEAD}{WORK}\nPUBLICATIONS\n\n{line}\n{EDUCATION}")
    (paper,) = resume.publications
    assert (paper.name, paper.publisher, paper.release_date) == expected
    (said,) = (s.text for s in statements(resume) if s.kind == "publication")
    assert said.startswith(expected[0])
    assert said.count(expected[0]) == 1
    assert expected[2] in said


PAPERS = """PUBLICATIONS
(* equal contribution)

1. I. Vandermolen*, R. Lindqvist*. A study of tides. ICML 2020.
2. R. Lindqvist, I. Vandermolen. A study of sand. ICML 2021.

Posters

- R. Lindqvist, I. Vandermolen. A study of wind. ECMWF meeting, Reading, 2019.

Patents

- US 10,123,456: Method for counting waves, 2018
"""


def test_a_footnote_and_a_label_are_no_publications() -> None:
    resume = parse(f"{HEAD}{WORK}\n{PAPERS}{EDUCATION}")
    assert [p.name for p in resume.publications][:3] == [
        "A study of tides",
        "A study of sand",
        "A study of wind",
    ]
    assert resume.publications[2].publisher.startswith("poster")
    assert "patent" in resume.publications[3].publisher
    assert resume.coverage == 1.0


def test_what_stands_under_certificates_goes_where_it_belongs() -> None:
    resume = parse(
        f"""{HEAD}{WORK}
CERTIFICATIONS

- RN, State of Wisconsin
- Epic Clarity certification; Tableau Desktop Specialist
- Poster: "Who is missing?", Midwest Nursing conference, 2024
- Volunteer, free clinic, two evenings a month

AWARDS

- Rackham Fellowship (2025); Best Poster, Vision Workshop (2023); Honours Programme (2018).
{EDUCATION}"""
    )
    assert [c.name for c in resume.certificates] == [
        "RN",
        "Epic Clarity certification",
        "Tableau Desktop Specialist",
    ]
    assert resume.publications[0].name == "Who is missing?"
    assert resume.volunteer[0].organization == "free clinic"
    assert [(a.title, a.date) for a in resume.awards] == [
        ("Rackham Fellowship", "2025"),
        ("Best Poster", "2023"),
        ("Honours Programme", "2018"),
    ]


def test_degrees_as_bullets_and_courses_among_them() -> None:
    resume = parse(
        f"""{HEAD}{WORK}
EDUCATION

- MS, Health Informatics, University of Wisconsin, 2021. Capstone: survival after hip fracture.
- BSN, Marquette University, 2013
- Machine learning, online course, 2019; Certified Kubernetes Administrator (2020)
"""
    )
    assert [(e.study_type, e.institution, e.end_date) for e in resume.education] == [
        ("MS", "University of Wisconsin", "2021"),
        ("BSN", "Marquette University", "2013"),
    ]
    assert resume.education[0].courses == ("Capstone: survival after hip fracture.",)
    assert [c.date for c in resume.certificates] == ["2019", "2020"]


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ("MSc in Statistics, 2010 - 2015\nGPA 3.4, Dean's List two semesters", "Dean's List two semesters"),
        ("MSc in Statistics, 2010 - 2015\n- Organised the summer school for eighty students from nine countries", "eighty students"),
        ("Ph.D. candidate, Statistics, 2010 - 2015\n- Thesis: Tides under ice. GPA 3.96/4.00", "Thesis: Tides under ice"),
    ],
)  # fmt: skip
def test_nothing_said_under_a_degree_is_lost(lines: str, kept: str) -> None:
    resume = parse(f"{HEAD}{WORK}\nEDUCATION\nGhent University\n{lines}\n")
    degree = resume.education[0]
    assert kept in " | ".join(degree.courses)
    assert degree.area == "Statistics"
    if "GPA" in lines:
        assert degree.score.startswith("3.")


def test_a_line_of_skills_with_labels_and_sentences_in_it() -> None:
    resume = parse(
        f"""{HEAD}{WORK}
SKILLS
Languages: Python, C++, LaTeX. Libraries: PyTorch, JAX (some), Weights & Biases. Spoken: English, Dutch.
Other: Spanish (fluent), sailing. Board member of a credit union since 2023.
{EDUCATION}"""
    )
    assert [(g.name, g.keywords) for g in resume.skills] == [
        ("Languages", ("Python", "C++", "LaTeX")),
        ("Libraries", ("PyTorch", "JAX (some)", "Weights & Biases")),
        ("Other", ("sailing", "Board member of a credit union since 2023")),
    ]
    assert [(g.language, g.fluency) for g in resume.languages] == [
        ("English", ""),
        ("Dutch", ""),
        ("Spanish", "fluent"),
    ]


def test_a_level_at_a_lines_end_belongs_to_the_language_below() -> None:
    resume = parse(f"{HEAD}{WORK}\nLANGUAGES\nEnglish, Yoruba, conversational\nPolish\n{EDUCATION}")
    assert [(g.language, g.fluency) for g in resume.languages] == [
        ("English", ""),
        ("Yoruba", ""),
        ("Polish", "conversational"),
    ]


def test_bare_bullets_on_service_are_no_position() -> None:
    resume = parse(
        f"""{HEAD}{WORK}
TEACHING AND SERVICE
- Reviewer: CVPR, ICCV
- Organizer of the reading group of the department
{EDUCATION}"""
    )
    assert len(resume.work) == 1
    assert resume.volunteer[0].highlights[0] == "Reviewer: CVPR, ICCV"


def test_a_profiles_name_is_no_town_and_a_town_may_stand_beside_the_title() -> None:
    head = "Ilse Vandermolen\nilse@example.org | +32 2 555 01 23 | Google Scholar\n\n"
    assert parse(f"{head}{WORK}{EDUCATION}").basics.location.city == ""
    head = "Ilse Vandermolen\nData Engineer · Ghent, Belgium · ilse@example.org\n\n"
    assert parse(f"{head}{WORK}{EDUCATION}").basics.location.city == "Ghent"


def test_an_employers_history_in_brackets_is_no_entry() -> None:
    resume = parse(
        f"""{HEAD}EXPERIENCE

03/2021 - now
Data Engineer, Havtorn (insurer, part of Gjensidig since 2022)
- Built 40 pipelines in Airflow

2017 - 2021
Analyst, Kestrel (founded 2009)
- Wrote SQL
{EDUCATION}"""
    )
    assert [(w.position, w.start_date, w.end_date) for w in resume.work] == [
        ("Data Engineer", "2021-03", ""),
        ("Analyst", "2017", "2021"),
    ]
    assert "since 2022" in f"{resume.work[0].name} {resume.work[0].summary}"


def test_positions_of_one_line_each() -> None:
    resume = parse(
        f"""{HEAD}{WORK}
TEACHING EXPERIENCE

Instructor, BIOS 545 Bayesian Data Analysis, Emory, Spring 2024
Teaching Assistant, BIOS 600, UNC, 2018 - 2020
{EDUCATION}"""
    )
    assert [w.position for w in resume.work][1:] == ["Instructor", "Teaching Assistant"]


def test_a_degree_told_in_sentences_and_what_is_said_of_it() -> None:
    resume = parse(
        f"""{HEAD}{WORK}
EDUCATION

2022 Ph.D., Biostatistics, University of North Carolina. Dissertation: Priors for sparse counts.
Advisor: K. Osei

2016 B.S., Genomic Sciences, Universidad Nacional
"""
    )
    first, second = resume.education
    assert (first.institution, first.end_date) == ("University of North Carolina", "2022")
    assert "Advisor: K. Osei" in first.courses
    assert (second.study_type, second.end_date) == ("B.S.", "2016")


def test_dated_bullets_beside_degrees_are_courses() -> None:
    resume = parse(
        f"""{HEAD}{WORK}
EDUCATION

- BA Linguistics, University of Leeds, 2013 - 2016
- General Assembly: Product Management, evening course, 2017
- Reforge, Monetization and Pricing (2023)
"""
    )
    assert [e.institution for e in resume.education] == ["University of Leeds"]
    assert [c.date for c in resume.certificates] == ["2017", "2023"]


def test_talks_without_authors_and_a_renewed_certificate() -> None:
    resume = parse(
        f"""{HEAD}{WORK}
INVITED TALKS

- Priors you can defend. University of Leiden, May 2024.
- How many cells are enough? ISMB 2021 (virtual).

CERTIFICATIONS

SnowPro Core (2022, renewed 2024); Cloud Data Engineer (2021)
{EDUCATION}"""
    )
    assert [(p.name, p.publisher) for p in resume.publications] == [
        ("Priors you can defend", "talk, University of Leiden, May 2024"),
        ("How many cells are enough?", "talk, ISMB 2021 (virtual)"),
    ]
    assert [(c.name, c.date) for c in resume.certificates] == [
        ("SnowPro Core", "2022"),
        ("Cloud Data Engineer", "2021"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Norwegian: fluent. French: mother tongue. English: B2.", [("Norwegian", "fluent"), ("French", "mother tongue"), ("English", "B2")]),
        ("Mother tongue(s): GERMAN\nOther language(s): English (C1)", [("GERMAN", "native"), ("English", "C1")]),
    ],
)  # fmt: skip
def test_languages_in_sentences_and_as_mother_tongues(
    line: str, expected: list[tuple[str, str]]
) -> None:
    resume = parse(f"{HEAD}{WORK}\nLANGUAGES\n{line}\n{EDUCATION}")
    assert [(g.language, g.fluency) for g in resume.languages] == expected


def test_interests_that_are_told_stay_whole() -> None:
    resume = parse(
        f"""{HEAD}{WORK}
THINGS OUTSIDE WORK
Maintainer of pgledger (1.2k stars). Talk: "Money is not a float", GopherCon
2022. Volunteer, Ghent Code Club, since 2018.
{EDUCATION}"""
    )
    assert resume.interests[1] == 'Talk: "Money is not a float", GopherCon 2022'
    assert len(resume.interests) == 3


def test_contact_lines_with_tildes_brackets_and_an_irish_name() -> None:
    resume = parse(
        f"QUINN O'DOHERTY\nTucson, Arizona ~ quinn@example.net ~ (+43) 15550142\n\n{WORK}{EDUCATION}"
    )
    assert resume.basics.name == "Quinn O'Doherty"
    assert (resume.basics.location.city, resume.basics.location.region) == ("Tucson", "Arizona")
    assert resume.basics.phone == "+43 15550142"
    resume = parse(
        f"Ilse Vandermolen\nGhent, Belgium (open to relocation)\nilse@example.org\n\n{WORK}{EDUCATION}"
    )
    assert resume.basics.location.city == "Ghent"


def test_a_section_called_other_and_headings_with_a_companion() -> None:
    resume = parse(
        f"""{HEAD}{WORK}
PUBLICATIONS AND PRESS

- Vandermolen I, Daniels K, et al. Triage in rural clinics. Lancet Digit Health 2025; 7: e210.
- Daniels, K. and Vandermolen, I. (2021) 'Text mining complaints', Significance, 18(4), pp. 22-25

CERTS, TALKS & OTHER

- Talk: Distill before you scale, Ghent meetup, Oct 2024
- AWS Certified Developer – Associate (2020, lapsed)
- Speaks Arabic and Spanish

OTHER

Wolof (native), English (native), Scottish Gaelic (beginner)
{EDUCATION}"""
    )
    assert [p.name for p in resume.publications] == [
        "Triage in rural clinics",
        "Text mining complaints",
        "Distill before you scale",
    ]
    assert [(c.name, c.date) for c in resume.certificates] == [
        ("AWS Certified Developer – Associate", "2020")
    ]
    assert [g.language for g in resume.languages] == [
        "Arabic",
        "Spanish",
        "Wolof",
        "English",
        "Scottish Gaelic",
    ]


def test_a_postal_code_is_no_region_and_slashes_divide_a_contact_line() -> None:
    head = "Ilse Vandermolen\nData Engineer | Minneapolis, MN 55401 | ilse@example.org\n\n"
    place = parse(f"{head}{WORK}{EDUCATION}").basics.location
    assert (place.city, place.region, place.postal_code) == ("Minneapolis", "MN", "55401")
    head = "Ilse Vandermolen\nilse@example.org / 07700 900155 / Glasgow G12 8QQ\n\n"
    assert parse(f"{head}{WORK}{EDUCATION}").basics.location.city == "Glasgow"


def test_a_minor_dissertation_is_no_degree_and_a_year_no_subject() -> None:
    resume = parse(
        f"""{HEAD}{WORK}
EDUCATION
University of Cape Town
MSc Data Science, 2017 - 2018
Minor dissertation: few-shot classification of radiographs

B.A. History, Macalester College, 2012, Phi Beta Kappa
PMP, Project Management Institute, 2015 (No. 12345); Certified ScrumMaster, 2016
"""
    )
    assert [(e.study_type, e.institution) for e in resume.education] == [
        ("MSc", "University of Cape Town"),
        ("B.A.", "Macalester College"),
    ]
    assert "2012" not in resume.education[1].area
    assert [c.name for c in resume.certificates] == ["PMP", "Certified ScrumMaster"]


def test_brackets_that_wrap_in_narrow_columns_stay_whole() -> None:
    resume = parse(
        f"{HEAD}{WORK}\nLANGUAGES\nisiXhosa, Afrikaans (home\nlanguages)\nEnglish (fluent)\n{EDUCATION}"
    )
    assert [(g.language, g.fluency) for g in resume.languages] == [
        ("isiXhosa", ""),
        ("Afrikaans", "home languages"),
        ("English", "fluent"),
    ]


def test_a_citation_among_odds_and_ends_is_a_publication() -> None:
    text = (
        f"{HEAD}{WORK}\nPROJECTS\n\n- Merged three pull requests in lm-evaluation-harness (two task definitions, one bug)\n"
        '- I. Vandermolen, H. Pell. "Agreement Is Not Accuracy: Annotating Clauses." Legal workshop, 2023.\n'
        f"- Organise a monthly reading group in Ghent; in autumn we read papers on sandbagging\n{EDUCATION}"
    )
    resume = parse(text)
    assert [p.name for p in resume.publications] == ["Agreement Is Not Accuracy: Annotating Clauses"]  # fmt: skip
    assert [p.name for p in resume.projects] == [
        "Merged three pull requests in lm-evaluation-harness",
        "Organise a monthly reading group in Ghent",
    ]


def test_a_year_abroad_is_told_from_what_was_studied() -> None:
    resume = parse(f"{HEAD}{WORK}{EDUCATION}\nExchange year, Robotics, Osaka University, 2013\n")
    assert ("Exchange year", "Robotics", "Osaka University") in [
        (e.study_type, e.area, e.institution) for e in resume.education
    ]


def test_a_certificate_nobody_knows_follows_one_that_is_known() -> None:
    text = f"{HEAD}{WORK}\nEDUCATION AND TRAINING\n\nBA (Hons) History, University of Hull, 2011\nPRINCE2 Practitioner, 2016\nHarbour Pilot Foundation, 2021\n"
    resume = parse(text)
    assert [c.name for c in resume.certificates] == [
        "PRINCE2 Practitioner",
        "Harbour Pilot Foundation",
    ]
    assert [e.institution for e in resume.education] == ["University of Hull"]


def test_neither_a_number_in_brackets_nor_since_when_is_part_of_a_name() -> None:
    text = (
        f"{HEAD}{WORK}{EDUCATION}\nPUBLICATIONS\n\n[1] I. Vandermolen, H. Pell. Quiet pipelines. Harbour Workshop, 2024.\n"
        "[2] tide_shake, a package for finding loose sensors in ports.\n\nCERTIFICATES\n\nPMP since 2016, renewed 2025\nCKA, 2024\n"
    )
    resume = parse(text)
    assert [p.name.split(",")[0] for p in resume.publications] == ["Quiet pipelines", "tide_shake"]
    assert [c.name for c in resume.certificates] == ["PMP", "CKA"]
