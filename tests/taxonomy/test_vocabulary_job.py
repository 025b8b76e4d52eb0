"""vocabulary/job.yaml: headings name one section each, cues match what they are for."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_gen.errors import UsageError
from report_gen.job.headings import guess_section, lead_section, name_section
from report_gen.job.level import find_level, find_role
from report_gen.job.words import compile_words
from report_gen.taxonomy import load_taxonomy

HEADINGS = {
    "duties": [
        "Responsibilities", "Key responsibilities:", "## What you'll do", "WHAT YOU WILL BE DOING",
        "🚀 Your mission", "In this role, you will:", "As a Senior Data Engineer, you will", "Your impact",
        "Key job responsibilities", "Essential Functions", "Deine Aufgaben", "Was dich erwartet",
        "Tes missions", "Wat ga je doen?", "Responsabilidades", "What you’ll own",
        "What your days will look like", "Day to day", "So what's the job?", "Main duties",
    ],
    "must": [
        "Requirements", "Minimum qualifications:", "Basic Qualifications", "Key Qualifications",
        "What we're looking for", "Who you are", "About you", "You have:", "Must haves", "What we need to see",
        "You may be a good fit if you", "Skills and experience", "Education & Experience", "Your profile",
        "Dein Profil", "Das bringst du mit", "Profil recherché", "Requisitos", "Required skills",
        "REQUIRED EDUCATION AND EXPERIENCE", "What you bring to the table", "Essential criteria",
        "Who should apply?", "Technical skills", "Ideal candidate", "What we need from you:",
    ],
    "nice": [
        "Nice to have", "Preferred qualifications", "Bonus points for:", "Ways to stand out from the crowd",
        "Desirable", "Good to have", "Even better if", "It would be a plus if", "Preferred / bonus skills",
        "Nice-to-haves", "What would make you stand out:", "Les plus", "Von Vorteil", "Desirable criteria",
        "What would be a bonus?", "PREFERRED",
    ],
    "benefits": [
        "Benefits", "What we offer", "Perks & benefits", "What's in it for you?", "Why join us?",
        "Wir bieten", "Das bieten wir dir", "What you'll get", "Ofrecemos", "Compensation & benefits"[15:],
    ],
    "pay": ["Salary", "Compensation", "Salary range", "Pay transparency", "Pay & Benefits"],
    "company": ["About us", "Who we are", "Company description", "Our values", "Über uns", "Life at Acme"],
    "team": ["The team", "About the team", "A day in the life", "Your team"],
    "role": ["About the role", "The role", "Overview", "Job description", "Summary", "About the job"],
    "stack": ["Tech stack", "Our stack", "Technologies we use"],
    "process": ["Interview process", "How to apply", "Next steps", "What happens next?", "The process"],
    "legal": ["Equal opportunity", "EEO statement", "Diversity and inclusion", "Privacy notice"],
    "refusal": ["Not looking for", "This is not for you if"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("section", "heading"), [(s, h) for s, listed in HEADINGS.items() for h in listed]
)
def test_headings_name_their_section(section: str, heading: str) -> None:
    assert name_section(heading, compile_words(load_taxonomy())) == section


@pytest.mark.parametrize(
    "text",
    [
        "Strong Python skills", "Design and build data pipelines", "5+ years of experience with SQL",
        "Acme GmbH", "Berlin, Germany", "Machine Learning Engineer", "Experience with Kafka or similar",
        "Mentor junior engineers", "Bachelor's degree in computer science", "You write clean code",
    ],
)  # fmt: skip
def test_entries_are_no_headings(text: str) -> None:
    assert name_section(text, compile_words(load_taxonomy())) == ""


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("You'd sit with two analysts, and you would:", "duties"),
        ("To do this well, you have:", "must"),
        ("It would be great if you:", "nice"),
        ("In return, we offer:", "benefits"),
        ("Strong candidates may also have experience with:", "nice"),
        ("Our products fall in two groups:", ""),
    ],
)
def test_sentences_open_lists(line: str, section: str) -> None:
    assert lead_section(line, compile_words(load_taxonomy())) == section


def test_unknown_headings_are_guessed_by_a_telling_word() -> None:
    words = compile_words(load_taxonomy())
    assert guess_section("Plaza Responsibilities", words) == "duties"
    assert guess_section("A few words on nothing", words) == ""


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Senior Machine Learning Engineer, Ads", "mle"), ("Software Engineer, Machine Learning", "swe"),
        ("Machine Learning Software Engineer", "mle"), ("LLM Engineer", "mle"), ("Research Engineer", "mle"),
        ("Applied Scientist II", "ds"), ("Product Analyst", "ds"), ("Data Scientist, ML", "ds"),
        ("Analytics Engineer", "de"), ("Senior Data Platform Engineer", "de"), ("AI Product Manager", "pm"),
        ("Product Owner, Data", "pm"), ("TPM, Machine Learning", "tpm"), ("Scrum Master", "tpm"),
        ("Backend Engineer - Search", "swe"), ("Engineering Manager, Speech", "mle"),
        ("MLOps Engineer", "mle"), ("Site Reliability Engineer", "swe"), ("Chef de cuisine", "other"),
        ("Machine Learning Intern", "mle"), ("Deep Learning Compiler Engineer", "mle"),
    ],
)  # fmt: skip
def test_titles_tell_roles(title: str, role: str) -> None:
    assert find_role(title, [], load_taxonomy().job_words) == role


@pytest.mark.parametrize(
    ("title", "years", "level"),
    [
        ("Senior Data Engineer", 2, "senior"), ("Data Engineer", 5, "senior"), ("Data Engineer", 3, "mid"),
        ("Data Engineer", 1, "junior"), ("Data Engineer", None, None), ("Applied Scientist II", None, "mid"),
        ("Staff Engineer", None, "staff"), ("Principal Scientist", None, "principal"),
        ("Engineering Manager, ML", 8, "manager"), ("Product Manager", 3, "mid"), ("Head of Data", None, "manager"),
        ("Senior Technical Program Manager", 7, "senior"), ("ML Engineer 5", None, "senior"),
        ("Software Engineer (L4)", None, "mid"), ("Machine Learning Intern", None, "intern"),
        ("Junior Analyst", None, "junior"), ("Software Engineer III", None, "senior"),
        ("Data Engineer", 12, "staff"), ("Director, Data Science", None, "manager"),
    ],
)  # fmt: skip
def test_levels_come_from_the_title_first(
    title: str, years: float | None, level: str | None
) -> None:
    assert find_level(title, [], "", years, load_taxonomy().job_words) == level


def test_an_unreliable_label_does_not_set_the_level() -> None:
    words = load_taxonomy().job_words
    assert find_level("Data Engineer", ["Mid-Senior level"], "", None, words) is None
    assert find_level("Data Engineer", ["Mid"], "", None, words) == "mid"


def test_a_broken_pattern_is_named(tmp_path: Path) -> None:
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "vocabulary" / "job.yaml").write_text("clearance: ['(unclosed']\n")
    with pytest.raises(UsageError) as caught:
        load_taxonomy((tmp_path,))
    assert "clearance" in caught.value.message
    assert "regular expression" in caught.value.message


def test_an_overlay_adds_words(tmp_path: Path) -> None:
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "vocabulary" / "job.yaml").write_text(
        "headings:\n  must: ['what the ship needs']\n"
    )
    words = compile_words(load_taxonomy((tmp_path,)))
    assert name_section("What the ship needs", words) == "must"
    assert name_section("Requirements", words) == "must"
