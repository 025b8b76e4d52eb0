"""One person, one job, the packs: what every part of the preparation looks at, derived once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from report_gen.coaching.language.models import Speech
from report_gen.coaching.language.speech import Speaker
from report_gen.coaching.limits import limit_of, only_limits
from report_gen.coaching.models import Story
from report_gen.coaching.voice import speaker_for
from report_gen.job import Job
from report_gen.job.degree import find_degrees
from report_gen.job.models import Requirement
from report_gen.matching import Matches
from report_gen.matching.cuts import may_end, words_that_end
from report_gen.matching.models import LineReading, RequirementMatch
from report_gen.options import Options
from report_gen.resume import Resume, statements
from report_gen.scoring import Assessment
from report_gen.scoring.models import DimensionScore, Gap
from report_gen.taxonomy import Taxonomy
from report_gen.taxonomy.interview import Company, Role

K = TypeVar("K")
T = TypeVar("T")

FALLBACK_ROLE = "swe"
GENERIC_COMPANY = "generic"
BROAD = frozenset(
    [
        "python",
        "data_structures",
        "programming",
        "communication",
        "problem_solving",
        "software_engineering",
        "machine_learning",
        "algorithms",
        "cs_fundamentals",
    ]
)
"""Skills so wide that a line naming them makes no single question likely, and that nobody lacks
outright: a resume only fails to show them."""
ASKS_FOR_PAPERS = re.compile(
    r"\b(?:work permits?|visas?|right to work|(?:authori[sz]ed|eligible) to work|"
    r"clearance|driving licen[cs]e|driver'?s licen[cs]e)\b",
    re.IGNORECASE,
)
"""Lines that ask for a paper: no question of a round on work is asked because of one."""
TRADES = frozenset(
    ["product_mgmt", "program_mgmt", "product_analytics", "leadership_cat", "soft_skill", "architecture", "community",
     "credential", "software_practice", "domain"]
)  # fmt: skip
"""Categories of skills that name a trade rather than something in it."""
DEED_REFS = re.compile(
    r"^(?:work|projects|volunteer)\[\d+\]\.(?:highlights\[\d+\]|summary|description)$"
)


@lru_cache(maxsize=1024)
def names_degree(text: str, taxonomy: Taxonomy) -> bool:
    """Whether a line of the posting names a degree, in any country's words."""
    return bool(find_degrees(text, taxonomy.job_words.degree))


