"""Lay out invented people in many layouts, each file with its truth beside it.

    python scripts/make_layouts.py OUT_DIR

Writes OUT_DIR/{person}__{layout}.pdf or .docx and {person}__{layout}.truth.json, the form in which
parsing is measured. Running it twice gives the same bytes for PDF and the same content for DOCX.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def make_layouts(folder: Path, people: int = 100, web: bool = True) -> int:
    """Every person (or the first few) in every layout; returns the number of documents."""
    from tests.layouts.pdf import LAYOUTS
    from tests.layouts.people import load_people, truth_of
    from tests.layouts.sheet import register_fonts
    from tests.layouts.web import WEB_LAYOUTS
    from tests.layouts.word import WORD_LAYOUTS

    register_fonts()
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for number, person in enumerate(load_people()[:people], 1):
        printed = WEB_LAYOUTS.items() if web else ()
        for style, layout in (*LAYOUTS.items(), *WORD_LAYOUTS.items(), *printed):
            name = folder / f"p{number:02d}__{style}"
            suffix = ".docx" if style in WORD_LAYOUTS else ".pdf"
            layout.draw(person, layout.dates).save(str(name) + suffix)
            truth = truth_of(person, layout.dates, layout.shown)
            text = json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
            Path(f"{name}.truth.json").write_text(text, encoding="utf-8")
            count += 1
    return count


def make_templates(folder: Path, people: int = 100, web: bool = True) -> int:
    """The second cast in layouts as templates, sites and offices have them; returns the number."""
    from tests.layouts.templates_lines import LINES
    from tests.layouts.templates_sites import SITES
    from tests.layouts.templates_web import TEMPLATES
    from tests.layouts.templates_word import WORD_TEMPLATES
    from tests.layouts.tongues import second_cast, truth_of

    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    printed = {**TEMPLATES, **SITES, **LINES} if web else {}
    for person in second_cast()[:people]:
        for style, template in (*printed.items(), *WORD_TEMPLATES.items()):
            name = folder / f"{person['key']}__{style}"
            suffix = ".docx" if style in WORD_TEMPLATES else ".pdf"
            template.draw(person).save(str(name) + suffix)
            truth = truth_of(person, template.dates, template.shown)
            truth |= {"x-noBullets": True} if style == "line-functional" else {}
            text = json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
            Path(f"{name}.truth.json").write_text(text, encoding="utf-8")
            count += 1
    return count


def main() -> None:
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    count = make_layouts(Path(sys.argv[1])) + make_templates(Path(sys.argv[1]))
    print(f"{count} documents in {sys.argv[1]}")


if __name__ == "__main__":
    main()
