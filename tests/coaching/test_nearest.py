"""The own line beside each thing to show, review, ask and do: real, near, and not always the same."""

from __future__ import annotations

import pytest

from report_gen import Analysis, pipeline
from report_gen.coaching.case import DEED_REFS
from scripts.personal import quotes
from tests.conftest import PAIRS


@pytest.mark.parametrize("person", [person for person, _ in PAIRS])
def test_lines_are_own_and_shared_out(analyses: dict[str, Analysis], person: str) -> None:
    analysis = analyses[person]
    lines = {line.ref for line in analysis.matches.lines}
    used: list[str] = []
    for r in analysis.coaching.rounds:
        assert len(r.shown_by) == len(r.strong)
        assert len(r.asks_from) == len(r.asks)
        used += [ref for ref in (*r.shown_by, *(t.ref for t in r.topics), *r.asks_from) if ref]
    assert analysis.coaching.plan is not None
    tasks = [t for w in analysis.coaching.plan.weeks for t in w.tasks]
    used += [t.ref for t in tasks if t.ref]
    assert set(used) <= lines
    assert all(DEED_REFS.match(ref) for ref in used)
    assert used


@pytest.mark.parametrize("person", [person for person, _ in PAIRS])
def test_a_line_stands_only_beside_what_it_shares_a_skill_with(
    analyses: dict[str, Analysis], person: str
) -> None:
    packs = pipeline.load_packs()
    lines = {line.ref: set(line.skills) for line in analyses[person].matches.lines}
    for r in analyses[person].coaching.rounds:
        pairs = [*zip(r.strong, r.shown_by, strict=True), *zip(r.asks, r.asks_from, strict=True)]
        for text, ref in pairs:
            if ref:
                assert lines[ref] & {m.id for m in packs.find_skills(text)}, (text, ref)


def test_what_the_posting_asks_of_several_rounds_is_asked_in_one(
    analyses: dict[str, Analysis],
) -> None:
    for analysis in analyses.values():
        asked = [a for r in analysis.coaching.rounds for a in r.asks if '"' in a]
        assert len(asked) == len(set(asked))


@pytest.mark.parametrize("person", [person for person, _ in PAIRS])
def test_a_topic_s_line_speaks_of_it(analyses: dict[str, Analysis], person: str) -> None:
    analysis = analyses[person]
    guides = pipeline.load_packs().rounds
    lines = {line.ref: line for line in analysis.matches.lines}
    for r in analysis.coaching.rounds:
        named = {t.name: t for t in guides[r.id].topics} if r.id in guides else {}
        for topic in r.topics:
            listed = named.get(topic.name)
            if listed is None or not topic.ref:
                continue
            assert listed.dimension != "coding", "a puzzle is not tried on a line of the resume"
            if listed.competency:
                told = [s for s in analysis.coaching.stories if s.ref == topic.ref]
                assert listed.competency in told[0].competencies
                continue
            line = lines[topic.ref]
            shown = {m.id for m in pipeline.load_packs().find_skills(topic.name)}
            assert (shown | set(listed.skills)) & set(line.skills)


def test_a_task_that_goes_on_keeps_its_line(analyses: dict[str, Analysis]) -> None:
    for analysis in analyses.values():
        assert analysis.coaching.plan is not None
        tasks = {t.id: t.ref for w in analysis.coaching.plan.weeks for t in w.tasks}
        for id, ref in tasks.items():
            first, _, part = id.rpartition("_")
            if part.isdigit() and first in tasks:
                assert tasks[first] == ref


@pytest.mark.parametrize(
    ("line", "is_quote"),
    [
        ("(Kafka, Flink, Spark Streaming). JD R7", True),
        ("“Own reliability: service levels, on-call” JD R3", True),
        ("You built the reliability work at a bank for three years", False),
        ("of them", False),
    ],
)
def test_what_counts_as_the_posting_s_words(line: str, is_quote: bool) -> None:
    posting = "with streaming systems kafka flink spark streaming own reliability service levels on call incident reviews"
    assert quotes(line, posting) is is_quote
