"""Sections in words of one's own, of several kinds, and lists that don't look like lists."""

from __future__ import annotations

import pytest
from weasyprint import HTML

from report_gen.reading import read_document
from report_gen.resume import Resume, parse_resume
from report_gen.taxonomy import load_taxonomy
from tests.resume.helpers import EDUCATION, HEAD, TODAY, jobs, parse

WORK = "EXPERIENCE\n\nData Engineer, Havtorn AB, 2019 - 2023\n- Built 40 pipelines in Airflow\n"

SIDEBAR = """<style>@page {{margin: 0; size: A4}} body {{margin: 0; font: 9pt/1.3 sans-serif}}
.side {{position: absolute; left: 0; top: 0; width: 170pt; height: 842pt; padding: 20pt; background: #234; color: #eee}}
.main {{position: absolute; left: 225pt; top: 0; width: 330pt; padding: 20pt}}
.side h1 {{font-size: 19pt; margin: 0}} .side h2 {{font-size: 9.5pt; margin: 20pt 0 6pt}} .side p {{margin: 0 0 6pt}}
.main h2 {{font-size: 11pt; margin: 12pt 0 6pt}} .main h3 {{font-size: 9.2pt; margin: 10pt 0 0}} .main p {{margin: 0}}</style>
<div class="side"><h1>Aurelie<br>Nakamura-<br>Holm</h1><p>Data engineer</p>
<h2>{reach}</h2><p>Ghent, BE (no visa needed)</p><p>aurelie.nh@example.org</p><p>+32 2 555 01 23</p>
<h2>{often}</h2><p>Kafka (exactly once, and the many ways in which it is not)</p><p>Rust: tokio, serde, clap</p><p>Terraform, Nomad</p>
<h2>{rarely}</h2><p>Snowflake</p><p>Grafana, when somebody asks</p>
<h2>Languages</h2><p>Dutch, Japanese (B1)</p><h2>Education</h2><p>MSc Statistics, Ghent University, 2015</p></div>
<div class="main"><p>For nine years I have moved the data of ferries to where people can use it. I like small teams and
boring tools, and I would like to stay with the sea.</p><h2>Experience</h2>
<h3>Data Engineer, Havtorn AB</h3><p>2019 – 2023</p><ul><li>Built 40 pipelines in Airflow for the ferries</li></ul>
<h3>Analyst, Bryggen GmbH</h3><p>2015 – 2018</p><ul><li>Planned the berths of 60 ferries</li></ul></div>"""


def _sidebar(reach: str, often: str, rarely: str) -> Resume:
    page = SIDEBAR.format(reach=reach, often=often, rarely=rarely)
    document = read_document(HTML(string=page).write_pdf(), "cv.pdf")
    return parse_resume(document, load_taxonomy(), TODAY)


@pytest.mark.parametrize(
    "names",
    [("Find me", "Daily bread", "Now and then"), ("Say hello", "In my bag", "On the shelf")],
)
def test_a_sidebar_with_headings_of_ones_own(names: tuple[str, str, str]) -> None:
    resume = _sidebar(*names)
    assert resume.basics.name == "Aurelie Nakamura-Holm"
    assert (resume.basics.location.city, resume.basics.location.country_code) == ("Ghent", "BE")
    assert resume.basics.summary.startswith("For nine years I have moved the data")
    assert resume.unread_lines == ()
    groups = {g.name: g.keywords for g in resume.skills}
    assert groups["Rust"] == ("Rust", "tokio", "serde", "clap")
    assert "Terraform" in groups[names[1]]
    assert "Kafka (exactly once, and the many ways in which it is not)" in groups[names[1]]
    assert groups[names[2]] == ("Snowflake", "Grafana, when somebody asks")
    assert [w.name for w in resume.work] == ["Havtorn AB", "Bryggen GmbH"]
    assert [e.courses for e in resume.education] == [()]


@pytest.mark.parametrize(
    ("line", "keywords"),
    [
        ("AWS: Lambda, S3, Athena", ("AWS", "Lambda", "S3", "Athena")),
        ("Cloud: Lambda, S3, Athena", ("Lambda", "S3", "Athena")),
        ("Kubernetes: passed the exam in 2023, not used since", ("Kubernetes: passed the exam in 2023, not used since",)),
        ("Go, Elixir. Kafka, HNSW. Spark, A/B testing. R", ("Go", "Elixir", "Kafka", "HNSW", "Spark", "A/B testing", "R")),
        ("Node.js, scikit-learn v1.2, St. Gallen method", ("Node.js", "scikit-learn v1.2", "St. Gallen method")),
        ("Snowflake, for two small teams, dbt", ("Snowflake, for two small teams", "dbt")),
    ],
)  # fmt: skip
def test_what_one_keyword_is(line: str, keywords: tuple[str, ...]) -> None:
    (group,) = parse(f"{HEAD}{WORK}\nSKILLS\n\n{line}\n{EDUCATION}").skills
    assert group.keywords == keywords


