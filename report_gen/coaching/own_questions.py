"""Questions an interviewer makes out of the candidate's own lines: about a third of the report's.

What a line claims (a figure, a scale, a tool, a release) and what it leaves out (a baseline, an
own part, an outcome) decide which probes of ``probes.yaml`` it draws.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from report_gen.coaching.case import Case, choose, has_any, has_cue
from report_gen.coaching.models import InterviewQuestion
from report_gen.matching.models import LineReading
from report_gen.taxonomy.interview import Probe
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
MOST = 32
PER_LINE = 3
PER_ROUND = 6
_OWN_CLAUSE = frozenset({"led", "mentored", "migrated", "experiment", "stakeholders", "research"})
"""Probes that ask about the clause with their cue, not about the line's first one."""
_OF_FIGURES = frozenset({"baseline", "attribution", "scale"})
_MEASURED = re.compile(r"\d.*(?:%|[€$£]|pp\b|x\b|percent|points)|[€$£]\s?\d")
_DUTY = (
    "on-call",
    "rotation",
    "pager",
    "mentor*",
    "coach*",
    "taught",
    "present*",
    "hired",
    "interview*",
    "review*",
    "stand-up*",
    "annotat*",
)
"""Lines of duties and people: no size, design or alternative can be asked about them."""
_TECHNICAL = frozenset(
    {"service", "experiment", "scale", "alternative", "choice", "after_release", "baseline"}
)
_LIGHT = frozenset({"participate", "attend", "assist", "help", "support", "observe", "shadow"})
_NO_DEED = frozenset({"learn", "know", "understand", "study", "use", "familiarize"})
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
SURE = 12
_CUT = re.compile(
    r"[;:]\s|\s(?:[-–—]+|→|->)\s|,?\s(?:resulting|leading|which|while|thereby|enabling|"
    r"achieving|cutting|reducing|saving|improving|increasing|so\s+that|in\s+order\s+to)\s",
    re.IGNORECASE,
)
_PARTS = re.compile(r";\s+|(?<=[a-z)])\.\s+(?=[A-Z])")
_TRAILING = re.compile(
    r"(?:\s(?:and|or|of|for|to|with|the|a|an|in|on|by|from|at|using|via|into|across|as|its|our))+$",
    re.IGNORECASE,
)


def own_questions(case: Case, order: list[str]) -> tuple[InterviewQuestion, ...]:
    """Up to ``MOST`` questions, the lines that matter to this job first, kinds well mixed."""
    used: Counter[str] = Counter()
    made: list[InterviewQuestion] = []
    per_line: Counter[str] = Counter()
    ranked = rank_lines(case)
    drawn = {line.ref: probe_kinds(line, case) for line in ranked}
    for turn in range(PER_LINE):
        for line in ranked:
            if len(made) >= MOST:
                return tuple(made)
            kinds = [k for k in drawn[line.ref] if not _asked(made, line.ref, k)]
            if per_line[line.ref] > turn or not kinds:
                continue
            kind = min(kinds, key=lambda k: (used[k], kinds.index(k)))
            taken = Counter(q.round for q in made)
            question = _ask(kind, line, case, order, taken)
            if question is None:
                continue
            used[kind] += 1
            per_line[line.ref] += 1
            made.append(question)
    return tuple(made)


def rank_lines(case: Case) -> list[LineReading]:
    """Lines by how much an interviewer for this job would dig there; stable for equals."""
    wanted = case.job_skills
    dims = {d.id: d.weight for d in case.dimensions.values()}

    def worth(item: tuple[int, LineReading]) -> tuple[float, int]:
        n, line = item
        value = 1.5 * len(wanted & set(line.skills)) + line.level
        value += max((dims.get(d, 0.0) / 20 for d in line.dimensions), default=0.0)
        value += 0.5 * bool(line.metrics) + 0.3 * bool(line.scale)
        value -= min(3.0, (line.months_ago if line.months_ago is not None else 36) / 24)
        return (-value, n)

    return [
        line for _, line in sorted(enumerate(case.deeds), key=worth) if len(line.text.split()) >= 5
    ]


