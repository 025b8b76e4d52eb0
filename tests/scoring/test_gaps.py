"""Gaps: named in the job's words, one per theme, never what the resume refutes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from report_gen.job.models import Ignored, Job
from report_gen.matching import match_requirements
from report_gen.matching.lexicon import lexicon
from report_gen.options import Options
from report_gen.resume.models import Education, LanguageSkill, Resume, SkillGroup
from report_gen.scoring import Gap, score_fit
from report_gen.scoring.career import field_gap
from report_gen.taxonomy import load_taxonomy
from tests.matching.people import JOB, OPTIONS, PERSON, ask, job, with_bullet

TAXONOMY = load_taxonomy()
LEX = lexicon(TAXONOMY)
BAKER = replace(
    PERSON,
    work=(replace(PERSON.work[0], position="Baker", highlights=("Baked bread for a street.",)),),
    skills=(),
    projects=(),
    publications=(),
)


def gaps(resume: Resume = PERSON, wanted: Job = JOB, options: Options = OPTIONS) -> tuple[Gap, ...]:
    matches = match_requirements(resume, wanted, TAXONOMY, options)
    return score_fit(matches, resume, wanted, TAXONOMY, options).gaps


def test_ids_are_unique_and_stable() -> None:
    ids = [g.id for g in gaps()]
    assert len(ids) == len(set(ids))
    assert ids == [g.id for g in gaps()]


def test_a_missing_tool_is_named_as_the_job_names_it() -> None:
    found = gaps(wanted=job(ask("Experience with Flink in production")))
    assert (
        found[0].name == "Flink in production (event streaming)"
    )  # the word of the job, and its field
    assert found[0].skills == ("flink",)
    assert found[0].requirements == ("r1",)


def test_requirements_with_the_same_missing_skill_are_one_gap() -> None:
    found = gaps(
        wanted=job(
            ask("Experience with Flink", id="r1"), ask("Run Flink jobs", "responsibility", "r2")
        )
    )
    flink = [g for g in found if "flink" in g.skills]
    assert len(flink) == 1
    assert set(flink[0].requirements) == {"r1", "r2"}


def test_what_a_bullet_shows_is_no_gap() -> None:
    wanted = job(ask("Experience with Flink in production"))
    shown = with_bullet(
        PERSON, "Own the Flink pipeline in production for 2M users; lag from 9 s to 2 s."
    )
    assert not [g for g in gaps(shown, wanted) if "flink" in g.skills]


def test_kinds() -> None:
    wanted = job(
        ask("Experience with Kafka", id="r1"),
        ask("15 years of machine learning engineering", id="r2"),
        ask("Experience with quantum computing", id="r3"),
    )
    kinds = {g.requirements[0]: g.kind for g in gaps(wanted=wanted) if g.requirements}
    assert kinds["r1"] == "listed_not_shown"
    assert kinds["r2"] == "fewer_years"
    assert kinds["r3"] == "absent"


def test_usual_gaps_come_last_and_say_so() -> None:
    flags = [g.usual for g in gaps(replace(PERSON, work=PERSON.work[1:]))]
    assert flags == sorted(flags)


def test_priorities_are_shares_and_sorted_within_the_asked_ones() -> None:
    asked = [g.priority for g in gaps() if not g.usual]
    assert asked == sorted(asked, reverse=True)
    assert all(0 < p <= 1 for p in asked)


def test_little_time_left_lowers_what_cannot_be_closed() -> None:
    soon = Options(today=OPTIONS.today, interview_date=date(2026, 11, 5), hours_per_week=5)
    wanted = job(ask("Experience with quantum computing"))
    assert gaps(wanted=wanted, options=soon)[0].priority < gaps(wanted=wanted)[0].priority


def test_another_profession_is_itself_a_gap() -> None:
    names = [
        g.name for g in gaps(wanted=replace(JOB, title="Technical Program Manager", role="tpm"))
    ]
    assert "technical program management experience" in names


def test_a_name_is_a_noun_phrase_and_never_ends_in_a_small_word() -> None:
    from report_gen.scoring.phrases import key_phrase

    assert key_phrase("worked with speech or with languages other than Polish") == (
        "worked with speech or with languages"
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Experience with uplift modelling", "uplift modelling (causal inference)"),
        ("Hands-on with ROS 2", "ROS 2 (robotics)"),
        ("Experience with robotics", "robotics"),
    ],
)
def test_a_method_is_named_with_its_field_unless_it_says_it(text: str, name: str) -> None:
    found = [g.name for g in gaps(wanted=job(ask(text))) if g.requirements == ("r1",)]
    assert found[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Exposure to Erlang or Elixir", "Erlang or Elixir"),
        ("12+ yrs of experience in embedded Rust", "years of embedded Rust"),
    ],
)
def test_how_a_thing_is_asked_is_not_in_its_name(text: str, name: str) -> None:
    found = [g.name for g in gaps(BAKER, job(ask(text))) if g.requirements == ("r1",)]
    assert found[0] == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("B.E./B.Tech/MCA", ["a degree (B.E./B.Tech/MCA)"]),
        ("HBO werk- en denkniveau", ["a degree (HBO werk- en denkniveau)"]),
        ("Master's degree in physics", ["Master's degree in physics"]),
        (
            "Bachelor's degree in physics and experience with Flink",
            ["Bachelor's degree in physics", "Flink (event streaming)"],
        ),
    ],
)
def test_a_degree_is_called_one_and_named_apart_from_what_stands_beside_it(
    text: str, names: list[str]
) -> None:
    person = replace(PERSON, education=())
    found = [g.name for g in gaps(person, job(ask(text))) if g.requirements == ("r1",)]
    assert sorted(found) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Very good Dutch (at least C1) and good English skills", "Dutch"),
        ("Fluent Spanish or Portuguese", "Spanish or Portuguese"),
        ("German and Italian, both fluent", "Italian"),
    ],
)
def test_only_the_language_that_is_lacking_is_the_gap(text: str, name: str) -> None:
    speaks = {"German": "native", "English": "C1", "Dutch": "B1"}
    person = replace(
        PERSON, languages=tuple(LanguageSkill(language=n, fluency=f) for n, f in speaks.items())
    )
    found = [g.name for g in gaps(person, job(ask(text))) if g.requirements == ("r1",)]
    assert found == [name]


def test_beside_a_degree_that_is_held_only_the_rest_is_a_gap() -> None:
    wanted = job(ask("Master's degree in computer science and experience with Flink"))
    found = [g for g in gaps(wanted=wanted) if g.requirements == ("r1",)]
    assert [g.skills for g in found] == [("flink",)]


def test_what_is_lacking_is_said_where_the_phrase_says_another_thing() -> None:
    wanted = job(ask("Coach junior engineers and raise the bar in chaos engineering"))
    mentor = with_bullet(PERSON, "Mentored four junior engineers; two were promoted.")
    named = [g.name.casefold() for g in gaps(mentor, wanted) if g.requirements]
    assert any("chaos engineering" in n for n in named)


def _posting_of(field_line: str) -> Job:
    told = tuple(Ignored(text=field_line, why="company", line=n) for n in (1, 2))
    return replace(job(ask("Experience with PyTorch")), ignored=told)


def test_the_employers_field_is_a_gap_where_the_resume_never_touches_it() -> None:
    wanted = _posting_of("We build software for farmers and their crops.")
    field = [g for g in gaps(wanted=wanted) if "farming" in g.name]
    assert len(field) == 1
    assert field[0].kind == "domain"
    farmer = with_bullet(PERSON, "Counted weeds in crops for farmers with a small detector.")
    assert not [g for g in gaps(farmer, wanted) if "farming" in g.name]


def test_a_field_named_once_is_no_gap() -> None:
    wanted = _posting_of("We build software for farmers and their crops.")
    once = replace(wanted, ignored=wanted.ignored[:1])
    assert not [g for g in gaps(wanted=once) if "farming" in g.name]


@pytest.mark.parametrize(
    ("told", "found"), [("We keep ferries on time.", 0), ("We build ferries for farmers.", 1)]
)
def test_whom_one_works_beside_is_no_field_of_the_employer(told: str, found: int) -> None:
    lines = ("Ranking models beside the desk for farmers", "A/B tests with the crops desk")
    asked = replace(_posting_of(told), requirements=tuple(ask(line) for line in lines))
    matches = match_requirements(PERSON, asked, TAXONOMY, OPTIONS)
    assert len(field_gap(matches, asked, LEX, OPTIONS)) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Accounting, legal or another domain in which mistakes are expensive", "Accounting, legal or another domain"),
        ("Slurm, Volcano or Nomad in production", "Slurm, Volcano or Nomad in production"),
        ("Design, run and interpret experiments with buyers", "interpreting experiments with buyers"),
        ("Build and look after data marts and dashboards", "data marts and dashboards"),
        ("Bring new detectors onto the vehicle computer within tight limits", "bringing new detectors onto the vehicle computer"),
        ("Define metrics and release criteria with the safety team", "metrics and release criteria with the safety team"),
        ("Show sailors how to read a tide table without help", "showing sailors how to read a tide table without help"),
        ("Make sure that no ferry leaves late because of a form", "making sure that no ferry leaves late"),
        ("Knowing when not to trust a chart", "Knowing when not to trust a chart"),
        ("Help us decide what to repair and what to sell", "deciding what to repair"),
        ("Able to explain a tide to somebody who has never seen one", "explaining a tide"),
        ("Keep two shifts supplied with rope", "keeping two shifts supplied with rope"),
        ("Get the harbour, two towns and a bank to agree on one timetable", "getting the harbour, two towns and a bank to agree on one timetable"),
        ("Having run sea trials and been able to stop one", "sea trials"),
        ("Solid command of Rust and Zig is necessary", "Rust and Zig"),
        ("Experience with design reviews for hulls", "design reviews for hulls"),
    ],
)  # fmt: skip
def test_a_name_is_what_is_worked_on_in_the_postings_words(text: str, name: str) -> None:
    found = [g.name for g in gaps(BAKER, job(ask(text))) if g.requirements == ("r1",)]
    assert re.sub(r" \(.*\)$", "", found[0]) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Map the mooring journey with the harbour office", "mapping the mooring journey"),
        ("Month 2: agree the tide limits with the insurers", "agreeing the tide limits with the insurers"),
        ("Launched two ferries in one season", "launching two ferries in one season"),
        ("Within a year, you will have rebuilt the pilot roster", "rebuilding the pilot roster"),
    ],
)  # fmt: skip
def test_a_duty_in_a_verb_or_told_as_done_is_named_as_what_one_does(text: str, name: str) -> None:
    wanted = job(replace(ask(text), kind="responsibility"))
    found = [g.name for g in gaps(BAKER, wanted) if g.requirements == ("r1",)]
    assert re.sub(r" \(.*\)$", "", found[0]).startswith(name)


def _worked_as(title: str) -> Resume:
    return replace(PERSON, work=tuple(replace(w, position=title) for w in PERSON.work))


def test_years_are_told_by_the_nearest_title() -> None:
    wanted = job(ask("15+ years in general insurance pricing", years=15.0))

    def told(resume: Resume) -> set[str]:
        verdict = match_requirements(resume, wanted, TAXONOMY, OPTIONS).requirements[0]
        return {verdict.why, *(g.why for g in gaps(resume, wanted) if g.requirements)}

    analyst = told(_worked_as("Pricing Analyst"))
    assert all(
        re.search(r"as Pricing Analyst you have [\d.]+ near to it\.", why) for why in analyst
    )
    assert all("none of your positions is about this" in why for why in told(BAKER))


def test_years_under_a_near_title_are_no_gap_in_years() -> None:
    wanted = job(ask("2+ years in tariff pricing with Snowflake", years=2.0))
    found = [g for g in gaps(_worked_as("Tariff Pricing Analyst"), wanted) if g.requirements]
    assert not [g for g in found if g.name.startswith("years of") and g.kind == "fewer_years"]


def test_a_profession_the_posting_welcomes_is_no_gap() -> None:
    open_to = "3+ years as an engineer, scientist or analyst"
    wanted = replace(job(ask(open_to, years=3.0)), title="Product Manager", role="pm")
    other = replace(wanted, requirements=(ask("3+ years as a product manager", years=3.0),))
    assert "domain" not in [g.kind for g in gaps(wanted=wanted)]
    assert "domain" in [g.kind for g in gaps(wanted=other)]


def test_years_and_profession_are_one_gap() -> None:
    line = "7+ years of technical program management"
    wanted = replace(job(ask(line, years=7.0)), title="Technical Program Manager", role="tpm")
    named = [g.name for g in gaps(wanted=wanted) if "technical program management" in g.name]
    assert named == ["years of technical program management"]


def test_what_newer_work_comes_near_is_not_stale() -> None:
    old = replace(PERSON.work[-1], start_date="2008-01", end_date="2012-01",
                  highlights=("Owned the RabbitMQ queues of the booking system in production.",))  # fmt: skip
    wanted = job(ask("Experience with RabbitMQ"))
    lone = replace(PERSON, work=(old,), projects=(), skills=())
    assert [g.kind for g in gaps(lone, wanted) if g.requirements] == ["stale"]
    new = replace(PERSON.work[0], end_date="",
                  highlights=("Own the Kafka streams of the payment system in production.",))  # fmt: skip
    assert not [g for g in gaps(replace(lone, work=(new, old)), wanted) if g.kind == "stale"]


def test_what_a_line_names_or_its_kind_shows_is_told_as_a_part() -> None:
    docker = replace(BAKER, skills=(SkillGroup(name="Tools", keywords=("Docker", "Git")),))
    wanted = job(ask("Experience with Kubernetes"))
    (found,) = [g for g in gaps(docker, wanted) if g.requirements]
    assert found.kind == "adjacent"  # another of its family is no proof that it is listed
    assert "near" in found.why.casefold()
    assert "Docker" in found.why
    assert "No line of your resume names" not in found.why
    (lacking,) = [g for g in gaps(BAKER, wanted) if g.requirements]
    assert lacking.kind == "absent"
    assert "Near it" not in lacking.why


def test_who_studied_statistics_is_not_told_that_nothing_speaks_of_it() -> None:
    plain = replace(BAKER, education=())
    taught = with_bullet(plain, "Taught the statistics module of a bakers' school.")
    wanted = replace(job(ask("Experience with Tableau")), title="Data Scientist", role="ds")
    for resume, kind in ((plain, "absent"), (taught, "adjacent")):
        usual = [g for g in gaps(resume, wanted) if g.usual and "statistics" in g.name]
        assert [g.kind for g in usual] in ([kind], [])
    told = [g for g in gaps(taught, wanted) if "statistics" in g.name]
    assert all("Nothing in the resume" not in g.why for g in told)


@pytest.mark.parametrize(
    ("text", "shown", "not_shown"),
    [
        ("Time spent teaching or working in a school.", "teaching", "user_metrics"),
        ("Simulation or queueing models", "queueing_models", "message_queues"),
        ("Knows queueing theory and waiting times", "queueing_models", "message_queues"),
        ("Built a discrete-event model in SimPy", "queueing_models", "message_queues"),
        ("You would set the launch criteria", "experiment_decisions", "shadow_canary"),
        ("Segmented regression with an interval", "quasi_experiments", "message_queues"),
    ],
)
def test_a_word_of_two_trades_is_read_as_its_line_means_it(
    text: str, shown: str, not_shown: str
) -> None:
    found = {m.id for m in TAXONOMY.find_skills(text)}
    assert shown in found
    assert not_shown not in found


def titled(title: str, tools: tuple[str, ...] = ()) -> Resume:
    work = (replace(BAKER.work[0], position=title), *BAKER.work[1:])
    return replace(BAKER, work=work, skills=(SkillGroup(name="Tools", keywords=tools),))


def test_one_of_two_tools_that_is_there_leaves_the_other_no_gap() -> None:
    wanted = job(ask("Experience in developing dashboards in Power BI or Tableau"))
    assert not [g for g in gaps(titled("Baker", ("Power BI",)), wanted) if "tableau" in g.skills]
    assert [g for g in gaps(titled("Baker"), wanted) if "tableau" in g.skills]


def test_ones_own_trade_is_no_gap() -> None:
    wanted = job(ask("Program management with closeness to customers"))
    own = gaps(titled("Senior Program Manager"), wanted)
    assert not [g for g in own if "program_management" in g.skills]
    assert [g for g in gaps(titled("Baker"), wanted) if "program_management" in g.skills]


def test_an_alternative_of_what_is_shown_only_fills_a_short_list() -> None:
    choice = ask("PyTorch or JAX for ranking models", id="r1")
    others = ["COBOL", "Ansible", "Fortran", "Drupal", "Salesforce"]
    more = [ask(f"{o} in daily use", id=f"r{n}") for n, o in enumerate(others, 2)]
    many = gaps(wanted=job(choice, *more))
    assert not [g for g in many if "jax" in g.skills]
    assert {g.kind for g in gaps(wanted=job(choice)) if "jax" in g.skills} <= {"adjacent"}


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Worked with satellite or drone imagery of vineyards and soil", "defence"),
        ("Credit for teachers who finish a course", "banking"),
        ("Accompanying the pilot customers on site", "councils"),
    ],
)
def test_no_field_is_named_beside_a_line_that_is_not_of_it(text: str, foreign: str) -> None:
    assert not [g.name for g in gaps(BAKER, job(ask(text))) if foreign in g.name]


def test_with_whom_one_works_is_no_field_one_lacks() -> None:
    found = gaps(BAKER, job(ask("Stakeholder management (sales, legal, finance)")))
    assert not [g for g in found if "domain_sales" in g.skills or "(sales" in g.name]
    assert [g for g in gaps(BAKER, job(ask("Knowledge of sales"))) if "domain_sales" in g.skills]


def test_a_duty_among_others_decides_nothing_alone_and_a_must_does() -> None:
    line = "Deploy the ovens on Snowflake together with the engineers"
    duties = [ask(f"Keep bakery number {n} clean", "responsibility", f"d{n}") for n in range(4)]
    for kind, severity in (("responsibility", "major"), ("required", "critical")):
        found = gaps(BAKER, job(ask(line, kind, "r1"), *duties))  # type: ignore[arg-type]
        assert next(g for g in found if "Snowflake" in g.name).severity == severity


def test_what_the_posting_gives_time_for_weighs_less() -> None:
    found = [
        next(g for g in gaps(BAKER, job(ask(text))) if "on_call" in g.skills)
        for text in ("Join the on-call rota", "Join the on-call rota after six months")
    ]
    assert found[1].priority < found[0].priority
    assert found[1].severity != "critical"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("3+ years of experience in data science or advanced analytics", "Data Analyst"),
        ("4 years in accounting or data science", "Data Scientist"),
    ],
)
def test_of_two_trades_the_one_held_for_long_leaves_no_gap(line: str, title: str) -> None:
    held = replace(
        titled(title),
        work=(replace(PERSON.work[0], position=title, start_date="2016-01", end_date="",
                      highlights=("Analysed which loaves sell, in SQL and Python.",)),),
    )  # fmt: skip
    assert not any("data_science" in g.skills for g in gaps(held, job(ask(line, years=3.0))))


def test_a_list_of_examples_with_one_shown_denies_none_of_the_others_first() -> None:
    line = "Evaluate campaigns by causal methods such as propensity matching or synthetic control"
    shown = with_bullet(BAKER, "Matched readers of a letter with controls by propensity score.")
    found = gaps(shown, job(ask(line, "responsibility")))
    assert not any("propensity" in g.name for g in found)
    assert any("propensity" in g.name for g in gaps(BAKER, job(ask(line, "responsibility"))))


def test_a_doctorate_taken_in_place_of_years_leaves_no_years_to_prepare() -> None:
    line = "PhD in computer science, or a Master's degree and 4+ years of machine learning"
    fresh = replace(
        PERSON,
        work=(replace(PERSON.work[0], position="Research Assistant", start_date="2025-01", end_date=""),),
        education=(Education(institution="Leeds", area="Computer Science", study_type="PhD", end_date="2025"),),
    )  # fmt: skip
    wanted = replace(job(ask(line, years=4.0)), min_years=4.0)
    assert not any(g.kind == "fewer_years" for g in gaps(fresh, wanted))
    master = replace(fresh, education=(replace(fresh.education[0], study_type="MSc"),))
    assert any(g.kind == "fewer_years" for g in gaps(master, wanted))
