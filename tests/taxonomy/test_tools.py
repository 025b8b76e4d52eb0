"""Tools by their names: each is evidence for the broader skill, and everyday words are no tool."""

import pytest

from report_gen.pipeline import load_packs

TAXONOMY = load_packs()


@pytest.mark.parametrize(
    ("line", "broader"),
    [
        ("Semgrep and CodeQL run before every merge", "vulnerability_mgmt"),
        ("Counted tickets sold per minute in ksqlDB", "stream_processing"),
        ("Two hundred answers marked with TruLens each week", "llm_eval"),
        ("Published departures as a GTFS feed", "domain_mobility"),
        ("Parsed call detail records of eleven exchanges", "domain_telecom"),
    ],
)
def test_a_named_tool_speaks_for_the_broader_skill(line: str, broader: str) -> None:
    found = [m.id for m in TAXONOMY.find_skills(line)]
    assert any(TAXONOMY.relation(own, broader) == "child" for own in found), found


@pytest.mark.parametrize(
    ("line", "tool"),
    [
        ("Daily prices for the trading desk", "adtech_standards"),
        ("Styled large data tables of a portal", "r_ecosystem"),
        ("Worked backstage at the theatre of the town", "backstage"),
        ("You build models and judge them", "building_models"),
    ],
)
def test_everyday_words_are_no_tool(line: str, tool: str) -> None:
    assert tool not in {m.id for m in TAXONOMY.find_skills(line)}
