"""An operator's brand: what it puts into a report, and what is said of one that can't be used."""

from __future__ import annotations

import contextlib
import io
import shutil
from pathlib import Path
from typing import Any

import docx
import pdfplumber
import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from report_gen import pipeline
from report_gen.branding import read_brand
from report_gen.errors import ReportGenError, UnreadableError, UsageError
from report_gen.rendering import colours, render_report
from report_gen.rendering.brand import PLAIN, Brand
from report_gen.rendering.fonts import font_dir
from report_gen.rendering.html import make_page, make_print_page
from report_gen.report import Report, compose_report
from report_gen.resources import templates_dir
from tests.conftest import ROOT
from tests.report.case import small_analysis

EXAMPLE = ROOT / "examples" / "theme" / "theme.yml"


@pytest.fixture(scope="module")
def report() -> Report:
    return compose_report(small_analysis(), pipeline.load_packs(), "brief")


@pytest.fixture(scope="module")
def full() -> Report:
    return compose_report(small_analysis(), pipeline.load_packs(), "full")


@pytest.fixture(scope="module")
def example() -> Brand:
    return read_brand(EXAMPLE)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with what themes name: logos and fonts, good and bad."""
    Image.new("RGB", (400, 100), "navy").save(tmp_path / "logo.png")
    Image.new("RGB", (400, 100), "navy").save(tmp_path / "logo.jpg")
    Image.new("RGB", (40, 10), "navy").save(tmp_path / "small.png")
    Image.new("1", (5000, 500)).save(tmp_path / "huge.png")
    Image.new("RGB", (3000, 70)).save(tmp_path / "strip.png")
    (tmp_path / "cut.png").write_bytes((tmp_path / "logo.png").read_bytes()[:60])
    (tmp_path / "words.png").write_text("This is no picture.", encoding="utf-8")
    (tmp_path / "script.svg").write_text(_svg("<script>alert(1)</script>"), encoding="utf-8")
    (tmp_path / "out.svg").write_text(
        _svg('<image href="file:///etc/passwd" width="9" height="9"/>'), encoding="utf-8"
    )
    ten = "".join(f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 9))
    (tmp_path / "tens.svg").write_text(
        _svg(f'<defs><path id="g0" d="M0 0"/>{ten}</defs><use href="#g8"/>'), encoding="utf-8"
    )
    (tmp_path / "self.svg").write_text(
        _svg('<pattern id="p"><rect fill="url(#p)"/></pattern><rect fill="url(#p)"/>'),
        encoding="utf-8",
    )
    (tmp_path / "many.svg").write_text(_svg("<g/>" * 20_000), encoding="utf-8")
    shine = '<linearGradient id="a"><stop/><stop/></linearGradient><use href="#b"/><path id="b"/>'
    (tmp_path / "logo.svg").write_text(
        _svg(shine + '<path fill="url(#a)"/>' * 900), encoding="utf-8"
    )
    (tmp_path / "size.svg").write_text(_svg("", 'x="1"'), encoding="utf-8")
    serif = font_dir("font_source_serif_pro")
    shutil.copy(serif / "SourceSerifPro-Regular.ttf", tmp_path / "own.ttf")
    shutil.copy(serif / "SourceSerifPro-Semibold.ttf", tmp_path / "bold.ttf")
    closed = TTFont(tmp_path / "own.ttf")
    closed["OS/2"].fsType = 2
    closed.save(tmp_path / "closed.ttf")
    poor = TTFont(tmp_path / "own.ttf")
    for table in poor["cmap"].tables:
        table.cmap.pop(ord("q"), None)
    poor.save(tmp_path / "poor.ttf")
    (tmp_path / "cut.ttf").write_bytes((tmp_path / "own.ttf").read_bytes()[:3000])
    return tmp_path


def _svg(inside: str, size: str = 'viewBox="0 0 40 10"') -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{inside}</svg>'


def theme(desk: Path, text: str) -> Path:
    path = desk / "theme.yml"
    path.write_text(text, encoding="utf-8")
    return path


def words_of(data: bytes) -> list[str]:
    return [p.get_textpage().get_text_bounded() for p in pypdfium2.PdfDocument(data)]


def test_the_example_theme_dresses_the_pdf(full: Report, example: Brand) -> None:
    rendered = render_report(full, brand=example)
    assert rendered.warnings == ()
    pages = words_of(rendered.data)
    assert "Northlight Careers" in pages[0]
    assert "hello@northlight.example" in pages[0]
    foot = "Northlight Careers · interview preparation"
    assert foot not in pages[0], "the cover stays free"
    assert all(foot in page for page in pages[1:])
    with pikepdf.open(io.BytesIO(rendered.data)) as pdf:
        assert str(pdf.docinfo["/Author"]) == "Northlight Careers"
        kids = [e for e in _structure(pdf) if str(e.S) == "/Figure"]
        assert "Northlight Careers" in {str(e.get("/Alt", "")) for e in kids}
    assert colours.OURS not in make_print_page(full, "a4", example)


def _structure(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    found, stack = [], [pdf.Root.StructTreeRoot]
    while stack:
        node = stack.pop()
        if isinstance(node, pikepdf.Dictionary):
            found += [node] if "/S" in node else []
            kids = node.get("/K")
            stack += list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return found


def test_the_example_theme_dresses_the_page(full: Report, example: Brand) -> None:
    html = make_page(full, example)
    assert "--accent: #7a2e4f" in html
    assert colours.OURS not in html
    assert 'src="data:image/svg+xml;base64,' in html
    assert "Questions? Write to hello@northlight.example" in html
    night = html.split("prefers-color-scheme: dark", 1)[1].split("--accent: ", 1)[1][:7]
    assert colours.contrast(night, colours.DARK) >= colours.READABLE
    assert "http:" not in html.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("logo", ["logo.png", "logo.jpg"])
def test_the_word_document_and_the_brief_wear_it_too(
    full: Report, report: Report, desk: Path, logo: str
) -> None:
    text = f'name: Bright\nlogo: {logo}\ncolours: {{accent: "#7A2E4F"}}\nfooter: Two desks'
    brand = read_brand(theme(desk, text))
    document = docx.Document(io.BytesIO(render_report(full, format="docx", brand=brand).data))
    assert document.core_properties.author == "Bright"
    assert document.sections[0].footer.paragraphs[0].text.startswith("Two desks")
    assert 'descr="Bright"' in document.sections[0].header._element.xml
    assert str(document.styles["Heading 1"].font.color.rgb) == "7A2E4F"
    rendered = render_report(report, brand=brand)
    assert rendered.warnings == ()
    assert "Bright · Coach's brief" in words_of(rendered.data)[0]


def first_line(data: bytes) -> list[dict[str, Any]]:
    """The characters of the kicker at the head of a brief."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        characters = document.pages[0].chars
    top = min(c["top"] for c in characters if c["text"].strip() and c["size"] > 9)
    return [c for c in characters if abs(c["top"] - top) < 1]