@pytest.mark.parametrize(
    ("heading", "count"), [("A SIDE PROJECT", 1), ("EIGENES PROJEKT", 1), ("SIDE PROJECTS", 2)]
)
def test_one_project_keeps_all_its_bullets(heading: str, count: int) -> None:
    lines = "- Tidewatch: predicts high water from 12 buoys with boosted trees\n- MAE of 9 cm on a winter nobody had seen before\n"
    resume = parse(f"{HEAD}{WORK}\n{heading}\n\n{lines}{EDUCATION}")
    assert len(resume.projects) == count
    assert len(resume.projects[0].highlights) == 2 - count


def test_a_heading_that_counts_in_brackets() -> None:
    resume = parse(
        f"{HEAD}{WORK}\nSELECTED PUBLICATIONS (31 IN ALL, 12 OF THEM AS FIRST AUTHOR, H-INDEX 14)\n\n"
        f"1. Vandermolen I, Osei K. Sparse buoys. Tide Statistics, 2020.\n{EDUCATION}"
    )
    assert [p.name for p in resume.publications] == ["Sparse buoys"]
    assert resume.skills == ()


@pytest.mark.parametrize("between", ["\t", "; ", " | ", ". "])
def test_degrees_in_one_line(between: str) -> None:
    line = between.join(["PhD, Oceanography, Ghent University, 2019", "MSc, Physics, Uppsala University, 2014"])  # fmt: skip
    resume = parse(f"{HEAD}{WORK}\nEDUCATION\n\n{line}\n")
    assert [(e.study_type, e.area, e.institution, e.end_date) for e in resume.education] == [
        ("PhD", "Oceanography", "Ghent University", "2019"),
        ("MSc", "Physics", "Uppsala University", "2014"),
    ]


@pytest.mark.parametrize(
    "head", ["2016.03 – 2018.01\tBreak. Sailing, Bergen to Hobart (nearly)", "Time off: a house to build, Mar 2016 – Jan 2018"]
)  # fmt: skip
def test_a_break_told_with_what_it_was_for(head: str) -> None:
    resume = parse(f"{HEAD}{WORK}\n{head}\n\nAnalyst, Bryggen GmbH, 2012 - 2015\n- Planned 60 berths\n{EDUCATION}")  # fmt: skip
    assert [j[0] for j in jobs(resume)] == ["Havtorn AB", "Bryggen GmbH"]
    (away,) = resume.volunteer
    assert (away.start_date, away.end_date) == ("2016-03", "2018-01")
    assert "Hobart" in away.summary or "house" in away.summary


def test_courses_taken_in_a_break_make_it_no_position() -> None:
    away = "Career break, 2016 - 2018\n- Finished two courses on tides\n"
    resume = parse(f"{HEAD}{WORK}\n{away}\nAnalyst, Bryggen GmbH, 2012 - 2015\n- Planned 60 berths\n{EDUCATION}")  # fmt: skip
    assert [j[0] for j in jobs(resume)] == ["Havtorn AB", "Bryggen GmbH"]
    assert resume.volunteer[0].highlights == ("Finished two courses on tides",)


@pytest.mark.parametrize(
    "heading", ["Talks, languages, education", "Education | Languages | Talks"]
)
def test_a_heading_of_several_kinds(heading: str) -> None:
    lines = [
        "“Berths without queues”, Harbour Data Meetup, 2022",
        "Dutch and Japanese (native), Greek (B2), some Swahili",
        "BA Geography and Statistics, Ghent University, 2014",
    ]
    lines = lines if heading.startswith("Talks") else [lines[2], lines[1], lines[0]]
    resume = parse(f"{HEAD}{WORK}\n{heading.upper()}\n\n" + "\n\n".join(lines) + "\n")
    assert [p.name for p in resume.publications] == ["Berths without queues"]
    assert [(g.language, g.fluency) for g in resume.languages] == [
        ("Dutch", "native"),
        ("Japanese", "native"),
        ("Greek", "B2"),
        ("Swahili", "some"),
    ]
    assert [(e.study_type, e.institution) for e in resume.education] == [("BA", "Ghent University")]


