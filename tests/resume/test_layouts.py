"""Entry heads in the arrangements people use; each arrangement is the document's own pattern."""

from __future__ import annotations

import pytest

from tests.resume.helpers import EDUCATION, HEAD, jobs, parse

EXPECTED = [
    ("Havtorn AB", "Senior Data Engineer", "2021-04", ""),
    ("Kestrel Foods", "Data Engineer", "2018-01", "2021-03"),
]
BULLETS = (
    "- Built 40 pipelines in Airflow, read by\n  twelve teams\n- Cut costs by 30%\n",
    "- Wrote SQL\n",
)

HEADS = {
    "title at company (dates)": "{title} at {company} ({dates})\n",
    "pipes": "{title} | {company} | Ghent | {dates}\n",
    "company dash title": "{company} — {title}\n{dates}\n",
    "company over title": "{company}\t{dates}\n{title}\n",
    "title over company": "{title}\t{dates}\n{company}, Ghent\n",
    "dates first": "{dates}\t{title}, {company}\n",
    "title, company, dates": "{title}, {company}, {dates}\n",
    "four lines": "{title}\n{company}\nGhent, Belgium\n{dates}\n",
    "labelled": "Company: {company}\nDesignation: {title}\nDuration: {dates}\n",
}


@pytest.mark.parametrize("arrangement", HEADS)
def test_heads(arrangement: str) -> None:
    pattern = HEADS[arrangement]
    dates = ["Apr 2021 – Present", "Jan 2018 – Mar 2021"]
    text = HEAD + "EXPERIENCE\n"
    for n, (company, title, _, _) in enumerate(EXPECTED):
        text += "\n" + pattern.format(company=company, title=title, dates=dates[n]) + BULLETS[n]
    resume = parse(text + EDUCATION)
    assert jobs(resume) == EXPECTED
    assert resume.work[0].highlights == (
        "Built 40 pipelines in Airflow, read by twelve teams",
        "Cut costs by 30%",
    )
    assert resume.work[1].highlights == ("Wrote SQL",)
    assert resume.education[0].institution == "Ghent University"
    assert resume.education[0].study_type == "MSc"
    assert resume.education[0].area == "Statistics"


def test_promotions_inherit_the_company() -> None:
    resume = parse(
        HEAD + "EXPERIENCE\n\nHavtorn AB, Stockholm\n"
        "Data Engineer\tJan 2021 – Present\n- Built pipelines\n"
        "Junior Data Engineer\tAug 2018 – Dec 2020\n- Kept pipelines alive\n" + EDUCATION
    )
    assert jobs(resume) == [
        ("Havtorn AB", "Data Engineer", "2021-01", ""),
        ("Havtorn AB", "Junior Data Engineer", "2018-08", "2020-12"),
    ]


def test_a_companys_own_span_is_no_position() -> None:
    resume = parse(
        HEAD + "EXPERIENCE\n\nCASCADE SYSTEMS, Hillsboro, OR\t06/2015 – Present\n"
        "Senior Program Manager (01/2019 – Present)\n* Delivered a line two months early\n"
        "Program Manager (06/2015 – 12/2018)\n* Ran the release train\n" + EDUCATION
    )
    assert jobs(resume) == [
        ("CASCADE SYSTEMS", "Senior Program Manager", "2019-01", ""),
        ("CASCADE SYSTEMS", "Program Manager", "2015-06", "2018-12"),
    ]


def test_freelance_work_is_not_given_the_employer_above() -> None:
    resume = parse(
        HEAD
        + "EXPERIENCE\n\nHavtorn AB, Stockholm\t2018 – Present\nData Engineer\n- Built pipelines\n\n"
        "Freelance consultant, Lund\t2012 – 2015\n- Migrated billing\n" + EDUCATION
    )
    assert resume.work[1].name.lower() == "freelance"


def test_no_headings_at_all() -> None:
    resume = parse(
        "Aiko Tanabe\naiko.tanabe@example.jp\n\n"
        "Machine learning engineer. Six years of experience with computer vision.\n\n"
        "Kumo Robotics, Osaka\nMachine Learning Engineer, April 2019 to present\n- Trained detection models\n\n"
        "Kyoto University\nMaster of Engineering in Informatics, 2015 - 2017\n\n"
        "Python, PyTorch, C++, OpenCV, Docker\n"
    )
    assert jobs(resume) == [("Kumo Robotics", "Machine Learning Engineer", "2019-04", "")]
    assert resume.education[0].institution == "Kyoto University"
    assert resume.skills[0].keywords == ("Python", "PyTorch", "C++", "OpenCV", "Docker")
    assert resume.basics.summary.startswith("Machine learning engineer.")


