"""Other ways a line of years accepts."""

from __future__ import annotations

from report_gen.matching.instead import alternative_to_years
from report_gen.matching.lexicon import lexicon
from report_gen.resume.models import Resume, Work
from report_gen.taxonomy import load_taxonomy

TEXT = "3+ years of modelling, or strong research plus internships"


def _resume(*positions: str) -> Resume:
    return Resume(work=tuple(Work(name="Lab", position=p) for p in positions))


def test_all_parts_of_the_other_way_meet_the_line() -> None:
    lex = lexicon(load_taxonomy())
    both = alternative_to_years(TEXT, _resume("Research Assistant", "Data Intern"), lex)
    one = alternative_to_years(TEXT, _resume("Research Assistant"), lex)
    assert both is not None
    assert one is not None
    assert both.score > one.score


def test_no_other_way_or_none_shown_gives_nothing() -> None:
    lex = lexicon(load_taxonomy())
    assert alternative_to_years("3+ years of modelling", _resume("Data Intern"), lex) is None
    assert alternative_to_years(TEXT, _resume("Cook"), lex) is None
