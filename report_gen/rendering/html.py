"""Report -> HTML: one set of templates for print and for the screen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from report_gen.rendering import charts
from report_gen.rendering.brand import PLAIN, Brand, dress_pictures, dress_sheet, screen_rules
from report_gen.rendering.contents import contents_pages
from report_gen.rendering.links import drop_dead_links, safe_url
from report_gen.rendering.sheets import sheet_size
from report_gen.report.models import Chapter, Report
from report_gen.resources import templates_dir

if TYPE_CHECKING:
    from jinja2 import Environment


_PICTURE = re.compile(r'(<svg class="figure (?!meter)[^>]*>.*?</svg>)', re.DOTALL)
"""A drawing as wide as the text: where a screen is narrower, it scrolls in a box of its own."""


def make_page(report: Report, brand: Brand = PLAIN) -> str:
    """One file that works offline: light and dark, with a print style, no script."""
    return _make_html(report, "screen", "", brand)


def make_print_page(report: Report, paper: str = "a4", brand: Brand = PLAIN) -> str:
    """The page the PDF is laid out from (its style sheet comes separately)."""
    return _make_html(report, "print", paper, brand)


def read_asset(name: str, brand: Brand = PLAIN) -> str:
    """A file of ``templates/assets`` as text, or the brand's own in its place; in its colours."""
    own = brand.templates.get(f"assets/{name}")
    text = own or (templates_dir() / "assets" / name).read_text(encoding="utf-8")
    return dress_sheet(text, brand)


def _make_html(report: Report, medium: str, paper: str, brand: Brand) -> str:
    css = ""
    if medium == "screen":
        css = Markup("\n").join(
            (Markup(read_asset("screen.css", brand)), Markup(screen_rules(brand)))
        )
    values = {
        "report": report,
        "medium": medium,
        "paper": paper,
        "parts": _by_part(report),
        "css": css,
        "brand": brand.words(medium),
    }
    own = brand.templates
    if not any(name.endswith(".j2") for name in own):
        html = _environment(str(templates_dir())).get_template("report.html.j2").render(values)
    else:
        html = _own_page(own, values)
    html = dress_pictures(drop_dead_links(html), brand)
    return _PICTURE.sub(r'<div class="wide">\1</div>', html) if medium == "screen" else html


def load_templates() -> None:
    """Compile all of ours now (a quarter of a second), so that processes copied from this one need not."""
    environment = _environment(str(templates_dir()))
    for name in environment.list_templates(extensions=["j2"]):
        environment.get_template(name)


def _own_page(own: Mapping[str, str], values: dict[str, Any]) -> str:
    """The page by the operator's templates; raises UsageError naming file and line."""
    from report_gen.rendering.overrides import check_well_formed, mistake

    try:
        html = own_environment(own).get_template("report.html.j2").render(values)
    except Exception as error:
        if found := mistake(error, own):
            raise found from error
        raise
    check_well_formed(html, own)
    return html


def own_environment(own: Mapping[str, str]) -> Environment:
    """Our templates with those of an operator laid over them."""
    from report_gen.rendering.overrides import sandboxed

    return _equipped(sandboxed(str(templates_dir()), own))


def _by_part(report: Report) -> list[dict[str, Any]]:
    parts = []
    for part, chapters in groupby(report.chapters, key=_part):
        parts.append({"id": part, "chapters": list(chapters)})
    return parts


def _part(chapter: Chapter) -> str:
    return chapter.part


_EMOJI = re.compile("[\U0001f000-\U0001faff\u200d\u20e3\ufe0e\ufe0f]+ ?")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def without_emoji(value: object) -> object:
    """Emoji in a posting are decoration, and text fonts have none: printed, they would be boxes."""
    if isinstance(value, str) and not value.isascii() and _EMOJI.search(value):
        value = type(value)(_EMOJI.sub("", value))  # a str stays one, and Markup stays Markup
    if isinstance(value, str) and _NO_XML.search(value):
        value = type(value)(_NO_XML.sub(" ", value))
    return value


@lru_cache(maxsize=2)
def _environment(folder: str) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals["charts"] = charts
    return _equipped(environment)


def _equipped(environment: Environment) -> Environment:
    environment.finalize = without_emoji
    environment.filters["safe_url"] = safe_url
    environment.globals["contents_pages"] = contents_pages
    environment.globals["sheet_size"] = sheet_size
    return environment
