"""Time away that a resume accounts for is no position, and what stands beside a title is no part of it."""

from __future__ import annotations

import docx
import pytest
from docx.shared import Pt

from report_gen.reading import read_document
from report_gen.resume import parse_resume
from report_gen.taxonomy import load_taxonomy
from tests.reading.documents import docx_of
from tests.resume.helpers import EDUCATION, HEAD, TODAY, jobs, parse

FIRST = "Data Engineer, Havtorn AB, 2019 - 2023\n- Built 40 pipelines in Airflow\n"
LAST = "Data Analyst, Bryggen GmbH, 2012 - 2015\n- Planned the berths of 60 ferries\n"
BOTH = [("Havtorn AB", "Data Engineer", "2019", "2023"), ("Bryggen GmbH", "Data Analyst", "2012", "2015")]  # fmt: skip


@pytest.mark.parametrize(
    "head", ["Parental leave, 2016 - 2018", "2016 - 2018\tElternzeit / family leave", "Career break (2016 - 2018)", "Zivildienst, Rotes Kreuz, 2016 - 2018"]
)  # fmt: skip
def test_time_away_is_kept_and_is_no_position(head: str) -> None:
    resume = parse(f"{HEAD}EXPERIENCE\n\n{FIRST}\n{head}\n\n{LAST}{EDUCATION}")
    assert jobs(resume) == BOTH
    (away,) = resume.volunteer
    assert (away.organization, away.position, away.start_date, away.end_date) == ("", "", "2016", "2018")  # fmt: skip
    assert away.summary.split(",")[0] in head


@pytest.mark.parametrize(
    "line",
    ["2016 - 2018: nothing, deliberately.", "2016 to 2018: travelling, then looking for work.", "2016 - 2018: year off. Twins.", "2016 - 2018: career break to look after my father. In between one Kaggle competition (bronze)."],
)  # fmt: skip
def test_a_sentence_on_time_away_is_neither_deed_nor_position(line: str) -> None:
    resume = parse(f"{HEAD}EXPERIENCE\n\n{FIRST}\n{line}\n\n{LAST}{EDUCATION}")
    assert jobs(resume) == BOTH
    assert [w.highlights for w in resume.work] == [("Built 40 pipelines in Airflow",), ("Planned the berths of 60 ferries",)]  # fmt: skip
    (away,) = resume.volunteer
    assert (away.organization, away.start_date, away.end_date) == ("", "2016", "2018")
    assert line.endswith(away.summary)


@pytest.mark.parametrize(
    "line", ["2016: Travel and expenses app rebuilt for 300 people.", "2016 - 2018: Nothing but tests was written in that team."]
)  # fmt: skip
def test_a_dated_sentence_on_work_is_no_time_away(line: str) -> None:
    assert not parse(f"{HEAD}EXPERIENCE\n\n{FIRST}\n{line}\n\n{LAST}{EDUCATION}").volunteer


def test_heads_of_three_unknown_names_are_divided_as_the_clear_ones_are() -> None:
    rows = "Data Engineer, Otter Health Plan, Columbus, 2019 - 2023\n- Loaded 40 feeds\n\nData Engineer, Brackwater Freight, Dayville, 2016 - 2018\n- Built a lake\n\nAnalyst, Stellmark Consulting, Columbus, 2012 - 2015\n- Planned berths\n"
    resume = parse(f"{HEAD}EXPERIENCE\n\n{rows}{EDUCATION}")
    assert jobs(resume)[1] == ("Brackwater Freight", "Data Engineer", "2016", "2018")
    assert resume.work[1].location == "Dayville"


def test_what_was_done_in_a_break_is_kept_with_it() -> None:
    text = "Career break (2016 - 2018)\nFull-time parent. I was also chair of finance at the village school and built its website with two others.\n"
    resume = parse(f"{HEAD}EXPERIENCE\n\n{FIRST}\n{text}\n{LAST}{EDUCATION}")
    assert jobs(resume) == BOTH
    (away,) = resume.volunteer
    assert away.summary.startswith("Career break: Full-time parent. I was also chair of finance")


def test_service_with_deeds_is_kept_as_the_position_it_is_written_as() -> None:
    text = "National service, Harbour Guard, Platoon Sergeant, 2016 - 2018\n- Led 30 recruits through training\n"
    resume = parse(f"{HEAD}EXPERIENCE\n\n{FIRST}\n{text}\n{LAST}{EDUCATION}")
    assert len(resume.work) == 3
    assert resume.work[1].highlights == ("Led 30 recruits through training",)