@dataclass(frozen=True, kw_only=True)
class Case:
    """Inputs of ``prepare`` and what follows from them. Nothing here is changed after it is built."""

    assessment: Assessment
    matches: Matches
    resume: Resume
    job: Job
    taxonomy: Taxonomy
    options: Options
    stories: tuple[Story, ...] = ()
    voice: Speaker | None = None
    conditions: tuple[Requirement, ...] = ()
    """Lines of the posting that are no part of ``job``: one has an answer to them or has not."""

    @cached_property
    def _made(self) -> dict[Callable[[Case], Any], Any]:
        return {}

    def once(self, make: Callable[[Case], T]) -> T:
        """What a pure derivation gives for this case; it is made at the first call only."""
        if make not in self._made:
            self._made[make] = make(self)
        found: T = self._made[make]
        return found

    @cached_property
    def _made_of(self) -> dict[tuple[Callable[[Any, Case], Any], int], tuple[Any, Any]]:
        return {}

    def once_of(self, one: K, make: Callable[[K, Case], T]) -> T:
        """The same for one line of the resume, one gap."""
        key = (make, id(one))
        if key not in self._made_of:
            self._made_of[key] = one, make(one, self)  # kept with it, so that its id stays its own
        found: T = self._made_of[key][1]
        return found

    def of_posting(self, make: Callable[[Case], T]) -> T:
        """The same for what the posting and the packs alone decide: it is kept for whoever else
        applies there."""
        made = self._of_posting
        if make not in made:
            made[make] = make(self)
        found: T = made[make]
        return found

    @cached_property
    def _of_posting(self) -> dict[Callable[[Case], Any], Any]:
        return _made_of(self.job, self.taxonomy)

    @cached_property
    def role_id(self) -> str:
        """The pack of the interviews; a posting of no known role takes the resume's own."""
        for name in (
            self.options.role,
            *self.matches.interviewed_as,
            self.job.role,
            self.matches.role,
        ):
            if name in self.taxonomy.roles:
                return str(name)
        return FALLBACK_ROLE

    @cached_property
    def role(self) -> Role:
        return self.taxonomy.roles[self.role_id]

    @cached_property
    def a_role(self) -> str:
        """The role with its article, for use inside a sentence: "an ML platform engineer"."""
        name = soft_lower(self.role.name)
        said = "AEFHILMNORSX" if name.split()[0].isupper() else "aeiou"
        return f"{'an' if name[0] in said else 'a'} {name}"

    def is_for(self, roles: Collection[str]) -> bool:
        """Whether material written for these roles serves here."""
        return not self.role.served_by.isdisjoint(roles)

    @cached_property
    def level(self) -> str | None:
        return self.options.level or self.job.level or self.matches.level

    @cached_property
    def company(self) -> Company:
        """The company's pack, by name or alias; the generic pack where there is none."""
        return (
            find_company(self.company_name, self.taxonomy)
            or self.taxonomy.companies[GENERIC_COMPANY]
        )

    @property
    def company_known(self) -> bool:
        return self.company.id != GENERIC_COMPANY

    @cached_property
    def company_name(self) -> str:
        return (self.options.company or self.job.company or "").strip()

    @property
    def company_or_they(self) -> str:
        return self.company_name or "this company"

    @cached_property
    def requirements(self) -> dict[str, Requirement]:
        return {r.id: r for r in self.job.requirements}

    @cached_property
    def requirement_matches(self) -> dict[str, RequirementMatch]:
        return {m.id: m for m in self.matches.requirements}

    @cached_property
    def lines(self) -> dict[str, LineReading]:
        return {line.ref: line for line in self.matches.lines}

    @cached_property
    def deeds(self) -> tuple[LineReading, ...]:
        """Lines that tell of something done (bullets, project lines), in reading order; what is
        said of a time away is nobody's question."""
        away = {s.ref for s in statements(self.resume) if s.kind == "absence"}
        return tuple(
            line
            for line in self.matches.lines
            if DEED_REFS.match(line.ref)
            and line.text.strip()
            and line.ref not in away
            and not (limit_of(line.text) and only_limits(line.text, self.speech(line).opening))
        )

    @cached_property
    def speaker(self) -> Speaker:
        """Says this resume's lines in the first person."""
        return self.voice or speaker_for(self.resume, self.job, self.taxonomy)

    @cached_property
    def deed_verbs(self) -> frozenset[str]:
        """Base forms of verbs that are no nouns as well."""
        return _deed_verbs(self.taxonomy)

    def speech(self, line: LineReading) -> Speech:
        """What the candidate says of a line: a position that is over is told in the past, a
        project's unnamed subject is a thing."""
        project = line.ref.startswith("projects")
        over = bool(line.months_ago) and not project
        return self.speaker.say(line.text, line.months_ago == 0, project, over)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """By priority, then by place in the job, so that equals keep one order."""
        return tuple(sorted(self.assessment.gaps, key=lambda g: (-g.priority, g.id)))

    @cached_property
    def dimensions(self) -> dict[str, DimensionScore]:
        return dict(self.assessment.dimensions)

    @cached_property
    def job_text(self) -> str:
        """Everything the posting asks for, lower case, with its title."""
        parts = [self.job.title, *(r.text for r in self.job.requirements)]
        return " ".join(parts).lower()

    @cached_property
    def whole_text(self) -> str:
        """All of the posting, lower case."""
        return f"{self.job_text} {self.company_text}"

    @cached_property
    def company_text(self) -> str:
        """The posting's words about itself (not requirements), lower case."""
        return " ".join(i.text for i in self.job.ignored).lower()

    @cached_property
    def job_skills(self) -> frozenset[str]:
        return frozenset(s for r in self.job.requirements for s in r.skills)

    @cached_property
    def resume_skills(self) -> frozenset[str]:
        return frozenset(s for line in self.matches.lines for s in line.skills)

    @cached_property
    def _ranked(self) -> tuple[tuple[Requirement, str, frozenset[str]], ...]:
        """What a question can be asked because of, must-haves first: its text in lower case and
        its skills. A degree, a language, a permit are no reason to ask anything; a line on years
        in a trade comes last, for what else it names, and its words for the trade are left out."""
        order = ("required", "responsibility", "preferred")
        ranked = []
        by_kind = sorted(
            self.job.requirements, key=lambda r: (r.years is not None, order.index(r.kind))
        )
        for r in by_kind:
            if r.negated or ASKS_FOR_PAPERS.search(r.text) or names_degree(r.text, self.taxonomy):
                continue
            skills = frozenset(r.skills)
            parents = {s: self.taxonomy.skills[s].parent for s in r.skills}
            if "spoken_language" in parents.values():
                continue
            if r.years is None:
                ranked.append((r, r.text.lower(), skills))
            elif named := frozenset(s for s in skills if parents[s] not in TRADES):
                ranked.append((r, "", named))
        return tuple(ranked)

    @cached_property
    def reasons(self) -> tuple[Requirement, ...]:
        """The lines of the posting something can be prepared because of, in its order: no paper,
        no language, no bare years."""
        given = {r.id for r, _, _ in self._ranked}
        return tuple(r for r in self.job.requirements if r.id in given)

    @cached_property
    def requirement_texts(self) -> tuple[str, ...]:
        """What the posting asks for, line by line in lower case, without what it does not want."""
        return tuple(r.text.lower() for r in self.job.requirements if not r.negated)

    def requirement_with(
        self, skills: Sequence[str] = (), cues: Sequence[str] = ()
    ) -> Requirement | None:
        """The line of the posting that speaks most of it: by its words first, then by how many of
        the skills it names, the first of them more; of equals a required one, then the first.
        None: no line does."""
        sought, wanted = tuple(cues), set(skills)
        said = has_any(self.job_text, sought)
        if not said and self.job_skills.isdisjoint(wanted):
            return None
        first = skills[:1]  # what it is about; the others are beside it
        best, found = 0.0, None
        for r, text, named in self._ranked:
            worth = 3.0 * (said and has_any(text, sought)) + len(wanted & named)
            worth += 0.5 * (not named.isdisjoint(first))
            if worth > best:
                best, found = worth, r
        return found


