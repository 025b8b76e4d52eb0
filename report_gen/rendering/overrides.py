"""Templates of the operator's own: run in a sandbox, and mistakes named by file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from report_gen.errors import UsageError
from report_gen.rendering import charts

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

NAMES = (
    "report", "medium", "paper", "parts", "css", "brand", "part", "chapter", "data", "m", "charts",
    "sheet_size", "contents_pages",
)  # fmt: skip
"""What a template may name; ``m`` are the macros, ``data`` the values of its chapter."""
REMEDY = "Correct it, or take the file out of the folder: ours is used then."
_TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)


def sandboxed(folder: str, texts: Mapping[str, str]) -> Environment:
    """An environment in which ``texts`` stand before the templates of ``folder``.

    They reach values, filters and drawings, and nothing of Python; they can't switch the
    escaping of values off.
    """
    from jinja2 import ChoiceLoader, FileSystemLoader, FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    def find(name: str) -> tuple[str, str | None, None] | None:
        text = texts.get(name)
        return None if text is None else (text, name, None)

    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FunctionLoader(find), FileSystemLoader(folder)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    del environment.filters["safe"]
    drawings = SimpleNamespace(**{name: getattr(charts, name) for name in charts.__all__})
    environment.globals["charts"] = drawings
    return environment


def names_used(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Line and name of everything a parsed template names that nothing stands for."""
    from jinja2 import defaults, meta, nodes

    unknown = meta.find_undeclared_variables(tree) - {*NAMES, *defaults.DEFAULT_NAMESPACE}
    for used in tree.find_all(nodes.Name):
        if used.name in unknown:
            unknown.discard(used.name)
            yield used.lineno, used.name


def mistake(error: Exception, texts: Mapping[str, str]) -> UsageError | None:
    """The error for what one of ``texts`` did while it ran; None if it was not theirs."""
    from jinja2 import TemplateError

    place = None
    frame = error.__traceback__
    while frame is not None:
        name = frame.tb_frame.f_code.co_filename
        place = (name, frame.tb_lineno) if name in texts else place
        frame = frame.tb_next
    if place is None:
        return None
    said = str(error) if isinstance(error, TemplateError) else type(error).__name__
    return UsageError("template_fails", f"{place[0]}, line {place[1]}: {said[:300]}.", REMEDY)


def check_well_formed(html: str, texts: Mapping[str, str]) -> None:
    """Raises UsageError (``template_not_wellformed``) for a page that is not XML: each tag closed,
    each attribute in quotation marks. It names the first of ``texts`` that is not so by itself."""
    try:
        ElementTree.fromstring(html)
    except ElementTree.ParseError as error:
        found = [where for name, text in sorted(texts.items()) if (where := _unclosed(name, text))]
        where = found[0] if found else f"the page made of {', '.join(sorted(texts))}: {error.msg}"
        raise UsageError(
            "template_not_wellformed",
            f"{where}. Every tag needs its end, every attribute its quotation marks.",
            REMEDY,
        ) from None


def _unclosed(name: str, text: str) -> str:
    """Where a template by itself is not well-formed, its Jinja marks aside; "" if it is."""
    if name.endswith(".css"):
        return ""
    bare = _VALUE.sub(_lines("x"), _TAG.sub(_lines(""), text)).replace("<!DOCTYPE html>", "")
    try:
        ElementTree.fromstring(f"<all>{bare}</all>")
    except ElementTree.ParseError as error:
        return f"{name}, line {error.position[0]}: {error.msg.split(':')[0]}"
    return ""


def _lines(stand_in: str) -> Any:
    """Something without marks in the place of a mark, over as many lines."""
    return lambda match: stand_in + "\n" * match[0].count("\n")