_TEXT = re.compile(
    r"(?:wrote|drafted|authored|documented|edited|published)\b.*\b(?:handbook|guide|guidelines?|chapter|blog|"
    r"papers?|documentation|runbooks?|polic(?:y|ies)|articles?|book|wiki)\b|on[ -]call\b",
    re.I,
)
_OF_SYSTEMS = frozenset({"service", "alternative", "after_release", "choice", "attribution"})
_OF_CHANGES = frozenset({"migrated", "optimised"})
_FINDS = frozenset({"find", "discover", "identify", "detect", "diagnose", "notice", "uncover"})
"""Verbs of findings: nothing was released, and there was no other way to have found it."""


def _led(text: str, cues: tuple[str, ...]) -> bool:
    """Whether a clause begins with leading: "operations leads" are people."""
    return any(
        has_any(" ".join(piece.split()[:2]).lower(), cues)
        for piece in re.split(r"[;,.]\s+|\band\s+", text)
        if piece.strip()
    )


def probe_kinds(line: LineReading, case: Case) -> list[str]:
    """The probes the line draws, the most pressing first. A line that tells of no deed draws
    only those its figures and topics allow; one of a light deed ("participated") the own part."""
    text = line.text.lower()
    verb = case.speaker.say(line.text, current=line.months_ago == 0).verb
    if verb in _NO_DEED:
        return []
    if verb in _LIGHT:
        return ["own_part"]
    kinds: list[str] = []
    if any(m.baseline for m in line.metrics):
        kinds.append("attribution")
    elif _figure("baseline", line):
        kinds.append("baseline")
    if verb and (not line.own or has_cue(text, "we") or has_cue(text, "team")):
        kinds.append("own_part")
    if _figure("scale", line):
        kinds.append("scale")
    told = clause(line.text).lower()
    probe_cues = case.taxonomy.probes["led"].cues if "led" in case.taxonomy.probes else ()
    for name, probe in case.taxonomy.probes.items():
        if verb and has_any(text if name in _OWN_CLAUSE else told, probe.cues):
            kinds.append(name)
    if verb and line.production and has_any(told, _LIVE):
        kinds.append("after_release")
    if verb and not line.metrics and not {"mentored", "dashboard"} & set(kinds):
        kinds.append("outcome")
    if _tool_pair(line, case) is not None:
        kinds.append("choice")
    deed = bool(verb) or (line.level >= 2 and len(line.text.split()) >= 6)
    if deed and "mentored" not in kinds:
        technical = any(
            s in case.taxonomy.skills and case.taxonomy.skills[s].kind == "specialised"
            for s in line.skills
        )
        kinds += ["alternative", "hardest"] if line.level >= 2 and technical else ["hardest"]
    if _TEXT.match(line.text):  # a text or a rota has no callers, no alarm and no simpler way
        kinds = [k for k in kinds if k not in _OF_SYSTEMS]
    duty = has_any(told, _DUTY)
    kinds = [
        k
        for k in kinds
        if not (duty and k in _TECHNICAL | _OF_CHANGES)
        and not (verb in _FINDS and k in _OF_SYSTEMS)
        and not (k == "led" and not _led(line.text, probe_cues))
        and not ("mentored" in kinds and k == "hardest")
    ]
    return [k for n, k in enumerate(kinds) if k in case.taxonomy.probes and k not in kinds[:n]]


def _asked(made: list[InterviewQuestion], ref: str, kind: str) -> bool:
    return any(q.ref == ref and q.id.startswith(f"own_{kind}_") for q in made)


