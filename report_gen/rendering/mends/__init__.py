"""What we change in the engine: one fault of its lines, and costs that grow with the boxes of a page.

Its functions are replaced by ours with the same result. Those of styles, boxes, text and glyphs look
deep into one version of it, and are left out with any other: the report is the same, and slower.
"""

from __future__ import annotations

import sys
from typing import Any

KNOWN = "70."
"""The engine's versions that styles, boxes, text and glyphs are mended in."""


def mend_engine() -> None:
    """Once in a process, before the first page is laid out."""
    import weasyprint

    from report_gen.rendering.mends.lines import mend_line_breaks
    from report_gen.rendering.mends.writing import mend_writing

    mend_writing()
    if weasyprint.__version__.startswith(KNOWN):
        _save_time()
    mend_line_breaks()


def _save_time() -> None:
    from report_gen.rendering.mends.boxes import mend_boxes
    from report_gen.rendering.mends.glyphs import mend_glyphs
    from report_gen.rendering.mends.setting import mend_setting
    from report_gen.rendering.mends.styles import mend_styles
    from report_gen.rendering.mends.text import mend_text

    mend_styles()
    for mend in (mend_boxes, mend_text, mend_setting, mend_glyphs):
        mend(_replace)


def _replace(function: Any, new: Any) -> None:
    """In every module of the engine that knows the function, under its name."""
    known = function.__name__
    for name, module in list(sys.modules.items()):
        if name.startswith("weasyprint.") and getattr(module, known, None) is function:
            setattr(module, known, new)