def width(line: list[dict[str, Any]]) -> float:
    """Of the word "brief" in it, in pt."""
    text = "".join(c["text"] for c in line)
    at = text.index("brief")
    return float(line[at + 4]["x1"] - line[at]["x0"])


def test_the_brand_s_own_font_and_the_serif_are_embedded(report: Report, desk: Path) -> None:
    bold = TTFont(desk / "bold.ttf")
    letters, advances = bold.getBestCmap(), bold["hmtx"]
    plain = first_line(render_report(report).data)
    size = plain[0]["size"]
    wide = sum(advances[letters[ord(c)]][0] for c in "brief") * size / bold["head"].unitsPerEm
    own = read_brand(theme(desk, "font:\n  regular: own.ttf\n  semibold: bold.ttf\n"))
    for brand in (own, read_brand(theme(desk, "font: serif"))):
        rendered = render_report(report, brand=brand)
        assert rendered.warnings == ()
        assert width(first_line(rendered.data)) == pytest.approx(wide, abs=0.05)
    assert width(plain) != pytest.approx(wide, abs=0.5)
    html = make_page(report, own)
    assert "src: url(data:font/ttf;base64," in html
    assert "font-src data:" in html


def test_without_a_brand_nothing_changes(report: Report) -> None:
    assert read_brand() == PLAIN
    assert render_report(report).data == render_report(report, brand=PLAIN).data


def test_a_brand_travels_as_bytes(desk: Path, example: Brand) -> None:
    own = read_brand(
        theme(desk, "name: A\nlogo: logo.png\nfont: {regular: own.ttf, semibold: bold.ttf}")
    )
    for brand in (PLAIN, example, own):
        assert Brand.from_bytes(brand.to_bytes()) == brand
        assert Brand.from_bytes(brand.to_bytes()).to_bytes() == brand.to_bytes()


