"""Whole documents of invented people in every generated layout, against their truth."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_gen.reading import read_document
from report_gen.resume import parse_resume
from report_gen.resume.folding import fold
from report_gen.taxonomy import load_taxonomy
from tests.layouts.pdf import LAYOUTS
from tests.layouts.people import load_people, truth_of
from tests.layouts.sheet import register_fonts
from tests.layouts.word import WORD_LAYOUTS
from tests.resume.helpers import TODAY

STYLES = {**LAYOUTS, **WORD_LAYOUTS}


@pytest.mark.parametrize("style", sorted(STYLES))
@pytest.mark.parametrize("number", [0, 4])
def test_positions_schools_and_skills(style: str, number: int, tmp_path: Path) -> None:
    register_fonts()
    layout, person = STYLES[style], load_people()[number]
    path = tmp_path / f"resume.{'docx' if style in WORD_LAYOUTS else 'pdf'}"
    layout.draw(person, layout.dates).save(str(path))
    truth = truth_of(person, layout.dates, layout.shown)
    resume = parse_resume(read_document(path.read_bytes(), path.name), load_taxonomy(), TODAY)
    assert fold(resume.basics.name) == fold(truth["basics"]["name"])
    assert resume.basics.email == truth["basics"]["email"]
    assert [(fold(w.name), fold(w.position)) for w in resume.work] == [
        (fold(w["name"]), fold(w["position"])) for w in truth["work"]
    ]
    assert [w.start_date[:4] for w in resume.work] == [w["startDate"][:4] for w in truth["work"]]
    assert [fold(e.institution) for e in resume.education] == [
        fold(e["institution"]) for e in truth["education"]
    ]
    mine = {fold(k) for g in resume.skills for k in g.keywords}
    theirs = {fold(k) for g in truth["skills"] for k in g["keywords"]}
    assert len(mine & theirs) >= 0.8 * len(theirs)
    assert resume.coverage > 0.85
