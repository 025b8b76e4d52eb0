"""Postings in unlike voices: the places, lists and labels that each has in its own way."""

from __future__ import annotations

import pytest

import report_gen
from report_gen.job.models import Job

BODY = "\n\nWhat you will do\n- Build ranking models\n- Run them\n\nRequirements\n- Python\n- SQL and Spark\n"


def _read(text: str) -> Job:
    return report_gen.parse_job(text=text)


def _kinds(job: Job) -> dict[str, str]:
    return {r.text: r.kind for r in job.requirements}


@pytest.mark.parametrize(
    ("header", "location"),
    [
        ("Data Engineer\nAcme Freight\nChicago, IL • Dallas, TX\nHybrid", "Chicago, IL; Dallas, TX"),
        ("Data Engineer\nAcme LLP\nLondon, Birmingham or Edinburgh", "London, Birmingham or Edinburgh"),
        ("Data Engineer\nAcme — Lisbon, Porto or remote in the EU", "Lisbon, Porto or remote in the EU"),
        ("Data Engineer\nAcme\nLyon | Ghent | Remote (EU)", "Lyon; Ghent; Remote (EU)"),
        ("Data Engineer\nAcme GmbH · Mülheim an der Ruhr · full-time", "Mülheim an der Ruhr"),
        ("Data Engineer\nAcme | Leeds | full-time", "Leeds"),
    ],
)  # fmt: skip
def test_every_site_that_stands_together_is_the_place(header: str, location: str) -> None:
    assert _read(header + BODY).location == location


def test_a_charity_that_works_from_two_towns_is_in_both() -> None:
    job = _read(
        "Data and Insight Officer\n\nLantern is a charity. We work from Bristol and Cardiff, and everyone comes in "
        f"two days a week.{BODY}"
    )
    assert (job.location, job.remote, job.role) == ("Bristol and Cardiff", "hybrid", "ds")


def test_a_bullet_that_says_nothing_by_itself_is_read_by_its_neighbours() -> None:
    job = _read(
        "Gameplay Programmer\nMoss Interactive\n\n## Your tale\n- Bring climbing and falling to life in C++\n"
        "- Prototype mechanics with the designers\n- Read crash dumps without weeping\n\n"
        "## Your sheet\n- 3+ years of modern C++\n- Solid 3D maths\n- At least one shipped title (indie counts)\n\n"
        "## Rare loot (not needed to pass the gate)\n- Experience with Lua\n- You've optimised for a handheld\n"
    )
    assert _kinds(job) == {
        "Bring climbing and falling to life in C++": "responsibility",
        "Prototype mechanics with the designers": "responsibility",
        "Read crash dumps without weeping": "responsibility",
        "3+ years of modern C++": "required",
        "Solid 3D maths": "required",
        "At least one shipped title (indie counts)": "required",
        "Experience with Lua": "preferred",
        "You've optimised for a handheld": "preferred",
    }


def test_a_german_firm_in_english_waits_and_looks_forward() -> None:
    job = _read(
        "Backend Developer\nAcme GmbH, Ulm\n\nThat is waiting for you\n- Further development of our control software\n"
        "- You advise the colleagues in project planning\n\nThat is what you bring along\n- Java\n- German (C1)\n\n"
        "That is what you can look forward to\n- Up to 2 days mobile work per week\n- An open-door culture\n"
    )
    assert list(_kinds(job).values()) == ["responsibility"] * 2 + ["required"] * 2
    assert job.remote == "hybrid"


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Quantitative Model Validator, Vice President", "senior"),
        ("Analytics Engineer (1 day p/w in the office)", None),
        ("Vice President, Data", "manager"),
    ],
)
def test_a_grade_of_a_bank_and_a_number_of_days_are_no_level(title: str, level: str | None) -> None:
    job = _read(
        f"{title}\nBanque Orvanne\nParis{BODY}- Challenging models, and documenting findings;\n"
    )
    assert job.level == level
    assert job.title.split(",")[0] == title.split(",")[0].split(" (")[0]


