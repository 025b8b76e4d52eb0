"""Which questions a line of the resume draws: by what it claims and by what it leaves out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from report_gen.coaching.case import Case, choose, has_any, has_cue
from report_gen.coaching.deed_kinds import kind_of
from report_gen.coaching.dig_kinds import dig_kinds
from report_gen.coaching.excerpts import clauses, opening
from report_gen.coaching.language.awards import is_award
from report_gen.coaching.language.names import capital
from report_gen.coaching.language.numbers import is_size
from report_gen.coaching.lead import CHANGE, QUALITY, says
from report_gen.coaching.own_names import WorkName, clause, name_line
from report_gen.coaching.probe_limits import (
    ENDED,
    is_applause,
    is_handed_out,
    is_place,
    is_price,
    is_release,
    leads_people,
)
from report_gen.coaching.wording import spoken_employer
from report_gen.matching.models import LineReading
from report_gen.taxonomy import Taxonomy
from report_gen.taxonomy.models import Skill

_NAMED = frozenset(
    {
        "programming_language",
        "database",
        "warehouse",
        "streaming",
        "orchestration",
        "ml_framework",
        "web_mobile",
        "llm_tool",
        "vector_db",
    }
)
_TOOLS = _NAMED | {
    "cloud",
    "devops_cat",
    "ml_systems",
    "llm_model",
    "llm_serving",
    "python_data_stack",
    "reliability",
    "product_analytics",
}
_LEADING = frozenset(
    {
        "lead",
        "co-lead",
        "manage",
        "spearhead",
        "head",
        "drive",
        "coordinate",
        "run",
        "direct",
        "oversee",
    }
)
_OWN_CLAUSE = frozenset({"led", "mentored", "migrated", "experiment", "stakeholders", "research"})
"""Probes that ask about the clause with their cue, not about the line's first one."""
_COUNTED = re.compile(
    r"\d\S* ?(?!million|billion|thousand|dollar|euro|pound)[A-Za-z]{3,}|\d[kM]\b|llion [a-z]{4,}"
)
"""A size says what it counts: "6 million" alone may be money."""
_MEASURED = re.compile(r"\d.*(?:%|[€$£]|pp\b|x\b|percent|points)|[€$£]\s?\d")
_PEOPLE = frozenset(
    {"mentored", "taught", "documented", "hired", "organised", "reviewed", "on_call", "negotiated"}
)
"""Kinds of duties and work with people: where one is drawn, no size, design, model or alternative
can be asked about."""
_BESIDE_PEOPLE = _PEOPLE | {
    "own_part",
    "led",
    "stakeholders",
    "listened",
    "baseline",
    "attribution",
}
TOGETHER = frozenset({"work", "collaborate", "partner", "liaise", "interact", "cooperate"})
LIGHT = frozenset({"participate", "assist", "help", "support", "contribute"})
_NO_DEED = frozenset(
    {"learn", "know", "understand", "study", "use", "reproduce", "familiarize", "attend", "observe", "shadow",
     "visit", "graduate", "follow"}
)  # fmt: skip
_LIVE = (
    "deploy*",
    "ship*",
    "launch*",
    "built",
    "build*",
    "serv*",
    "releas*",
    "production",
    "roll*",
    "live",
    "on-call",
    "maintain*",
    "replac*",
)


_TEXT = re.compile(
    r"(?:wrote|drafted|authored|documented|edited|published)\b.*\b(?:handbook|guide|guidelines?|chapter|blog|"
    r"papers?|documentation|runbooks?|polic(?:y|ies)|articles?|book|wiki)\b|on[ -]call\b",
    re.I,
)
_OF_SYSTEMS = frozenset({"service", "alternative", "after_release", "choice", "attribution"})
_RUNS = frozenset(
    {"software", "model", "plumbing", "automation", "migration", "rebuilding", "launch"}
)
_OF_DEEDS: Mapping[str, frozenset[str]] = {
    "scale": _RUNS | {"operation", "owning"},
    "after_release": _RUNS,
    "choice": _RUNS | {"research", "report"},
}
"""Probes that fit certain kinds of deed only: rows that were cleaned broke nowhere on the way."""
_FINDS = frozenset({"find", "discover", "identify", "detect", "diagnose", "notice", "uncover"})
"""Verbs of findings: nothing was released, and there was no other way to have found it."""