MISTAKES = [
    ("name: A\nlgo: logo.png", 2, 'no key "lgo": did you mean "logo"?'),
    ("name: A\n\nlogo: gone.png", 3, "gone.png does not exist"),
    ("name: A\nlogo: words.png", 2, "is no image we can print"),
    ("name: A\nlogo: small.png", 2, "10 pixels high"),
    ("name: A\nlogo: huge.png", 2, "5000 by 500 pixels"),
    ("name: A\nlogo: strip.png", 2, "too narrow a strip"),
    ("name: A\nlogo: cut.png", 2, "damaged"),
    ("name: A\nlogo: script.svg", 2, "holds a script"),
    ("name: A\nlogo: out.svg", 2, "outside of itself"),
    ("name: A\nlogo: size.svg", 2, "says no size"),
    ("name: A\nlogo: tens.svg", 2, "more than 20,000 elements"),
    ("name: A\nlogo: many.svg", 2, "simplify it"),
    ("name: A\nlogo: self.svg", 2, "inside of itself"),
    ("logo: logo.png", 1, "needs the name"),
    ("name: A\nlogo: [logo.png]", 2, "must name a file"),
    ("colours:\n  accent: '#ffd400'", 2, "can't be read"),
    ("colours:\n  accent: #0f5b66", 2, "in quotation marks"),
    ("colours:\n  accent: teal", 2, "six digits"),
    ("colours:\n  accnt: '#0f5b66'", 2, 'did you mean "accent"'),
    ("colours: '#0f5b66'", 1, "a line below it"),
    ("name: A\nfont: comic", 2, "sans, serif"),
    ("font:\n  regular: own.ttf", 1, "no semibold"),
    ("font:\n  regular: own.ttf\n  semibold: gone.ttf", 3, "gone.ttf does not exist"),
    ("font:\n  regular: words.png\n  semibold: bold.ttf", 2, "is no font file"),
    ("font:\n  regular: closed.ttf\n  semibold: bold.ttf", 2, "must not be embedded"),
    (
        "font:\n  regular: poor.ttf\n  semibold: bold.ttf",
        2,
        "lacks 1 of the signs our words need: q",
    ),
    ("font:\n  regular: cut.ttf\n  semibold: bold.ttf", 2, "is damaged"),
    ("footer: " + "x" * 111, 1, "there is room for 110"),
    ("name: 7", 1, "must be a text"),
    ("name: A\nname: B", 2, "stands twice"),
    ("name: A\nfooter: [", 3, "not YAML"),
    ("- name", 1, "made of lines"),
    ("", 1, "made of lines"),
    ('name: "A\\x07"', 1, "can't be printed"),
]


@pytest.mark.parametrize(("text", "line", "said"), MISTAKES, ids=[m[2][:24] for m in MISTAKES])
def test_a_mistake_in_a_theme_is_told_with_file_and_line(
    desk: Path, text: str, line: int, said: str
) -> None:
    path = theme(desk, text)
    with pytest.raises(UsageError) as caught:
        read_brand(path)
    assert caught.value.code == "bad_theme"
    told = caught.value.message.splitlines()[1:]
    assert [row for row in told if row.startswith(f"{path}, line {line}:") and said in row], told


