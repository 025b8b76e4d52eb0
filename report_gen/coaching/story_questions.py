"""The question a story answers: one that the line itself gives a reason to ask.

Competencies other than ownership and problem solving need words of theirs in the line; a question
that presupposes something (a conflict, a group won over, work nobody asked for) needs its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_PEOPLE = (
    r"(?:staff|colleagues|nurses|people|engineers|users|volunteers|students|employees|hires|"
    r"interns|members|teams?|graduates|analysts|managers|agents|teachers|operators|clerks|drivers)"
)
_STOPPED = (
    r"(?:stopp|halt|block|cancell?|kill|veto|reject|delay)(?:ed|ing) (?:[\w-]+ ){0,3}"
    r"(?:launch|release|rollout|project|purchase|contract|plan|change|campaign|deal)(?:e?s)?\b"
)
_EVIDENCE: Mapping[str, str] = {
    "mentoring": r"mentor|coach|taught\b|teach(?:es|ing)?\b|tutor|supervis(?!ed (?:learn|model))|precept|onboard(?:ed|ing)? "
    rf"|train(?:ed|ing)? (?:[\w-]+ ){{0,4}}{_PEOPLE}\b|line.manag|interns?\b|juniors?\b|apprentice|trainee|new (?:hires?|starters?|graduates?|joiners?)"
    r"|(?:led|lead|leading|managed?|managing) (?:a |the )?team|hired\b|hiring|interviewer|workshops?\b|courses? |training sessions?|reading group|brown bag",
    "customer": r"customers?\b|users?\b|clients?\b|patients?\b|students?\b|guests?\b|passengers?\b|residents?\b|readers?\b|subscribers?\b|shoppers?\b|visitors?\b"
    r"|complaints?\b|support tickets|satisfaction|NPS\b|CSAT\b|usability|accessibility|clinicians?\b|families\b|diners?\b|tenants?\b|pupils?\b|sellers?\b|merchants?\b|consumers?\b|teachers?\b",
    "influence": r"persuad|convinc|align|adopt|present(?:ed|ing|ations?)?\b|stakeholder|cross.functional|partner(?:ed|ing)\b|co-?ordinat|collaborat|agreed\b|proposed\b|talks?\b|workshop"
    r"|teams?\b(?! of)|publish|open.source|with (?:legal|finance|sales|marketing|design|product|operations)|board\b|committee|executive|guild|negotiat|work(?:ed|ing) (?:closely )?with|templates? |standards? ",
    "conflict": rf"argued|disagree|pushed back|objection|(?:recommend|advis|decid)ed (?:against|not)|not to (?:launch|ship|build|buy|proceed)|conflict|negotiat|mediat|sceptic|skeptic"
    rf"|resistance|dispute|compromise|reversed|was (?:pulled|withdrawn)|turned down|refus|persuad|convinc|difficult stakeholder|both sides|{_STOPPED}",
    "ambiguity": r"the first\b|first (?:one|in the)\b|from scratch|greenfield|prototyp|proof of concept|poc\b|pilot|explor|undefined|ambigu|early.stage|no precedent|proposed|invent|novel\b|zero to one"
    r"|restructur|pivot|rapid growth|thesis|feasib|vision\b",
    "failure_and_learning": r"incident|outage|post-?mortem|roll(?:ed )?back|fail|mistake|lessons?\b|learn(?:ed|t) (?:about|from|that|how)|taught me|negative result|not launched|retrospective|hard way|self-taught|on my own|stopped by|product recall",
}  # fmt: skip
_FINDS = {id: re.compile(rf"\b(?:{pattern})", re.I) for id, pattern in _EVIDENCE.items()}
_STOPS = re.compile(rf"\b(?:{_STOPPED}|pushed back|argued against|disagree)", re.I)
_TEACHES = re.compile(
    r"(?:I )?(?:co-)?(?:supervis|mentor|coach|tutor|advis(?:ed|ing) \w+ (?:theses|students))", re.I
)
_INITIATIVE = r"initiat(?:ed|ive)|volunteered|on my own|unprompted|proposed|noticed|without being asked|spotted"
_CUED: Mapping[str, tuple[tuple[str, str], ...]] = {
    "ownership": (
        (_INITIATIVE, "When did you take responsibility for something nobody had asked you to do?"),
        (r"^(?:participat|assist|help|support|contribut|involved|took part|worked (?:on|with))",
         "Walk me through a piece of work you were part of. Which part was yours?"),
        (r"\bon.call|\bown\b|maintain|\boperat|\brun\b|look(?:ed)? after|responsible for",
         "Tell me about something you looked after, and what that took from week to week."),
        (r"^(?:led|drove|head|manag|direct|own|launch|found)", "Tell me about something you drove from start to finish."),
        (r"deadline|on time|committed|agreed", "Tell me about a commitment you made and what it took to keep it."),
        (r"\b(?:built|build|creat|develop|design|introduc|set up|wrote|implement|establish)",
         "Tell me about something you built and how you knew that it worked."),
        (r"migrat|rewrote|rebuil|replac|moderni", "Tell me about something old that you replaced, and how you got there safely."),
    ),
    "problem_solving": (
        (r"\b(?:found|diagnos|debug|root cause|investigat|discover|traced|uncover)",
         "Tell me about a fault that was hard to find. How did you find it?"),
        (r"\b(?:diagnos|found|fixed|resolv|solv|bug|leak|bottleneck)", "Tell me about a hard problem you solved, and how you went about it."),
        (r"\bautomat|replacing", "Tell me about manual work that you got rid of."),
        (r"experiment|A/B|\btests?\b|tested|evaluat|compar|benchmark|surve", "How do you find out whether something works? Give me a case."),
        (r"\bmodels?\b|trained|algorithm|forecast|classif|predict|analys",
         "Walk me through an analysis or a model of yours: what did you try, and what did you keep?"),
        (r"\b(?:built|build|creat|develop|design|introduc|set up|wrote|implement)",
         "Tell me about something you built and how you knew that it worked."),
        (r"pipeline|system|platform|service|process", "Walk me through a system or a process you worked on, from one end to the other."),
    ),
    "conflict": (
        (r"negotiat|mediat|both sides|compromise|dispute", "Tell me about two groups that wanted different things from you."),
        (r"argued|recommended (?:against|not)|advised against|decided against", "Describe a decision you argued against. What happened?"),
        (r"disagree", "Tell me about a time you disagreed with a colleague or your manager."),
        (r"sceptic|skeptic|persuad|convinc|resistance", "How did you win over people who were against it?"),
    ),
    "influence": (
        (r"sceptic|skeptic|persuad|convinc|resistance", "How did you win over a sceptical group?"),
        (r"present|talks?\b|executive|board\b|conference", "Describe explaining something difficult to people outside your field."),
        (r"adopt|teams? (?:[\w-]+ )?(?:moved|use|switch|now)|standard|template|guild", "When did you change how another team works?"),
        (r"partner|co-?ordinat|cross.functional|stakeholder|align|agreed", "Tell me about a time you brought people along who did not report to you."),
    ),
    "customer": (
        (r"feedback|interviews?\b|surve|research|usability|complaint", "How did you find out what the people you worked for really needed?"),
        (r"satisfaction|complaint|NPS|CSAT", "Describe an improvement that your users or clients noticed."),
    ),
    "mentoring": (
        (r"mentor|coach|supervis|junior|interns?\b|tutor|precept|apprentice", "Tell me about somebody you helped to grow."),
        (r"onboard|new (?:hires?|starters?|graduates?|joiners?|staff)|trainee", "Describe how you bring new people up to speed."),
        (r"course|workshop|taught|teach|train|reading group", "Tell me about a time you taught something. How did you know that it had arrived?"),
        (r"team|hired|hiring|interviewer", "How do you build and lead a team? Give me a case."),
    ),
    "ambiguity": (
        (r"the first\b|first (?:one|in the)\b|from scratch|invent|novel\b", "Tell me about something you were the first to do."),
        (r"restructur|pivot|rapid growth", "Describe a plan that changed under your feet."),
        (r"prototyp|proof of concept|poc\b|pilot|explor|feasib|thesis|propos|vision", "How do you find out whether an idea is worth pursuing? Give me a case."),
    ),
    "failure_and_learning": (
        (r"incident|outage|post-?mortem|roll(?:ed )?back|fail", "Tell me about something that went wrong and what you learned."),
        (r"mistake|negative result|not launched|stopped by", "Tell me about work that did not turn out as planned."),
        (r"learn(?:ed|t)|self-taught|on my own", "Describe a time you had to learn something quickly."),
    ),
}  # fmt: skip
_PROUD = "What is the piece of work you are most proud of, and what was your part in it?"
_NEUTRAL: Mapping[str, tuple[str, ...]] = {
    "conflict": ("When did you have to push back, and how did it end?",),
    "influence": ("Tell me about work you could only do together with other people.",),
    "customer": ("Tell me about something you did for the people who rely on your work.",),
    "mentoring": ("How do you help other people to get better at their work?",),
    "ambiguity": ("Tell me about work that began without a clear path.",),
    "failure_and_learning": ("Tell me about a setback, and what you took from it.",),
}
_ANY = (
    "Walk me through a piece of work, from the reason for it to what came of it.",
    "Tell me about a piece of work where the details mattered.",
    "Walk me through a choice in your work that you would defend.",
    "Tell me about a piece of work that says something about how you work.",
    "Pick one line of your resume and tell me what is behind it.",
    "Walk me through one project: what was given, what did you do, what came out?",
    "Tell me about work of yours that somebody else could rely on.",
    "Give me an example of work that was harder than it looks on paper.",
    "Tell me about a piece of work you would show to somebody who does your job.",
    "Tell me about a task that taught you something about your trade.",
    "Walk me through something you finished, step by step.",
    "Tell me about one more piece of work I should know about.",
)


def supported(text: str, hits: Mapping[str, float]) -> dict[str, float]:
    """The competencies a line speaks of in its own words; stopping or opposing counts twice."""
    out = {
        id: value
        for id, value in hits.items()
        if id not in _FINDS or _FINDS[id].search(text) is not None
    }
    if _STOPS.search(text):
        out["conflict"] = out.get("conflict", 0.0) + 3.0
    if _TEACHES.match(text):  # the students of a thesis are nobody's customers
        out.pop("customer", None)
        out["mentoring"] = out.get("mentoring", 0.0) + 2.0
    return out


def question_for(
    text: str, lead: str, asked: set[str], *, strongest: bool, changes: Sequence[str]
) -> str:
    """A fitting question not yet in ``asked`` (it is added): the line's own cue first, then those
    about a change (``changes``, empty where there is none), then neutral ones."""
    cued = [q for cue, q in _CUED.get(lead, ()) if re.search(cue, text, re.I)]
    first = (_PROUD,) if strongest and lead in ("ownership", "problem_solving") else ()
    pool = [*first, *cued, *changes, *_NEUTRAL.get(lead, ()), *_ANY]
    question: str = next((q for q in pool if q not in asked), pool[0])
    asked.add(question)
    return question