def test_a_position_told_after_the_last_one_is_read() -> None:
    told = "Earlier: shop assistant, Corner Books Ltd, 2008 - 2010."
    resume = parse(f"{HEAD}EXPERIENCE\n\n{FIRST}\n{LAST}\n{told}\n{EDUCATION}")
    assert jobs(resume) == [*BOTH, ("Corner Books Ltd", "shop assistant", "2008", "2010")]
    assert resume.work[1].highlights == ("Planned the berths of 60 ferries",)


def test_how_one_worked_is_part_of_neither_title_nor_employer() -> None:
    own = "Web developer, self-employed, 2016 - 2018 (part-time, beside my studies)\n"
    resume = parse(f"{HEAD}EXPERIENCE\n\n{FIRST}\n{own}\n{LAST}{EDUCATION}")
    assert jobs(resume)[1] == ("self-employed", "Web developer", "2016", "2018")


def test_what_one_was_before_is_said_beside_the_title() -> None:
    text = FIRST.replace("Data Engineer,", "Data Engineer (promoted from Junior Engineer),")
    resume = parse(f"{HEAD}EXPERIENCE\n\n{text}\n{LAST}{EDUCATION}")
    assert jobs(resume) == BOTH
    assert "promoted from Junior Engineer" in resume.work[0].summary


def test_courses_given_beside_the_positions_are_service() -> None:
    resume = parse(
        f"{HEAD}EXPERIENCE\n\n{FIRST}\n{LAST}\nTEACHING AND SUPERVISION\n\n"
        "2020 - 2022\tLecturer for Harbour Statistics\n"
        f"2016 - 2018\tTeaching assistant for two courses\n{EDUCATION}"
    )
    assert jobs(resume) == BOTH
    assert [v.start_date for v in resume.volunteer] == ["2020", "2016"]


def test_degrees_of_a_line_each_are_two_also_if_one_has_a_single_year() -> None:
    resume = parse(
        f"{HEAD}EXPERIENCE\n\n{FIRST}\n{LAST}\nEDUCATION\n\n"
        "Ghent University. BSc (Hons) Statistics, 2:1, 2006 - 2009\nHarbour Academy. A levels: Physics, 2006\n"
    )
    assert [(e.study_type, e.institution, e.end_date) for e in resume.education] == [
        ("BSc (Hons)", "Ghent University", "2009"),
        ("A levels", "Harbour Academy", "2006"),
    ]


def test_paragraphs_of_skills_are_not_one_list() -> None:
    resume = parse(
        f"{HEAD}KEY SKILLS\n\nPython, SQL, Airflow, Apache Kafka, Docker, Kubernetes, Terraform, JUnit\n\n"
        f"Pair programming, code review, writing things down\n\nEXPERIENCE\n\n{FIRST}{EDUCATION}"
    )
    keywords = [k for g in resume.skills for k in g.keywords]
    assert "JUnit" in keywords
    assert "Pair programming" in keywords


def test_rows_set_apart_in_a_word_file_keep_their_titles() -> None:
    """Every paragraph has white space above it; the bold ones begin a position each."""
    document = docx.Document()
    document.add_paragraph().add_run("Ilse Vandermolen").bold = True
    document.add_paragraph("ilse@example.org | Ghent")
    document.add_paragraph("Work experience", style="Heading 1")
    for head, told in (("Data Engineer @ Havtorn AB", "2019 – 2023 | Lund"), ("Analyst @ Bryggen GmbH", "2016 – 2018 | Bremen"), ("Sabbatical", "2015 – 2016")):  # fmt: skip
        document.add_paragraph().add_run(head).bold = True
        document.add_paragraph(told)
        if "@" in head:
            document.add_paragraph("Built 40 pipelines", style="List Bullet")
            document.add_paragraph("Tools: Python, dbt")
    for paragraph in document.paragraphs[3:]:
        paragraph.paragraph_format.space_before = Pt(14)
    resume = parse_resume(read_document(docx_of(document), "resume.docx"), load_taxonomy(), TODAY)
    assert jobs(resume) == [
        ("Havtorn AB", "Data Engineer", "2019", "2023"),
        ("Bryggen GmbH", "Analyst", "2016", "2018"),
    ]
    assert [w.highlights for w in resume.work] == [("Built 40 pipelines",)] * 2
    assert [v.summary for v in resume.volunteer] == ["Sabbatical"]
