"""Postings as boards and pages give them: bullets on lines of their own, lists of facts, front
matter, the words of a page around the job."""

from __future__ import annotations

import pytest

import report_gen
from report_gen.job.level import find_level
from report_gen.job.models import Job
from report_gen.taxonomy import load_taxonomy

ASKS = "\n\nWhat you need\n- Three years of Python\n- SQL and a warehouse of any make\n"


def _read(text: str, name: str = "job.txt") -> Job:
    return report_gen.parse_job(text=text, filename=name)


def _asked(job: Job) -> list[tuple[str, str]]:
    return [(r.kind, r.text) for r in job.requirements]


def test_bullets_on_lines_of_their_own_belong_to_the_entry_below() -> None:
    job = _read(
        "Geodata Engineer\n\nResponsibilities\n-\nKeep the tile server alive through the harvest.\n-\n"
        "Draw field borders from satellite images.\n\nRequirements\n1.\nTwo years of Python\n2.\n"
        "Ease with PostGIS\n"
    )
    assert _asked(job) == [
        ("responsibility", "Keep the tile server alive through the harvest."),
        ("responsibility", "Draw field borders from satellite images."),
        ("required", "Two years of Python"),
        ("required", "Ease with PostGIS"),
    ]


def test_a_list_of_facts_asks_nothing_and_is_read() -> None:
    job = _read(
        "📍 Job Overview\n\n• Job Title: Hydrology Data Engineer\n• Company: Brackwater Institute\n"
        "• Location: Ghent, Belgium\n• Job Type: Full-time\n• Category: Data Engineering\n"
        "• Experience Level: 4-6 years\n• Remote Status: On-site\n\n🚀 Role Summary\n\n"
        "• Build pipelines for 300 river gauges in Python\n• Maintain our Airflow\n\n"
        "🎓 Qualifications\n\n• SQL\n• A degree in hydrology or computing\n"
    )
    assert (job.title, job.company, job.location) == (
        "Hydrology Data Engineer",
        "Brackwater Institute",
        "Ghent, Belgium",
    )
    assert (job.remote, job.min_years) == ("onsite", 4)
    assert [text for _, text in _asked(job)] == [
        "Build pipelines for 300 river gauges in Python",
        "Maintain our Airflow",
        "SQL",
        "A degree in hydrology or computing",
    ]


def test_front_matter_names_the_job_only_where_its_title_does() -> None:
    front = "---\ntitle: {}\nlocation: Tampere, Finland\ndraft: false\n---\n\nWe look after trams.\n\n## What you bring\n\n* Two years of Go\n* Kubernetes\n"
    job = _read(front.format('"Reliability Engineer"'), "job.md")
    assert (job.title, job.location) == ("Reliability Engineer", "Tampere, Finland")
    assert "Come" not in _read(front.format("Come aboard"), "job.md").title


def test_a_firm_whose_letters_open_a_bitmap_is_read() -> None:
    job = _read("BMT Rail - Signalling Software Engineer - York" + ASKS)
    assert "Signalling Software Engineer" in job.title


@pytest.mark.parametrize(
    ("header", "mode"),
    [
        ("Robotics Engineer\nHybrid deployment of models to drones and servers", None),
        ("Search Engineer, Onsite Search", None),
        ("Data Analyst\nRemote status: hybrid", "hybrid"),
        ("Data Analyst\nIs it onsite/remote/hybrid: on-site, Porto", "onsite"),
        ("Data Analyst\nPorto (50% in-office)", "hybrid"),
    ],
)
def test_a_word_of_the_work_is_no_mode_of_work(header: str, mode: str | None) -> None:
    assert _read(header + ASKS).remote == mode


