"""The question a story answers: one that the line itself gives a reason to ask.

Competencies other than ownership and problem solving need words of theirs in the line; a question
that presupposes something (a conflict, a group won over, work nobody asked for) needs its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from report_gen.coaching.turns import asked_about, shown_by
from report_gen.taxonomy.turn_entries import Turn

_PEOPLE = (
    r"(?:staff|colleagues|nurses|people|engineers|users|volunteers|students|employees|hires|"
    r"interns|members|teams?|graduates|analysts|managers|agents|teachers|operators|clerks|drivers)"
)
_STOPPED = (
    r"(?:stopp|halt|block|cancell?|kill|veto|reject|delay)(?:ed|ing) (?:(?!before\b|by\b|when\b|after\b|at\b|until\b)[\w-]+ ){0,3}"
    r"(?:launch|release|rollout|project|purchase|contract|plan|change|campaign|deal)(?:e?s)?\b"
)
_EVIDENCE: Mapping[str, str] = {
    "mentoring": r"mentor|coach|taught\b|teach(?:es|ing)?\b|tutor|(?<!self-)(?<!semi-)(?<!weakly-)supervis(?!ors?\b|ed (?:learn|model|pretrain|train|fine))|precept|onboard(?:ed|ing)? "
    rf"|train(?:ed|ing)? (?:(?!models?\b|networks?\b|classifiers?\b|for\b|on\b|of\b|from\b|with\b|over\b|to\b|using\b)[\w-]+ ){{0,4}}{_PEOPLE}\b|line.manag|interns?\b|juniors?\b|apprentice|trainee|new (?:hires?|starters?|graduates?|joiners?)"
    r"|(?:led|lead|leading|managed?|managing) (?:a |the )?team\b(?! lead)|hired\b|hiring|interviewer|workshops?\b|courses? |training sessions?|reading group|brown bag",
    "customer": r"customers?\b|users?\b|clients?\b|patients?\b|students?\b|guests?\b|passengers?\b|residents?\b|readers?\b|subscribers?\b|shoppers?\b|visitors?\b"
    r"|complaints?\b|support tickets|satisfaction|NPS\b|CSAT\b|usability|accessibility|clinicians?\b|families\b|diners?\b|tenants?\b|pupils?\b|sellers?\b|merchants?\b|consumers?\b|teachers?\b",
    "influence": r"persuad|convinc|align(?:ed|ing|ment)? (?:with|across|between|on)|adopt|present(?:ed|ing|ations?)\b|present (?:at|to|the)\b|stakeholder|cross.functional|partner(?:ed|ing)\b|co-?ordinat|collaborat|agreed (?:on|with)"
    r"|workshops? (?:with|for)|(?:by|across|with|between|of) (?:[\w-]+ ){0,4}(?:teams|groups|departments|colleagues|legal|finance|sales|marketing|design|product|operations|compliance)\b|teams? (?:[\w-]+ ){0,3}(?:moved|use[sd]?|switched|follow|adopt)"
    r"|(?:to|for) (?:the )?(?:board|committee|executives?|leadership|steering|c-suite|regulator)\b|executive|guild|negotiat|work(?:ed|ing) (?:closely )?with|recommendation|(?:company|team).wide|standards? (?:for|across)",
    "conflict": rf"argued|disagree(?:d|s|ing)?\b(?!ment between (?:annot|label|rat))|pushed back|objection|(?:recommend|advis|decid)ed (?:against|not)|not to (?:launch|ship|build|buy|proceed)|conflict|negotiat|mediat|sceptic|skeptic"
    rf"|resistance (?:from|of|in|among)|disputes? (?:with|between|over|about|among)|(?:settled|resolved|ended) (?:a |the |[\w-]+ ){0,3}disputes?|compromise (?:with|between)|reversed (?:my|the|a|our) (?:decision|plan)|was (?:pulled|withdrawn)|turned down|refus(?:ed|ing) (?:to|the|an?)\b|persuad|convinc|difficult stakeholder|both sides|{_STOPPED}",
    "ambiguity": r"(?:the|a|our|company's) first (?!year|quarter|month|week|half|time|round|line|two|three|stage|pilot|build|version|try|trial|attempt|place|shift|call|responder|aid|notice)\w|first (?:one|in the)\b|from scratch|greenfield|prototyp|proof of concept|poc\b|pilot(?:ed|ing|s)?\b|explor(?:ed|ing|ation|atory)\b|undefined|ambigu|early.stage|no precedent|proposed|invent|novel\b|zero to one|(?:to|and) (?:find out|understand|learn|work out|define|see) (?:what|how|why|whether|which|who|if)\b|nobody (?:knew|had)|no (?:data|specification|spec|brief|requirements?|labels|precedent)\b"
    r"|restructur|pivot|rapid growth|thesis|feasib|vision\b",
    "failure_and_learning": r"(?:after|caused|during|of) (?:an? |the )?(?:[\w-]+ ){0,2}(?:incident|outage)|outage of|post-?mortem|rolled back|(?:it|that|they|we|I|first) failed\b|failed (?:at first|twice|because|when|in the)\b|mistake|lessons?\b (?:learned|learnt|from)|learn(?:ed|t) (?:about|from|that|how)|taught me|negative result|not launched|retrospective|hard way|self-taught|on my own(?! (?:initiative|account|time|idea))\b|stopped by|product recall",
}  # fmt: skip
_FINDS = {id: re.compile(rf"\b(?:{pattern})", re.I) for id, pattern in _EVIDENCE.items()}
_TEACHES = re.compile(
    r"(?:I )?(?:co-)?(?:supervis(?!or)|mentor|coach|tutor(?!ial)|(?:held|gave|ran) (?:[\w-]+ ){0,2}(?:exercises?|class(?:es)?|tutorials?|labs?|lectures?|workshops?|courses?)\b|advis(?:ed|ing) \w+ (?:theses|students))",
    re.I,
)
_INITIATIVE = r"initiat(?:ed|ive)|volunteered|on my own|unprompted|proposed|noticed|without being asked|spotted"
_CUED: Mapping[str, tuple[tuple[str, str], ...]] = {
    "ownership": (
        (_INITIATIVE, "When did you take responsibility for something nobody had asked you to do?"),
        (r"^(?:participat|assist|help|support|contribut|involved|took part|worked (?:on|with))",
         "Walk me through a piece of work you were part of. Which part was yours?"),
        (r"\bon.call|^(?:own|maintain|operat|run\b|ran (?:the|our)|look(?:ed)? after|responsible for)",
         "Tell me about something you looked after, and what that took from week to week."),
        (r"^(?:led|drove|head|manag|direct|own|launch|found)", "Tell me about something you drove from start to finish."),
        (r"deadline|on time|committed|agreed", "Tell me about a commitment you made and what it took to keep it."),
        (r"\b(?:built|build|creat|develop|design|introduc|set up|wrote(?! (?:[\w'’-]+ ){0,5}(?:guide|handbook|plan|reports?|documentation|runbook|pages)\b)|implement|establish)",
         "Tell me about something you built and how you knew that it worked."),
        (r"^mov|migrat|rewrote|rebuil|^replac|moderni", "Tell me about something old that you replaced, and how you got there safely."),
    ),
    "problem_solving": (
        (r"latency|\bfaster\b|throughput|\bp9\d\b|cold start|goodput|\bFPS\b|build time|train(?:ing)? time",
         "Describe a time you made something better, faster or simpler."),
        (r"^(?:[Ff]ound)|\b(?:diagnos|debug|root cause|investigat|discover|traced|uncover)",
         "Tell me about a fault that was hard to find. How did you find it?"),
        (r"\b(?:diagnos|found|fixed|resolv|solv|bug|leak|bottleneck)", "Tell me about a hard problem you solved, and how you went about it."),
        (r"\bautomated|\bautomation|replacing (?:a )?manual", "Tell me about manual work that you got rid of."),
        (r"experiment|A/B|\btests\b|tested|\btesting\b|evaluat|compar|benchmark|surve", "How do you find out whether something works? Give me a case."),
        (r"\b(?<!data )models?\b|trained (?!\w+ (?:colleagues|staff|people))|algorithm|forecast|classif|predict|analys[ei]",
         "Walk me through an analysis or a model of yours: what did you try, and what did you keep?"),
        (r"\b(?:built|build|creat|develop|design|introduc|set up|wrote(?! (?:[\w'’-]+ ){0,5}(?:guide|handbook|plan|reports?|documentation|runbook|pages)\b)|implement)",
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
        (r"(?:used|adopted|reused) by (?:[\w-]+ ){0,3}(?:teams?|groups?|departments?)\b|\b(?:teams?|groups?|colleagues|supervisors|nurses|planners|analysts|offices?) (?:now |still )?uses?\b", "When did others begin to use what you had made, and why?"),
        (r"sceptic|skeptic|persuad|convinc|resistance", "How did you win over a sceptical group?"),
        (r"present|talks?\b|executive|board\b|conference", "Describe explaining something difficult to people outside your field."),
        (r"adopt|teams? (?:[\w-]+ ){0,2}(?:moved|switched|changed|followed)|standards? (?:for|across)|template|guild", "When did you change how another team works?"),
        (r"partner(?:ed|ing)|co-?ordinat|cross.functional|stakeholder|\balign|agreed", "Tell me about a time you brought people along who did not report to you."),
    ),
    "customer": (
        (r"feedback|interviews?\b|surve|research|usability|complaint", "How did you find out what the people you worked for really needed?"),
        (r"satisfaction|complaint|NPS|CSAT", "Describe an improvement that your users or clients noticed."),
    ),
    "mentoring": (
        (r"mentor|coach|(?<!self-)(?<!semi-)supervis(?!ors?\b|ed (?:learn|train|pre|model|fine))|junior|interns?\b|tutor(?!ial)|precept|apprentice", "Tell me about somebody you helped to grow."),
        (r"onboard|new (?:hires?|starters?|graduates?|joiners?|staff)|trainee", "Describe how you bring new people up to speed."),
        (r"\bcourses?\b|workshop|taught|teach(?:es|ing)?\b|\btraining (?:sessions?|courses?|programmes?|programs?)|trained (?!(?:an?|the) |models?|on\b)|reading group", "Tell me about a time you taught something. How did you know that it had arrived?"),
        (r"team|hired|hiring|interviewer", "How do you build and lead a team? Give me a case."),
    ),
    "ambiguity": (
        (r"the first\b|first (?:one|in the)\b|invent|novel\b", "Tell me about something you were the first to do."),
        (r"find out (?:what|how|why|whether)|nobody knew|no (?:specification|labels|precedent)|understand (?:what|how|why)",
         "Tell me about a time the goal was unclear. How did you find out what to do?"),
        (r"restructur|pivot|rapid growth", "Describe a plan that changed under your feet."),
        (r"prototyp|proof of concept|poc\b|pilot|explor|feasib|thesis|propos|vision", "How do you find out whether an idea is worth pursuing? Give me a case."),
    ),
    "failure_and_learning": (
        (r"outage|post-?mortem|rolled back|failed\b|(?:after|caused|during) .*incident", "Tell me about something that went wrong and what you learned."),
        (r"mistake|negative result|not launched|(?:stopped|ended|closed|cancelled|shelved|withdrawn)\b|no (?:uplift|lift)", "Tell me about work that did not turn out as planned."),
        (r"learn(?:ed|t)|self-taught|on my own", "Describe a time you had to learn something quickly."),
    ),
}  # fmt: skip
_OF_DEEDS: tuple[tuple[str, str], ...] = (
    (r"^(?:kill|remov|retir|delet|stopp|switched off|decommission)", "Tell me about something you stopped or took away, and who missed it."),
    (r"^(?:cut|reduc|lower|shorten|sav)\w*|\bbill\b|\bspend\b|cost of", "Where did you make something cheaper or leaner, and what did that cost?"),
    (r"^(?:pric|negotiat)|\bpricing\b", "Tell me about a decision of yours in which money was at stake."),
    (r"\bguide\b|handbook|documentation|runbook|\bwrote (?:up|about)|manual\b|help pages|data format|\bplan\b.*\breports?\b", "Tell me about something you wrote that others work by."),
    (r"\bletter\b|\bmail\b|newsletter|\breports?\b|dashboard|kpi", "How do you keep people informed who depend on your numbers? Give me a case."),
    (r"interview|hired|hiring|candidates", "How do you tell whether somebody is right for a team? Give me a case."),
    (r"^(?:cleaned|labelled|labeled|annotat)|data quality|cleans|labelling|force-align|annotation", "Tell me about data that were not what they seemed, and what you did about it."),
    (r"compar|evaluat|benchmark|vendors?\b|surve", "How do you choose between several ways? Give me a case."),
    (r"\bSQL\b|quer(?:y|ies)|\btables?\b|dimensional|warehouse|lakehouse|dbt", "Tell me about a question that could not be answered before you worked on the data."),
    (r"\bGPUs?\b|A100|H100|distributed|cluster|parallel", "Tell me about a time when machines or memory were the limit."),
    (r"on-site|customers? during|roll-?out|go-?live|release", "Tell me about the days around a release of yours."),
    (r"poster|demo\b|conference|talk\b|exhibit", "How did you show your work to people who do not do it?"),
    (r"released|published|open.source|stars|downloads|corpus|data ?set", "Tell me about something you made that strangers can use."),
    (r"caught|\bdrift|monitor|\balerts?\b|anomal|backtest", "Tell me about something that would have gone wrong unnoticed if you had not looked."),
    (r"\btests?\b|\bCI\b|regression suite|quality", "How do you make sure that a mistake is not made twice? Give me a case."),
    (r"calibrat|uncertain|confidence|threshold", "Tell me about a time when it mattered how sure one could be."),
    (r"requests?\b|ad.hoc|support\b|tickets?", "How do you deal with many small requests and one large task at the same time?"),
    (r"failover|recover|backup|resilien|availability|SLO", "Tell me about something you prepared for that you hoped would not happen."),
    (r"privacy|pseudonym|anonym|consent|GDPR|governance|compliance", "Tell me about a rule that shaped a piece of your work."),
    (r"parser|loader|formats?\b|integrations?|connector|feeds?\b|ingest|event capture", "Tell me about work with sources you could not control."),
    (r"payments?|checkout|orders?\b|invoice", "Tell me about work in which a mistake would have cost somebody money."),
    (r"thesis|research|derived|paper", "Tell me about a question that nobody could answer for you."),
    (r"learned|course|tutorial|exercise|from scratch|kaggle|competition", "Tell me about something you taught yourself, and how you knew that you had it."),
    (r"requirements|business users|meetings|stakeholders", "How do you find out what people need when they tell you what they want?"),
    (r"moved|migrat|ported|upgrade", "Tell me about a change that nobody was to notice."),
    (r"embedding|retriev|search|rank", "Tell me about a time you had to say what a good result is."),
    (r"experiment|A/B|hypothes", "Tell me about a result that was not what you had hoped."),
    (r"team of|tech lead|head of|managed? ", "How do you divide your time between your own work and that of others?"),
    (r"built|developed|creat|implement|designed|wrote|introduc", "Walk me through the first version of something you built, and what you left out."),
)  # fmt: skip
"""By what was done, for lines of any competency: what an interviewer makes of such a line."""
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


def supported(text: str, hits: Mapping[str, float], told: Iterable[Turn] = ()) -> dict[str, float]:
    """The competencies a line speaks of in its own words: those whose words it holds, and those its
    turns (``told``) are told for."""
    out = {
        id: value
        for id, value in hits.items()
        if id not in _FINDS or _FINDS[id].search(text) is not None
    }
    for id, weight in shown_by(told).items():
        out[id] = out.get(id, 0.0) + weight
    if _TEACHES.match(text):  # the students of a thesis are nobody's customers
        out.pop("customer", None)
        out["mentoring"] = out.get("mentoring", 0.0) + 2.0
    return out


@lru_cache(maxsize=512)
def _pattern(cue: str) -> re.Pattern[str]:
    return re.compile(cue, re.I)


def question_for(
    text: str, lead: str, asked: set[str], *, strongest: bool, changes: Sequence[str],
    told: Iterable[Turn] = (),
) -> str:  # fmt: skip
    """A fitting question not yet in ``asked`` (it is added): what is asked for a turn the line tells
    (``told``) first, then the competency's cue in it, then what was done, then a change (``changes``,
    empty where there is none), then neutral ones."""
    cued = (q for cue, q in _CUED.get(lead, ()) if _pattern(cue).search(text))
    first = (_PROUD,) if strongest and lead in ("ownership", "problem_solving") else ()
    deeds = (q for cue, q in _OF_DEEDS if _pattern(cue).search(text))
    rare = _NEUTRAL.get(lead, ())
    told = tuple(told)
    turned = asked_about(told, lead)
    beside = (q for turn in told for q in turn.questions)
    likeliest = ""
    for question in chain(first, turned, cued, beside, rare, deeds, changes, _ANY):
        likeliest = likeliest or question
        if question not in asked:
            asked.add(question)
            return question
    return likeliest
