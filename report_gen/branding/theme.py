"""The theme file: a few keys in YAML, each mistake told with its line."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from report_gen.branding.pictures import look_at
from report_gen.branding.typefaces import FACES, face_fault
from report_gen.errors import ReportGenError, UnreadableError
from report_gen.inputs import read_bytes
from report_gen.rendering import colours
from report_gen.rendering.brand import PLAIN, Brand
from report_gen.written import read_yaml

KEYS = ("name", "logo", "colours", "font", "footer", "contact")
_LENGTHS = {"name": 60, "footer": 110, "contact": 200}
"""Characters that have room where they are printed: the name beside the kind of report, the footer
on one line of a page."""
Family = Literal["sans", "serif"]


class _Theme:
    """A theme file while it is read: its values, the line of each, and what is wrong."""

    def __init__(self, path: Path, problems: list[str]) -> None:
        self.path, self.problems = path, problems
        self.lines: dict[str, int] = {}

    def fault(self, key: str, text: str) -> None:
        """``key``: "logo", or "colours.accent" for one below another."""
        line = self.lines.get(key) or self.lines.get(key.split(".")[0]) or 1
        self.problems.append(f"{self.path}, line {line}: {text}")

    def text(self, values: Mapping[str, Any], key: str) -> str:
        """A line of text, "" if there is none."""
        value = values.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.fault(key, f"{key} must be a text; put it in quotation marks.")
            return ""
        text = " ".join(value.split())
        if len(text) > _LENGTHS[key]:
            self.fault(key, f"{key} has {len(text)} characters; there is room for {_LENGTHS[key]}.")
        if not all(c.isprintable() for c in text):
            self.fault(key, f"{key} holds a sign that can't be printed.")
        return text

    def named_file(self, key: str, value: object) -> bytes:
        """The file a key names, beside the theme; b"" if there is none or it can't be read."""
        if not isinstance(value, str) or not value.strip():
            self.fault(key, f"{key} must name a file, such as {key.split('.')[-1]}.png.")
            return b""
        try:
            return read_bytes(self.path.parent / value)
        except ReportGenError as error:
            self.fault(key, f"{key}: {error.message}")
            return b""

    def known(self, values: Mapping[str, Any], keys: tuple[str, ...], above: str = "") -> None:
        """Names every key that is none."""
        for key in values:
            if key not in keys:
                close = get_close_matches(str(key), keys, n=1)
                meant = f'did you mean "{close[0]}"?' if close else f"known are {', '.join(keys)}."
                self.fault(f"{above}{key}", f'there is no key "{str(key)[:40]}": {meant}')


def read_theme(path: Path, problems: list[str]) -> Brand:
    """The brand of a theme file; what is wrong goes to ``problems``. Raises UnreadableError for a
    file that can't be opened."""
    theme = _Theme(path, problems)
    values = _values(theme)
    if values is None:
        return PLAIN
    theme.known(values, KEYS)
    name = theme.text(values, "name")
    logo, kind = _logo(theme, values, name)
    family, faces = _font(theme, values.get("font"))
    return Brand(
        name=name,
        logo=logo,
        logo_kind=kind,
        accent=_accent(theme, values.get("colours")),
        family=family,
        faces=faces,
        footer=theme.text(values, "footer"),
        contact=theme.text(values, "contact"),
    )


def _values(theme: _Theme) -> Mapping[str, Any] | None:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = _bytes(theme.path)
    try:
        values = read_yaml(data, loader, str(theme.path))
        node = yaml.compose(data.decode("utf-8-sig"), Loader=loader)
    except UnicodeDecodeError:
        theme.fault("", "this is not UTF-8 text.")
        return None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        theme.lines[""] = mark.line + 1 if mark else 1
        theme.fault("", f"this is not YAML: {getattr(error, 'problem', None) or 'unreadable'}.")
        return None
    if not isinstance(values, dict):
        theme.fault("", "a theme is made of lines such as name: Your Name.")
        return None
    _note_lines(theme, node, "")
    return values


def _bytes(path: Path) -> bytes:
    try:
        return read_bytes(path)
    except UnreadableError as error:
        if error.code != "empty_file":
            raise
        return b"\n"


def _note_lines(theme: _Theme, node: Any, above: str) -> None:
    """The line of each key; one that stands twice is told, since YAML would take the last."""
    for key, value in node.value:
        name = f"{above}{key.value}"
        if name in theme.lines:
            theme.lines[name] = key.start_mark.line + 1
            theme.fault(name, f'"{name}" stands twice.')
        theme.lines[name] = key.start_mark.line + 1
        if not above and hasattr(value, "flow_style") and value.id == "mapping":
            _note_lines(theme, value, f"{name}.")


def _logo(
    theme: _Theme, values: Mapping[str, Any], name: str
) -> tuple[bytes, Literal["", "png", "jpeg", "svg"]]:
    if values.get("logo") is None:
        return b"", ""
    if not name:
        theme.fault("logo", "a logo needs the name too: it is read to those who can't see it.")
    data = theme.named_file("logo", values["logo"])
    if not data:
        return b"", ""
    kind, fault = look_at(data)
    if fault:
        theme.fault("logo", f"the logo {values['logo']} {fault}")
    return data, kind


def _accent(theme: _Theme, value: object) -> str:
    if value is None:
        return colours.OURS
    if not isinstance(value, dict):
        theme.fault("colours", "colours must have a line below it such as accent: '#0f5b66'.")
        return colours.OURS
    theme.known(value, ("accent",), "colours.")
    accent = value.get("accent", colours.OURS)
    if not isinstance(accent, str) or not colours.is_colour(accent.lower()):
        theme.fault(
            "colours.accent",
            "accent must be # and six digits 0-9, a-f, in quotation marks: '#0f5b66' "
            "(# begins a comment without them).",
        )
        return colours.OURS
    accent = accent.lower()
    if why := colours.too_pale(accent):
        theme.fault(
            "colours.accent",
            f"small text in the accent {accent} can't be read: {why}, and {colours.READABLE} to 1 "
            f"is the least. {colours.readable(accent)} would do.",
        )
    return accent


def _font(theme: _Theme, value: object) -> tuple[Family, Mapping[str, bytes]]:
    if value is None or value == "sans":
        return "sans", {}
    if value == "serif":
        return "serif", {}
    if not isinstance(value, dict):
        theme.fault(
            "font",
            "font must be sans, serif, or two lines below it: regular: FILE.ttf and semibold: "
            "FILE.ttf.",
        )
        return "sans", {}
    theme.known(value, FACES, "font.")
    faces: dict[str, bytes] = {}
    for face in FACES:
        if face not in value:
            theme.fault("font", f"font has no {face}: regular and semibold are needed.")
        elif data := theme.named_file(f"font.{face}", value[face]):
            faces[face] = data
            if fault := face_fault(data):
                theme.fault(f"font.{face}", f"the font {value[face]} {fault}")
    return "sans", faces
