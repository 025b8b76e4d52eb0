"""The fonts of the product: static TrueType files of a pip dependency, the same on every machine."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

FACES = {
    "regular": ("SourceSansPro-Regular.ttf", 400, "normal"),
    "italic": ("SourceSansPro-It.ttf", 400, "italic"),
    "semibold": ("SourceSansPro-Semibold.ttf", 600, "normal"),
    "bold": ("SourceSansPro-Bold.ttf", 700, "normal"),
    "light": ("SourceSansPro-Light.ttf", 300, "normal"),
}
SCHEME = "reportgen-font:"


def font_dir() -> Path:
    """Where the font package keeps its files; found without importing it."""
    spec = find_spec("font_source_sans_pro")
    places = list(spec.submodule_search_locations or ()) if spec is not None else []
    if not places:
        raise FileNotFoundError("the package font-source-sans-pro is missing: reinstall reportgen")
    return Path(places[0]) / "files"


def font_css() -> str:
    """@font-face rules whose addresses only our own fetcher understands."""
    rules = (
        f"@font-face{{font-family:Report;font-weight:{weight};font-style:{style};"
        f"src:url({SCHEME}{face}) format('truetype')}}"
        for face, (_, weight, style) in FACES.items()
    )
    return "\n".join(rules)


def font_bytes(url: str) -> bytes:
    """The file behind such an address. Raises ValueError for any other address."""
    face = FACES.get(url.removeprefix(SCHEME)) if url.startswith(SCHEME) else None
    if face is None:
        raise ValueError("only the report's own fonts may be fetched")
    return (font_dir() / face[0]).read_bytes()
