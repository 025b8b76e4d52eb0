"""The resume vocabulary compiled: sets of folded words, and what a text looks like by them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from report_gen.resume.dates import DateWords, date_words
from report_gen.resume.folding import fold
from report_gen.resume.known_skills import KnownSkills

if TYPE_CHECKING:
    from report_gen.taxonomy.models import Taxonomy
    from report_gen.taxonomy.vocabulary_resume import ResumeVocabulary

_REGION_CODE = re.compile(r"[A-Z]{2,3}\Z")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(f for f in map(fold, words) if f)


_SUBJECT = re.compile(
    r"(?:science|sciences|engineering|studies|mathematics|math|physics|statistics|economics|informatics|informatik|management|administration|arts|technology|finance|business|linguistics|biology|chemistry|analytics|systems|psychology|computing|literature|philosophy|marketing|design)\b",
    re.I,
)

_IN_A_FACULTY = re.compile(
    r"[\s.)]*in (?:the )?(?:school|faculty|department|college) of [^,–—|]*\Z", re.I
)
"""What a degree is in: "Ph.D. in School of Computing" names no school it is from."""


class ResumeWords:
    """All of vocabulary/resume.yaml, ready to be asked. Never changed once built."""

    def __init__(self, words: ResumeVocabulary, skills: KnownSkills) -> None:
        self.raw = words
        self.skills = skills
        self.dates: DateWords = date_words(words)
        self.headings: dict[str, str] = {}
        for kind in words.sections:
            for heading in words.sections[kind]:
                self.headings.setdefault(fold(heading), kind)
        self.title_heads = _folded(words.title_heads)
        self.title_phrases = tuple(sorted(_folded(words.title_phrases)))
        self.level_words = _folded(words.level_words)
        self.company_suffixes = _folded(words.company_suffixes)
        self.company_words = _folded(words.company_words)
        self.institution_words = _folded(words.institution_words)
        self.degree_levels = {
            fold(word): level for level in words.degrees for word in words.degrees[level]
        }
        self.degree_grades = tuple(sorted(_folded(words.degree_grades), key=lambda w: (-len(w), w)))
        self.score_labels = _folded(words.score_labels)
        self.course_labels = _folded(words.course_labels)
        self.study_works = _folded(words.study_works)
        self.thesis_labels = _folded(words.thesis_labels) | self.study_works
        self.companions = _folded(words.heading_companions)
        self.company_events = tuple(sorted(_folded(words.company_events)))
        self.publication_kinds = {
            fold(w): kind for kind in words.publication_kinds for w in words.publication_kinds[kind]
        }
        self.listing_labels = {
            fold(w): kind for kind in words.listing_labels for w in words.listing_labels[kind]
        }
        self.listing_labels |= dict.fromkeys(self.publication_kinds, "publications")
        self.certificate_cues = tuple(sorted(_folded(words.certificate_cues)))
        self.countries = _folded(words.countries)
        self.region_codes = frozenset(w for w in words.regions if _REGION_CODE.match(w))
        self.regions = _folded(w for w in words.regions if not _REGION_CODE.match(w))
        self.cities = _folded(words.cities)
        self.remote_words = _folded(words.remote_words)
        self.employment_types = _folded(words.employment_types)
        self.teaching_words = _folded(words.teaching_words)
        self.absences = _folded(words.absences)
        self.services = _folded(words.services)
        self.skill_levels = _folded(words.skill_levels)
        self.languages = _folded(words.languages)
        self.fluency = _folded(words.fluency)
        self.contact_labels = {
            fold(word): kind for kind in words.contact_labels for word in words.contact_labels[kind]
        }
        self.personal_labels = {
            fold(word): kind
            for kind in words.personal_labels
            for word in words.personal_labels[kind]
        }
        self.entry_labels = {
            fold(word): kind for kind in words.entry_labels for word in words.entry_labels[kind]
        }
        self.personal_prefixes = tuple(sorted(p for p in self.personal_labels if len(p) > 5))
        self.bullet_labels = _folded(words.bullet_labels)
        self.tool_labels = _folded(words.tool_labels)
        self.name_titles = _folded(words.name_titles)
        self.name_suffixes = _folded(words.name_suffixes)
        self.name_particles = _folded(words.name_particles)
        self.document_titles = _folded(words.document_titles)
        self.furniture = tuple(re.compile(p, re.I) for p in words.furniture)
        self.page_cues = tuple(re.compile(p, re.I) for p in words.page_cues)
        self.page_words = tuple(re.compile(p, re.I) for p in words.page_words)
        self.job_ad_cues = tuple(sorted(_folded(words.job_ad_cues)))
        self._degree = (
            re.compile(
                r"(?<!\w)(?:"
                + "|".join(
                    re.escape(w).replace(r"\ ", r"[\s.'’-]*\s?")
                    for w in sorted(self.degree_levels, key=lambda w: (-len(w), w))
                )
                + r")(?!\w)"
            )
            if self.degree_levels
            else re.compile(r"(?!)")
        )

    # ---- headings
    def heading_kind(self, text: str) -> str:
        """The section kind a heading's text names, or ""; merged headings give the first."""
        folded = fold(unspace(text))
        if not folded or len(re.sub(r"(?<=\w)\s*\([^()]*\)\s*\Z", "", text)) > 60:
            return ""
        folded = re.sub(r"^(?:\d{1,2}|[ivx]{1,4}|[a-h]) (?=\w{3})", "", folded)
        found = self.headings.get(folded)
        if found:
            return found
        if kind := self._half_known(unspace(text)):
            return kind
        if kinds := self._named_kinds(text):
            return kinds[0]
        trimmed = re.sub(
            r"\b(?:my|selected|relevant|other|additional|key|recent|professional|technical|personal|main)\b ?|\b(?:continued|cont|ctd|fortsetzung)\b",
            "",
            folded,
        ).strip()
        return self.headings.get(trimmed, "") if trimmed != folded and trimmed else ""

    def heading_kinds(self, text: str) -> tuple[str, ...]:
        """All kinds that a heading names ("Talks, languages, education"), in its order."""
        kind = self.heading_kind(text)
        named = self._named_kinds(text, "other")
        return named or ((kind,) if kind else ())

    def _named_kinds(self, text: str, beside: str = "") -> tuple[str, ...]:
        """The kinds of a heading all of whose parts are known; () if it has one part. ``beside``:
        the kind of what only goes with the rest ("and other things")."""
        joints = r"\s*(?:&|/|\||,|\+|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\bi\b|\boch\b|\bog\b|\t)\s*"
        parts = [fold(p) for p in re.split(joints, unspace(text).lower()) if p.strip()]
        kinds = [self.headings.get(p) or self.listing_labels.get(p, "") for p in parts]
        whole = all(k or p in self.companions for k, p in zip(kinds, parts, strict=True))
        named = tuple(dict.fromkeys(k or beside for k in kinds if k or beside))
        return named if len(kinds) > 1 and whole and any(kinds) else ()

    def _half_known(self, text: str) -> str:
        """The kind of a heading said twice (``Divers / Other``, ``Selected publications (of 23)``)
        by the half that is known; a short word beside a position's title is none."""
        bracket = re.fullmatch(r"\s*(\S[^()]*?)\s*\(([^()]+)\)\s*", text)
        halves = list(bracket.groups()) if bracket else re.split(r"\s+[/|]\s+", text.strip())
        if bracket and re.search(r"\d", halves[1]):
            halves = [halves[0], ""]  # "(17 in total, 6 as first author)"
        if len(halves) != 2 or any(self.title_score(half) >= 1.0 for half in halves):
            return ""
        plain = [re.sub(r"^(?:selected|recent|key|other) ", "", fold(half)) for half in halves]
        kinds = [self.headings.get(half, "") for half in plain if len(half) > 5]
        return next((kind for kind in kinds if kind and kind != "contact"), "")

    # ---- titles
    @lru_cache(maxsize=4096)  # noqa: B019  built once per taxonomy, lives as long as it
    def title_score(self, text: str) -> float:
        """How much ``text`` looks like a job title, about -1..2."""
        folded = fold(text)
        words = folded.split()
        if not words:
            return -1.0
        score = 0.0
        hits = [k for k, w in enumerate(words) if self.is_title_word(w)]
        if hits:
            score = 1.2
            head = fold(re.split(r"[,(–—|/]| - ", text)[0]).split()
            if head and self.is_title_word(
                head[-1] if head[-1] not in self.level_words or len(head) == 1 else head[-2]
            ):
                score += 0.5
            elif self.is_title_word(words[-1]):
                score += 0.3
        elif any(f" {p} " in f" {folded} " for p in self.title_phrases):
            score = 1.0
        if words[0] in self.level_words and len(words) > 1:
            score += 0.3
        if any(w in self.company_suffixes for w in words[-1:]) and not hits:
            score -= 0.6
        if any(w in self.institution_words for w in words):
            score -= 0.6
        if len(words) > 12:
            score -= 0.8
        if re.search(r"[.!?]$", text.strip()) and len(words) > 3:
            score -= 0.8
        if re.search(r"\d{3,}|@|https?:", text):
            score -= 0.5
        return score

    def is_title_word(self, word: str) -> bool:
        """Also compounds (Softwareentwickler, 機械学習エンジニア) and plurals."""
        if word in self.title_heads:
            return True
        if _CJK.search(word):
            return any(word.endswith(h) for h in self.title_heads if _CJK.search(h))
        if len(word) > 9:
            return any(len(h) > 6 and word.endswith(h) for h in self.title_heads)
        return word.endswith("s") and word[:-1] in self.title_heads

    # ---- organisations
    @lru_cache(maxsize=4096)  # noqa: B019
    def company_score(self, text: str) -> float:
        """How much ``text`` looks like an organisation's name, about -1..2."""
        folded = fold(text)
        words = folded.split()
        if not words:
            return -1.0
        if self.is_languages(text):
            return -1.0
        score = 0.1
        formal = self.ends_in_legal_form(text)
        if formal:
            score += 1.2
        elif len(words) > 1 and any(w in self.company_suffixes and len(w) > 2 for w in words):
            score += 0.8
        if _CJK.search(folded) and any(
            folded.endswith(s) for s in self.company_suffixes if _CJK.search(s)
        ):
            score += 1.2
        if any(w in self.company_words or w in self.institution_words for w in words):
            score += 0.6
        if _is_named(text):
            score += 0.3
        if any(self.is_title_word(w) for w in words):
            score -= 0.9
        if len(words) > 9:
            score -= 0.7
        if re.search(r"[.!?]$", text.strip()) and len(words) > 2 and not formal:
            score -= 1.2 if any(w[0].islower() for w in text.split()) else 0.8
        if folded in self.employment_types or folded in self.remote_words:
            score -= 1.0
        if self.place_score(text) >= 1.0:
            score -= 0.9
        return score

    def ends_in_legal_form(self, text: str) -> bool:
        """``GmbH``, ``private limited``, ``Sp. z o.o.``, and with dots: ``S.r.l.``, ``B.V.``."""
        words = fold(text).split()
        if any(" ".join(words[-n:]) in self.company_suffixes for n in range(1, 5)):
            return True
        letters = list(takewhile(lambda w: len(w) == 1, reversed(words)))
        joined = "".join(reversed(letters))
        return len(words) > len(letters) > 1 and joined in self.company_suffixes

    @lru_cache(maxsize=4096)  # noqa: B019
    def institution_score(self, text: str) -> float:
        words = fold(text).split()
        if not words:
            return -1.0
        score = 0.0
        hits = [
            w for w in words if w in self.institution_words or _ends_like(w, self.institution_words)
        ]
        if hits:
            score = 1.3
        if _is_named(text):
            score += 0.2
        degree = self.degree_match(text)
        if degree:
            score -= 1.2 if _IN_A_FACULTY.match(text, degree.end()) else 0.5
        if re.search(r"[^\W\d_]{3}[.:]\s", text):
            score -= 0.5
        if len(words) > 12:
            score -= 0.6
        return score

    def is_subject(self, text: str) -> bool:
        """Does a text name a field of study?"""
        return _SUBJECT.search(text) is not None

    def degree_in(self, text: str) -> str:
        """The level (phd .. school, unsaid, other) of the first degree named in ``text``."""
        match = self.degree_match(text)
        return self.degree_levels.get(fold(match.group()), "") if match else ""

    def degree_match(self, text: str) -> re.Match[str] | None:
        """The first degree word; one or two letters count only as capitals (MA, B.S.)."""
        return next(self._degree_matches(text), None)

    def degrees_in(self, text: str) -> frozenset[str]:
        """The levels of all degrees named in ``text``."""
        found = self._degree_matches(text)
        return frozenset(self.degree_levels.get(fold(m.group()), "") for m in found) - {""}

    def _degree_matches(self, text: str) -> Iterator[re.Match[str]]:
        folded = _fold_keep(text)
        for match in self._degree.finditer(folded):
            letters = re.sub(r"\W", "", match.group())
            if letters == "march" and text[match.start() + 1].islower():
                continue  # the month, not the M.Arch.
            if len(letters) <= 3 and letters.isalpha():
                original = text[match.start() : match.end()]
                dotted = len(letters) > 1 and "." in original  # "b.a."
                if (not original[0].isupper() and not dotted) or (
                    len(letters) > 1
                    and not any(c.isupper() for c in original[1:])
                    and "." not in original
                    and original not in ("Ph", "Bsc", "Msc", "Mgr", "Inż", "Lic")
                ):
                    continue
            yield match

    def is_languages(self, text: str) -> bool:
        """Does a text name nothing but languages ("Ukrainian, Spanish")?"""
        pieces = re.split(r",\s|\s(?:&|and|und|et|y)\s", text)
        return all(fold(p) in self.languages for p in pieces)

    # ---- places
    @lru_cache(maxsize=4096)  # noqa: B019
    def place_score(self, text: str) -> float:
        """How much ``text`` is a place or a way of working (Remote), about -1..2."""
        stripped = text.strip(" ().,;|·•-–")
        region = re.fullmatch(
            r"(?:Greater\s+)?(.+?)(?:\s+(?:Metropolitan\s+)?(?:Area|Region))?", stripped
        )
        if region and region.group(1) != stripped and self.is_place(region.group(1)):
            return 1.5
        folded = fold(stripped)
        if not folded:
            return -1.0
        if (
            folded in self.cities
            or folded in self.countries
            or folded in self.regions
            or folded in self.remote_words
        ):
            return 1.5
        if len(folded.split()) > 7 or re.search(r"\d{6,}|@", stripped):
            return -1.0
        town = re.fullmatch(
            r"[A-Z][a-z'’.]+(?: [A-Z][a-z'’.]+){0,2} (?P<state>[A-Z]{2})(?: USA?)?", stripped
        )
        if town and town["state"] in self.region_codes and not self.ends_in_legal_form(stripped):
            return 1.3  # "Ashford MA"
        parts = [p.strip() for p in re.split(r"[,/()|–—-]| - | & ", stripped) if p.strip()]
        known = [p for p in parts if self.is_place(p)]
        if len(known) == len(parts):
            return 1.5
        wide = bool(known) and parts[-1] in known and fold(parts[-1]) not in self.cities
        if len(parts) in (2, 3) and wide and parts[0][:1].isupper() and len(parts[0].split()) <= 3:
            return 1.3 if not any(self.is_title_word(w) for w in fold(parts[0]).split()) else 0.0
        if len(parts) in (2, 3) and known and parts[0] in known:
            return 0.7
        if len(parts) > 1 and re.match(r"\d{1,5}[a-z]?\s+[^\W\d]", parts[0]) and parts[-1] in known:
            return 1.0  # "12 Marina Road, Lagos Island, Lagos"
        if re.fullmatch(r"(?:[A-Z]{1,2}-?)?\d{4,5} [A-ZÀ-Ž][\w'’ .-]+", stripped):
            return 1.0
        if len(parts) <= 4 and any(
            re.fullmatch(
                r"(?:[A-Z]{1,2}-?)?\d{4,5} [A-ZÀ-Ž][\w'’ .-]+|[A-ZÀ-Ž][\w'’ .-]+ (?:[A-Z]{2} )?\d{4,6}",
                p,
            )
            and not any(len(d.start) == 7 for d in self.dates.find(p))
            for p in parts[1:]
        ):
            return 1.0  # but "March 2026" is no postcode
        if any(w in self.remote_words for w in folded.split()) and len(parts) <= 2:
            return 0.8
        return 0.0

    def is_place(self, text: str) -> bool:
        folded = fold(text)
        return (
            text.strip().strip(".") in self.region_codes
            or folded in self.cities
            or folded in self.countries
            or folded in self.regions
            or folded in self.remote_words
        )

    def is_wide(self, text: str) -> bool:
        """A country, state or region rather than a town."""
        folded = fold(text)
        return folded in self.countries or folded in self.regions or text in self.region_codes

    def is_label(self, text: str) -> bool:
        """A field label inside an entry or section (Environment, Designation, Highlights)."""
        folded = fold(text)
        return (
            folded in self.tool_labels
            or folded in self.entry_labels
            or folded in self.bullet_labels
        )

    def is_furniture(self, text: str) -> bool:
        """Page numbers, "last updated", "references on request": says nothing about a person."""
        stripped = text.strip().replace("\t", " ")
        return any(p.search(stripped) for p in self.furniture)

    def is_of_page(self, text: str, sure: bool) -> bool:
        """A button or count of a profile page; ``sure``: one that stands on no other page."""
        stripped = re.sub(r"\s+", " ", text).strip(" ·•|()")
        patterns = self.page_cues if sure else (*self.page_cues, *self.page_words)
        return any(p.fullmatch(stripped) for p in patterns)


