"""One accent colour, the shades made of it, and whether it can be read on paper."""

from __future__ import annotations

import re

OURS = "#0f5b66"
"""The accent of the style sheets and drawings."""
_SHARES = {
    OURS: 1.0,
    "#7fa9ae": 0.53,
    "#a9c6c9": 0.36,
    "#d6e4e6": 0.17,
    "#eef4f4": 0.07,
    "#f3f6f6": 0.05,
}
"""Each shade the style sheets use -> the share of the accent in it, the rest white."""
READABLE = 4.5
"""Contrast of small text, as the Web Content Accessibility Guidelines ask for (1.4.3, AA)."""
DARK = "#151b22"
"""The paper of the HTML page at night."""

_HEX = re.compile(r"#[0-9a-f]{6}")


def shades(accent: str) -> dict[str, str]:
    """Our shades -> those of this accent, on white."""
    return {ours: mixed(accent, "#ffffff", share) for ours, share in _SHARES.items()}


def on_dark(accent: str) -> str:
    """The accent, lightened until small text in it can be read on the dark page."""
    for step in range(21):
        found = mixed("#ffffff", accent, step / 20)
        if contrast(found, DARK) >= READABLE + 1.5:
            return found
    return "#ffffff"


def readable(accent: str) -> str:
    """The accent, darkened until it passes ``too_pale``: what to propose instead."""
    for step in range(21):
        found = mixed("#000000", accent, step / 20)
        if not too_pale(found):
            return found
    return "#000000"


def too_pale(accent: str) -> str:
    """Why small text in it can't be read, "" if it can: on white, on its own tint, and printed
    in grey."""
    tint = shades(accent)["#eef4f4"]
    for paper, where in (("#ffffff", "white"), (tint, "its own tint")):
        if (ratio := contrast(accent, paper)) < READABLE:
            return f"its contrast against {where} is {ratio:.1f} to 1"
    if (ratio := contrast(grey(accent), "#ffffff")) < READABLE:
        return f"printed in grey its contrast against white is {ratio:.1f} to 1"
    return ""


def is_colour(text: str) -> bool:
    """Whether it is a colour as we write them: # and six digits 0-9, a-f."""
    return _HEX.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two colours, 1..21."""
    a, b = sorted((_luminance(one), _luminance(other)))
    return (b + 0.05) / (a + 0.05)


def grey(colour: str) -> str:
    """What a printer without colour makes of it: ITU-R BT.601 luma."""
    r, g, b = _channels(colour)
    return "#" + f"{round(0.299 * r + 0.587 * g + 0.114 * b):02x}" * 3


def mixed(colour: str, other: str, share: float) -> str:
    """``share`` (0..1) of one colour in another."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    """Relative luminance by WCAG 2."""
    linear = [
        v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4
        for v in (c / 255 for c in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