@pytest.mark.parametrize(
    ("header", "company"),
    [
        ("Skip to main content\nView more jobs\nPlatform Engineer\nHollin Freight", "Hollin Freight"),
        ("Platform Engineer\nHollin Freight\nGlattbrugg", "Hollin Freight"),
        ("Platform Engineer\nSnowflake\nCairo, Unknown", "Snowflake"),
        ("Platform Engineer (Routing & Loads)\nRouting and loads are what we do.", None),
        ("Platform Engineer\nWhat We're Looking For", None),
    ],
)  # fmt: skip
def test_the_words_of_a_page_are_no_employer(header: str, company: str | None) -> None:
    assert _read(header + ASKS).company == company


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Senior Manager, Detection Engineering", "manager"),
        ("Manager II, Search Relevance", "manager"),
        ("Manager of Associate Solutions Architects", "manager"),
        ("Tech Lead Manager, Storage", "manager"),
        ("Software Engineer, Vice President", "senior"),
        ("Quantitative Analyst - AVP", "mid"),
        ("VP of Engineering", "manager"),
        ("Product Manager II", "mid"),
        ("Solutions Architect", None),
        ("Data Architect", "staff"),
        ("AI Safety Fellow", None),
        ("Mid-Market Account Executive", None),
    ],
)
def test_levels_of_titles(title: str, level: str | None) -> None:
    assert find_level(title, [], "", None, load_taxonomy().job_words) == level


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Quant Researcher", "ds"),
        ("Senior Data Quality Analyst", "ds"),
        ("Senior Analyst, Marketing Analytics", "ds"),
        ("Software Development Intern", "swe"),
        ("Vice President, Software Development", "swe"),
        ("Product Designer", "other"),
    ],
)
def test_roles_of_titles(title: str, role: str) -> None:
    assert _read(title + ASKS).role == role


def test_an_address_alone_asks_nothing() -> None:
    job = _read(
        "Data Analyst\n\nWhat you need\n- Python\n- https://example.org/jobs/python-sql-required\n"
    )
    assert _asked(job) == [("required", "Python")]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("People who have run a field trial are preferred, including but not limited to maize", "preferred"),
        ("Experience with beekeeping data - an advantage", "preferred"),
        ("Certified in surveying, e.g. RICS, FIG or equivalent preferred", "preferred"),
        ("A degree in forestry, biology, or a related field, is cool but not required.", "preferred"),
        ("Strong Go, some Python", "required"),
    ],
)  # fmt: skip
def test_a_wish_said_of_the_whole_line(line: str, kind: str) -> None:
    job = _read(f"Forest Data Engineer\n\nRequirements\n- Three years of Go\n- {line}\n")
    assert [r.kind for r in job.requirements if r.text == line] == [kind]


def test_prose_tells_of_duties_in_the_third_person() -> None:
    job = _read(
        "Reservoir Modeller\n\nThe position requires running flow models for nine dams. Key responsibilities include "
        "calibrating them and briefing the engineers. A large part of the role is writing Fortran. "
        "They will also develop forecasts in Python.\n"
    )
    assert [r.kind for r in job.requirements] == ["responsibility"] * 4


def test_lines_without_bullets_or_heading_are_deeds_and_asks() -> None:
    job = _read(
        "Payments Data Engineer\n\nWe pay ferries their fares. A small team in Kiel looks for help with it.\n\nDesign event streams on Kafka.\nRun the ledger's warehouse.\n"
        "Kafka and Avro\nIceberg tables, Glue\nRetries\nAirflow, dbt\nRedshift and Athena\nSpark or Flink\n"
    )
    assert [text for kind, text in _asked(job) if kind == "responsibility"] == [
        "Design event streams on Kafka.",
        "Run the ledger's warehouse.",
    ]
    assert ("required", "Retries") in _asked(job)


def test_musts_between_semicolons_stand_alone() -> None:
    job = _read(
        "Crime Analyst\n\nQualifications\nThree years of analysis in a police force; fluent SQL; "
        "ease with Looker or Mode; clear writing.\n"
    )
    assert [text for _, text in _asked(job)] == [
        "Three years of analysis in a police force",
        "fluent SQL",
        "ease with Looker or Mode",
        "clear writing",
    ]


def test_numbered_names_of_groups_ask_nothing() -> None:
    job = _read(
        "Lakehouse Engineer\n\nWhat you need\n1. Storage and Table Formats\n• Three years of Iceberg\n"
        "2. Stream Processing\n• Flink in production\n"
    )
    assert [text for _, text in _asked(job)] == ["Three years of Iceberg", "Flink in production"]


