"""This person's own names for what a pack's text leaves open: stories, figure, employer, gaps."""

from __future__ import annotations

import re

from report_gen.coaching.case import Case, soft_lower
from report_gen.coaching.fields import families
from report_gen.coaching.gap_kinds import is_degree, is_tongue
from report_gen.coaching.gap_words import gap_label
from report_gen.coaching.lead import lead_figure
from report_gen.coaching.pay_printed import pay_answer
from report_gen.coaching.wording import in_quotes, spoken_employer
from report_gen.scoring.models import Gap

_OPEN = {
    "story": "your strongest project",
    "story2": "your second story",
    "employer": "your last position",
    "figure": "a number of yours",
    "path": "what led you here",
    "gaps": "the largest",
    "next_gaps": "the largest",
    "gap": "what you have not done yet",
    "design": "a design of this field",
}
"""What stands there where the resume or the posting is silent."""


_NAMED = re.compile(r"(?P<open>[“\"]?)\{(?P<name>\w+)\}(?P<close>[”\"]?)")


def filled(text: str, case: Case) -> str:
    """A text of the packs with its {names} replaced; names it does not know stay as they are.
    A pack's own marks around a title are the title's."""
    if "{" not in text:
        return text
    words = case.once(_words)

    def said(found: re.Match[str]) -> str:
        own = words.get(found["name"])
        if own is None:
            return found[0]
        marked = own.startswith("“") and found["open"] and found["close"]
        return own if marked else f"{found['open']}{own}{found['close']}"

    return _NAMED.sub(said, text)


def _words(case: Case) -> dict[str, str]:
    titles = [in_quotes(story.title) for story in case.stories]
    gaps = _to_talk_about(case)
    fields = families(case)
    found = {
        "design": f"“{soft_lower(fields[0][0].name)}”" if fields else "",
        "company": case.company_or_they,
        "role": case.role.name,
        "title": case.job.title or case.role.name,
        "story": titles[0] if titles else "",
        "story2": titles[1] if len(titles) > 1 else "",
        "employer": spoken_employer(case.deeds[0].employer) if case.deeds else "",
        "figure": _figure(case),
        "path": _path(case),
        "gap": gap_label(gaps[0], case) if gaps else "",
        "pay": pay_answer(case),
        "gaps": " and ".join(gap_label(gap, case) for gap in gaps[:2]),
        "next_gaps": " and ".join(gap_label(gap, case) for gap in gaps[1:3] or gaps[:1]),
    }
    return {name: words or _OPEN.get(name, "") for name, words in found.items()}


def _to_talk_about(case: Case) -> list[Gap]:
    """The gaps an interviewer for the trade digs into: a language or a degree is named in a
    word, unless there is no other."""
    trade = [g for g in case.gaps if not is_tongue(g, case) and not is_degree(g)]
    return trade or list(case.gaps)


def _path(case: Case) -> str:
    """The titles held, oldest first, each once: "Data Analyst, Data Scientist"."""
    titles = [work.position for work in reversed(case.resume.work) if work.position]
    return ", then ".join(list(dict.fromkeys(titles))[-3:])


def _figure(case: Case) -> str:
    """The figure to lead with, as it stands in the resume."""
    figure = lead_figure(case)
    return f"“{figure}”" if figure else ""
