"""Items with their sections -> what is asked, and everything else with the reason why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from report_gen.job.asks import (
    Wording,
    guess_reason,
    read_wording,
    starts_with_duty,
    starts_with_third_person,
)
from report_gen.job.clauses import split_clauses
from report_gen.job.headings import name_section
from report_gen.job.models import Kind
from report_gen.job.sections import ASK_SECTIONS, Placed
from report_gen.job.sentences import split_sentences
from report_gen.job.stages import own_reason
from report_gen.job.times import without_time
from report_gen.job.words import JobWords, fold

_KIND: dict[str, Kind] = {"duties": "responsibility", "must": "required", "nice": "preferred"}
_ASK_KIND: dict[str, Kind] = {"duty": "responsibility", "must": "required", "nice": "preferred"}
_WHY = {
    "stack": "company",
    "company": "company",
    "team": "company",
    "role": "company",
    "benefits": "benefits",
    "pay": "pay",
    "process": "process",
    "legal": "legal",
    "refusal": "negated",
    "metadata": "metadata",
}
_MINED = ("", "role", "metadata")
"""Sections whose prose may ask something: those without a heading that says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A piece of the posting: asked (``kind``) or left out (``why``), never both."""

    text: str
    line: int
    lines: tuple[int, ...]
    kind: Kind | None = None
    why: str = ""
    section: str = ""


def collect_units(
    placed: Sequence[Placed], words: JobWords, count_skills: Callable[[str], int]
) -> list[Unit]:
    """Every item as one unit, or paragraphs as one unit per sentence.

    Sections are read first; prose without a section is searched for duties (and musts) only
    where no section lists them, because there it tells about the team instead.
    """
    listed = {
        kind
        for item in placed
        if item.entry and not item.heading and item.section in ASK_SECTIONS
        for kind in (_KIND[item.section],)
    }
    wanted = {kind for kind in ("responsibility", "required") if kind not in listed}
    units: list[Unit] = []
    listed_above = False
    for item in placed:
        listed_above = not item.heading and (listed_above or item.marked)
        if item.heading:
            units.append(_left(item, "metadata" if item.section == "metadata" else "heading"))
        elif item.section in ASK_SECTIONS and item.entry and not item.marked and listed_above:
            units.append(_read_after_list(item, words, count_skills))
        elif item.section in ASK_SECTIONS:
            units += _read_asked(item, words, count_skills)
        elif item.section in _MINED and item.why == "":
            units += _read_open(item, words, wanted, count_skills)
        else:
            units += _leave_out(item, item.why or _WHY.get(item.section, ""), words)
    return units


def _leave_out(item: Placed, why: str, words: JobWords) -> list[Unit]:
    """What asks nothing; of the hiring process each sentence by itself."""
    parts = split_sentences(item.text) if why == "process" else [item.text]
    return [_left(item, own_reason(part, why, words), part) for part in parts]


def mine_units(
    placed: Sequence[Placed], words: JobWords, count_skills: Callable[[str], int]
) -> list[Unit]:
    """The last resort for postings without any recognised ask: whatever names a skill or years."""
    units: list[Unit] = []
    for item in placed:
        if item.heading or item.why or item.section in ("benefits", "pay", "legal", "process"):
            units.append(_left(item, item.why or _WHY.get(item.section, "heading")))
            continue
        parts = [item.text] if item.entry else split_sentences(item.text)
        for part in parts:
            wording = read_wording(part, words, entry=item.entry)
            if not wording.why and (wording.ask or count_skills(part)):
                units.append(_asked(item, part, _ASK_KIND.get(wording.ask, "required")))
            else:
                units.append(_left(item, wording.why or guess_reason(part, words), part))
    return units


def _read_asked(item: Placed, words: JobWords, count_skills: Callable[[str], int]) -> list[Unit]:
    """An item under a heading of duties, musts or wishes."""
    if item.entry and not _listed_musts(item):
        return [_read_entry(one, words) for one in _asks_in_turn(item, words)]
    if listed := _listed_musts(item):
        return [_read_entry(replace(item, text=piece), words) for piece in listed]
    units: list[Unit] = []
    read = [(part, read_wording(part, words, entry=False)) for part in split_sentences(item.text)]
    if _is_about_else(read):
        return _leave_out(item, guess_reason(item.text, words), words)
    for part, wording in read:
        listed = _listed_duties(part, words) if item.section == "duties" else []
        if listed and not wording.why:
            units += [_asked(item, piece, "responsibility") for piece in listed]
            continue
        kind = _kind_in_section(item.section, wording, part)
        asks = bool(wording.ask) or (
            item.sole
            and not (part.startswith("(") and part.endswith(")"))
            and (
                _asks_by_itself(part, item.section, words, count_skills)
                or (item.section == "duties" and without_time(part) != part.strip())
            )
        )
        if _NOT_THAT.match(part):
            units.append(_left(item, "negated", part))
        elif wording.why and (wording.sure or not asks):
            units.append(_left(item, wording.why, part))
        elif asks:
            units += _asked_parts(item, part, kind, words)
        else:
            units.append(_left(item, guess_reason(part, words), part))
    return units


_NOT_THAT = re.compile(
    r"(?:Not|Never|No) (?!afraid|stranger|shy|only|just|less|fewer)(?:[\w'’-]+ ){0,5}[\w'’-]+\."
)
"""What is said not to be meant ("Not a prototype.")."""


def _asks_in_turn(item: Placed, words: JobWords) -> list[Placed]:
    """A line without a bullet whose sentences each ask by themselves, sentence by sentence
    ("You know Go. Kubernetes is an advantage."); a bullet is one ask, however long."""
    parts = [] if item.marked else split_sentences(item.text)
    asking = [read_wording(part, words, entry=False) for part in parts]
    if len(parts) < 2 or not all((w.ask or w.wish) and not w.why for w in asking):
        return [item]
    return [replace(item, text=part) for part in parts]


_FEWEST_PIECES = 3
_LONGEST_PIECE = 25


def _listed_musts(item: Placed) -> list[str]:
    """ "Fluent Dutch; three years of Go; ease with Kafka." under a heading of musts or wishes: its
    pieces, each an ask of its own; [] for a bullet or for what is no such list."""
    if item.marked or item.section not in ("must", "nice"):
        return []
    pieces = [piece.strip(" .") for piece in item.text.split(";")]
    short = all(0 < len(piece.split()) <= _LONGEST_PIECE for piece in pieces)
    level = item.text.count("(") == item.text.count(")") and all(
        piece.count("(") == piece.count(")") for piece in pieces
    )
    return pieces if len(pieces) >= _FEWEST_PIECES and short and level else []


def _read_after_list(item: Placed, words: JobWords, count_skills: Callable[[str], int]) -> Unit:
    """A line without a bullet below a list with bullets: asked only if its words ask."""
    wording = read_wording(item.text, words, entry=True)
    asks = bool(wording.ask) or starts_with_duty(fold(item.text), words)
    reason = wording.why or guess_reason(item.text, words)
    if asks or (count_skills(item.text) and reason in ("", "company")):
        return _read_entry(item, words)
    return _left(item, reason)


def _read_entry(item: Placed, words: JobWords) -> Unit:
    wording = read_wording(item.text, words, entry=True)
    if wording.why == "negated" and item.section == "nice" and not _DENIES.match(item.text):
        return _asked(item, item.text, "preferred")  # "a PhD (not required)" is still a wish
    if wording.why and (wording.sure or item.section == "nice" or not wording.ask):
        duty = item.section == "duties" and starts_with_duty(fold(item.text), words)
        if wording.sure or not duty:
            return _left(item, wording.why)
    kind: Kind = "preferred" if wording.wish else _KIND[item.section]
    if kind == "preferred" and not wording.wish and _INSISTS.match(fold(item.text)):
        kind = "required"
    return _asked(item, item.text, kind)


_DENIES = re.compile(
    r"\W*(?:no|not|you (?:do not|don['’]t)|we (?:do not|don['’]t)|kein\w*)\b", re.I
)


def _kind_in_section(section: str, wording: Wording, part: str) -> Kind:
    if wording.wish:
        return "preferred"
    if section == "nice":
        return "required" if _INSISTS.search(fold(part)) else "preferred"
    if section == "duties" and wording.ask == "must" and _HAS.search(fold(part)):
        return "required"
    return _KIND[section]


_INSISTS = re.compile(
    r"^(?:(?:all |the )?(?:candidates?|applicants?) )?must (?:be|have|hold)\b|\byou (?:must|(?:will |do |also )*(?:need|have) to)\b(?! not\b)"
)
"""What no heading of wishes weakens: "You must be willing to come in once a month." """


_HAS = re.compile(
    r"^you (?:should |must |will )?(?:have|need|must|bring|are|hold|possess|know|understand)\b"
    r"|\b(?:required|years?|candidates?|looking for|seek\w*|degree)\b"
)


def _is_about_else(read: Sequence[tuple[str, Wording]]) -> bool:
    """Is a paragraph about pay, law or the like, its stray asking words included?"""
    other = any(wording.sure and wording.why not in ("", "negated") for _, wording in read)
    if read and read[0][1].ask in ("must", "duty") and not read[0][1].why:
        return False  # it begins by asking
    asking = sum(bool(wording.ask) and not wording.why for _, wording in read)
    return other and asking * 2 <= len(read) and len(read) > 1


def _bare_list_kind(part: str, count_skills: Callable[[str], int]) -> Kind | None:
    """ "Python, PyTorch, some AWS." asks without a verb: little stands there besides skills."""
    if _TELLING.search(fold(part)):
        return None
    named = count_skills(part)
    return "required" if named >= 2 and len(part.split()) <= 3 * named + 1 else None


_TELLING = re.compile(
    r"\b(?:we|our|us|they|their|i|my|is|are|uses?|using|built|runs?|wir|nous|team)\b"
)


def _asks_by_itself(
    part: str, section: str, words: JobWords, count_skills: Callable[[str], int]
) -> bool:
    """In an ask section without a list: a verb of work, a skill, or words without a verb of
    their own ("French.", "A certificate in project management.")."""
    folded = fold(part)
    if starts_with_duty(folded, words):
        return True
    if folded.startswith("you ") or (section == "duties" and _YOU_DO.match(folded)):
        return not (words.not_duty.search(folded) or words.not_must.search(folded))
    skills = count_skills(part)
    names = skills >= 2 and folded.startswith(("that is ", "this is ", "it is "))
    states = not names and _STATES.match(folded) is not None
    if _TELLS.match(folded) or (section == "duties" and states) or _ANSWERS.fullmatch(folded):
        return False
    if skills or len(folded.split()) <= 3:
        return True
    if section == "duties" or states or words.no_dimension.search(folded):
        return False
    return guess_reason(part, words) in ("", "company")


_YOU_DO = re.compile(
    r"(?!.*\b(?:we|our|us|if|that|who|which|when)\b.* you )(?:[\w',-]+ ){1,8}?you [a-z]"
)
_ANSWERS = re.compile(r"\W*(?:yes|no|not really|none|never|maybe|of course|sure|lovely|great)\W*")
_STATES = re.compile(
    r"(?!you\b|your\b)(?:(?!that\b|who\b|which\b)[\w'&,-]+ ){1,6}?(?:is|are|was|were|will|has|had|takes?|needs?|makes?|lets"
    r"|means|does|do|can|would|comes?|gives?)\b|.*[?:]$|.*\b(?:we|us|our|i)\b"
)
"""A sentence with a verb of its own, about something else than the person."""

_TELLS = re.compile(r"(?:our|we|us|they|this team|the (?:team|company|product|platform))\b")


_LABEL = re.compile(r"^([^:;.]{3,60}):\s+")


def _listed_duties(part: str, words: JobWords) -> list[str]:
    """ "Day to day: design ...; build ...; run ...": the pieces of a list that stands in a
    sentence, verbatim; [] where there is none. Behind a label of duties each piece is one; else
    all but one must begin with a verb of work."""
    label = _LABEL.match(part)
    pieces = [p.strip() for p in re.split(r"\s*;\s+(?:and )?", part[label.end() if label else 0 :])]
    if len(pieces) < (2 if label else 3):
        return []
    if label and name_section(label[1], words) == "duties":
        return pieces
    duties = sum(starts_with_duty(fold(piece), words) for piece in pieces)
    return pieces if duties >= max(2, len(pieces) - 1) else []


def _read_open(
    item: Placed, words: JobWords, wanted: set[str], count_skills: Callable[[str], int]
) -> list[Unit]:
    """An item without a section: list entries by their own words, prose by its sentences."""
    if item.entry and item.marked:
        return [_read_loose_entry(item, words, count_skills)]
    read = [(part, read_wording(part, words, entry=False)) for part in split_sentences(item.text)]
    if _is_about_else(read):
        return _leave_out(item, guess_reason(item.text, words), words)
    units: list[Unit] = []
    opened = ""
    for part, wording in read:
        listed = _listed_duties(part, words)
        if listed and "responsibility" in wanted and not wording.why:
            units += [_asked(item, piece, "responsibility") for piece in listed]
            continue
        section = _opened_section(part, words)
        if section:
            opened = section
            units.append(_left(item, "heading", part))
            continue
        kind = _ASK_KIND.get(wording.ask)
        if kind is None and _tells_to_do(part, words, entry=item.entry, skills=count_skills):
            kind = "responsibility"
        kind = kind or _bare_list_kind(part, count_skills)
        if kind is None and _SAME_PERSON.match(fold(part)) and units and units[-1].kind:
            kind = units[-1].kind  # "Candidates have ... They've worked with Spark."
        elif kind is None and opened and _asks_by_itself(part, opened, words, count_skills):
            kind = _KIND[opened]
        open_kind = "required" if kind == "preferred" else kind
        if wording.why and wording.sure:
            units.append(_left(item, wording.why, part))
        elif kind and not wording.why and _DEMANDS.search(fold(part)):
            units += _asked_parts(item, part, "required", words)
        elif kind and not wording.why and (open_kind in wanted or _asks_years(part, kind) or _names_duty(part, kind, words)):  # fmt: skip
            units += _asked_parts(item, part, kind, words)
        else:
            known = "metadata" if item.section == "metadata" else ""
            units.append(_left(item, wording.why or guess_reason(part, words) or known, part))
    return units


_WILL_DO = re.compile(
    r"^(?:(?:as|in|on|every|each|within|during|day to day)\b[^.;,]{0,50}, )?you (?:will|would) (?:also |then )?(?P<verb>[a-z-]+)\b"
)
_CHARGED = re.compile(
    r"^(?:[^.;:]{0,80}?\b)?you (?:will|would) be (?:accountable|responsible|in charge|the (?:\w+ )?(?:person|one|engineer|analyst) who)\b"
    r"|^the (?:incumbent|post ?holder|job ?holder|appointee) [a-z]+s\b"
)
_FEWEST_TELLING = 7
_VAGUE = frozenset(
    ("apply", "benefit", "bring", "collaborate", "contribute", "find", "get", "go", "grow", "help", "join", "learn",
     "make", "meet", "partner", "report", "share", "speak", "talk", "understand", "use", "work")
)  # fmt: skip


def _names_duty(part: str, kind: Kind, words: JobWords) -> bool:
    """ "You will lead four analysts who forecast floods" is a duty beside a list of them, too."""
    if kind != "responsibility" or len(part.split()) < _FEWEST_TELLING:
        return False  # "You'd fix all three."
    folded = fold(part)
    will = _WILL_DO.match(folded)
    does = bool(will) and will["verb"] in words.duty_verbs - _VAGUE  # type: ignore[index]
    return does or _CHARGED.match(folded) is not None


def _tells_to_do(part: str, words: JobWords, *, entry: bool, skills: Callable[[str], int]) -> bool:
    """ "Design and run event streams on Kafka." without a heading: a line of a list that begins
    with a verb of work, or such a sentence that also names a skill."""
    folded = fold(part)
    if _TO_READERS.search(folded):
        return False
    if _WITH_ARTICLE.match(folded) and starts_with_third_person(folded, words):
        return True  # "Coordinates the ramp-up of line three."
    return starts_with_duty(folded, words) and (entry or skills(part) > 0)


_WITH_ARTICLE = re.compile(r"[a-z]+s (?:the|an?|our|all|its|this) ")


_TO_READERS = re.compile(
    r"\b(?:you|your|us|me|my|career|life|lives|apply (?:now|here|today|by|via|at|through)|\d+ ?\+? years?)\b|[!?]$"
)
"""What an invitation speaks of ("Work with us on ...", "Build your career")."""
_YEARS = re.compile(
    r"^(?:you|candidates?|applicants?|we (?:require|need|expect)|(?=\d))\b.*\b(?:\d+|two|three|four|five|six"
    r"|seven|eight|ten) ?\+?(?: or more)? years\b"
)


def _asks_years(part: str, kind: Kind) -> bool:
    """Prose that asks for years asks it beside a list of requirements, too."""
    return kind == "required" and bool(_YEARS.search(fold(part)))


_DEMANDS = re.compile(
    r"\byou (?:must|(?:will |do )?(?:need|have) to) (?:also )?(?:be (?!part\b|based\b|sure\b|part of\b)|have|hold|speak|know|live|travel|own)\b"
    r"|\byou (?:will )?need the right to\b|^[a-z]+ (?:at|to|on) (?:least )?(?:level )?[bc][12]\b"
    r"|^(?:the|this|these) (?:roles?|jobs?|positions?|posts?) (?:also )?(?:requires?|demands?|calls for) (?!(?:\w+ )?(?:travel|shifts?|on-?call)\b)(?!\w+ing\b)"
    r"|\byou (?:will )?need (?!to\b)(?:\w+,? ){0,5}(?:skills?|knowledge|experience|understanding|thinking|background|degree)\b"
)
"""Prose that no list elsewhere makes a mere tale."""
_SAME_PERSON = re.compile(r"(?:they|she|he|he or she|this person|that person)\b")
_OPENER = re.compile(r"^(?:so,? )?(?:(?:here|this|that|below) (?:is|are) )?(?=what |who )")


def _opened_section(part: str, words: JobWords) -> str:
    """ "Here is what we think it takes." opens the rest of its paragraph like a heading."""
    folded = fold(part)
    if len(folded.split()) <= 4 and folded.endswith((".", "!")):  # "The work. You ..."
        section = name_section(part.rstrip(".!"), words)
        return section if section in ASK_SECTIONS else ""
    if len(folded) > 90 or not _OPENER.match(folded) or folded.endswith("?"):
        return ""
    section = name_section(_OPENER.sub("", folded), words)
    return section if section in ASK_SECTIONS else ""


def _read_loose_entry(item: Placed, words: JobWords, count_skills: Callable[[str], int]) -> Unit:
    wording = read_wording(item.text, words, entry=True)
    folded = fold(item.text)
    if wording.why:
        return _left(item, wording.why)
    deed = starts_with_duty(folded, words) and not _PAST.search(folded)
    if wording.ask and wording.ask != "duty" and not (deed and wording.ask == "must"):
        return _asked(item, item.text, _ASK_KIND[wording.ask])
    if deed or wording.ask == "duty" or starts_with_duty(folded, words):
        return _asked(item, item.text, "responsibility")
    reason = guess_reason(item.text, words)
    if count_skills(item.text) and reason in ("", "company"):
        return _asked(item, item.text, "required")
    return _left(item, reason)


_PAST = re.compile(r"\b(?:years?|yrs|experience|required|degree|skills?|knowledge|must)\b")
"""What makes a line that begins like a deed an ask after all ("Lead experience required")."""


_COUNT = re.compile(r"[\W\d]*")
"""A cell of a table's row that only counts it or gives its share of the time."""


def _asked(item: Placed, text: str, kind: Kind) -> Unit:
    cells = [c for c in text.split("\t") if not _COUNT.fullmatch(c)]
    return Unit(
        text=" ".join(cells) or text, line=item.line, lines=item.lines, kind=kind,
        section=item.section,
    )  # fmt: skip


def _asked_parts(item: Placed, part: str, kind: Kind, words: JobWords) -> list[Unit]:
    """A sentence, or each part of the list that it is; a part may be only wished for."""
    parts = split_clauses(part, words)
    if len(parts) == 1:
        return [_asked(item, part, kind)]
    first = read_wording(parts[0], words, entry=False)
    if kind == "preferred" and first.ask == "must" and item.section != "nice":
        kind = "required"  # what was wished for is in a part of its own
    wished = [read_wording(p, words, entry=True).wish for p in parts]
    return [
        _asked(item, p, "preferred" if wish else kind)
        for p, wish in zip(parts, wished, strict=True)
    ]


def _left(item: Placed, why: str, text: str = "") -> Unit:
    return Unit(
        text=text or item.text, line=item.line, lines=item.lines, why=why, section=item.section
    )