def unspace(text: str) -> str:
    """``E X P E R I E N C E`` -> ``EXPERIENCE``; other text as it is."""
    stripped = text.strip()
    if re.fullmatch(r"(?:\S ){3,}\S", stripped):
        return stripped.replace(" ", "")
    if re.fullmatch(r"(?:(?:\S ){2,}\S(?:\s{2,}|\t|$))+", stripped + "  "):
        return " ".join(part.replace(" ", "") for part in re.split(r"\s{2,}|\t", stripped))
    return stripped


def _is_named(text: str) -> bool:
    """Do most words begin with a capital (or are they all without case)?"""
    words = [w for w in re.findall(r"[^\W\d_][\w'’.-]*", text) if len(w) > 3]
    return bool(words) and sum(not w[0].islower() for w in words) >= 0.7 * len(words)


def _ends_like(word: str, endings: frozenset[str]) -> bool:
    """Compounds (Musikhochschule) and words without spaces (東京大学)."""
    if len(word) < 4 and not _CJK.search(word):
        return False
    return any(word.endswith(e) and (len(e) > 6 or _CJK.search(e)) for e in endings)


def _fold_keep(text: str) -> str:
    from report_gen.resume.folding import fold_in_place

    return fold_in_place(text)


@lru_cache(maxsize=8)
def words_for(taxonomy: Taxonomy) -> ResumeWords:
    """The compiled vocabulary of a taxonomy (cached by its identity)."""
    return ResumeWords(taxonomy.resume_words, KnownSkills(taxonomy))
