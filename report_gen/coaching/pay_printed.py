"""What to say about pay: where the posting prints a range, the range and a place in it."""

from __future__ import annotations

import re

from report_gen.coaching.case import Case

_RANGE = re.compile(
    r"(?:[€$£₹]|\b[A-Z]{3}) ?\d[\d.,]*\d ?[kK]?(?: ?(?:-|–|—|to|and) ?(?:[€$£₹]|[A-Z]{3})? ?\d[\d.,]*\d ?[kK]?\b)"
)
UNPRINTED = "ask for their range first, give one you have looked up if pressed"


def pay_answer(case: Case) -> str:
    """What to do when pay comes up, as an order to oneself. Printed amounts are quoted as the
    posting writes them."""
    pay = case.job.compensation
    if pay is None or pay.min is None:
        return UNPRINTED
    printed = printed_range(case)
    named = f"the range the posting prints ({printed})" if printed else "the pay the posting prints"
    return (
        f"start from {named} and say where in it you stand and by which work: its upper half if "
        "you show what it asks for, its middle if you still have to learn a part"
    )


def printed_range(case: Case) -> str:
    """The range in the posting's own writing, "" if it is not written as one."""
    pay = case.job.compensation
    if pay is None or pay.min is None:
        return ""
    first = f"{pay.min:.0f}".rstrip("0")
    texts = [i.text for i in case.job.ignored] + [r.text for r in case.job.requirements]
    found = (m[0].rstrip(".,") for text in texts for m in _RANGE.finditer(text))
    return next((f for f in found if re.sub(r"\D", "", f).startswith(first)), "")
