"""A coach's edits: found, marked, held to the ledger, carried on, and never lost."""

from __future__ import annotations

import copy
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import report_gen
from report_gen import Analysis, ReportGenError
from report_gen.analysis.carrying import carry_edits
from report_gen.analysis.parts import digest, digests, entries, part_name, part_split
from tests.conftest import JOBS, PEOPLE, TODAY

WHEN = date(2026, 11, 20)


@pytest.fixture
def data(analyses: dict[str, Analysis]) -> dict[str, Any]:
    return copy.deepcopy(analyses["mira-okafor"].to_dict())


def say(text: str) -> dict[str, Any]:
    return {"parts": [{"text": text}]}


def marks(analysis: Analysis) -> dict[str, tuple[str, str, date | None]]:
    return {e.part: (e.state, e.by, e.on) for e in analysis.edits}


def test_a_file_as_it_was_written_has_no_edits(data: dict[str, Any]) -> None:
    assert data["edits"] == []
    assert Analysis.from_dict(json.loads(json.dumps(data))).edits == ()


def test_other_number_spellings_of_an_editor_are_no_edits(data: dict[str, Any]) -> None:
    data["plan"]["budget"] = int(data["plan"]["budget"])
    assert Analysis.from_dict(data).edits == ()


def test_each_kind_of_edit_is_marked_with_who_and_when(data: dict[str, Any]) -> None:
    data["stories"][0]["action"] = say("I rewrote the feature pipeline.")
    data["gaps"][0]["script"]["acknowledge"] = say("I have not done this yet.")
    data["next_actions"] = ["Call the recruiter."]
    removed = data["questions"].pop(3)["id"]
    data["questions"].append({**data["questions"][0], "id": "of_the_coach"})
    found = marks(Analysis.from_dict(data, editor="Jo Reyes", today=WHEN))
    gap, story = data["gaps"][0]["id"], data["stories"][0]["id"]
    who = ("Jo Reyes", WHEN)
    assert found == {
        f"stories[{story}].action": ("edited", *who),
        f"gaps[{gap}].script.acknowledge": ("edited", *who),
        "next_actions": ("edited", *who),
        f"questions[{removed}]": ("removed", *who),
        "questions[of_the_coach]": ("added", *who),
    }


def test_a_mark_stays_until_the_part_is_edited_again(data: dict[str, Any]) -> None:
    data["stories"][0]["title"] = "First try"
    first = Analysis.from_dict(data, editor="Jo", today=WHEN).to_dict()
    later = date(2026, 12, 1)
    assert marks(Analysis.from_dict(first, editor="Sam", today=later)) == marks(
        Analysis.from_dict(first)
    )
    first["stories"][0]["title"] = "Second try"
    (edit,) = Analysis.from_dict(first, editor="Sam", today=later).edits
    assert (edit.by, edit.on) == ("Sam", later)


def test_without_a_name_an_edit_is_found_but_nobody_is_named(data: dict[str, Any]) -> None:
    data["stories"][0]["title"] = "Another title"
    (edit,) = Analysis.from_dict(data).edits
    assert (edit.by, edit.on) == ("", None)


def test_an_edit_taken_back_is_no_edit(data: dict[str, Any]) -> None:
    was = data["stories"][0]["title"]
    data["stories"][0]["title"] = "Another title"
    edited = Analysis.from_dict(data, editor="Jo", today=WHEN).to_dict()
    edited["stories"][0]["title"] = was
    assert Analysis.from_dict(edited).edits == ()


@pytest.mark.parametrize("claim", ["cut costs by 83 percent", "did this at Globex", "used fooBar"])
def test_edited_words_without_a_source_are_refused_with_their_place(
    data: dict[str, Any], claim: str
) -> None:
    data["stories"][0]["action"] = say(f"At work I {claim}.")
    with pytest.raises(ReportGenError) as caught:
        Analysis.from_dict(data)
    assert caught.value.code == "unsourced_claim"
    assert "stories[0].action" in caught.value.message
    assert "--editor" in caught.value.remedy


def test_a_named_editor_vouches_and_the_ledger_says_so(data: dict[str, Any]) -> None:
    data["stories"][0]["action"] = say("I cut costs by 83 percent.")
    analysis = Analysis.from_dict(data, editor="Jo Reyes", today=WHEN)
    assert [c.refs for c in analysis.claims if c.claim == "83"] == [("editor: Jo Reyes",)]
    again = Analysis.from_dict(analysis.to_dict())
    assert again == analysis