def test_headings_on_the_line_of_their_content() -> None:
    resume = parse(
        "Maria Lind\nmaria@example.com\nSummary: Data engineer who moves data.\nSkills: Python, Spark (PySpark, Scala)\n"
        "Experience:\nHavtorn AB, Stockholm\nData Engineer\tJan 2021 – Present\n• Built 40 pipelines\n"
        "Education:\nKTH Royal Institute of Technology\nMSc in Computer Science, 2011 – 2016\n"
        "Languages: Swedish (native), German (B1)\n"
    )
    assert resume.basics.summary == "Data engineer who moves data."
    assert resume.skills[0].keywords == ("Python", "Spark (PySpark, Scala)")
    assert [(g.language, g.fluency) for g in resume.languages] == [
        ("Swedish", "native"),
        ("German", "B1"),
    ]
    assert len(resume.work) == len(resume.education) == 1


def test_sections_in_any_order_give_the_same_entries() -> None:
    work = "\nEXPERIENCE\n\nData Engineer at Havtorn AB (2019 – Present)\n- Built pipelines\n"
    skills = "\nSKILLS\nPython, Spark\n"
    texts = [
        HEAD + work + EDUCATION + skills,
        HEAD + skills + EDUCATION + work,
        HEAD + EDUCATION + work + skills,
    ]
    first, *others = [parse(t) for t in texts]
    for other in others:
        assert (other.work, other.education, other.skills) == (
            first.work,
            first.education,
            first.skills,
        )


def test_german_with_personal_data() -> None:
    resume = parse(
        "Lebenslauf\n\nPersönliche Daten\nName: Katrin Oberhuber\nGeburtsdatum: 12.03.1990\nFamilienstand: ledig\n"
        "E-Mail: k.oberhuber@example.at\nTelefon: +43 660 1234567\n\nBerufserfahrung\n\n"
        "03/2020 – heute\tSenior Softwareentwicklerin, Alpenwerk GmbH, Wien\n- Entwicklung von Diensten in Kotlin\n\n"
        "Ausbildung\n\n10/2011 – 06/2016\tDiplom-Ingenieur Informatik, Technische Universität Wien, Note: 1,7\n\n"
        "Sprachen\nDeutsch (Muttersprache), Englisch (verhandlungssicher)\n"
    )
    assert resume.basics.name == "Katrin Oberhuber"
    assert jobs(resume) == [("Alpenwerk GmbH", "Senior Softwareentwicklerin", "2020-03", "")]
    assert resume.work[0].location == "Wien"
    assert resume.education[0].score == "1,7"
    assert "personal_data_ignored" in {n.code for n in resume.notes}
    whole = repr(resume)
    assert "12.03.1990" not in whole
    assert "ledig" not in whole


def test_chinese_without_spaces() -> None:
    resume = parse(
        "王小明\n邮箱：xiaoming@example.cn\n\n教育背景\n2014年9月 - 2018年6月  清华大学  计算机科学  本科\n\n"
        "工作经历\n2018年7月 - 至今  星河科技有限公司  高级算法工程师\n- 负责推荐系统的召回模块\n"
    )
    assert resume.basics.name == "王小明"
    assert jobs(resume) == [("星河科技有限公司", "高级算法工程师", "2018-07", "")]
    assert resume.education[0].institution == "清华大学"


def test_a_span_over_titles_with_a_team_in_them() -> None:
    resume = parse(
        HEAD + "EXPERIENCE\n\nHavtorn AB\t2019 – Present\n"
        "Product Manager, Lending\t2021 – Present\n- Built pipelines\n"
        "Product Manager, Cards\t2019 – 2021\n- Kept pipelines alive\n" + EDUCATION
    )
    assert jobs(resume) == [
        ("Havtorn AB", "Product Manager, Lending", "2021", ""),
        ("Havtorn AB", "Product Manager, Cards", "2019", "2021"),
    ]


