"""What an interviewer makes of a line: by its own words, its kind of deed, its silences."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

import report_gen
from report_gen.coaching.digging import AS_OFTEN, dig, with_article
from report_gen.coaching.dug_lines import dug_line
from report_gen.coaching.language.names import Names
from report_gen.coaching.language.speech import Speaker
from report_gen.coaching.wording import name_work
from report_gen.packs_cli import check_packs
from report_gen.taxonomy import load_taxonomy
from report_gen.taxonomy.verbs import verb_table

ROWS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "digging.yaml").read_text(encoding="utf-8")
)


def asked(line: str, *missing: str, ref: str = "work[0].highlights[0]", most: int = 3, metric: str = "") -> tuple[str, ...]:  # fmt: skip
    taxonomy = load_taxonomy()
    speaker = Speaker(taxonomy.language_words, Names(["Python", "Excel"]), verb_table(taxonomy))
    speech = speaker.say(line)
    name = name_work(
        speech.topic, speech.verb, speech.title, "", speech.opening, taxonomy.language_words, line
    )
    dug = dug_line(line, speech, taxonomy, ref=ref, name=name, missing=missing, metric=metric)
    return dig(dug, taxonomy.digging, Counter(), most)


def kinds(line: str) -> tuple[str, ...]:
    taxonomy = load_taxonomy()
    speaker = Speaker(taxonomy.language_words, Names(["Python", "Excel"]), verb_table(taxonomy))
    return dug_line(line, speaker.say(line), taxonomy, ref="work[0].highlights[0]", name="").kinds


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["line"][:40])
def test_a_line_is_asked_what_one_asks_of_such_a_deed(row: dict[str, Any]) -> None:
    assert (*kinds(row["line"]), "")[0] == row["kind"]
    assert list(asked(row["line"], "outcome")) == row["asked"]


def test_what_a_line_says_already_is_not_asked() -> None:
    line = "Interviewed 35 ferry passengers about the new timetable, which moved the first boat."
    assert not any("changed because of it" in q for q in asked(line, most=9))
    assert any("changed because of it" in q for q in asked(line, "outcome", most=9))


def test_a_project_is_not_asked_for_users_it_may_not_have_had() -> None:
    line = "Built a tide calculator in Python."
    assert any("complain" in q for q in asked(line, most=9))
    assert not any("complain" in q for q in asked(line, ref="projects[0].highlights[0]", most=9))


def test_only_people_are_asked_about_as_users() -> None:
    by_people = asked("Wrote the tide tables service, used by the harbour pilots.")
    by_a_thing = asked("Wrote the tide tables service, used by the phone app.")
    assert any("the harbour pilots" in q for q in by_people)
    assert not any("phone app" in q for q in by_a_thing)


def test_a_place_in_a_field_of_others_is_no_measured_change() -> None:
    line = "Crop yield forecast for the county fair, top 12%."
    assert not any("12%" in q for q in asked(line, "measured", metric="12%", most=9))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("about 40 nurses", "the 40 nurses"),
        ("a team of 9", "the team of 9"),
        ("our clients", "your clients"),
        ("the works council", "the works council"),
    ],
)
def test_people_are_named_as_one_would_say_them(written: str, said: str) -> None:
    assert with_article(written) == said


def test_no_skeleton_comes_a_third_time(analyses: dict[str, report_gen.Analysis]) -> None:
    for analysis in analyses.values():
        plain = [re.sub(r"“[^”]*”", "", q) for x in analysis.coaching.xray for q in x.invites]
        bank = {q.question for k in load_taxonomy().digging.kinds.values() for q in k.questions}
        assert max((n for q, n in Counter(plain).items() if q in bank), default=0) <= AS_OFTEN


def test_a_pack_names_what_its_question_can_not_hold(tmp_path: Path) -> None:
    text = "pointed:\n- {asks: x, pattern: 'saw (?P<who>\\w+)', questions: ['Who is {whom}?']}\n"
    (tmp_path / "digging.yaml").write_text(text, encoding="utf-8")
    assert any("whom" in problem for problem in check_packs((tmp_path,)))
