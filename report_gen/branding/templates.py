"""The template folder: files that stand in the place of ours, looked at before any work is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from report_gen.errors import UnreadableError
from report_gen.inputs import read_bytes
from report_gen.rendering.overrides import NAMES, names_used, sandboxed
from report_gen.resources import templates_dir
from report_gen.written import check_size

_SHEETS = ("assets/print.css", "assets/screen.css")
_MOST_FILES = 200


def read_templates(folder: Path, problems: list[str]) -> Mapping[str, str]:
    """Name below ``templates/`` -> text. What is wrong goes to ``problems``, with file and line.
    Raises UnreadableError for a folder that is none."""
    if not folder.is_dir():
        raise UnreadableError(
            "no_such_folder", f"{folder} is no folder of templates.", "Check the name."
        )
    ours = _ours()
    texts: dict[str, str] = {}
    for path in sorted(_files(folder)):
        name = path.relative_to(folder).as_posix()
        if len(texts) >= _MOST_FILES:
            problems.append(f"{folder}: more than {_MOST_FILES} files.")
            break
        if name not in ours:
            problems.append(f"{path}: {_no_place(name, ours)}")
            continue
        data = read_bytes(path)
        check_size(data, str(path))
        try:
            texts[name] = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            problems.append(f"{path}, line {line}: this is not UTF-8 text.")
    if not texts and not problems:
        problems.append(f"{folder}: no template is in it, such as chapters/cover.html.j2.")
    for name, text in texts.items():
        found = _sheet_faults(text) if name.endswith(".css") else _faults(name, texts)
        problems.extend(f"{folder / name}, line {line}: {said}" for line, said in found)
    return texts


def _files(folder: Path) -> Iterator[Path]:
    """What counts: no hidden files, and no notes to oneself."""
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden and path.suffix.lower() not in (".md", ".txt"):
            yield path


def _ours() -> tuple[str, ...]:
    folder = templates_dir()
    names = [p.relative_to(folder).as_posix() for p in folder.rglob("*.j2")]
    return (*sorted(names), *_SHEETS)


def _no_place(name: str, ours: tuple[str, ...]) -> str:
    last = Path(name).name
    close = [n for n in ours if Path(n).name == last] or get_close_matches(name, ours, n=1)
    meant = f"did you mean {close[0]}?" if close else "the names are those of templates/."
    return f"no template of ours has this name: {meant}"


def _faults(name: str, texts: Mapping[str, str]) -> list[tuple[int, str]]:
    """What Jinja says of a template, and every name in it that stands for nothing."""
    from jinja2 import TemplateSyntaxError

    environment = sandboxed(str(templates_dir()), texts)
    environment.filters["safe_url"] = str
    try:
        tree = environment.parse(texts[name], name, name)
        environment.compile(tree, name, name)
    except TemplateSyntaxError as error:
        return [(error.lineno, f"{(error.message or 'unreadable').rstrip('.')}.")]
    found = []
    for line, used in names_used(tree):
        close = get_close_matches(used, NAMES, n=1)
        meant = f'did you mean "{close[0]}"?' if close else f"there are {', '.join(NAMES)}."
        found.append((line, f'nothing is called "{used}": {meant}'))
    return found


def _sheet_faults(css: str) -> list[tuple[int, str]]:
    import tinycss2

    found = []
    for node in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if node.type == "error":
            found.append((node.source_line, f"{node.message.rstrip('.')}."))
        elif node.type == "at-rule" and node.lower_at_keyword == "import":
            found.append((node.source_line, "@import has nothing to fetch: the report is offline."))
    if "</" in css:
        found.append((css.count("\n", 0, css.index("</")) + 1, "a style sheet holds no HTML."))
    return found
