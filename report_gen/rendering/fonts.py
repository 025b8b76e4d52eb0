"""The fonts of the product: static TrueType files of a pip dependency, the same on every machine."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

FACES = {
    "regular": ("Report", "font_source_sans_pro", "SourceSansPro-Regular.ttf", 400, "normal"),
    "semibold": ("Report", "font_source_sans_pro", "SourceSansPro-Semibold.ttf", 600, "normal"),
    "serif": ("Report Serif", "font_source_serif_pro", "SourceSerifPro-Regular.ttf", 400, "normal"),
    "serif-light": (
        "Report Serif",
        "font_source_serif_pro",
        "SourceSerifPro-Light.ttf",
        300,
        "normal",
    ),
}
"""Name of a face -> family, package, file, weight, style. What we say is set in the sans, what the
resume and the posting say in the serif."""
SCHEME = "reportgen-font:"


def font_dir(package: str = "font_source_sans_pro") -> Path:
    """Where a font package keeps its files; found without importing it."""
    spec = find_spec(package)
    places = list(spec.submodule_search_locations or ()) if spec is not None else []
    if not places:
        name = package.replace("_", "-")
        raise FileNotFoundError(f"the package {name} is missing: reinstall reportgen")
    return Path(places[0]) / "files"


def font_css() -> str:
    """@font-face rules whose addresses only our own fetcher understands."""
    rules = (
        f"@font-face{{font-family:'{family}';font-weight:{weight};font-style:{style};"
        f"src:url({SCHEME}{face}) format('truetype')}}"
        for face, (family, _, _, weight, style) in FACES.items()
    )
    return "\n".join(rules)


def font_bytes(url: str) -> bytes:
    """The file behind such an address. Raises ValueError for any other address."""
    face = FACES.get(url.removeprefix(SCHEME)) if url.startswith(SCHEME) else None
    if face is None:
        raise ValueError("only the report's own fonts may be fetched")
    return (font_dir(face[1]) / face[2]).read_bytes()