def test_sentences_glued_by_a_page_are_two() -> None:
    job = _read(
        "Card Product Manager\n\nResponsibilities\nOwn the life of the card from issue to closure.Support the ledger "
        "with its reversals and refunds.Partner with the issuers.\n"
    )
    assert len(job.requirements) == 3


@pytest.mark.parametrize(
    ("text", "skill", "named"),
    [
        ("Design and build systems that stay up", "build_systems", False),
        ("Operate systems at night", "operating_systems", False),
        ("Experience with build systems such as Gradle", "build_systems", True),
        ("Tensorflow and pandas", "tensorflow", True),
        ("elasticsearch in production", "elasticsearch", True),
    ],
)
def test_a_doing_is_no_thing_and_a_long_name_needs_no_capitals(
    text: str, skill: str, named: bool
) -> None:
    job = _read(f"Engineer\n\nWhat you need\n- {text}\n- Python\n")
    assert (skill in job.requirements[0].skills) == named


def test_pay_and_years_are_told_from_what_looks_like_them() -> None:
    job = _read(
        "Tram Engineer\n\n£51,200 - £58,700 yearly\n\nWhat you need\n- You must be 18 years of age\n"
        "- A PhD with postgraduate research experience\n"
    )
    assert job.compensation is not None
    assert (job.compensation.min, job.compensation.max) == (51200, 58700)
    assert (job.min_years, job.degree.level) == (None, "phd")


def test_a_number_glued_to_its_entry_is_its_bullet() -> None:
    job = _read(
        "Arm Software Architect\n\nResponsibilities\n1.Design the frame of the arm's software.\n2.Interface of its "
        "parts.\n3.Find what fails.\n\nRequirements\n1.Familiar with ROS.\n2.Proficient in Linux.\n"
    )
    assert _asked(job) == [
        ("responsibility", "Design the frame of the arm's software."),
        ("responsibility", "Interface of its parts."),
        ("responsibility", "Find what fails."),
        ("required", "Familiar with ROS."),
        ("required", "Proficient in Linux."),
    ]


def test_the_sentence_above_a_list_may_ask_itself() -> None:
    job = _read(
        "Harbour Systems Analyst\n\nEssential criteria\nApplicants must have a diploma in computing and two years of "
        "relevant experience in each of the following areas:\n(a) port databases\n(b) helping users\n"
    )
    assert next(text for _, text in _asked(job)).startswith("Applicants must have a diploma")
    assert job.min_years == 2


def test_what_a_list_of_places_or_a_remark_says_is_not_asked() -> None:
    job = _read(
        "Statistics Graduate\n\nWhat you will do\n- Help us understand the census in R\n\nWe have places in "
        "many of our offices. These include:\n- Harbour Board\n- Home Ministry\n\nWho we need\n"
        "A degree in statistics. (A quarter of our staff have PhDs.)\n"
    )
    assert _asked(job) == [
        ("responsibility", "Help us understand the census in R"),
        ("required", "A degree in statistics."),
    ]


@pytest.mark.parametrize(
    ("line", "skill", "named"),
    [
        ("Eight years in a related field", "degree", False),
        ("BSc in Geology or a related field", "degree", True),
        ("Safe handling of samples in an agile laboratory", "safe_agile", False),
        ("Moderation of the Scrum team's retrospectives by policy", "content_moderation", False),
    ],
)
def test_words_of_another_meaning_name_no_skill(line: str, skill: str, named: bool) -> None:
    job = _read(f"Engineer\n\nWhat you need\n- {line}\n- Python\n")
    assert (skill in job.requirements[0].skills) == named


def test_how_long_a_post_lasts_is_no_experience() -> None:
    job = _read(
        "Tram Graduate\nHow long: 2 years\nWhere: Graz" + ASKS.replace("Three years of ", "")
    )
    assert job.min_years is None


