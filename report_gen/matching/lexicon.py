"""The vocabulary made ready for use: phrase books per taxonomy, built once and kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from report_gen.matching.people import collaborators
from report_gen.matching.words import Hit, PhraseBook, Word, Words, stems, within, words
from report_gen.taxonomy.models import Skill, Taxonomy
from report_gen.taxonomy.vectors import Direction
from report_gen.taxonomy.vocabulary_evidence import Profession, Topic

CUES = 2
"""So many different words that point to a thing say that a text is about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Everything the readers look words up in. ``plain``: stems that tie nothing to nothing."""

    taxonomy: Taxonomy
    topics: Mapping[str, Topic]
    professions: Mapping[str, Profession]
    ask_book: PhraseBook
    show_book: PhraseBook
    verb_book: PhraseBook
    line_book: PhraseBook
    metric_book: PhraseBook
    title_book: PhraseBook
    field_book: PhraseBook
    head_book: PhraseBook
    level_book: PhraseBook
    wording_book: PhraseBook
    noun_book: PhraseBook
    sink_book: PhraseBook
    sense_book: PhraseBook
    address_book: PhraseBook
    minor_book: PhraseBook
    """What is published beside the main places."""
    members: Mapping[str, frozenset[str]]
    """Per topic, the skills that speak for it by their category."""
    broad_terms: frozenset[str]
    soft_terms: frozenset[str]
    leading: frozenset[str]
    theory: frozenset[str]
    relations: Mapping[str, Mapping[str, str]]
    reach: Mapping[str, frozenset[str]]
    """Per term, what a line must speak of to say anything for it."""
    special: Mapping[str, tuple[str, ...]]
    """Per category of skills, the dimensions of some roles only that it speaks for."""
    cue_words: Mapping[str, tuple[tuple[str, int], ...]]
    """Per stem, what it points to and for how many cues it counts; ``cue_book`` has the cues of
    several words, those that count for two with a ``!``."""
    cue_book: PhraseBook
    people: re.Pattern[str]
    """Who one works with: ``who`` is the list of them."""
    plain: frozenset[str]

    def about(self, text: str) -> Direction:
        """What a text is about, by the company its telling words keep (``taxonomy/vectors``)."""
        return _about(self.taxonomy, self.plain, text)

    def kin(self, term: str) -> Mapping[str, str]:
        """Skills that speak for a skill, each with its relation."""
        return self.relations.get(term, {})

    def dimension(self, term: str) -> str:
        """The dimension a skill or topic belongs to, "" if none."""
        topic, skill = self.topics.get(term), self.taxonomy.skills.get(term)
        return (topic.dimension if topic else "") or (skill.dimension if skill else "")

    def special_dimensions(self, category: str) -> tuple[str, ...]:
        """Dimensions of some roles only that a skill of the category speaks for."""
        return self.special.get(category, ())

    def topics_in(self, tokens: tuple[Word, ...], *, asked: bool) -> tuple[Hit, ...]:
        """The topics a text speaks of, as a job asks or as a resume shows."""
        book = self.ask_book if asked else self.show_book

        def read(tokens: tuple[Word, ...]) -> tuple[Hit, ...]:
            hits = self.unsunk(book.find(tokens), tokens)
            return tuple(h for h in hits if self._done(h, tokens))

        return tokens.once((book, "topics"), read) if isinstance(tokens, Words) else read(tokens)

    def unsunk(self, hits: tuple[Hit, ...], tokens: tuple[Word, ...]) -> tuple[Hit, ...]:
        """The hits without those inside a longer phrase that means something else."""
        sinks = self.sink_book.find(tokens)
        return tuple(
            h
            for h in hits
            if not any(within(h.start, h.end, k) for k in sinks)
            and not self.in_other_sense(h.key, h.start, h.end, tokens)
        )

    def in_other_sense(self, key: str, start: int, end: int, tokens: tuple[Word, ...]) -> bool:
        """A word of ours inside a phrase that means something else ("bundle compliance"); the
        field of business such a phrase speaks of is heard all the same."""
        if self.is_domain(key):
            return False
        return any(within(start, end, h) for h in self.sense_book.find(tokens))

    def _done(self, hit: Hit, tokens: tuple[Word, ...]) -> bool:
        """False for a broad word that only ends the name of a thing ("a home-monitoring pilot"),
        unless the name speaks of the same ("model-monitoring")."""
        if not (self.broad(hit.key) or self.manner(hit.key)):
            return True
        at = next((n for n, w in enumerate(tokens) if w.start == hit.start), 0)
        word = tokens[at]
        if word.end != hit.end or not word.named or not at:
            return True
        return any(key == hit.key for key, _ in self.cue_words.get(tokens[at - 1].stem, ()))

    def hinted(self, tokens: tuple[Word, ...]) -> Mapping[str, int]:
        """What a text is about by two words or more that point to the same thing, and by how many."""
        if isinstance(tokens, Words):
            return tokens.once((self.cue_book, "hinted"), self._hinted)
        return self._hinted(tokens)

    def _hinted(self, tokens: tuple[Word, ...]) -> dict[str, int]:
        found: dict[str, dict[str, int]] = {}
        for word in {w.stem for w in tokens} & self.cue_words.keys():
            for key, worth in self.cue_words[word]:
                found.setdefault(key, {})[word] = worth
        for hit in self.cue_book.find(tokens):
            said = " ".join(w.stem for w in tokens if hit.start <= w.start < hit.end)
            key, _, sign = hit.key.partition("!")
            found.setdefault(key, {})[said] = CUES if sign else 1
        return {k: n for k, said in found.items() if (n := sum(said.values())) >= CUES}

    def broad(self, term: str) -> bool:
        """True for a term whose words stand in many lines."""
        return term in self.broad_terms

    def soft(self, term: str) -> bool:
        """True for ways to work with people; they need no production to be shown."""
        return term in self.soft_terms

    def is_domain(self, term: str) -> bool:
        """True for a field of business."""
        skill = self.taxonomy.skills.get(term)
        return term.startswith("domain_") or bool(skill and skill.kind == "domain")

    def manner(self, term: str) -> bool:
        """True for a term that says how a thing is done, not what."""
        topic = self.topics.get(term)
        return bool(topic and topic.manner)

    def name(self, term: str) -> str:
        """How to call a skill or topic in a sentence."""
        topic, skill = self.topics.get(term), self.taxonomy.skills.get(term)
        return topic.name if topic else skill.name if skill else term.replace("_", " ")


@dataclass(frozen=True, slots=True)
class _Key:
    digest: str
    taxonomy: Taxonomy = field(compare=False, hash=False)


def lexicon(taxonomy: Taxonomy) -> Lexicon:
    """The lexicon of a taxonomy; the same packs share one."""
    return _build(_Key(taxonomy.digest, taxonomy))


@lru_cache(maxsize=4)
def _build(key: _Key) -> Lexicon:
    taxonomy, words = key.taxonomy, key.taxonomy.evidence_words
    topics = {t.id: t for t in words.topics}
    ask, show = PhraseBook(), PhraseBook()
    for t in words.topics:
        ask.add(t.id, (*t.words, *t.asks))
        show.add(t.id, (*t.words, *t.shows))
    soft = frozenset(id for id, t in topics.items() if t.soft)
    soft |= {s.id for s in taxonomy.skills.values() if s.kind == "common"}
    members = {
        t.id: frozenset(s.id for s in taxonomy.skills.values() if s.parent in t.members)
        for t in words.topics
        if t.members
    }
    relations = _kin(taxonomy)
    broad_topics = frozenset(id for id, t in topics.items() if t.broad)
    return Lexicon(
        taxonomy=taxonomy,
        topics=topics,
        professions={p.id: p for p in words.professions},
        ask_book=ask,
        show_book=show,
        verb_book=_book(words.verbs.model_dump()),
        line_book=_book(
            {
                "weak": words.weak_openers,
                "own": words.own_part,
                "production": words.production,
                "bounded": words.bounded,
                "real_use": words.real_use,
                "up": words.up_words,
                "down": words.down_words,
                "scale": words.scale_words,
                "share": words.share_words,
            }
        ),
        metric_book=_book(_metric_words(taxonomy)),
        title_book=_book({p.id: p.titles for p in words.professions}),
        field_book=_book({p.id: (*p.fields, *p.titles) for p in words.professions}),
        head_book=_book({"head": words.heads}),
        level_book=_book({**words.level_titles, "bounded": words.bounded_titles}),
        wording_book=_book(
            {
                "substitutes": words.substitutes,
                "examples": words.examples,
                "optional": words.optional,
                "waived": words.waived,
            }
        ),
        noun_book=_noun_book(taxonomy),
        sink_book=_book({"sink": words.sinks}),
        sense_book=_book({"sense": words.other_senses}),
        address_book=_book({"addressed": words.addressed}),
        minor_book=_book({"minor": words.minor_publications}),
        members=members,
        relations=relations,
        reach={
            term: frozenset(
                (
                    term,
                    *members.get(term, ()),
                    *relations.get(term, ()),
                    *(topics[term].near if term in topics else ()),
                )
            )
            for term in (*taxonomy.skills, *topics)
        },
        cue_words=_cue_words(words.cues, words.signs),
        cue_book=_book(
            {
                f"{key}{mark}": tuple(c for c in cues if len(stems(c)) > 1)
                for mark, book in (("", words.cues), ("!signs", words.signs))
                for key, cues in book.items()
            }
        ),
        people=collaborators(words.people_nouns),
        leading=frozenset(words.leading),
        theory=frozenset(words.theory_categories),
        broad_terms=broad_topics | (frozenset(words.broad_skills) - soft),
        soft_terms=soft,
        special=_special(taxonomy),
        plain=frozenset(s for w in words.plain_words for s in stems(w)) | frozenset(",;:.!?"),
    )


def _book(phrases: Mapping[str, tuple[str, ...]]) -> PhraseBook:
    book = PhraseBook()
    for key, several in phrases.items():
        book.add(key, several)
    return book


def _cue_words(
    cues: Mapping[str, tuple[str, ...]], signs: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[tuple[str, int], ...]]:
    """The cues of one word, by their stem: most of the many cues, and found by one look each."""
    out: dict[str, dict[str, int]] = {}
    for book, worth in ((cues, 1), (signs, CUES)):
        for key, several in book.items():
            for cue in several:
                if len(one := stems(cue)) == 1:
                    out.setdefault(one[0], {})[key] = worth
    return {word: tuple(keys.items()) for word, keys in out.items()}


def _metric_words(taxonomy: Taxonomy) -> dict[str, tuple[str, ...]]:
    own = taxonomy.evidence_words.metric_words
    kinds = dict.fromkeys((*taxonomy.metric_types, *own))
    return {k: (*taxonomy.metric_types.get(k, ()), *own.get(k, ())) for k in kinds}


def _noun_book(taxonomy: Taxonomy) -> PhraseBook:
    """Nouns of the competency model, keyed ``dimension:level``."""
    book = PhraseBook()
    for dimension in taxonomy.dimensions.values():
        for level, seen in dimension.evidence.items():
            book.add(f"{dimension.id}:{level}", seen.nouns)
    return book


@lru_cache(maxsize=4000)
def _about(taxonomy: Taxonomy, plain: frozenset[str], text: str) -> Direction:
    """Several stages ask about the same lines: the last few thousand are remembered."""
    return taxonomy.vectors.direction(distinct(words(text), plain))


def distinct(text: tuple[Word, ...], plain: frozenset[str]) -> frozenset[str]:
    """The stems of a text that say something."""
    return frozenset(w.stem for w in text if w.stem not in plain and len(w.stem) > 1)


def pairs_of(tokens: tuple[Word, ...], lex: Lexicon) -> frozenset[tuple[str, str]]:
    """Neighbouring words of which at least one is telling ("machine learning" is a pair)."""
    return frozenset(
        (a.stem, b.stem)
        for a, b in pairwise(tokens)
        if not (a.stem in lex.plain and b.stem in lex.plain)
    )


def _special(taxonomy: Taxonomy) -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for dimension in taxonomy.dimensions.values():
        for category in dict.fromkeys(dimension.categories):
            out[category] = (*out.get(category, ()), dimension.id)
    return out


def _kin(taxonomy: Taxonomy) -> dict[str, dict[str, str]]:
    """Per skill the skills that speak for it and how: member, broader family, near substitute."""
    found: dict[str, dict[str, str]] = {}
    for s in taxonomy.skills.values():
        for other in {*_above(s, taxonomy), *s.related} - {""}:
            for own, asked in ((s.id, other), (other, s.id)):
                if relation := taxonomy.relation(own, asked):
                    found.setdefault(asked, {})[own] = relation
    return {asked: dict(sorted(by.items())) for asked, by in found.items()}


def _above(skill: Skill, taxonomy: Taxonomy) -> list[str]:
    """The broader skills of a skill, nearest first."""
    above: list[str] = []
    family = skill.family
    while family in taxonomy.skills and family not in above:
        above.append(family)
        family = taxonomy.skills[family].family
    return above