def test_a_dash_divides_before_a_comma_does() -> None:
    resume = parse(
        HEAD
        + "EXPERIENCE\n\n01/2019-now: Vice President, Platform – Havtorn AB, Mladá Boleslav, Czech Republic\n"
        "- Built pipelines\n" + EDUCATION
    )
    assert jobs(resume) == [("Havtorn AB", "Vice President, Platform", "2019-01", "")]


def test_labels_of_town_and_country_are_no_company() -> None:
    resume = parse(
        HEAD + "EXPERIENCE\n\n[ 04/2021 – Current ]\nData Engineer\nHavtorn AB\n"
        "City: Leeds | Country: UK\n- Built pipelines\n" + EDUCATION
    )
    assert jobs(resume) == [("Havtorn AB", "Data Engineer", "2021-04", "")]


def test_a_degree_may_be_its_schools_bullet() -> None:
    resume = parse(
        HEAD + "EDUCATION\n\n2012 - 2016\nGhent University\n- MSc in Statistics\n"
        "\nEXPERIENCE\n\nData Engineer, Havtorn AB, 2019 – Present\n- Built pipelines\n"
    )
    assert (resume.education[0].study_type, resume.education[0].area) == ("MSc", "Statistics")


def test_a_label_over_bullets_is_no_part_of_the_place_above_it() -> None:
    page = "".join(
        f"<h3>{title}</h3><p>{company}</p><p><i>{dates} Singapore</i></p><p><i>Achievements/Tasks</i></p>"
        f"<ul><li>{deed}</li></ul>"
        for title, company, dates, deed in (
            ("Product Manager", "Kilat Pay", "11/2021 - Present", "Launched loans in two markets"),
            ("Consultant", "The Boston Product Group", "08/2015 - 01/2019", "Advised two banks"),
        )
    )
    html = f"<h1>Mei Hartono</h1><p>mei@example.sg</p><h2>Work experience</h2>{page}"
    found = parse(html, "cv.html")
    assert [(w.name, w.position) for w in found.work] == [
        ("Kilat Pay", "Product Manager"),
        ("The Boston Product Group", "Consultant"),
    ]
    assert all("Tasks" not in f"{w.location} {w.summary} {w.highlights}" for w in found.work)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Physics, MSc (Hons), Ghent University\n2010 - 2012\n", ("Ghent University", "MSc (Hons)", "Physics")),
        ("2010 - 2012\nGhent University\nComputer Science\nMSc\n", ("Ghent University", "MSc", "Computer Science")),
        ("Ghent University (University of Gent)\t2010 - 2012\n", ("Ghent University (University of Gent)", "", "")),
    ],
)  # fmt: skip
def test_a_degree_before_after_or_without_its_subject(
    head: str, expected: tuple[str, str, str]
) -> None:
    text = f"{HEAD}EXPERIENCE\nHavtorn AB\t2013 - 2016\nData Engineer\n- Built 40 pipelines\n\nEDUCATION\n{head}"
    (school,) = parse(text).education
    assert (school.institution, school.study_type, school.area) == expected
    assert school.end_date == "2012"


@pytest.mark.parametrize(
    ("head", "name", "place"),
    [
        (
            "Data Engineer — Havtorn (ad start-up, bought 2021)\nGhent · Jul 2019 – Jul 2021",
            "Havtorn",
            "Ghent",
        ),
        (
            "Kestrel (meal-kit subscription) — Data Engineer\tFeb 2019 – Aug 2021",
            "Kestrel (meal-kit subscription)",
            "",
        ),
        ("Data Engineer | Kestrel (Ghent, Belgium) | Feb 2019 – Aug 2021", "Kestrel", "Ghent, Belgium"),
    ],
)  # fmt: skip
def test_what_stands_in_brackets_stays_whole(head: str, name: str, place: str) -> None:
    resume = parse(f"{HEAD}EXPERIENCE\n\n{head}\n{BULLETS[0]}{EDUCATION}")
    work = resume.work[0]
    assert (work.name, work.position, work.location) == (name, "Data Engineer", place)
    assert work.start_date.startswith("2019-")
    assert work.end_date.startswith("2021-")
    said = f"{work.name} {work.summary}"
    assert said.count("(") == said.count(")")
    assert "bought" not in head or "bought 2021" in said
