"""A profile page pasted as text: its buttons and counts are nobody's, its plain lines are deeds."""

from __future__ import annotations

import pytest

from tests.resume.helpers import jobs, parse

PAGE = """Ilse Vandermolen
She/Her
 · 2nd
Data Engineer at Havtorn AB
Ghent, Belgium · Contact info
500+ connections

Message
Follow

About
I like quiet pipelines.
…see more

Experience
Data Engineer
Havtorn AB · Full-time
Jan 2019 - Present · 7 yrs
Lund
Built 40 pipelines for the harbour master in Airflow
Cut the nightly load from six hours to two (partitions, mostly)

Analyst
Bryggen GmbH
Mar 2015 - Dec 2018 · 3 yrs 10 mos
Planned the berths of 60 ferries every single morning
Show all 4 experiences

Education
University of Leeds
BSc, Statistics
2012 - 2015
Grade: 2:1

Licenses & certifications
Certified Kubernetes Administrator (CKA)
The Linux Foundation
Issued Aug 2024 · Expires Aug 2027
Show credential
Professional Scrum Master
Scrum.org
Issued Feb 2016

Skills
Python
12 endorsements
Airflow
Show all 14 skills
"""


def test_buttons_and_counts_of_a_profile_page_are_nobodys() -> None:
    resume = parse(PAGE)
    assert [k for g in resume.skills for k in g.keywords] == ["Python", "Airflow"]
    assert resume.unread_lines == ()
    assert "connections" not in resume.basics.summary
    assert resume.basics.location.city == "Ghent"


def test_plain_lines_under_the_dates_of_a_page_are_what_one_did() -> None:
    resume = parse(PAGE)
    assert [(w.position, w.name) for w in resume.work] == [
        ("Data Engineer", "Havtorn AB"),
        ("Analyst", "Bryggen GmbH"),
    ]
    assert resume.work[0].highlights == (
        "Built 40 pipelines for the harbour master in Airflow",
        "Cut the nightly load from six hours to two (partitions, mostly)",
    )


def test_certificates_end_with_the_row_that_says_when_they_were_issued() -> None:
    assert [(c.name, c.issuer, c.date) for c in parse(PAGE).certificates] == [
        ("Certified Kubernetes Administrator (CKA)", "The Linux Foundation", "2024-08"),
        ("Professional Scrum Master", "Scrum.org", "2016-02"),
    ]


def test_a_grade_with_a_colon_is_one_grade() -> None:
    (degree,) = parse(PAGE).education
    assert (degree.score, degree.courses) == ("2:1", ())


@pytest.mark.parametrize("line", ["Message", "Report", "Share", "3 comments"])
def test_the_same_words_on_another_page_are_somebodys(line: str) -> None:
    text = f"Ilse Vandermolen\nilse@example.org\n\nEXPERIENCE\n\nData Engineer, Havtorn AB, 2019 - 2023\n- Built 40 pipelines\n\nSKILLS\n\n{line}\nPython\n"
    resume = parse(text)
    assert line in [k for g in resume.skills for k in g.keywords]
    assert jobs(resume) == [("Havtorn AB", "Data Engineer", "2019", "2023")]


def test_what_an_employer_does_may_wrap_over_the_row_of_dates() -> None:
    text = (
        "Ilse Vandermolen\nilse@example.org\n\nEXPERIENCE\n\n"
        "Data Engineer II · Havtorn AB (a marketplace for second-hand boats, with some nine million\nmonthly visitors)\n"
        "May 2019 – Mar 2023\n- Built 40 pipelines\n\nData Analyst · Bryggen GmbH\nFeb 2015 – Apr 2019\n- Planned berths\n"
    )
    assert jobs(parse(text)) == [
        ("Havtorn AB", "Data Engineer II", "2019-05", "2023-03"),
        ("Bryggen GmbH", "Data Analyst", "2015-02", "2019-04"),
    ]


def test_a_short_deed_below_another_is_no_employer() -> None:
    text = PAGE.replace("She/Her", "(She/Her)").replace(
        "Experience\nData Engineer\nHavtorn AB · Full-time\n",
        "Experience\nHavtorn AB\n5 yrs 2 mos\n\nData Engineer\nFull-time\n",
    )
    text = text.replace(
        "Analyst\nBryggen GmbH\nMar 2015 - Dec 2018 · 3 yrs 10 mos\nPlanned the berths of 60 ferries every single morning",
        "Data Analyst\nFull-time\nMar 2015 - Dec 2018 · 3 yrs 10 mos\nHelm charts for 45 services, most of which had none\nIntroduced Argo CD",
    )
    resume = parse(text)
    assert [w.name for w in resume.work] == ["Havtorn AB", "Havtorn AB"]
    assert resume.work[1].highlights == (
        "Helm charts for 45 services, most of which had none",
        "Introduced Argo CD",
    )
    assert resume.unread_lines == ()