def test_the_security_level_of_a_public_post_is_a_clearance() -> None:
    job = _read(
        f"Data Scientist\nCoast Office{BODY}\nThe level of security needed is Counter Terrorist Check.\n"
    )
    assert job.clearance == "The level of security needed is Counter Terrorist Check."


def test_a_body_copied_as_one_line_is_parted_at_its_labels() -> None:
    job = _read(
        "Cloud Data Engineer\nTallis Services | Pune | 4-7 Yrs\n\nAbout the Company: Tallis runs data platforms for "
        "retailers in nine countries. Key Responsibilities: Design data pipelines using Azure Data Factory. "
        "Provide support during the agreed window. Mandatory Skills: PySpark and SQL. Good to Have: Power BI. "
        "Benefits: Medical cover from day one.\n\nInterview Mode: 2 virtual rounds. Notice period: 30 days only.\n"
        "Share your updated CV with your notice period to careers@tallis.example.\n"
    )
    assert _kinds(job) == {
        "Design data pipelines using Azure Data Factory.": "responsibility",
        "Provide support during the agreed window.": "responsibility",
        "PySpark and SQL.": "required",
        "Power BI.": "preferred",
    }


def test_duties_told_in_prose_stand_beside_a_list_of_them() -> None:
    job = _read(
        "Principal Data Scientist\nCoast Office\n\nJob description\nYou will lead a team of four data scientists who "
        "forecast flooding. You will join a directorate of around 60 people. You will be accountable for the "
        f"quality of every model that informs a decision.{BODY}"
    )
    told = [text for text, kind in _kinds(job).items() if kind == "responsibility"]
    assert told == [
        "You will lead a team of four data scientists who forecast flooding.",
        "You will be accountable for the quality of every model that informs a decision.",
        "Build ranking models",
        "Run them",
    ]


def test_what_success_looks_like_by_a_time_is_a_duty() -> None:
    job = _read(
        f"Data Engineer\nLoop\n\nWhat success looks like: by next summer the meeting begins with a decision, not a chart.{BODY}"
    )
    assert "by next summer the meeting begins with a decision, not a chart" in " ".join(_kinds(job))


def test_wishes_and_invitations_below_a_list_are_no_musts() -> None:
    job = _read(
        "Analytics Manager - Teamcraft Union\nMelbourne\n\nTo be considered you will need:\n\n- SQL and R\n- a track record of "
        "leading analysts\n\nIt would be great, but is not essential, if you:\n\n- know Salesforce\n- have campaigned\n\n"
        "People of every age are strongly encouraged to apply.\n\nApplications close on 18 January. Please address each point in "
        "two pages.\n\nNot tickets, but they help\n- Zarr, GRIB, the whole family\n- A season in a forecasting centre\n"
    )
    assert _kinds(job) == {
        "SQL and R": "required",
        "a track record of leading analysts": "required",
        "know Salesforce": "preferred",
        "have campaigned": "preferred",
        "Zarr, GRIB, the whole family": "preferred",
        "A season in a forecasting centre": "preferred",
    }


@pytest.mark.parametrize(
    ("header", "location", "mode"),
    [
        ("founding ml engineer @ tinroof (brooklyn, in person)", "brooklyn", "onsite"),
        ("Research Engineer\nCumulus Nine — Reading (UK) / Toulouse (FR)", "Reading, UK / Toulouse", None),
        ("Data Engineer\nAcme\nSites: Cork and Limerick", "Cork and Limerick", None),
    ],
)  # fmt: skip
def test_places_in_brackets_and_behind_labels(header: str, location: str, mode: str | None) -> None:
    job = _read(header + BODY)
    assert (job.location, job.remote) == (location, mode)


def test_what_makes_one_right_for_it_is_asked_and_no_duty() -> None:
    job = _read(
        "Product Manager\nOkapi\n\nYou might be right for this if you've spent at least five years in product; you read SQL "
        "well; you can say no to a sales director. You'll own the relationship with our four partners.\n"
    )
    assert [r.kind for r in job.requirements] == ["required"] * 3 + ["responsibility"]
    assert job.min_years == 5