def test_all_mistakes_of_a_theme_come_at_once(desk: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read_brand(theme(desk, "nme: A\nlogo: gone.png\ncolours:\n  accent: red\nfont: 9"))
    assert len(caught.value.message.splitlines()) == 1 + 5  # the logo lacks a name, too


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
@settings(max_examples=60, deadline=None)
def test_whatever_stands_in_a_theme_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("theme") / "theme.yml"
    path.write_bytes(data)
    with contextlib.suppress(ReportGenError):
        assert read_brand(path) == PLAIN


@given(st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}"))
@settings(max_examples=200, deadline=None)
def test_what_is_proposed_for_a_pale_accent_can_be_read(accent: str) -> None:
    proposed = colours.readable(accent)
    assert colours.too_pale(proposed) == ""
    assert colours.contrast(colours.on_dark(proposed), colours.DARK) >= colours.READABLE
    assert (proposed == accent) == (colours.too_pale(accent) == "")


# Templates


def override(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / "own" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return tmp_path / "own"


def test_our_own_templates_may_stand_in_an_operator_s_folder(full: Report, tmp_path: Path) -> None:
    shutil.copytree(templates_dir(), tmp_path / "own")
    (tmp_path / "own" / "assets" / "base.css").unlink()  # the engine's own, not to be replaced
    brand = read_brand(templates=tmp_path / "own")
    assert make_print_page(full, "a4", brand) == make_print_page(full, "a4")
    assert make_page(full, brand) == make_page(full)


def test_a_template_of_one_s_own_stands_in_the_place_of_ours(full: Report, tmp_path: Path) -> None:
    folder = override(
        tmp_path,
        "chapters/cover.html.j2",
        '<section class="cover" id="{{ chapter.id }}"><p class="title">{{ data.role }} {{ brand.name }}</p></section>',
    )
    override(tmp_path, "README.md", "notes")
    brand = read_brand(EXAMPLE, folder)
    html = make_page(full, brand)
    assert "Northlight Careers</p></section>" in html
    assert "Prepared for" not in html
    assert "Northlight Careers</p></section>" not in make_page(full, read_brand(EXAMPLE))


WRONG = [
    ("chapters/cover.html.j2", "<p>\n{% if %}</p>", 2, "xpected"),
    ("chapters/cover.html.j2", "<p>\n{% if data.role %}\n</p>", 3, "endif"),
    ("chapters/cover.html.j2", "<p>\n\n{{ dta.role }}</p>", 3, 'nothing is called "dta": did you mean "data"'),
    ("chapters/cover.html.j2", "<p>{{ data.role | shout }}</p>", 1, "shout"),
    ("chapters/cover.html.j2", "<p>{{ data.role | safe }}</p>", 1, "safe"),
    ("chapters/covr.html.j2", "<p/>", 0, "did you mean chapters/cover.html.j2?"),
    ("cover.html.j2", "<p/>", 0, "did you mean chapters/cover.html.j2?"),
    ("assets/print.css", "p { color: red }\n}", 2, "before {} block"),
    ("assets/print.css", "p { color: red }\n@import 'x.css';", 2, "offline"),
    ("assets/screen.css", "p { color: red }\n</style>", 2, "no HTML"),
    ("assets/base.css", "p { color: red }", 0, "no template of ours"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "line", "said"), WRONG)
def test_a_mistake_in_a_template_is_told_with_file_and_line(
    tmp_path: Path, name: str, text: str, line: int, said: str
) -> None:
    folder = override(tmp_path, name, text)
    with pytest.raises(UsageError) as caught:
        read_brand(templates=folder)
    assert caught.value.code == "bad_templates"
    place = f"{folder / name}, line {line}: " if line else f"{folder / name}: "
    assert place in caught.value.message
    assert said in caught.value.message


def test_a_folder_without_a_template_and_none_at_all_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match=r"chapters/cover\.html\.j2"):
        read_brand(templates=tmp_path / "empty")
    with pytest.raises(UnreadableError, match="no folder"):
        read_brand(templates=tmp_path / "gone")
    with pytest.raises(UnreadableError, match="does not exist"):
        read_brand(tmp_path / "gone.yml")


FAILING = [
    ("<p>\n{{ data.rolle }}</p>", "template_fails", 2, "rolle"),
    ("<p>\n{% include 'chapters/gone.html.j2' %}</p>", "template_fails", 2, "gone"),
    ("<p>{{ ''.__class__.__mro__ }}</p>", "template_fails", 1, "unsafe"),
    ("<p>\n\n{{ data.role + 1 }}</p>", "template_fails", 3, "TypeError"),
    ("<p>{{ data.role }}\n<b>bold</p>", "template_not_wellformed", 2, "mismatched"),
    ("<section>\n<p class=wide>{{ data.role }}</p></section>", "template_not_wellformed", 2, ""),
]


@pytest.mark.parametrize(("text", "code", "line", "said"), FAILING)
def test_a_template_that_fails_at_work_is_told_with_file_and_line(
    full: Report, tmp_path: Path, text: str, code: str, line: int, said: str
) -> None:
    brand = read_brand(templates=override(tmp_path, "chapters/cover.html.j2", text))
    with pytest.raises(UsageError) as caught:
        make_page(full, brand)
    assert caught.value.code == code
    assert f"chapters/cover.html.j2, line {line}" in caught.value.message
    assert said in caught.value.message


def test_values_stay_escaped_in_a_template_of_one_s_own(tmp_path: Path) -> None:
    hostile = small_analysis(name="<b onload=x>Ada</b>")
    report = compose_report(hostile, pipeline.load_packs(), "full")
    text = "<section><p>{{ data.candidate }}</p></section>"
    brand = read_brand(templates=override(tmp_path, "chapters/cover.html.j2", text))
    html = make_page(report, brand)
    assert "<b onload" not in html
    assert "&lt;b onload=x&gt;" in html


def test_a_drawing_may_use_its_parts_again(desk: Path) -> None:
    assert read_brand(theme(desk, "name: A\nlogo: logo.svg"), None).logo