@lru_cache(maxsize=16)
def _made_of(job: Job, taxonomy: Taxonomy) -> dict[Callable[[Case], Any], Any]:
    """What was derived of a posting; the last few are remembered."""
    return {}


@lru_cache(maxsize=4)
def _deed_verbs(taxonomy: Taxonomy) -> frozenset[str]:
    words = taxonomy.language_words
    return frozenset(words.verbs) - frozenset(words.noun_verbs)


def find_company(name: str, taxonomy: Taxonomy) -> Company | None:
    """The pack of a company by its name or an alias, whole words, case and "Inc." ignored."""
    wanted = _plain(name)
    if not wanted:
        return None
    for company in taxonomy.companies.values():
        if company.id == GENERIC_COMPANY:
            continue
        names = {_plain(n) for n in (company.id, company.name, *company.aliases)}
        if wanted in names or any(n and _is_part(wanted, n) for n in names):
            return company
    return None


_OF_A_COMPANY = frozenset((
    "ai", "ads", "advertising", "cloud", "research", "labs", "lab", "services", "web", "music", "maps",
    "health", "payments", "robotics", "studios", "reality", "platforms", "platform", "technologies",
    "technology", "operations", "development", "center", "centre", "engineering", "deepmind", "limited", "pte",
    "sas", "bv", "b", "v", "kk", "k", "ag", "sarl", "srl", "s", "r", "l", "a", "pty", "pvt", "private", "uk",
    "us", "usa", "emea", "apac", "europe", "european", "ireland", "germany", "deutschland", "france", "poland",
    "india", "canada", "japan", "netherlands", "spain", "italy", "switzerland", "israel", "singapore",
    "australia", "sweden", "denmark", "romania", "brazil", "mexico", "london", "berlin", "munich", "zurich",
    "zürich", "dublin", "paris", "seattle", "team", "group", "of", "and", "the",
))  # fmt: skip
"""Words by which a unit of a company or its branch in a country is told from another firm that begins
with the same word: "Google Ireland" is Google, an "Apple Tree Nursery" is none."""


