"""Wrapped lines back into one text, with words that were hyphenated at line ends made whole."""

from __future__ import annotations

import re
from collections.abc import Iterable

from report_gen.reading.models import Line

_TAIL = re.compile(r"[^\W\d_]+-\Z")
_LAST_TOKEN = re.compile(r"\S+\Z")
_FIRST_TOKEN = re.compile(r"\S+")
_KEPT = frozenset(
    "add ad agent air all always anti app auto back bank batch best beta bi big bit block board book "
    "bottom box brand break bridge broad budget build built business by call campaign car card case "
    "cash cause cell change channel check child city class clean clear click client close cloud "
    "code cold column command commit community company context contract core cost credit cross "
    "cutting data date day dead deep delayed demand demo design desk disk document domain door "
    "double down drop dual due early easy edge eight email end energy engineer enterprise error event "
    "ever evidence face fact fail fast fault feature feed field file fine first five fixed flow "
    "follow four fraud free front full function future game gap go good gradient graph green grid "
    "ground group growth half hand hard head health heart heavy high home hot hour house human image "
    "industry infra job key kernel knowledge label lab language large last latency lead left "
    "level life light line little live load lock log long loss low machine main man market mass master "
    "memory meta mid micro mission mobile model money month multi near net network never new next "
    "nine node noise non north note object off office old on one open order out over own page paper "
    "part path pay peer performance person phone pixel plan platform play point policy post power "
    "price privacy process product production profit project proof purpose quality quasi query "
    "question rack rank rapid rate read real record red release remote request research results "
    "revenue right risk road role rule run safe sales sample scale schema score screen search second "
    "security self semi sentence series server service session set seven shared shop short side sign "
    "single site six skill small smart social soft software south space speech speed spin staff stage "
    "stand start state step stock stop store story stream street strong student super supply "
    "support system table tail take talk target task tax team tech ten term test text third thought "
    "three tier tight time to token tool top touch tower track trade traffic train tree trial "
    "turn two type ultra under up use user value vector vendor version vice video vision voice "
    "warehouse water wave way weak web week weight well wide win word work workflow world write x year "
    "young zero".split()
)
"""Words that form compounds: ``cross-`` + ``team`` keeps its hyphen, ``recom-`` loses it. Those
that are often the first syllables of longer words (``con``, ``inter`` aside) are left out."""
_SUFFIXES = frozenset(
    "aware based bound centric class cut down driven edge end facing first focused free friendly "
    "functional grade level like line long making off on only oriented out party performance "
    "premise premises price quality ranking ready rich scale serving side source specific "
    "standing stack step style task tech term the time to tuned up wide word tuning boosted exact "
    "encoder feedback learning engineer engineers scientist agnostic native safe source sourced "
    "tolerant intensive throughput latency dimensional parametric supervised trained training built "
    "owned run hosted managed service based shot sized sensitive sharing saving making breaking "
    "winning grained specific member person year years month months week weeks day days hour hours".split()
)
"""Words that follow a hyphen in compounds: ``latency-`` + ``aware``."""
_PREFIXED = frozenset(
    "aggregated author authored computed existing founded founder founding house located locating "
    "locate located occurrence op owned owner processing processed release sales signed trained "
    "training working".split()
)
"""Words that keep the hyphen after short prefixes: ``pre-`` + ``trained``, ``in-`` + ``house``."""
_ENDINGS = frozenset(
    "able al ally ance ate ated ation ations ed ence ent er ers ible ic ical ics ied ies ing ings ion "
    "ions ise ised ish ist ists ity ive ize ized izing less ling ly ment ments ness ning or ors ous "
    "ship ships sion sions ter ters ting tion tional tions ture tures ty ware works ure ual uate".split()
)
_CLOSED = tuple(
    (
        "airflow automa autonom backlog backup benchmark breakdown checklist checkpoint checkout codebase coursework "
        "dashboard database dataset deadline downstream downtime download feedback framework fulltime "
        "guideline handbook hardware headcount keyboard keyword landmark laptop lifecycle livestream "
        "metadata microservice microsoft milestone multiple multipli network notebook online output outcome outlier outside "
        "overall overfit overhead overview payload payout pipeline platform playbook postgres "
        "roadmap rollback rollout runbook runtime scorecard shortlist showcase sideline smartphone "
        "software spreadsheet stakeholder standalone supermarket teamwork thesis throughput timeline timestamp "
        "troubleshoot undergrad underst update upgrade upload upstream uptime warehouse website whiteboard "
        "wireless workflow workforce workload workplace workshop workspace worldwide"
    ).split()
)
"""Words written as one whose first half is a word that else keeps its hyphen."""
_AFTER_PER = tuple(
    "ce cent cep fec form haps iod ip mea miss mit plex se sist son spec sua turb vas".split()
)
_LINKING = frozenset("of the to in and on by".split())


