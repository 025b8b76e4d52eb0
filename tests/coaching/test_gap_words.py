"""What a gap is called aloud, and which wording it gets."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

import pytest

import report_gen
from report_gen import pipeline
from report_gen.coaching.case import Case, choose, find_company, has_cue, shorten, soft_lower
from report_gen.coaching.gap_context import nearest_lines
from report_gen.coaching.gap_entries import entry_for
from report_gen.coaching.gap_kinds import day_in_words, is_tongue
from report_gen.coaching.gap_words import gap_label, has_subject, spoken_topic
from report_gen.coaching.models import GapScript
from report_gen.coaching.nearness import closeness
from report_gen.coaching.own_names import clause
from report_gen.coaching.own_probes import probe_kinds
from report_gen.coaching.scripts import draft_scripts
from report_gen.matching.models import LineReading
from report_gen.matching.words import stems
from report_gen.options import Options
from report_gen.resume.models import Publication
from report_gen.scoring.models import Gap
from tests.conftest import JOBS, PEOPLE, TODAY


@lru_cache(maxsize=1)
def case() -> Case:
    analysis = report_gen.analyze(
        report_gen.parse_resume(PEOPLE / "hanneke-de-wit.json", today=TODAY),
        report_gen.parse_job(JOBS / "data-platform.txt"),
        today=TODAY,
    )
    return Case(
        assessment=analysis.assessment,
        matches=analysis.matches,
        resume=analysis.resume,
        job=analysis.job,
        taxonomy=pipeline.load_packs(),
        options=Options(today=TODAY),
        stories=analysis.coaching.stories,
    )


def gap(
    name: str,
    *skills: str,
    kind: str = "absent",
    dimension: str = "data_engineering",
    **more: object,
) -> Gap:
    given = {"requirements": ("r1",), **more}
    return Gap(
        id="g",
        name=name,
        kind=kind,
        severity="major",
        priority=0.5,
        dimension=dimension,
        skills=skills,
        **given,
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (gap("data quality", "data_quality"), "data quality"),
        (gap("years of data engineering", "data_engineering"), "data engineering"),
        (gap("5+ years of data engineering"), "data engineering"),
        (gap("Bachelor's degree in a technical field"), "the degree you ask for"),
        (gap("Papers at good conferences"), "publications"),
        (gap("hands-on product management", kind="domain", requirements=()), "product management"),
        (gap("live coding", dimension="coding", usual=True), "live coding"),
        (gap("measure what you do before you change it"), "data engineering"),
    ],
)
def test_spoken_topic(given: Gap, said: str) -> None:
    assert spoken_topic(given, case()) == said


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("a degree (B.E./B.Tech/MCA from a recognised university)", "the degree asked for"),
        (
            "certified in the safe handling of chemical stores and yards",
            "the certificate asked for",
        ),
        ("Bachelor's degree in physics", "Bachelor's degree in physics"),
    ],
)
def test_a_task_speaks_to_the_candidate(name: str, label: str) -> None:
    assert gap_label(gap(name), case()) == label


@pytest.mark.parametrize(
    ("line", "name", "skill", "said"),
    [
        ("Statistics in R or Stata", "R", "r_lang", "R"),
        (
            "Reduce cost per square metre",
            "reduce cost per square metre",
            "cost_optimization",
            "cost",
        ),
        ("Work with clinical staff", "work with clinical staff", "domain_health", "healthcare"),
    ],
)
def test_a_topic_claims_no_more_than_the_posting_says(
    line: str, name: str, skill: str, said: str
) -> None:
    asked = replace(case().job.requirements[0], text=line)
    there = replace(case(), job=replace(case().job, requirements=(asked,)))
    assert spoken_topic(gap(name, skill, requirements=(asked.id,)), there) == said


def test_the_most_specific_wording_wins() -> None:
    words = case().taxonomy.scripts
    own, specific = entry_for(gap("SQL", "sql"), case())
    assert specific
    assert own.question == words.skills["sql"].question
    wide, specific = entry_for(gap("numbers people trust", usual=True, requirements=()), case())
    assert not specific
    assert wide.question == words.dimensions["data_engineering"].question


def test_every_kind_of_gap_has_words_of_its_own() -> None:
    kinds = ("absent", "adjacent", "listed_not_shown", "stale", "fewer_years", "level", "domain")
    openings = set()
    for kind in kinds:
        skill = "react" if kind == "absent" else "kafka"  # streaming is near her own work
        one = replace(case().assessment, gaps=(gap("stream processing", skill, kind=kind),))
        scripts, blanks = draft_scripts(
            Case(
                assessment=one, matches=case().matches, resume=case().resume, job=case().job,
                taxonomy=case().taxonomy, options=case().options,
            )
        )  # fmt: skip
        openings.add(scripts["g"].acknowledge.plain)
        assert blanks
        assert blanks[0].question.startswith("What have you finished")
    assert len(openings) == len(kinds)


def scripts_for(*gaps: Gap) -> dict[str, GapScript]:
    numbered = tuple(replace(g, id=f"g{n}") for n, g in enumerate(gaps))
    made, _ = draft_scripts(
        Case(
            assessment=replace(case().assessment, gaps=numbered), matches=case().matches,
            resume=case().resume, job=case().job, taxonomy=case().taxonomy, options=case().options,
        )
    )  # fmt: skip
    return made


def sentences(script: GapScript) -> set[str]:
    texts = [d.plain for t in script.turns for d in (t.full,)]
    found = {s.strip() for t in (*texts, *script.avoid) for s in re.split(r"(?<=[.!?])\s", t)}
    found |= {script.question, *(t.question for t in script.turns)}
    return {s for s in found if len(s.split()) > 3}


def test_no_two_gaps_share_a_sentence_of_ours() -> None:
    made = scripts_for(
        gap("Spark", "spark"), gap("React", "react"), gap("Kubernetes", "kubernetes"),
        gap("Elasticsearch", "elasticsearch"), gap("Solr", "lucene_solr"),
        gap("fraud detection", "fraud_detection"), gap("testing", "testing"),
    )  # fmt: skip
    own = {s.text for line in case().deeds for s in case().speaker.say(line.text).sentences}
    told: dict[str, str] = {}
    for id, script in made.items():
        for sentence in sentences(script) - own:
            assert sentence not in told, (sentence, id, told[sentence])
            told[sentence] = id


def test_the_longer_answer_goes_on_where_the_shorter_ends() -> None:
    for script in scripts_for(gap("React", "react"), gap("testing", "testing")).values():
        assert [t.kind for t in script.turns] == ["direct", "probe", "push_back"]
        for turn in script.turns:
            assert 15 <= len(turn.short.plain.split()) <= 75, turn
            assert len(turn.full.plain.split()) > len(turn.short.plain.split())
        for turn in script.turns[1:]:
            assert turn.full.plain.startswith(turn.short.plain)


def test_a_probe_is_answered_and_not_talked_past() -> None:
    entry = case().taxonomy.scripts.skills["kubernetes"]
    (script,) = scripts_for(gap("Kubernetes", "kubernetes")).values()
    probe = script.turns[1]
    assert probe.question == entry.probe[0]
    assert probe.short.plain.startswith(entry.deeper[0])


def test_never_is_not_said_of_work_next_door() -> None:
    never = {a.split("{")[0] for a in case().taxonomy.scripts.kinds["absent"]["acknowledge"]}
    (near,) = scripts_for(gap("Pulsar", "pulsar", requirements=("none",))).values()
    assert not any(near.acknowledge.plain.startswith(n) for n in never if n)
    assert any("Kafka" in p.plain or "stream" in p.plain for p in (near.bridge,))


def test_what_is_not_near_is_no_bridge() -> None:
    other = [
        opening.split("{place}")[0].strip(" ,")
        for kind, slots in case().taxonomy.scripts.kinds.items()
        if kind.startswith("habit_")
        for opening in slots["lean_on"]
    ]
    for name, skill in (("React", "react"), ("speech recognition", "asr")):
        asked = gap(name, skill, requirements=("none",))
        (script,) = scripts_for(asked).values()
        said = script.bridge.plain
        assert not said or any(said.startswith(o) for o in other), said
        assert not script.near
    (paper,) = scripts_for(gap("PMP or agile certification", requirements=("r2",))).values()
    instead = case().taxonomy.scripts.kinds["credential"]["lead_in"]
    assert any(paper.bridge.plain.startswith(i.split(",")[0].split("{")[0]) for i in instead)


def test_gaps_without_a_bridge_open_in_other_words_and_share_none() -> None:
    gaps = [
        replace(gap(name, skill), id=name)
        for name, skill in (("React", "react"), ("speech recognition", "asr"), ("robotics", "ros"))
    ]
    asked = Case(
        assessment=replace(case().assessment, gaps=tuple(gaps)),
        matches=case().matches, resume=case().resume, job=case().job, taxonomy=case().taxonomy,
        options=Options(today=TODAY),
    )  # fmt: skip
    scripts, _ = draft_scripts(asked)
    opened = [s.acknowledge.plain for s in scripts.values()]
    assert len(set(opened)) == len(opened) == 3
    said = [s.bridge.plain for s in scripts.values() if s.bridge.parts]
    assert len(set(said)) == len(said)
    reasons = [sentence for s in scripts.values() for sentence in s.reasoning.plain.split(". ")]
    assert len(set(reasons)) == len(reasons)


def test_what_is_public_is_not_denied() -> None:
    never = case().taxonomy.scripts.kinds["public"]["acknowledge"]
    resume = replace(
        case().resume,
        publications=(Publication(name="Late rows in ledgers", publisher="A workshop"),),
    )
    paper = LineReading(ref="publications[0]", text="Late rows in ledgers. A workshop", level=2)
    asked = Case(
        assessment=replace(
            case().assessment,
            gaps=(
                replace(gap("publications or talks on search"), id="papers"),
                replace(gap("contributed to open source", "open_source"), id="code"),
            ),
        ),
        matches=replace(case().matches, lines=(*case().matches.lines, paper)),
        resume=resume, job=case().job, taxonomy=case().taxonomy, options=Options(today=TODAY),
    )  # fmt: skip
    scripts = draft_scripts(asked)[0]
    assert scripts  # one script may serve both
    for script in scripts.values():
        assert script.acknowledge.plain not in never
        assert "Late rows in ledgers" in script.bridge.plain
        assert script.near == ("publications[0]",)


@pytest.mark.parametrize(
    ("line", "skills", "entry"),
    [
        ("Use of LLMs in triage of claims", ("llm",), "language_models_at_work"),
        ("Fine-tune language models of proteins", ("fine_tuning", "llm"), "models_of_sequences"),
        ("Generative models of small molecules", ("generative_models",), "designed_sequences"),
        ("Fine-tune a coding assistant on our repositories", ("fine_tuning",), "models_of_code"),
        ("Reduce the cloud bill of the platform", ("cost_optimization",), "cloud_bill"),
        ("Write design documents for the tram network", ("design_review",), "design_pages"),
        ("Lead architecture reviews of the tram network", ("design_review",), ""),
        ("Own geo experiments and incrementality", ("attribution",), "what_an_ad_added"),
        (
            "Differential privacy for ward statistics",
            ("differential_privacy",),
            "numbers_without_persons",
        ),
        ("Delete personal records on request", ("privacy_engineering",), ""),
        ("Ship features with LLMs to shoppers", ("llm",), ""),
        ("Fine-tune models for the tone of a brand", ("fine_tuning",), ""),
        ("Reduce the cost per square metre of our halls", ("cost_optimization",), ""),
        ("Explain claims to customers", ("communication",), ""),
    ],
)
def test_one_skill_means_different_things_in_different_places(
    line: str, skills: tuple[str, ...], entry: str
) -> None:
    """The same skill asked for in another place has another question and another answer."""
    asked = replace(case().job.requirements[0], text=line)
    there = replace(case(), job=replace(case().job, requirements=(asked,)))
    narrower = {e.id: e for e in there.taxonomy.scripts.subjects.values() if e.narrows}
    made, _ = entry_for(gap(skills[0], *skills, requirements=(asked.id,)), there)
    fitting = [id for id, e in narrower.items() if e.question == made.question]
    assert fitting == ([entry] if entry else [])
    if entry:
        assert made.reasoning[0] == narrower[entry].reasoning[0]


def test_a_language_people_speak_has_words_of_its_own() -> None:
    spanish = gap("spanish or catalan", dimension="", kind="absent")
    assert is_tongue(spanish, case())
    assert not is_tongue(gap("English breakfast", "python"), case())
    (script,) = scripts_for(spanish).values()
    assert "authority" not in script.question
    languages = [t.language for t in case().resume.languages]
    assert all(name in script.bridge.plain for name in languages) or not languages


def test_years_are_named_as_the_posting_writes_them() -> None:
    asked = gap("years of streaming data on kafka for large banks", kind="fewer_years")
    assert spoken_topic(asked, case()) == "streaming data"


def test_little_time_is_said_honestly() -> None:
    short = Case(
        assessment=replace(case().assessment, gaps=(gap("data quality", "data_quality"),)),
        matches=case().matches, resume=case().resume, job=case().job, taxonomy=case().taxonomy,
        options=Options(today=TODAY, interview_date=date(2026, 11, 5)),
    )  # fmt: skip
    scripts, _ = draft_scripts(short)
    honest = case().taxonomy.scripts.kinds["any"]["honest"]
    first = {h.split("{finished}")[0].split(".")[0][:20] for h in honest}
    assert any(scripts["g"].plan.plain.startswith(f) for f in first)


def test_dates_without_figures() -> None:
    assert day_in_words(date(2026, 12, 5)) == "the fifth of December"
    assert day_in_words(date(2026, 1, 31)) == "the thirty-first of January"


def test_a_company_is_found_by_name_and_alias_only() -> None:
    taxonomy = pipeline.load_packs()
    for name, id in (
        ("Amazon Web Services, Inc.", "amazon"),
        ("Facebook", "meta"),
        ("NVIDIA Corp", "nvidia"),
    ):
        found = find_company(name, taxonomy)
        assert found is not None
        assert found.id == id
    assert find_company("Metaform", taxonomy) is None
    assert find_company("", taxonomy) is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Built the feed ranker; clicks rose by 4%", "Built the feed ranker"),
        ("Worked with editors, translators, the print shop and two sales teams to publish the whole spring catalogue", "Worked with editors, translators, the print shop and two sales teams ..."),
        ("Reduced cost of the nightly jobs by moving to spot machines, saving money", "Reduced cost of the nightly jobs by moving to spot machines"),
    ],
)  # fmt: skip
def test_a_clause_short_enough_to_be_quoted(line: str, said: str) -> None:
    assert clause(line) == said


def test_cues_are_whole_words() -> None:
    assert has_cue("ranking of ads", "ads")
    assert not has_cue("roads", "ads")
    assert has_cue("recommendations", "recommend*")
    assert not has_cue("ragged", "rag")


def test_choice_is_stable_and_text_helpers_keep_names() -> None:
    assert choose(("a", "b", "c"), "x") == choose(("a", "b", "c"), "x")
    assert soft_lower("ML System Design") == "ML system design"
    assert shorten("one two three, four five six", 5) == "one two three ..."


def test_a_text_has_no_callers() -> None:
    said = LineReading(
        ref="work[0].highlights[0]",
        text="Wrote the engineering handbook chapter on API versioning",
        owner="work[0]",
        level=3,
        skills=("rest_api",),
    )
    built = replace(said, text="Built the versioning service of our public API")
    assert "service" in probe_kinds(built, case())
    assert not {"service", "alternative"} & set(probe_kinds(said, case()))


def test_what_both_are_related_to_is_no_link() -> None:
    skills = case().taxonomy.skills
    both = set(skills["ranking"].related) & set(skills["nlp"].related)
    assert both
    text = LineReading(
        ref="work[0].highlights[0]", text="Used language tools", skills=("nlp",), level=2
    )
    assert closeness(gap("ranking", "ranking"), text, case()) == 0


def test_leading_without_authority_is_not_asked_whom_one_hired() -> None:
    lone = gap(
        "leading engineers without formal authority",
        "leadership",
        dimension="behavioral_leadership",
    )
    led = gap("leading engineers", "leadership", dimension="behavioral_leadership")
    assert entry_for(lone, case())[0].question != entry_for(led, case())[0].question


def test_a_subject_of_one_field_is_not_told_as_the_nearest_other() -> None:
    """Proteins are no hospital records, and biologists' loops no page tests."""
    entries = pipeline.load_packs().scripts.skills
    assert entries["protein_ml"].id == "structure_and_dynamics"


def test_a_closing_phrase_has_no_subject_and_gets_no_script() -> None:
    phrase = gap("You hold it together", dimension="")
    assert not has_subject(phrase, case())
    assert has_subject(gap("Flink in production", "flink"), case())


def test_years_are_bridged_by_the_strong_line_most_like_them() -> None:
    years = gap("5 years of data pipelines", kind="fewer_years")
    vectors = case().taxonomy.vectors
    wanted = vectors.direction(stems(years.name))
    found = nearest_lines(years, case(), {}, most=3)
    alike = [vectors.direction(stems(line.text)).likeness(wanted) for line in found]
    assert len(alike) == 3
    assert alike == sorted(alike, reverse=True)


def test_launch_criteria_and_queues_of_people_have_words_of_their_own() -> None:
    launch = gap("launch criteria", "experiment_decisions", dimension="business_metrics")
    assert "open" in " ".join(entry_for(launch, case())[0].reasoning)
    waits = gap("queueing models", "queueing_models", dimension="ml_theory_math")
    assert "arrivals" in " ".join(entry_for(waits, case())[0].reasoning)
