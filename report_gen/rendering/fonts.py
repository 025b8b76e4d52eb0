"""The fonts of the product: static TrueType files of a pip dependency, the same on every machine."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from report_gen.errors import CannotWriteError
from report_gen.rendering.brand import PLAIN, Brand

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
SERIF_FACES = {
    "regular": ("Report", "font_source_serif_pro", "SourceSerifPro-Regular.ttf", 400, "normal"),
    "semibold": ("Report", "font_source_serif_pro", "SourceSerifPro-Semibold.ttf", 600, "normal"),
}
"""In their place for a brand that sets its words in the serif."""
_WEIGHTS = {"regular": 400, "semibold": 600}
SCHEME = "reportgen-font:"


def font_dir(package: str = "font_source_sans_pro") -> Path:
    """Where a font package keeps its files; found without importing it."""
    spec = find_spec(package)
    places = list(spec.submodule_search_locations or ()) if spec is not None else []
    if not places:
        name = package.replace("_", "-")
        raise FileNotFoundError(f"the package {name} is missing: reinstall reportgen")
    return Path(places[0]) / "files"


def lost_font(package: str) -> CannotWriteError:
    """For a font of ours that is not there any more, or damaged: another in its place would change
    every page without a word."""
    name = package.replace("_", "-")
    return CannotWriteError(
        "font_missing",
        f"The report's fonts are not whole: files of the package {name} are missing or damaged.",
        f"Install it again: pip install --force-reinstall {name} (reportgen doctor looks at them).",
    )


def check_fonts() -> None:
    """Raises CannotWriteError (``font_missing``) if a file of ours is not there."""
    for _, package, name, _, _ in FACES.values():
        try:
            found = (font_dir(package) / name).stat().st_size > 0
        except OSError:
            found = False
        if not found:
            raise lost_font(package)


def font_css(brand: Brand = PLAIN) -> str:
    """@font-face rules whose addresses only our own fetcher understands."""
    rules = [
        _rule(face, family, weight, style)
        for face, (family, _, _, weight, style) in FACES.items()
        if family == "Report Serif" or not brand.faces
    ]
    if brand.faces:
        rules += [_rule(face, "Report", _WEIGHTS[face], "normal") for face in sorted(brand.faces)]
        rules += [
            _rule(f"base-{face}", "Report Base", _WEIGHTS[face], "normal") for face in _WEIGHTS
        ]
    return "\n".join(rules)


def _rule(face: str, family: str, weight: int, style: str) -> str:
    return (
        f"@font-face{{font-family:'{family}';font-weight:{weight};font-style:{style};"
        f"src:url({SCHEME}{face}) format('truetype')}}"
    )


def font_bytes(url: str, brand: Brand = PLAIN) -> bytes:
    """The file behind such an address. Raises ValueError for any other address."""
    name = url.removeprefix(SCHEME) if url.startswith(SCHEME) else ""
    if name in brand.faces:
        return brand.faces[name]
    name = name.removeprefix("base-")
    face = SERIF_FACES.get(name) if brand.family == "serif" else None
    face = face or FACES.get(name)
    if face is None:
        raise ValueError("only the report's own fonts may be fetched")
    return (font_dir(face[1]) / face[2]).read_bytes()
