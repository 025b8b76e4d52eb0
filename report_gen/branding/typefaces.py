"""Whether a font file can stand for our own: its letters, and whether it may be embedded."""

from __future__ import annotations

import io
import logging

FACES = ("regular", "semibold")
_NEEDED = "".join(chr(c) for c in range(0x20, 0x7F)) + "ÄÖÜäöüßéèàçñ–—…·“”‘’"
"""What our own words are written with. Other letters come from the house's font."""
_MOST_BYTES = 2_000_000
_RESTRICTED = 0x0002
"""OS/2 fsType, OpenType specification: a font that must not be embedded."""


def face_fault(data: bytes) -> str:
    """What is wrong with a font file, "" if it can be used."""
    from fontTools.ttLib import TTFont

    if len(data) > _MOST_BYTES:
        return f"is larger than {_MOST_BYTES // 1_000_000} MB: choose one for fewer scripts."
    if data[:4] not in (b"\x00\x01\x00\x00", b"OTTO", b"true"):
        return "is no font file we can embed: use .ttf or .otf."
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    try:
        font = TTFont(io.BytesIO(data), lazy=True)
        letters = font.getBestCmap() or {}
        rights = font["OS/2"].fsType if "OS/2" in font else 0
        variable = "fvar" in font
        font["hmtx"], font["head"], font["hhea"]
    except Exception:
        # fontTools raises whatever a broken table makes it trip over.
        return "is damaged: its tables can't be read. Fetch it again."
    if rights & 0x000F == _RESTRICTED:
        return "must not be embedded, as its maker has marked it (fsType 2): choose another."
    if variable:
        return "is a variable font: use the files of single weights (static fonts)."
    missing = [c for c in _NEEDED if ord(c) not in letters]
    if missing:
        shown = " ".join(c if c != " " else "space" for c in missing[:12])
        return f"lacks {len(missing)} of the signs our words need: {shown}."
    return ""