def _ask(
    kind: str, line: LineReading, case: Case, order: list[str], taken: Counter[str]
) -> InterviewQuestion | None:
    probe: Probe = case.taxonomy.probes[kind]
    asked = [r for r in probe.rounds if r in order] or order[-1:]
    place = next((r for r in asked if taken[r] < PER_ROUND), min(asked, key=lambda r: taken[r]))
    pair = _tool_pair(line, case) or ("", "")
    figure = _figure(kind, line) if kind in _OF_FIGURES else ""
    words = {
        "line": clause(
            line.text,
            cues=probe.cues if kind in _OWN_CLAUSE else (figure.lower(),) if figure else (),
        ),
        "skill": pair[0],
        "other": pair[1],
        "figure": figure,
    }
    fitting = [q for q in probe.questions if all(words[w] for w in re.findall(r"\{(\w+)\}", q))]
    if not fitting:
        return None
    return InterviewQuestion(
        id=f"own_{kind}_{_slug(line.ref)}",
        round=place,
        question=choose(fitting, kind, line.text).format(**words),
        because=f'Your own line: "{line.text.strip()}"',
        ref=line.ref,
        likelihood="high" if taken.total() < SURE else "medium",
        follow_ups=probe.follow_ups,
        strong_answer=probe.strong_answer,
        red_flags=probe.red_flags,
        evidence=(line.ref, *_neighbours(line, case)),
        dimensions=probe.dimensions or line.dimensions[:2],
        own=True,
    )


def _figure(kind: str, line: LineReading) -> str:
    """The number a probe is about: a size, a change with its start, or a bare result."""
    if kind == "scale":
        return next((s for s in line.scale if any(c.isdigit() for c in s)), "")
    if kind == "attribution":
        return next((m.text for m in line.metrics if m.baseline), "")
    return next(
        (
            m.text
            for m in line.metrics
            if m.kind != "scale" and (m.unit or _MEASURED.search(m.text))
        ),
        "",
    )


def _slug(ref: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", ref.lower()).strip("_")


@lru_cache(maxsize=2048)
def clause(text: str, most: int = 13, cues: tuple[str, ...] = ()) -> str:
    """The clause of a line that holds a cue, else the first, short enough to be quoted."""
    plain = text.strip().lstrip("-*• ").rstrip(".;, ")
    pieces = [p.strip() for p in _PARTS.split(plain) if len(p.split()) >= 3]
    told = [p for p in pieces if has_any(p.lower(), cues)]
    plain = (told or pieces or [plain])[0]
    for found in _CUT.finditer(plain):
        before = plain[: found.start()]
        if len(before.split()) >= 6 and before.count("(") == before.count(")"):
            plain = before
            break
    words = plain.split()
    if len(words) > most:
        plain = _TRAILING.sub("", " ".join(words[:most])).rstrip(",;:(") + " ..."
    if plain.count("(") > plain.count(")"):
        plain = plain[: plain.rindex("(")].rstrip(" ,;") + " ..."
    return _TRAILING.sub("", plain).rstrip(" ,;")


def _tool_pair(line: LineReading, case: Case) -> tuple[str, str] | None:
    """A tool of the line, as written there, and a near substitute to be compared with."""
    skills = case.taxonomy.skills
    for mention in case.taxonomy.find_skills(line.text):
        skill = skills[mention.id]
        if not _is_tool(skill) or mention.text.lower() not in skill.name.lower():
            continue
        near = [
            s for s in skill.related if s in skills and _is_tool(skills[s]) and s not in line.skills
        ]
        near = [s for s in near if skills[s].parent == skill.parent]
        near.sort(key=lambda s: s not in case.job_skills)
        if near:
            return mention.text, skills[near[0]].name
    return None


def _is_tool(skill: Skill) -> bool:
    """A product or language, not an idea: its name is a proper name."""
    words = skill.name.split()
    return (
        skill.parent in _TOOLS
        and len(words) <= 2
        and all(w[:1].isupper() or any(c.isupper() for c in w) for w in words)
        and (len(words) == 2 or skill.name[1:] != skill.name[1:].lower() or skill.parent in _NAMED)
    )


def _neighbours(line: LineReading, case: Case) -> tuple[str, ...]:
    """One more line of the same position that shares a skill, to answer with."""
    for other in case.deeds:
        if (
            other.ref != line.ref
            and other.owner == line.owner
            and set(other.skills) & set(line.skills)
        ):
            return (other.ref,)
    return ()