def _is_part(name: str, company: str) -> bool:
    return name.startswith(f"{company} ") and all(
        word in _OF_A_COMPANY for word in name[len(company) :].split()
    )


@lru_cache(maxsize=1024)
def _plain(name: str) -> str:
    words = re.sub(r"[^\w&+]+", " ", re.sub(r"\(.*?\)", " ", name.casefold())).split()
    while words and words[-1] in ("inc", "llc", "ltd", "corp", "corporation", "gmbh", "co", "plc"):
        words.pop()
    return " ".join(words)


def has_cue(text: str, cue: str) -> bool:
    """Whether lower-case ``text`` holds ``cue`` as whole words; a trailing * leaves the end open."""
    return has_any(text, (cue,))


def has_any(text: str, cues: tuple[str, ...]) -> bool:
    """Whether lower-case ``text`` holds any of the cues (see ``has_cue``)."""
    # Most texts hold none of the cues: looking for the letters first is twenty times faster, and in
    # a whole posting, for whether any word begins so, five times more.
    begun = _beginnings(text) if len(text) > _LONG else None
    for first, letters, cue in _letters(cues):
        if begun is not None and first not in begun:
            continue
        if letters in text and _pattern(cue).search(text) is not None:
            return True
    return False


_LONG = 400
_FIRST = re.compile(r"\w{0,3}")
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=64)
def _beginnings(text: str) -> frozenset[str]:
    """The first letters, up to three, of every word of a text, and none."""
    return frozenset(word[:n] for word in set(_WORD.findall(text)) for n in range(4))


@lru_cache(maxsize=4096)
def _letters(cues: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    """Per cue the first letters of its first word ("" where it begins with a sign), all, and itself."""
    small = ((cue.rstrip("*").lower(), cue) for cue in cues)
    return tuple((_FIRST.match(letters)[0], letters, cue) for letters, cue in small)  # type: ignore[index]


@lru_cache(maxsize=4096)
def _pattern(cue: str) -> re.Pattern[str]:
    letters = cue.rstrip("*").lower()
    end = "" if cue.endswith("*") else r"(?:s|es)?(?!\w)"
    return re.compile(r"(?<!\w)" + re.escape(letters) + end)


def choose(options: Sequence[T], *key: str) -> T:
    """One of the options, the same for the same key on every machine and in every run."""
    digest = hashlib.sha256("\0".join(key).encode()).digest()
    return options[int.from_bytes(digest[:4], "big") % len(options)]


def soft_lower(text: str) -> str:
    """Lower case for use inside a sentence; abbreviations and names such as SQL or GenAI stay."""
    return " ".join(
        w if w.islower() or any(c.isupper() for c in w[1:]) else w.lower() for w in text.split()
    )


def shorten(text: str, words: int = 26) -> str:
    """The text up to a number of words, cut at a clause if one ends late enough; "..." if cut."""
    parts = text.strip().rstrip(".;,").split()
    if len(parts) <= words:
        return " ".join(parts)
    plain = " ".join(parts)
    kept = words_that_end(plain, words, words // 2)
    for n in range(words, words // 2, -1):
        if parts[n - 1][-1] in ",;:)" and may_end(plain, len(" ".join(parts[:n]))):
            kept = n
            break
    return " ".join(parts[:kept]).rstrip(",;:(") + " ..."