def _ends_of(work: WorkName) -> list[list[str]]:
    """The last two words of each part of a name before "of", "for" and the like."""
    parts = _JOINED.split((work.thing or work.doing).lower())
    return [words[-2:] for p in parts if not _OF_TABLES.search(p) and (words := p.split())]


def _is_called(ends: list[list[str]], cues: tuple[str, ...]) -> bool:
    """Whether the name of the work ends in one of the cues, or a part of it before "of" or "for"
    does: "regression model of demand" is a model, "model review" is none."""
    return any(
        words[-1].startswith(last) and has_cue(" ".join(words), cue)
        for cue, last in _last_words(cues)
        for words in ends
    )


@lru_cache(maxsize=64)
def _last_words(cues: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((cue, cue.rstrip("*").split()[-1]) for cue in cues)


_CAME = re.compile(
    r"[;,.–—] .*\b(?:now|since then|later|afterwards|from then on)\b"
    r"|[;,.]? (?:and|so) (?:it|they) [a-z]+ed\b",
    re.I,
)
"""What came of the work, told behind it: "; the director now opens her meeting with it"."""
_JOINED = re.compile(r" (?:of|for|on|in|with|and|from|to|by|using) ")
_OF_TABLES = re.compile(
    r"\b(?:dimensional|data|dbt|semantic|star|domain|operating|business) models?$"
)
"""Models that predict nothing."""


def _led(text: str, cues: tuple[str, ...]) -> bool:
    """Whether a clause begins with leading: "operations leads" are people."""
    return any(
        has_any(" ".join(piece.split()[:2]).lower(), cues)
        for piece in re.split(r"[;,.]\s+|\band\s+", text)
        if piece.strip()
    )


def probe_kinds(line: LineReading, case: Case) -> tuple[str, ...]:
    """The probes the line draws, the most pressing first. A line that tells of no deed draws
    only those its figures and topics allow; one of a light deed ("participated") the own part."""
    return tuple(case.once_of(line, _kinds))


def _kinds(line: LineReading, case: Case) -> list[str]:
    text = line.text.lower()
    verb = case.speaker.say(line.text, current=line.months_ago == 0).verb
    if verb in _NO_DEED or is_award(line.text):
        return []
    if verb in LIGHT:
        return ["own_part"]
    kinds: list[str] = []
    if figure_for("attribution", line):
        kinds.append("attribution")
    elif figure_for("baseline", line):
        kinds.append("baseline")
    if verb and (not line.own or has_cue(text, "we") or has_cue(text, "team")):
        kinds.append("own_part")
    if figure_for("scale", line):
        kinds.append("scale")
    told = clause(line.text).lower()
    called = _ends_of(name_line(line, case))
    probe_cues = case.taxonomy.probes["led"].cues if "led" in case.taxonomy.probes else ()
    for name, probe in case.taxonomy.probes.items():
        words = text if name in _OWN_CLAUSE else told
        if verb in probe.verbs or has_any(words, probe.cues) or _is_called(called, probe.named):
            kinds.append(name)
    if verb and line.production and has_any(told, _LIVE) and not is_handed_out(line.text):
        kinds.append("after_release")
    came = case.speaker.say(line.text, current=line.months_ago == 0).of("result")
    told_after = bool(came) or _CAME.search(line.text) is not None
    if verb and not line.metrics and not told_after and "dashboard" not in kinds:
        kinds.append("outcome")
    if tool_pair(line, case) is not None:
        kinds.append("choice")
    deed = bool(verb) or (line.level >= 2 and len(line.text.split()) >= 6)
    if deed:
        kinds.append("hardest")
    if _TEXT.match(line.text):  # a text or a rota has no callers, no alarm and no simpler way
        kinds = [k for k in kinds if k not in _OF_SYSTEMS]
    if kind_of(line.text) == "teaching":  # "Trained three colleagues": no model was
        kinds.append("taught")
    if verb in ENDED:
        kinds = [k for k in kinds if k not in ("baseline", "attribution")]
    # "ticketing platform. on-call lead for 14 services": the platform was not led
    leads = verb in _LEADING or case.speech(line).opening == "role"
    people = bool(_PEOPLE & set(kinds)) or leads_people(line.text)
    beside = _BESIDE_PEOPLE | {"hardest"} if line.metrics else _BESIDE_PEOPLE
    deeds = set(dig_kinds(line.text, case.speech(line), case.taxonomy.digging, case.speaker.table))
    kinds = [
        k
        for k in kinds
        if not (people and k not in _BESIDE_PEOPLE)
        and not (k in _OF_DEEDS and not deeds & _OF_DEEDS[k])
        and not (k == "model" and "reckoning" in deeds)  # sums in a spreadsheet learn nothing
        and not (verb in _FINDS and k in _OF_SYSTEMS)
        and not (k == "led" and not (leads and _led(line.text, probe_cues)))
        and not (k == "listened" and "hired" in kinds)
        and not (verb in TOGETHER and k not in beside)
        and not (k == "after_release" and {"documented", "roadmap"} & set(kinds))
    ]
    kinds = _as_it_ended(line, kinds, case)
    return [k for n, k in enumerate(kinds) if k in case.taxonomy.probes and k not in kinds[:n]]


def _as_it_ended(line: LineReading, kinds: list[str], case: Case) -> list[str]:
    """Of a line whose work was not kept, what is asked of such an end, and what goes with it."""
    ends = endings(line.text, case.taxonomy)
    if not ends:
        return kinds
    fits = {k for end in ends for k in case.taxonomy.probes[end].beside}
    return [*ends, *(k for k in kinds if k in fits)]


def endings(text: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The probes of how it ended, where a line says that its work was given up, lost or stopped."""
    probes = taxonomy.probes.items()
    return tuple(n for n, p in probes if p.ended_by is not None and p.ended_by.search(text))


def figure_for(kind: str, line: LineReading) -> str:
    """The number a probe is about: a size, a change with its start, or a bare result."""
    if kind == "scale" and is_handed_out(line.text):
        return ""  # others run it, and its size is theirs
    if kind == "scale":
        sizes = (s for s in line.scale if _COUNTED.search(s) and not _MEASURED.search(s))
        return next((s for s in sizes if not is_applause(s)), "")
    if kind == "attribution":
        return next(
            (
                m.text
                for m in line.metrics
                if m.baseline and not is_size(line.text, m.text) and not is_release(line.text)
            ),
            "",
        )
    return next(
        (
            m.text
            for m in line.metrics
            if m.kind != "scale"
            and (m.unit or _MEASURED.search(m.text))
            and not is_size(line.text, m.text)
            and not is_price(line.text, m.text)
            and not is_place(line.text, m.text)
            and says(line.text, m.text) >= QUALITY  # a budget or a speed alone has no start
        ),
        "",
    )


def tool_pair(line: LineReading, case: Case) -> tuple[str, str] | None:
    """A tool of the line, as written there, and a near substitute to be compared with."""
    return case.once_of(line, _tool_pair)


def _tool_pair(line: LineReading, case: Case) -> tuple[str, str] | None:
    skills = case.taxonomy.skills
    for mention in case.taxonomy.find_skills(clause(line.text, 40)):
        skill = skills[mention.id]
        if not _is_tool(skill) or mention.text.lower() not in skill.name.lower():
            continue
        near = [
            s for s in skill.related if s in skills and _is_tool(skills[s]) and s not in line.skills
        ]
        near = [s for s in near if skills[s].parent == skill.parent]
        near.sort(key=lambda s: s not in case.job_skills)
        if skill.parent == "programming_language" and not set(near[:1]) & case.job_skills:
            continue  # "What would R have cost you?" is asked where somebody writes R
        if near:
            return mention.text, skills[near[0]].name
    return None


def _is_tool(skill: Skill) -> bool:
    """A product or language, not an idea: its name is a proper name."""
    words = skill.name.split()
    return "/" not in skill.name and (
        skill.parent in _TOOLS
        and len(words) <= 2
        and all(w[:1].isupper() or any(c.isupper() for c in w) for w in words)
        and (len(words) == 2 or skill.name[1:] != skill.name[1:].lower() or skill.parent in _NAMED)
    )


_OF_A_START = re.compile(r"\bbefore you started\b|\bwhich baseline\b")
"""Asks where a figure came from; a level that was reached ("86% accuracy") came from nowhere."""
_OF_FIGURES = frozenset({"baseline", "attribution", "scale"})


def fresh_template(
    templates: Sequence[str], kind: str, line: LineReading, case: Case, spent: Counter[str]
) -> str | None:
    """One of the probe's templates with the line's names filled in; None where the line gives no
    name for any, or all that fit were used before (``spent`` counts them, and this one)."""
    words = _words(kind, line, case)
    fitting = [t for t in templates if all(map(words.get, _names_in(t)))]
    if kind == "baseline" and says(line.text, words["figure"]) < CHANGE:
        fitting = [t for t in fitting if not _OF_A_START.search(t)]
    fresh = [t for t in fitting if not spent[t]]  # no skeleton twice in one report
    if not fresh:
        return None
    template = choose(fresh, kind, line.text)
    spent[template] += 1
    return capital(template.format(**words))


@lru_cache(maxsize=1024)
def _names_in(template: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\{(\w+)\}", template))


def _words(kind: str, line: LineReading, case: Case) -> dict[str, str]:
    name = case.once_of(line, _asked_by)
    skill, other = tool_pair(line, case) or ("", "")
    if skill.lower() in name.it.lower():
        skill = ""  # "Why Java for the Java web applications?"
    place = f"at {spoken_employer(line.employer)}" if line.employer else ""
    return {
        "it": name.it,
        "It": capital(name.it),
        "thing": name.thing,
        "made": name.made,
        "Made": capital(name.made),
        "doing": name.doing,
        "place": place,
        "Place": place[:1].upper() + place[1:] + "," if place else "",
        "skill": skill,
        "other": other,
        "figure": figure_for(kind, line) if kind in _OF_FIGURES else "",
        "line": case.once_of(line, _told),
    }


def _asked_by(line: LineReading, case: Case) -> WorkName:
    """What one would call the line's work when one asks about it."""
    return _sayable(name_line(line, case))


def _told(line: LineReading, case: Case) -> str:
    """What a question begins with, so that one knows the line: its first words, else its name."""
    name = case.once_of(line, _asked_by)
    first = _first_words(line, case)
    return f"You write “{first}”." if first else f"You write of {name.it}." if name.it else ""


def _first_words(line: LineReading, case: Case) -> str:
    """The first words of the clause with the line's deed, else of the line."""
    verb = case.speech(line).verb
    told = (
        c for c in clauses(line.text) if c.split() and verb and _is_form(c.split()[0], verb, case)
    )
    return opening(line.text, next(told, ""))


def _is_form(word: str, verb: str, case: Case) -> bool:
    return case.speaker.table.base(word.lower(), "past") == verb


_LONGEST_NAME = 6
_NO_NAME = re.compile(
    r"your time as|(?:the )?(?:improvement|reduction|increase|cut|raise|work|introduction|collaboration)\b|"
    r"(?:finding|working|helping|assisting|supporting|participating|holding|taking|doing|having|being|adding)\b",
    re.I,
)
"""Names one would not say: they stand for a deed and name nothing that was made."""
_OF_A_DEED = re.compile(
    r"the (?:automation|move|migration|replacement|training|switch|split|reduction) "
)


def _sayable(name: WorkName) -> WorkName:
    """The name without what nobody would say in a question: long ones, deeds turned into nouns."""

    def kept(words: str) -> str:
        return "" if len(words.split()) > _LONGEST_NAME or _NO_NAME.match(words) else words

    thing, doing = kept(name.thing), kept(name.doing)
    made = "" if _OF_A_DEED.match(name.made) else kept(name.made)
    return WorkName(thing=thing, made=made, doing=doing, it=thing or kept(name.it) or doing)
