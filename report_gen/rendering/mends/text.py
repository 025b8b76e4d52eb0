"""Lines of text: what Pango is told once for each style, and lines that are not set a second time.

The engine makes a context, a font description and a list of features anew for each piece of text, and
lets go of a line when it is laid out, to set it again when it is drawn. Here they are kept: the first
with the style, the second until it is drawn.
"""

from __future__ import annotations

import re
from typing import Any

_SEPARATOR = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")
"""Where Pango begins a paragraph. It is drawn with paragraphs off: text without any is set so at
once, since a line is thrown away where that changes."""

_END = 0xFFFFFFFF
"""Of any text."""


def mend_text(replace: Any) -> None:
    """``replace(function, new)`` puts one function of the engine in the place of another."""
    from weasyprint.text import line_break
    from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p

    layout_class = line_break.Layout
    prepare, strut = layout_class.setup, line_break.strut
    deactivate, reactivate = layout_class.deactivate, layout_class.reactivate
    set_words = layout_class.set_text

    def setup(layout: Any, style: Any) -> None:
        kept = style.__dict__.get("kept_text")
        if kept is None:
            if style["text_decoration_line"] != "none":
                layout.is_bare = False
                prepare(layout, style)
                return
            kept = style.__dict__["kept_text"] = _Prepared(style)
        layout.style = style
        layout.first_line_direction = 0
        layout.language = kept.language
        layout.ascent = layout.underline_position = layout.strikethrough_position = None
        made = layout.layout = ffi.gc(pango.pango_layout_new(kept.context), gobject.g_object_unref)
        pango.pango_layout_set_auto_dir(made, False)
        pango.pango_layout_set_font_description(made, kept.description)
        layout.is_bare = kept.attributes is not None and not layout.justification_spacing
        attributes = kept.attributes if layout.is_bare else kept.list_of_features()
        if attributes is not None:
            pango.pango_layout_set_attributes(made, attributes)

    def strut_of(style: Any) -> Any:
        kept = style.__dict__
        if "kept_strut" not in kept:
            kept["kept_strut"] = strut(style)
        return kept["kept_strut"]

    def set_text(layout: Any, text: str, justify: bool = False) -> None:
        single = _SEPARATOR.search(text) is None
        pango.pango_layout_set_single_paragraph_mode(layout.layout, single)
        if single and layout.is_bare and "\t" not in text:
            layout.text = text
            pointer, _alive = unicode_to_char_p(text)
            pango.pango_layout_set_text(layout.layout, pointer, -1)
        else:
            set_words(layout, text, justify)

    def let_go(layout: Any) -> None:
        if (
            layout.__dict__.pop("is_drawn", False)
            or layout.justification_spacing
            or layout.style["word_spacing"]
        ):
            deactivate(layout)

    def take_up(layout: Any, style: Any) -> None:
        layout.is_drawn = True
        if not hasattr(layout, "layout"):
            reactivate(layout, style)

    layout_class.setup = setup
    layout_class.set_text = set_text
    layout_class.deactivate = let_go
    layout_class.reactivate = take_up
    replace(strut, strut_of)


class _Prepared:
    """What all texts of a style are set with."""

    def __init__(self, style: Any) -> None:
        from weasyprint.text import line_break
        from weasyprint.text.constants import PANGO_DIRECTION
        from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p
        from weasyprint.text.fonts import font_features, get_font_description

        self.context = ffi.gc(
            pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref
        )
        pango.pango_context_set_round_glyph_positions(self.context, False)
        pango.pango_context_set_base_dir(self.context, PANGO_DIRECTION[style["direction"]])
        name = style["lang"]
        override = style["font_language_override"]
        if override != "normal":
            name = line_break.LST_TO_ISO.get(override.lower(), override)
        if name:
            pointer, _alive = unicode_to_char_p(name)
            self.language = pango.pango_language_from_string(pointer)
            pango.pango_context_set_language(self.context, self.language)
        else:
            self.language = pango.pango_language_get_default()
        self.description = get_font_description(style)
        features = font_features(
            *(
                style[f"font_{name}"]
                for name in (
                    "kerning",
                    "variant_ligatures",
                    "variant_position",
                    "variant_caps",
                    "variant_numeric",
                    "variant_alternates",
                    "variant_east_asian",
                    "feature_settings",
                )
            )
        )
        self.feature = None
        if features:
            words = ",".join(f"{key} {value}" for key, value in features.items()).encode()
            known = style.font_config.font_features
            if words not in known:
                known[words] = pango.pango_attr_font_features_new(words)
            self.feature = known[words]
        self.attributes = None if style["letter_spacing"] != "normal" else self._for_all(style)

    def list_of_features(self) -> Any:
        """For one text, which may add to it; None where there are none."""
        from weasyprint.text.ffi import pango

        if self.feature is None:
            return None
        attributes = pango.pango_attr_list_new()
        pango.pango_attr_list_insert(attributes, self.feature)
        return attributes

    def _for_all(self, style: Any) -> Any:
        """For all texts of a style whose letters and words stand as the font says; else None."""
        from weasyprint.text.ffi import pango

        if style["word_spacing"]:
            return None
        attributes = self.list_of_features() or pango.pango_attr_list_new()
        if style["overflow_wrap"] in ("anywhere", "break-word"):
            hyphens = pango.pango_attr_insert_hyphens_new(False)
            hyphens.start_index, hyphens.end_index = 0, _END
            pango.pango_attr_list_insert(attributes, hyphens)
        return attributes
