"""Work done with others: the words of a line that say with whom, and the deed told with them.

"Rebuilt the controller (team of 4)" is no deed of one person: it is said as "In a team of 4, I rebuilt
the controller". Whoever leads a team tells that as a deed of their own.
"""

from __future__ import annotations

import re
from dataclasses import replace

from report_gen.coaching.language.models import Speech

_N = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen)"
_GROUP = r"(?:team|group|crew|squad|trio|pair)"
_OF_SO_MANY = rf"{_GROUP} of {_N}(?: (?!and\b|in\b|on\b|at\b|for\b|with\b|to\b|from\b|by\b)[a-z]+s)?|{_N}-(?:person|people|member|man|woman) {_GROUP}"
_SAID_APART = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\s*\((?:in |with |as )?(?:an? )?(?P<team>{_OF_SO_MANY})\)",
        rf"(?<=[\w)]),? (?:as )?(?:a )?(?:part|member) of (?:an? |the )(?P<team>(?:[\w-]+ )?(?:{_OF_SO_MANY}))(?=[,;.]|$)",
        rf"(?:^|(?<=[.;,] ))(?:in |with |as )?(?:an? )?(?P<team>{_OF_SO_MANY})(?:[:,;.] ?|$)",
        rf"^(?P<team>{_GROUP}) (?:project|work|effort|assignment)(?: of {_N})?: ",
    )
)
"""A team named beside the deed: in brackets, as a clause of its own, at the end or as a label."""
_LEADS = re.compile(
    r"(?:I )?(?:led|lead|leading|manag\w+|head(?:ed|ing)?|supervis\w+|coach\w*|mentor\w*|hired|directed|ran|run|"
    r"built (?:up )?(?:an?|the) (?:team|group)|grew|tech lead|team lead|coordinated)\b",
    re.I,
)
_PEOPLE = (
    r"(?:engineers?|developers?|programmers?|scientists?|researchers?|students?|undergraduates?|classmates?|colleagues?|"
    r"co-?workers?|friends?|analysts?|designers?|teachers?|nurses?|doctors?|physicians?|architects?|economists?|"
    r"historians?|electricians?|mechanics?|partners?|peers?|interns?|team-?mates?|technicians?|others|people|"
    r"statisticians?|volunteers?|founders?|musicians?|cooks?)"
)
_WITH = re.compile(
    r"\b(?:(?:worked|working|work|partnered|partnering|collaborated|collaborating|together|jointly|liaised) (?:closely )?with|"
    r"alongside|in partnership with|in collaboration with) "
    r"((?:the |our |their )?[A-Za-z][\w&/' -]*?(?:,? and [\w&/' -]+?)?)(?=,|;|\.|$| to | on | for | from | in | by | at )",
    re.I,
)
_WITH_SOME = re.compile(
    rf"\b(?:with|as one of) ((?:an?|another|one other|my|some|other|several|{_N}) (?:(?!\d)[\w-]+ ){{0,2}}?{_PEOPLE})\b"
    rf"|\b(?:in|with|of) ((?:an? |the )(?:[\w-]+ )?(?:{_OF_SO_MANY}))\b"
    r"|\b(my team) and I\b|\b(?:paired|pairing) with ((?:an?|the|my) [\w-]+(?: [\w-]+)?)",
    re.I,
)
LONGEST = 6


def collaborators(text: str) -> tuple[str, ...]:
    """With whom a line says that the work was done; () for a line of somebody who leads others."""
    found = [" ".join(m.group(1).split()) for m in _WITH.finditer(text)]
    found = [f for f in found if not re.search(r"\d", f)]
    if not _LEADS.match(text):
        found += [next(g for g in m.groups() if g) for m in _WITH_SOME.finditer(text)]
        team, _ = team_apart(text)
        found += [team] if team else []
    return tuple(dict.fromkeys(f for f in found if 0 < len(f.split()) <= LONGEST))


def team_apart(text: str) -> tuple[str, str]:
    """The team that a line names beside its deed ("a team of 4"), and the line without it; ("", text)
    where it names none so, or leads it."""
    if _LEADS.match(text):
        return "", text
    for pattern in _SAID_APART:
        found = pattern.search(text)
        if found is None:
            continue
        before, after = text[: found.start()], text[found.end() :]
        if before.strip().lower() == "as":
            continue  # "As part of a crew of three, ...": said as it stands
        ends = found.group().rstrip()[-1:] if after else ""
        if ends in (".", ";") and before.rstrip()[-1:] not in (".", ";", ""):
            before = before.rstrip(" ,") + ends + " "
        rest = f"{before}{after}".strip(" ,;")
        if len(rest.split()) >= 3:
            team = found["team"].strip().lower()
            return (f"an {team}" if re.match(r"(?:eight|eleven|8|11)", team) else f"a {team}"), rest
    return "", text


def told_in_team(speech: Speech, team: str, text: str) -> Speech | None:
    """The speech of a line with its first own deed told in the team; None where no deed of one's own
    is said that could be."""
    at = next(
        (n for n, s in enumerate(speech.sentences) if s.own and s.kind in ("action", "result")),
        None,
    )
    if (
        at is None
        or speech.quoted
        or not re.match(r"I (?!am\b|was\b|also\b)", speech.sentences[at].text)
    ):
        return None
    deed = speech.sentences[at]
    told = replace(deed, text=f"In {team}, {deed.text}")
    sentences = (*speech.sentences[:at], told, *speech.sentences[at + 1 :])
    return replace(
        speech, text=text, sentences=sentences,
        collaborators=tuple(dict.fromkeys((*speech.collaborators, team))),
    )  # fmt: skip