def test_one_thing_made_under_a_heading_of_ones_own() -> None:
    line = "Tidewatch: a small bot that tells 40 families when the harbour floods. I wrote it in a week."
    resume = parse(f"{HEAD}{WORK}\nIN THE BOAT SHED\n\n- {line}\n{EDUCATION}")
    assert [p.name for p in resume.projects] == ["Tidewatch"]
    assert resume.unread_lines == ()


def test_odds_and_ends_in_one_line() -> None:
    resume = parse(f"{HEAD}{WORK}{EDUCATION}\nOTHER\n\nVolunteer at the Harbour Library, 2022. Rowing, old maps.\n")  # fmt: skip
    (service,) = resume.volunteer
    assert (service.organization, service.start_date) == ("Harbour Library", "2022")
    assert resume.interests == ("Rowing", "old maps")
    assert resume.unread_lines == ()


def test_text_under_stacked_titles_is_told_of_the_latest() -> None:
    stack = (
        "HAVTORN FERRIES                          Jan 2018 to present\n"
        "Head of Data                             (since Apr 2021)\n"
        "Data Engineer                            (Jan 2018 to Apr 2021)\n\n"
        "Havtorn runs 40 ferries between 12 ports.\n\n- Moved 40 jobs to Spark\n- Hired five people\n"
    )
    resume = parse(f"{HEAD}EXPERIENCE\n\n{stack}\nBryggen GmbH              2012 - 2015\nAnalyst\n\n- Planned 60 berths\n{EDUCATION}")  # fmt: skip
    assert [(w.position, len(w.highlights)) for w in resume.work] == [
        ("Head of Data", 2),
        ("Data Engineer", 0),
        ("Analyst", 1),
    ]


def test_text_under_each_stacked_title_stays_there() -> None:
    stack = (
        "HAVTORN FERRIES                          Jan 2018 to present\n"
        "Head of Data                             (since Apr 2021)\n- Hired five people\n\n"
        "Data Engineer                            (Jan 2018 to Apr 2021)\n- Moved 40 jobs to Spark\n"
    )
    resume = parse(f"{HEAD}EXPERIENCE\n\n{stack}{EDUCATION}")
    assert [w.highlights for w in resume.work] == [
        ("Hired five people",),
        ("Moved 40 jobs to Spark",),
    ]


def test_a_line_that_says_what_it_is_begins_an_entry() -> None:
    resume = parse(
        f"{HEAD}{WORK}\nTALKS AND PAPERS\n\n"
        "Vandermolen I., Osei K. Sparse buoys for the forecasting of high water in small harbours. Tide Statistics, 2020\n"
        f"Patent application filed 2021: a gauge that knows when it is wet (pending)\n{EDUCATION}"
    )
    assert [p.release_date for p in resume.publications] == ["2020", "2021"]


def test_a_talk_among_projects_is_a_talk() -> None:
    resume = parse(
        f"{HEAD}{WORK}\nPROJECTS\n\nTidewatch\t2020 - 2021\n- Predicts high water from 12 buoys\n\nTalk\t2022\n"
        f"“Berths without queues”, Harbour Data Meetup\n{EDUCATION}"
    )
    assert [p.name for p in resume.projects] == ["Tidewatch"]
    assert [(p.name, p.release_date) for p in resume.publications] == [
        ("Berths without queues", "2022")
    ]


def test_two_terms_of_one_position() -> None:
    text = "Tutor, Introduction to Tides — Ghent University | Oct 2013 – Jan 2014 and Oct 2014 – Jan 2015, 8 h a week\n- Helped 25 first-year students\n"
    resume = parse(f"{HEAD}{WORK}\n{text}{EDUCATION}")
    assert jobs(resume)[1][2:] == ("2013-10", "2015-01")
    assert resume.work[0].highlights == ("Built 40 pipelines in Airflow",)


def test_a_share_in_a_thesis_is_no_grade() -> None:
    resume = parse(
        f"{HEAD}{WORK}{EDUCATION}- Thesis: sparse buoys, as good with 20% of the labels as with all\n"
    )
    (school,) = resume.education
    assert school.score == ""
    assert school.courses == ("Thesis: sparse buoys, as good with 20% of the labels as with all",)