def join_wrapped(lines: Iterable[Line | str]) -> str:
    """The lines of one paragraph as one text.

    A hyphen a line's end is dropped when it only broke a word (``recom-`` + ``mendation``) and
    kept where it belongs to one (``state-of-`` + ``the-art``, ``A/B-`` + ``test``, ``COVID-`` +
    ``19``, ``pre-`` + ``existing``). Addresses broken over lines are closed up again.
    """
    text = ""
    for line in lines:
        piece = (line if isinstance(line, str) else line.text).replace("\t", " ").strip()
        piece = re.sub(r" {2,}", " ", piece)
        if not piece:
            continue
        text = _join(text, piece) if text else piece
    return text


def _join(left: str, right: str) -> str:
    last = _LAST_TOKEN.search(left)
    first = _FIRST_TOKEN.match(right)
    if last is None or first is None:
        return f"{left} {right}".strip()
    tail, head = last.group(), first.group()
    if left.endswith("\u00ad"):
        return left[:-1] + right
    if _is_address_broken(tail, head):
        return left + right
    if tail.endswith("-") and len(tail) > 1 and not tail.endswith("--"):
        return left + right if _keeps_hyphen(tail, head) else left[:-1] + right
    if tail.endswith(("–", "/")) and len(tail) > 1 and not left.endswith((" –", " /")):
        return left + right
    return f"{left} {right}"


def _is_address_broken(tail: str, head: str) -> bool:
    """Does an e-mail address or URL go on in the next line?"""
    if re.match(r"(https?://|www\.)\S*[/.\-_?=&]\Z", tail) and not head[0].isupper():
        return True
    if tail.endswith("@") or (head.startswith("@") and len(head) > 1 and "." in head):
        return bool(re.search(r"\w", tail)) and bool(re.search(r"\w", head))
    return bool(re.search(r"\w@[\w.-]*\.\Z", tail)) and head[0].islower()


def _keeps_hyphen(tail: str, head: str) -> bool:
    """Does the hyphen at a line's end belong to the word (or to a range, code or name)?"""
    stem = tail[:-1]
    word = re.split(r"[-/(\"'“‘]", stem)[-1]
    following = re.split(r"[-/),.;:]", head)[0]
    if not _TAIL.search(tail) or not head[0].isalpha():
        return True  # 24- + hour, A/B- + ..., COVID- + 19
    if not head[0].islower() or word.isupper() or not word.isalpha():
        return True  # Anglo- + American, GPU- + bound
    one, two = word.lower(), following.lower()
    if (one + two).startswith(_CLOSED):
        return False
    if one == "per":
        return not two.startswith(_AFTER_PER)
    if two in _SUFFIXES or two in _PREFIXED:
        return True
    if two in _ENDINGS or two.startswith("ing"):
        return False
    if "-" in stem or "-" in head.rstrip("-"):
        return one in _KEPT | _LINKING or two in _LINKING
    return one in _KEPT