def test_musts_in_prose_are_told_by_their_nouns() -> None:
    job = _read(
        "Planner Engineer\n\nIn-depth understanding of motion planning. Effectiveness at leading hard projects. "
        "Intermediate knowledge of Rust.\n"
    )
    assert [r.kind for r in job.requirements] == ["required"] * 3


@pytest.mark.parametrize(
    ("line", "kind", "named"),
    [
        ("Dutch is a plus", "preferred", "dutch"),
        ("Czech (B2) required", "required", "czech_hungarian"),
        ("Good Korean", "required", "korean"),
        ("Work with French customers on required changes", "required", ""),
    ],
)
def test_a_language_asked_for_alone_is_one(line: str, kind: str, named: str) -> None:
    job = _read(f"Analyst\n\nRequirements\n- {line}\n- SQL\n")
    asked = job.requirements[0]
    spoken = [s for s in asked.skills if load_taxonomy().skills[s].kind == "language"]
    assert (asked.kind, spoken) == (kind, [named] if named else [])


def test_a_remark_in_brackets_cancels_nothing() -> None:
    job = _read(
        "Analyst\n\nRequirements\n- Ease with new fields such as grid balancing (prior experience is not required)\n- SQL\n"
    )
    assert len(job.requirements) == 2


def test_what_a_role_requires_is_asked_beside_a_list() -> None:
    job = _read(
        "Grid Analyst\n\nThis role requires strong knowledge of power markets. They want it this spring.\n\n"
        "Requirements\n- SQL\n- Python\n"
    )
    assert ("required", "This role requires strong knowledge of power markets.") in _asked(job)


def test_headings_and_dashes_glued_into_one_line_are_parted() -> None:
    job = _read(
        "Rover C++ Developer\n\nResponsibilities - Software that steers a rover over beets - Filters for its cameras and "
        "its radar - Tests in the field, wet or dry Requirements - Experience in Linux and git - Clear idea of "
        "complexity - Knowledge of electronics\n"
    )
    assert [kind for kind, _ in _asked(job)] == ["responsibility"] * 3 + ["required"] * 3
    glued = _read(
        "Fare Product Manager\n\nResponsibilities\nOwn the fares of nine ferries and every change of them. Partner with the "
        "harbours on their launches and renewalsRequirements4 years of product management. Ease with ledgers.\n"
    )
    assert ("required", "4 years of product management.") in _asked(glued)
    assert glued.min_years == 4


def test_rows_of_a_table_of_facts_name_no_employer() -> None:
    job = _read(
        "VACANCY NOTICE\nData Engineer\nFunction group and grade\tAD 5\nPlace of employment\tNarvik, Norway\n"
        "Reserve list valid until\tJune" + ASKS
    )
    assert (job.company, job.location) == (None, "Narvik, Norway")


def test_what_an_application_holds_is_no_requirement_of_the_post() -> None:
    job = _read(
        "Postdoc in Soil Imaging\n\nAll candidates must have a record of research in soil.\n\n"
        "Please include the following as one file:\n- a letter with your degree, bachelor or master\n- two contacts\n\n"
        "The position will be renewed every year. You will be affiliated with two institutes.\n"
    )
    assert [text for _, text in _asked(job)] == [
        "All candidates must have a record of research in soil."
    ]
    assert job.degree.level == "none"


@pytest.mark.parametrize(
    ("header", "company"), [("Company: US Foods", "US Foods"), ("Company: Toys R Us", "Toys R Us")]
)
def test_an_employer_may_hold_letters_that_are_a_pronoun(header: str, company: str) -> None:
    job = report_gen.parse_job(
        text=f"Data Engineer\n{header}\nLocation: Leeds\n\nRequirements\n- 3+ years of SQL\n- Python\n"
    )
    assert job.company == company


def test_products_with_a_point_in_their_name_are_no_end_of_a_sentence() -> None:
    job = report_gen.parse_job(
        text="Developer\nKite Foods\n\nRequirements\n- You have built services with Asp.Net Core and know SQL.\n- Git\n"
    )
    assert job.requirements[0].text.startswith("You have built services with Asp.Net Core")
