"""Emoji are taken out where text is printed: no text font has them."""

from __future__ import annotations

from markupsafe import Markup

from report_gen.rendering.html import without_emoji


def test_emoji_go_and_letters_stay() -> None:
    assert without_emoji("\U0001f680 What you'll do \U0001f407") == "What you'll do "
    assert without_emoji("Łukasz 田中 → 5 ★") == "Łukasz 田中 → 5 ★"


def test_what_is_marked_safe_stays_so() -> None:
    assert isinstance(without_emoji(Markup("<b>\U0001f680 x</b>")), Markup)
    assert without_emoji(7) == 7