def test_a_name_on_one_edit_does_not_vouch_for_a_later_one(data: dict[str, Any]) -> None:
    data["stories"][0]["action"] = say("I cut costs by 83 percent.")
    marked = Analysis.from_dict(data, editor="Jo Reyes", today=WHEN).to_dict()
    marked["stories"][0]["action"] = say("I cut costs by 84 percent.")
    with pytest.raises(ReportGenError):
        Analysis.from_dict(marked)


# ---- carrying over ---------------------------------------------------------------------------


def analyse(resume: dict[str, Any], **options: Any) -> Analysis:
    parsed = report_gen.parse_resume(
        json.dumps(resume).encode(), filename="resume.json", today=TODAY
    )
    job = report_gen.parse_job(JOBS / "ranking-mle.txt")
    return report_gen.analyze(
        parsed, job, today=TODAY, interview_date=date(2026, 12, 14), **options
    )


@pytest.fixture(scope="module")
def mira() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PEOPLE / "mira-okafor.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def drafted(mira: dict[str, Any]) -> Analysis:
    return analyse(mira)


def edited(analysis: Analysis, change: Any, editor: str = "Jo") -> Analysis:
    data = copy.deepcopy(analysis.to_dict())
    change(data)
    return Analysis.from_dict(data, editor=editor, today=WHEN)


def test_edits_follow_their_line_into_a_reordered_resume(
    mira: dict[str, Any], drafted: Analysis
) -> None:
    story = drafted.coaching.stories[0]
    words = "I took the slow path apart and cached what did not change."

    def change(data: dict[str, Any]) -> None:
        data["stories"][0]["action"] = {
            "parts": [{"text": words}, {"quote": "cut", "ref": story.ref}]
        }

    other = copy.deepcopy(mira)
    other["work"][0]["highlights"].reverse()
    carried = carry_edits(analyse(other), edited(drafted, change))
    (edit,) = carried.edits
    assert (edit.state, edit.by, edit.on) == ("edited", "Jo", WHEN)
    told = next(s for s in carried.coaching.stories if words in s.action.plain)
    assert f"stories[{told.id}].action" == edit.part
    text = {line.ref: line.text for line in carried.matches.lines}
    before = {line.ref: line.text for line in drafted.matches.lines}
    assert text[told.ref] == before[story.ref]
    assert text[told.action.parts[1].ref] == before[story.ref]  # type: ignore[union-attr]


def test_what_no_longer_applies_is_set_aside_and_tried_again(
    mira: dict[str, Any], drafted: Analysis
) -> None:
    story = drafted.coaching.stories[0]
    line = next(line.text for line in drafted.matches.lines if line.ref == story.ref)

    def change(data: dict[str, Any]) -> None:
        data["stories"][0]["title"] = "The title of the coach"

    old = edited(drafted, change)
    other = copy.deepcopy(mira)
    for work in other["work"]:
        work["highlights"] = [h for h in work["highlights"] if h != line]
    without = carry_edits(analyse(other), old)
    (aside,) = without.edits
    assert (aside.state, aside.value) == ("set_aside", "The title of the coach")
    assert aside.why
    stored = Analysis.from_dict(json.loads(json.dumps(without.to_dict())))
    assert stored.edits == without.edits
    back = carry_edits(drafted, stored)
    assert [e.state for e in back.edits] == ["edited"]
    assert back.coaching.stories[0].title == "The title of the coach"


def test_words_the_new_resume_no_longer_carries_are_set_aside(
    mira: dict[str, Any], drafted: Analysis
) -> None:
    """The coach quoted a figure of another bullet, which the new resume has dropped."""

    other = copy.deepcopy(mira)
    for work in other["work"]:
        work["highlights"] = [h for h in work["highlights"] if "72%" not in h]
    fresh = analyse(other)
    kept = {g.id for g in fresh.assessment.gaps}
    n = next(n for n, g in enumerate(drafted.assessment.gaps) if g.id in kept)

    def change(data: dict[str, Any]) -> None:
        data["gaps"][n]["script"]["bridge"] = say("Acceptance rose to 72% in our test.")

    carried = carry_edits(fresh, edited(drafted, change, editor=""))
    (edit,) = carried.edits
    assert edit.state == "set_aside"
    assert "72" in edit.why
    script = carried.coaching.scripts[drafted.assessment.gaps[n].id]
    assert "in our test" not in script.bridge.plain


