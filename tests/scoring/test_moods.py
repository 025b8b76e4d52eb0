"""Lines in every mood as what they ask."""

import pytest

from report_gen.matching.lexicon import lexicon
from report_gen.pipeline import load_packs
from report_gen.scoring.moods import plain_ask, speaks, without_adverb

LEX = lexicon(load_packs())


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("You would set the launch criteria for every release", "set the launch criteria for every release"),
        ("You'd often be able to talk to depots", "talk to depots"),
        ("The successful candidate will maintain the register", "maintain the register"),
        ("I need somebody who has spent at least three years making models work", "making models work"),
        ("To have shipped something with users", "shipping something with users"),
        ("You should have worked with drone imagery", "working with drone imagery"),
        ("Worked with meters or chargers", "working with meters or chargers"),
        ("extracts, links and validates data from the wards", "extract, link and validate data from the wards"),
        ("analyses the reasons for delays", "analyse the reasons for delays"),
        ("Contributes to communities of practice", "contribute to communities of practice"),
        ("Develops timetables for three depots", "develop timetables for three depots"),
        # by when, and how often, is no part of it
        ("Within a year, you will have led the move to the new yard", "leading the move to the new yard"),
        ("By your third month I'd want you to run the weekly planning", "run the weekly planning"),
        ("Month 2: agree the goals with Finance", "agree the goals with Finance"),
        ("From time to time you will stand at the door", "stand at the door"),
        ("After three months you've moved the feeds off my laptop", "moving the feeds off my laptop"),
        ("You will be expected to break the assistant before others do", "break the assistant before others do"),
        # nouns and adjectives are no deeds
        ("Graduates in mathematics", "Graduates in mathematics"),
        ("Models for ranking", "Models for ranking"),
        ("AWS2s and the like", "AWS2s and the like"),
        ("distributed systems and streams", "distributed systems and streams"),
        ("self-supervised or few-shot learning", "self-supervised or few-shot learning"),
        ("controls engineering", "controls engineering"),
        ("Python, Java or Go", "Python, Java or Go"),
    ],
)  # fmt: skip
def test_a_line_without_its_mood(line: str, asked: str) -> None:
    assert plain_ask(line, LEX) == asked


@pytest.mark.parametrize("name", ["would tell us honestly", "one bill and I pay it", "Yes: able to travel"])  # fmt: skip
def test_pieces_of_sentences_are_no_names(name: str) -> None:
    assert speaks(name)


@pytest.mark.parametrize("name", ["US tax rules", "IT service desks", "launch criteria", "welding"])  # fmt: skip
def test_names_are_names(name: str) -> None:
    assert not speaks(name)


def test_how_well_is_no_part_of_a_name() -> None:
    assert without_adverb("TensorFlow well") == "TensorFlow"
    assert without_adverb("wells") == "wells"
