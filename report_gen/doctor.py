"""What is installed, what is missing, and the one command that gets it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at; ``remedy`` is what to do where it is missing. What is not ``needed``
    is told, and the rest works without it."""

    name: str
    ok: bool
    detail: str
    remedy: str = ""
    needed: bool = True


DISTRIBUTIONS = (
    "beautifulsoup4", "click", "dbos", "fsspec", "icalendar", "jinja2", "lxml", "markdown-it-py", "pdfplumber",
    "phonenumbers", "prometheus-client", "psycopg", "pydantic", "pypdfium2", "python-docx", "pyyaml", "rich", "scikit-learn",
    "spacy", "weasyprint",
)  # fmt: skip


def examine() -> tuple[Finding, ...]:
    """Look at Python, the packages, the native libraries, the fonts and the data packs."""
    return (
        _python(),
        *_packages(),
        _checked("native libraries of the PDF renderer", _render, native_remedy()),
        _checked("templates and data packs", _packs, "Install reportgen again."),
        _checked("fonts", _fonts, "pip install font-source-sans-pro font-source-serif-pro"),
        _checked("fallback fonts", _fallback_fonts, fallback_remedy()),
        _text_recognition(),
        *sandbox(),
    )


def native_remedy() -> str:
    """The one command for this system; it can only be guessed elsewhere than on Debian and macOS."""
    if sys.platform == "darwin":
        return "brew install pango"
    if sys.platform.startswith("linux"):
        from shutil import which

        if which("apt-get"):
            return "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        if which("dnf"):
            return "sudo dnf install -y pango"
        if which("apk"):
            return "sudo apk add pango"
    return "Install Pango 1.44 or later (on Windows: the GTK runtime of MSYS2, package pango)."


def fallback_remedy() -> str:
    """How to get fonts for scripts that the product's own font does not have."""
    from shutil import which

    if which("apt-get"):
        return "sudo apt-get install -y fonts-dejavu-core fonts-noto-cjk"
    return "Install any fonts that cover the scripts of your names, for example Noto."


def _text_recognition() -> Finding:
    """Nothing is wrong without it: files of pictures alone are then refused."""
    from shutil import which

    found = which("tesseract")
    detail = found or "no Tesseract: pages that are pictures can't be read (package tesseract-ocr)"
    return Finding(name="text recognition", ok=True, detail=detail)


_HOST = (
    "Use Linux 5.13 or later with Landlock and seccomp allowed (in a container: its default "
    "profile or a looser one). Until then batch and worker ask for --allow-unsandboxed."
)


def sandbox() -> tuple[Finding, ...]:
    """Which walls stand around the readers of documents here, and whether they hold: a child tries
    to get out."""
    import os

    if not hasattr(os, "fork"):
        detail = "none: this system can't copy a process; documents are read without limits"
        return (Finding(name="sandbox", ok=False, detail=detail, remedy=_HOST, needed=False),)
    from report_gen.containment import Containment, missing_walls, self_test

    try:
        with Containment() as child:
            walls = child.walls()
            tries = self_test(child)
    except Exception as error:
        detail = f"the self-test did not end ({type(error).__name__})"
        return (Finding(name="sandbox", ok=False, detail=detail, remedy=_HOST, needed=False),)
    missing = missing_walls(walls)
    stand = "; ".join(f"{wall.name}: {wall.detail}" for wall in walls if wall.stands)
    leaks = "; ".join(wall.detail for wall in tries if not wall.stands)
    return (
        Finding(
            name="sandbox",
            ok=not missing,
            detail=f"not confined: {'; '.join(missing)}" if missing else stand,
            remedy=_HOST,
            needed=False,
        ),
        Finding(
            name="sandbox self-test",
            ok=not leaks,
            detail=leaks or f"a child tried {len(tries)} ways out, and none led out",
            remedy=_HOST,
            needed=False,
        ),
    )


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding(
        name="Python",
        ok=sys.version_info >= (3, 11),
        detail=version,
        remedy="Install Python 3.11 or later.",
    )


def _packages() -> Iterator[Finding]:
    for name in DISTRIBUTIONS:
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            yield Finding(name=name, ok=False, detail="not found", remedy=f"pip install {name}")
        else:
            yield Finding(name=name, ok=True, detail=version)


def _checked(name: str, check: Callable[[], str], remedy: str) -> Finding:
    """Run a check that returns what it found, or raises what went wrong."""
    try:
        return Finding(name=name, ok=True, detail=check())
    except Exception as error:
        # Any failure is the finding itself: a missing library raises OSError, a broken one anything.
        first = str(error).strip().splitlines()
        return Finding(
            name=name,
            ok=False,
            detail=first[0][:160] if first else type(error).__name__,
            remedy=remedy,
        )


def _render() -> str:
    from weasyprint import HTML
    from weasyprint.text.ffi import pango

    data = HTML(string="<p>test</p>").write_pdf()
    if not data:
        raise OSError("a test page came out empty")
    number = pango.pango_version()
    return f"Pango {number // 10000}.{number // 100 % 100}.{number % 100}, test page rendered"


def _packs() -> str:
    from report_gen.pipeline import load_packs
    from report_gen.resources import templates_dir

    templates_dir()
    taxonomy = load_packs()
    return f"{len(taxonomy.skills)} skills, digest {taxonomy.digest[:12]}"


def _fonts() -> str:
    from report_gen.rendering.fonts import FACES, font_dir

    missing = [
        name
        for _, package, name, _, _ in FACES.values()
        if not (font_dir(package) / name).is_file()
    ]
    if missing:
        raise OSError(f"{', '.join(missing)} not found")
    return f"{len(FACES)} faces of the product's own fonts"


def _fallback_fonts() -> str:
    home = Path.home()
    folders = (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        Path("/Library/Fonts"),
        Path("/System/Library/Fonts"),
        Path("C:/Windows/Fonts"),
        home / ".local/share/fonts",
        home / ".fonts",
        home / "Library/Fonts",
    )
    found = sum(
        path.suffix.lower() in (".ttf", ".otf", ".ttc", ".pfb")
        for folder in folders
        if folder.is_dir()
        for path in folder.rglob("*")
    )
    if not found:
        raise OSError("no system font is found: names in other scripts would come out as boxes")
    return f"{found} font files of the system"