def test_removed_and_added_entries_stay_removed_and_added(
    mira: dict[str, Any], drafted: Analysis
) -> None:
    def change(data: dict[str, Any]) -> None:
        data["stories"].pop(1)
        data["questions"].append(
            {**data["questions"][0], "id": "coach_1", "question": "Why this team?"}
        )

    gone = drafted.coaching.stories[1]
    line = next(line.text for line in drafted.matches.lines if line.ref == gone.ref)
    carried = carry_edits(analyse(mira), edited(drafted, change))
    assert {e.state for e in carried.edits} == {"removed", "added"}
    texts = {line.ref: line.text for line in carried.matches.lines}
    assert line not in {texts[s.ref] for s in carried.coaching.stories}
    assert any(q.question == "Why this team?" for q in carried.coaching.questions)
    assert Analysis.from_dict(json.loads(json.dumps(carried.to_dict()))) == carried


def test_what_is_computed_is_never_carried(drafted: Analysis) -> None:
    def change(data: dict[str, Any]) -> None:
        data["fit"]["low"] = 1.0

    carried = carry_edits(drafted, edited(drafted, change))
    assert carried.assessment.fit == drafted.assessment.fit
    assert [e.state for e in carried.edits] == ["set_aside"]


def test_the_weeks_are_only_carried_while_the_days_are_the_same(
    mira: dict[str, Any], drafted: Analysis
) -> None:
    def change(data: dict[str, Any]) -> None:
        data["plan"]["weeks"][0]["tasks"][0]["title"] = "Rest"
        data["plan"]["day_of"] = ["Eat something."]

    old = edited(drafted, change)
    assert [e.state for e in carry_edits(analyse(mira), old).edits] == ["edited", "edited"]
    other = carry_edits(analyse(mira, hours_per_week=4.0), old)
    assert sorted(e.state for e in other.edits) == ["edited", "set_aside"]
    assert other.coaching.plan is not None
    assert other.coaching.plan.day_of == ("Eat something.",)


@settings(max_examples=12, deadline=None)
@given(st.data())
def test_no_edit_is_ever_lost(data: st.DataObject) -> None:
    """Whatever words are changed, the next analysis has each of them applied or set aside."""
    drafted = _drafted()
    file = copy.deepcopy(drafted.to_dict())
    places = [
        (name, field)
        for name, fields in entries(file)
        for field, value in fields.items()
        if isinstance(value, str) and name.startswith(("stories", "gaps", "questions", "xray"))
        and field not in ("ref", "severity", "kind", "round", "likelihood", "dimension")
    ]  # fmt: skip
    chosen = data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=5, unique=True))
    for n, (name, field) in enumerate(chosen):
        section, _, id = name.partition("[")
        key = {"xray": "ref"}.get(section, "id")
        node = next(e for e in file[section] if e[key] == id[:-1])
        if field.startswith("script."):
            node["script"][field.removeprefix("script.")] = f"words {n}"
        else:
            node[field] = f"words {n}"
    old = Analysis.from_dict(file, editor="Jo", today=WHEN)
    assert {e.part for e in old.edits} == {part_name(*place) for place in chosen}
    after = carry_edits(_other(), old)
    assert len(after.edits) == len(chosen)
    told = dict(entries(after.to_dict()))
    for edit in after.edits:
        if edit.state == "set_aside":
            assert str(edit.value).startswith("words")
        else:
            entry, field = part_split(edit.part)
            assert str(told[entry][field]).startswith("words")


def _drafted() -> Analysis:
    if "drafted" not in _MADE:
        _MADE["drafted"] = analyse(json.loads((PEOPLE / "mira-okafor.json").read_text("utf-8")))
    return _MADE["drafted"]


def _other() -> Analysis:
    if "other" not in _MADE:
        resume = json.loads((PEOPLE / "mira-okafor.json").read_text("utf-8"))
        resume["work"][0]["highlights"] = resume["work"][0]["highlights"][::-2]
        _MADE["other"] = analyse(resume)
    return _MADE["other"]


_MADE: dict[str, Analysis] = {}


def test_part_names_lead_back_to_entry_and_field(analyses: dict[str, Analysis]) -> None:
    for analysis in analyses.values():
        for name, fields in entries(analysis.to_dict()):
            for field in fields:
                assert part_split(part_name(name, field)) == (name, field)
            assert part_split(name) == (name, "")


def test_every_field_of_every_entry_has_its_own_digest(data: dict[str, Any]) -> None:
    before = digests(data)
    assert sum(map(len, before.values())) > 500
    data["xray"][0]["rewrite"] = say("Other words")
    after = digests(data)
    assert [n for n in before if before[n] != after[n]] == [f"xray[{data['xray'][0]['ref']}]"]
    assert digest(4) == digest(4.0) != digest("4")
