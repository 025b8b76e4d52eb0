"""What kind of deed a line tells of: what one asks about it, and what it can be silent on, differs."""

from __future__ import annotations

import re

from report_gen.coaching.language.numbers import has_change

_PEOPLE = (
    ("mentoring", re.compile(r"^(?:co-)?(?:advis\w* (?:[\w'’-]+ ){0,3}(?:students?|interns?|theses|trainees?|apprentices?)\b|mentor|coach|supervis(?!or)|precept|line.manag|onboard)", re.I)),
    ("teaching", re.compile(r"^(?:taught|teach|lectur|tutor(?!ial)|train(?:ed|ing|s)? (?:(?!models?\b|networks?\b|for\b|on\b|to\b)[\w-]+ ){0,3}(?:staff|colleagues|nurses|people|students|users|teams?|hires|volunteers|crews?)|(?:ran|held|gave|led) (?:[\w-]+ ){0,3}(?:workshop|course|training|lecture|exercise|class|tutorial|lab\b))", re.I)),
    ("teaching", re.compile(r"^(?:show|explain|demonstrat)\w* (?:(?!how\b)[\w-]+ ){1,4}how (?:to\b|(?:[\w-]+ ){1,3}works?\b)", re.I)),
    ("presenting", re.compile(r"^(?:present|pitch|gave (?:[\w-]+ ){0,2}(?:talk|presentation)|spoke)", re.I)),
    ("taking_part", re.compile(r"^(?:participat|attend|took part|involved in|member of)", re.I)),
    ("operating", re.compile(r"\bon.call\b|\bpager\b", re.I)),
)  # fmt: skip
_TEXTS = (
    r"guides?|handbook|plans?|reports?|documentation|runbooks?|letters?|papers?|polic\w+|standards?|templates?|"
    r"specifications?|pages?|presentations?|chapters?|descriptions?|strateg\w+|post-?mortems?|proposals?"
)
_DEEDS = (
    ("text", re.compile(rf"^(?:co-)?(?:wrote|writ|draft|document|author|prepar)\w* .*\b(?:{_TEXTS})\b", re.I)),
    ("gathering", re.compile(r"^(?:co-)?(?:organi[sz]|host|start|found|ran\b|run\b|set up)\w* .*\b(?:group|club|meetup|series|seminar|community|guild|hours?|night|event)\b", re.I)),
    ("hiring", re.compile(r"^(?:hired|hiring|hire|recruit|interview(?:er\b|\w* (?:and |(?:[\w-]+ ){0,3}(?:candidates|applicants|hires|engineers|developers|nurses|stewards)\b|for (?:the|our|my)\b)))", re.I)),
    ("leading", re.compile(r"^(?:led|lead|leading|manag\w*|head(?:ed)?|run|ran|supervis\w*) (?:(?:an?|the|our|my) )?(?:[\w-]+ ){0,2}(?:team|group|squad|department|crew|unit|chapter)\b|^(?:manag\w*|led|lead) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) |^(?:tech(?:nical)? |team )?lead (?:of|for) |^head of |^head nurse|^(?:team|group|squad|shift) lead", re.I)),
    ("finding", re.compile(r"^(?:found|find|discover|notic|diagnos|debug|fix|trac|identif|uncover|detect|resolv|solv)", re.I)),
    ("review", re.compile(r"^(?:review|referee|peer.review|check|audit)", re.I)),
    ("talk", re.compile(r"^(?:negotiat|argued|persuad|convinc|mediat|brief|lobb|align|agreed|advis)", re.I)),
    ("study", re.compile(r"^(?:interview|analy[sz]|compar|evaluat|benchmark|stud|survey|try|tried|explor|experiment|research|investigat|test|r[au]n (?:[\w/-]+ ){0,4}(?:tests?|study|studies|surveys?|experiments?|beta|pilots?|trials?)\b|thesis|deriv|estimat|measur)", re.I)),
    ("data", re.compile(r"^(?:clean|label(?:l?ed|l?ing)|annotat|collect|record|sort|scrap|transcrib|prepar\w* (?:[\w-]+ ){0,3}(?:data|data ?sets?|samples|records|labels)|gather|digiti)", re.I)),
    ("moving", re.compile(r"^(?:(?:led|ran point on) (?:the |an? )?(?:[\w-]+ ){0,2}(?:switch|migration|move|split|transition|rollout|roll-out)\b|mov|migrat|replac|port|rewr|rebuil|moderni|switch|convert|consolidat|upgrad|refactor|merg)", re.I)),
    ("saving", re.compile(r"^(?:cut|reduc|lower|short|sav|halv|improv|increas|rais|optimi|speed|sped|lift|stabili|doubl|grew)", re.I)),
    ("making", re.compile(r"^(?:built|build|develop|implement|creat|wrote|design|automat|set up|introduc|launch|ship|deploy|releas|integrat|add|train(?!\w* on)|fine-tun|distil|invent|made|first|set\b|defin|propos|establish)", re.I)),
    ("duty", re.compile(r"^(?!.*\bso that\b)[A-Za-z]+ (?:up to |about |around |over |some )?\d\S* (?:[\w-]+ ){1,3}(?:a|an|per|each|every) (?:hour|shift|day|morning|evening|night|week|month)\b", re.I)),
    ("duty", re.compile(r"^(?:own|maintain|run|ran|operat|manag|responsible|look|answer|support|handl|keep|kept|serv|administ|chair|carr(?:y|ied)|hold|prepar|plan|coordinat|co-ordinat|oversee|oversaw|help|assist|work(?!\w* on\b))", re.I)),
)  # fmt: skip
_THING = re.compile(
    r"(?:(?!\w+(?:ed|ing)\b)[\w/'’-]+ ){0,4}(?:dashboards?|models?|tools?|library|pipelines?|jobs?|apps?|services?|"
    r"loaders?|parsers?|prototypes?|packages?|platforms?|bots?|website|scripts?|reports?|kernels?|connectors?|"
    r"modules?|extensions?|plug-?ins?|simulators?|systems?)\b",
    re.I,
)
"""A line that names the thing made and no deed."""
_STEERING = re.compile(
    r"own(?:ed)? (?:the )?(?:[\w-]+ ){0,2}(?:roadmap|strategy|backlog|vision|p&l|budget)\b", re.I
)
_ONCE = re.compile(r"(?:ran|helped|assisted|supported|coordinated|planned|prepared)\b", re.I)
_PAST = re.compile(r"(?:\w+ed|ran|wrote|built|led|made|cut|found|won|taught|drew|set)\b", re.I)
SOFT = frozenset({"mentoring", "teaching", "presenting", "taking_part"})


def kind_of(text: str) -> str:
    """Which kind of work with people or duty a line tells of (a key of the probes), or ""."""
    return next((kind for kind, pattern in _PEOPLE if pattern.search(text)), "")


def deed_of(text: str) -> str:
    """The kind of deed a line begins with: ``growing`` (people), ``talk``, ``duty``, ``text``,
    ``study``, ``data``, ``moving``, ``saving``, ``making``, ...; "" if it tells none of these."""
    if _STEERING.match(text):
        return ""
    people = kind_of(text)
    if people in ("mentoring", "teaching"):
        return "growing"
    if people == "presenting":
        return "talk"
    if people == "operating":
        return "duty"
    for clause in re.split(
        r"[;:] ", text
    ):  # "Labels arrive late; introduced ...": the deed is second
        found = next((kind for kind, pattern in _DEEDS if pattern.search(clause)), "")
        if found == "duty" and _ONCE.match(clause) and has_change(text):
            return ""  # "Ran smart retries: recovered 11%": done once, and no duty that goes on
        if found:
            return found
    return "making" if _THING.match(text) else ""
