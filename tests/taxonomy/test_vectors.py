"""Words that keep the same company: what the vectors say, and what a wrong file does."""

import json
import subprocess
import sys
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_gen.errors import UsageError
from report_gen.matching.lexicon import distinct, lexicon
from report_gen.matching.words import words
from report_gen.pipeline import load_packs
from report_gen.resources import taxonomy_dir
from report_gen.taxonomy.vectors import FILE, ONE, Direction, WordVectors, read_vectors

TAXONOMY = load_packs()


def direction(text: str) -> Direction:
    return TAXONOMY.vectors.direction(distinct(words(text), lexicon(TAXONOMY).plain))


@pytest.mark.parametrize(
    ("ask", "nearer", "farther"),
    [
        (
            "Monitoring of models in production",
            "a nightly check that shouts when scores drift away from last month's",
            "wrote the onboarding guide for the new sales region",
        ),
        (
            "Mentoring of junior engineers",
            "sat with two graduates every week until they shipped on their own",
            "cut the bill for storage by moving old tables to cold disks",
        ),
        (
            "Forecasting of demand",
            "predicts how many loaves each branch will sell tomorrow",
            "rotates the certificates of the gateway every month",
        ),
        (
            "Incident response and on-call",
            "carried the pager every fifth week and wrote up each outage",
            "interviewed twelve shoppers about the checkout page",
        ),
        (
            "Stakeholder management",
            "kept finance, legal and the depots agreed on one date",
            "trained a segmentation network on microscope images",
        ),
        (
            "Building data pipelines",
            "a nightly load that brings the tills' sales into the warehouse",
            "gave a talk on fairness at a student conference",
        ),
        (
            "Saying no to requests",
            "turned down four of seven wishes and wrote each a reason",
            "a reservation engine in Go that sells no seat twice",
        ),
        (
            "Telecom usage records",
            "rated the calls from the exchange before they reached the bill",
            "sketched screens with nurses in the canteen",
        ),
    ],
)
def test_the_same_in_other_words_is_nearer_than_something_else(
    ask: str, nearer: str, farther: str
) -> None:
    assert direction(ask).likeness(direction(nearer)) > direction(ask).likeness(direction(farther))


def test_the_same_words_are_alike_and_unknown_ones_are_not() -> None:
    assert direction("drift of features").likeness(direction("drift of features")) > 0.98
    assert direction("qwxzzy").values == ()
    assert direction("qwxzzy").likeness(direction("drift")) == 0


@given(st.lists(st.sampled_from(sorted(TAXONOMY.vectors.words)), min_size=1, max_size=12))
def test_order_and_repetition_of_words_change_nothing(stems: list[str]) -> None:
    vectors = TAXONOMY.vectors
    assert vectors.direction(stems) == vectors.direction([*reversed(stems), stems[0]])


@given(
    st.lists(st.sampled_from(sorted(TAXONOMY.vectors.words)), max_size=8),
    st.lists(st.sampled_from(sorted(TAXONOMY.vectors.words)), max_size=8),
)
def test_likeness_goes_both_ways_and_stays_within_bounds(a: list[str], b: list[str]) -> None:
    left, right = TAXONOMY.vectors.direction(a), TAXONOMY.vectors.direction(b)
    assert left.likeness(right) == right.likeness(left)
    assert 0 <= left.likeness(right) <= 1


def test_a_folder_without_the_file_has_no_vectors(tmp_path: Path) -> None:
    assert not read_vectors(tmp_path).words


@pytest.mark.parametrize(
    "text",
    [
        "not json",
        "[]",
        '{"size": 3}',
        '{"size": 3, "words": {"a": "00"}}',
        '{"size": 1, "words": ["a"]}',
    ],
)
def test_a_file_that_is_something_else_is_refused_with_its_name(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    with pytest.raises(UsageError, match=FILE):
        read_vectors(tmp_path)


def test_words_that_cancel_out_point_nowhere() -> None:
    vectors = WordVectors(size=2, words={"up": array("b", [0, 9]), "down": array("b", [0, -9])})
    assert vectors.direction(["up", "down"]) == Direction()
    assert vectors.direction(["up"]).values == (0, ONE)


def test_training_reads_no_judged_and_no_labelled_text(tmp_path: Path) -> None:
    """The program that learns is run on its own inputs alone: it may open nothing of the tests."""
    root = Path(__file__).parents[2]
    code = (
        "import sys, io, builtins, runpy; from pathlib import Path\n"
        "opened = []\n"
        "sys.addaudithook(lambda e, a: opened.append(str(a[0])) if e == 'open' else None)\n"
        f"sys.argv = ['train.py']; sys.path.insert(0, {str(root)!r})\n"
        f"runpy_globals = runpy.run_path({str(root / 'scripts/vectors/train.py')!r})\n"
        "list(runpy_globals['read_topics']())\n"
        "bad = [p for p in opened if '/tests/' in p or '/bench/' in p]\n"
        "print(len(opened), bad)\n"
    )
    out = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert out.stdout.strip().endswith("[]")


def test_the_file_belongs_to_the_packs() -> None:
    data = json.loads((taxonomy_dir() / FILE).read_bytes())
    assert data["size"] == TAXONOMY.vectors.size
    assert len(data["words"]) > 3000
