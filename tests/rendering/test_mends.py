"""What we change in the engine changes no page, but for kernings of nought that are not written."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

import pikepdf
import pytest
import weasyprint

from report_gen.rendering import mends
from report_gen.rendering.engine import own_files, read_page
from report_gen.rendering.pdf import make_pdf
from report_gen.report import Report

ROOT = Path(__file__).resolve().parent.parent.parent
UNMENDED = """
import pickle, sys
from report_gen.rendering import mends
mends._save_time = lambda: None
from report_gen.rendering.pdf import make_pdf
sys.stdout.buffer.write(make_pdf(pickle.load(sys.stdin.buffer), "letter").data)
"""
LINES = """
import sys
from report_gen.rendering import mends
if sys.argv[1] == "bare":
    mends._save_time = lambda: None
from report_gen.rendering.engine import own_files, read_page

def lines(box):
    box = getattr(box, "_box", box)
    if type(box).__name__ == "TextBox":
        print(repr(box.text), box.position_x, box.position_y, box.width, box.height, box.baseline)
    for child in getattr(box, "children", ()):
        lines(child)

texts = sys.stdin.read().split("|")
for width in (31, 90, 140, 260, 480):
    paragraphs = "".join(f"<p style='width: {width}px'>{text} {text}</p>" for text in texts)
    page = f"<html><body style='{sys.argv[2]}'>{paragraphs}{paragraphs}</body></html>"
    for made in read_page(page, own_files()).render().pages:
        lines(made._page_box)
"""
TEXTS = (
    "Cut the nightly run from 6 hours to 40 minutes, for half of the price.",
    "state-of-the-art train/test splits (cross-validated), e.g. https://example.org/a/long/path",
    "Donaudampfschifffahrtsgesellschaftskapit\u00e4n in W\u00fcrzburg",
    "<b>Own</b> words, <i>then</i> more of them: 12\u00a0%\u00a0of all",
    "soft hy\u00adphen\u00ada\u00adtion in a mul\u00adti\u00adpli\u00adca\u00adtion",
    "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd and \u0645\u0631\u062d\u0628\u0627 \u0628\u0643",
    "\u6771\u4eac\u90fd\u6e0b\u8c37\u533a\u3067\u6a5f\u68b0\u5b66\u7fd2 iiiii iiiii iiiii iiiii",
)


def part(report: Report) -> Report:
    """Every third chapter: each kind of page, in a third of the time."""
    chapters = report.chapters
    return replace(report, chapters=(*chapters[:3], *chapters[3::3]))


def unmended(report: Report) -> bytes:
    import pickle

    return subprocess.run(
        [sys.executable, "-c", UNMENDED],
        input=pickle.dumps(report),
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout


def objects(data: bytes) -> list[bytes]:
    """Everything in the file, streams unpacked, without kernings of nought."""
    found = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if not isinstance(thing, pikepdf.Stream):
                found.append(thing.unparse(resolved=True))
            elif thing.get("/Type") not in ("/ObjStm", "/XRef"):
                body = thing.read_bytes()
                found.append(body.replace(b">0<", b"").replace(b">0]", b">]"))
    return found


def test_the_mended_engine_draws_what_the_bare_one_does(report: Report) -> None:
    short = part(report)
    ours, bare = make_pdf(short, "letter").data, unmended(short)
    for one, other in zip_longest(objects(ours), objects(bare)):
        assert one == other
    assert not kernings_of_nought(ours)
    assert kernings_of_nought(bare), "it was not the bare engine"


def kernings_of_nought(data: bytes) -> int:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return sum(page.Contents.read_bytes().count(b">0<") for page in pdf.pages)


def test_the_installed_engine_is_the_one_that_is_mended() -> None:
    """With a newer one the mends are left out: look whether they still hold, then raise KNOWN."""
    assert weasyprint.__version__.startswith(mends.KNOWN)


@pytest.mark.parametrize(
    "style",
    [
        "overflow-wrap: anywhere; font-kerning: none",
        "font: 21px/1.3 serif; letter-spacing: -0.3px; text-align: justify",
        "hyphens: auto; word-spacing: 2px; text-decoration: underline",
    ],
)
def test_lines_end_and_stand_where_the_bare_engine_has_them(style: str) -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", LINES, kind, style],
            input="|".join(TEXTS).encode(),
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout.decode()
        for kind in ("mended", "bare")
    ]
    assert said[0] == said[1]
    assert said[0].count("\n") > 500


def test_a_line_is_set_once_for_all_that_look_alike() -> None:
    page = "<html><body>" + "<p>Same words</p>" * 3 + "<p><b>Same words</b></p></body></html>"
    (made,) = read_page(page, own_files()).render().pages
    boxes = [b for b in made._page_box.descendants() if type(b).__name__ == "TextBox"]
    assert len({id(box.pango_layout) for box in boxes}) == 2
