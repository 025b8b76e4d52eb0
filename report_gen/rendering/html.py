"""Report -> HTML: one set of templates for print and for the screen."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from report_gen.rendering import charts
from report_gen.rendering.contents import contents_pages
from report_gen.rendering.links import drop_dead_links, safe_url
from report_gen.rendering.sheets import sheet_size
from report_gen.report.models import Chapter, Report
from report_gen.resources import templates_dir

if TYPE_CHECKING:
    from jinja2 import Environment


def make_page(report: Report) -> str:
    """One file that works offline: light and dark, with a print style, no script."""
    return _make_html(report, "screen")


def make_print_page(report: Report, paper: str = "a4") -> str:
    """The page the PDF is laid out from (its style sheet comes separately)."""
    return _make_html(report, "print", paper)


def read_asset(name: str) -> str:
    """A file of ``templates/assets`` as text."""
    return (templates_dir() / "assets" / name).read_text(encoding="utf-8")


def _make_html(report: Report, medium: str, paper: str = "") -> str:
    template = _environment(str(templates_dir())).get_template("report.html.j2")
    html = template.render(
        report=report,
        medium=medium,
        paper=paper,
        parts=_by_part(report),
        css=Markup(read_asset("screen.css")) if medium == "screen" else "",
        brand={"name": "", "author": "reportgen", "logo": "", "contact": ""},
    )
    return drop_dead_links(html)


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
        finalize=without_emoji,
    )
    environment.filters["safe_url"] = safe_url
    environment.globals["charts"] = charts
    environment.globals["contents_pages"] = contents_pages
    environment.globals["sheet_size"] = sheet_size
    return environment
