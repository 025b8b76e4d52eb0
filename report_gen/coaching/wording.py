"""Picking variants and filling templates with blanks: the same line always gets the same words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from report_gen.coaching.blanks import BlankBook
from report_gen.coaching.deed_kinds import deed_of
from report_gen.coaching.language.naming import is_of_people, is_of_place
from report_gen.coaching.language.nouns import is_move
from report_gen.coaching.language.topics import the
from report_gen.coaching.models import Blank, Draft, Part, Quote, Text
from report_gen.coaching.quoting import in_quotes as in_quotes
from report_gen.coaching.quoting import inner_marks as inner_marks
from report_gen.taxonomy.vocabulary_language import BlankPrompt, LanguageVocabulary

_SLOT = re.compile(r"\{(blank|quote)\}")
_SHORT = 5
_IN_BLANK = 7
"""The longest names that stand among other questions, and inside a blank."""
_ROLES = {"oncall": "the on-call duty", "passive": "that assignment"}
UNNAMED = "this piece of work"
"""What stands for a line that is a sentence or a figure: it names nothing that was done."""
_TOLD = frozenset(
    {"full", "metric", "quantity", "first", "we", "other_person", "relative", "unsure"}
)
_AWARDED = re.compile(
    r"(?:was |been )?(?:awarded|honou?red|named|voted|nominated|shortlisted)\b", re.I
)
_TIME_AS = "your time as "
_REMARK = re.compile(r"\s*\([^)]*\)")
_TAKES_TIME = re.compile(r"\b(?:with|in|during|before|after|since|without) \{it\}", re.I)
_TAKES_DOING = re.compile(
    r"\b(?:with|before|after|instead of|without|since|to begin with|your (?:own )?part in|went about) \{it\}",
    re.I,
)
"""Places where a doing word ("hiring 14 engineers") can stand; elsewhere ("who needed hiring 14
engineers") it would sound odd, and what stands for it does not."""
_SINGLE = re.compile(
    r"^(?:head|chief|director|president|vice|vp|founder|co-founder|owner|co-owner|chair\w*|captain|"
    r"managing|ceo|cto|coo|cfo|cio|dean|acting|interim|professor|secretary|treasurer|the|a|an)\b",
    re.I,
)
NAME_ALONE = re.compile(
    r"(?![A-Z]+s$)(?:[A-Z][\w.+#-]*|[a-z]+[A-Z][\w.+#-]*)(?:(?:/| and )[A-Z][\w.+#-]*)?"
)
USUAL = "Usual in this round for"
"""How the reason of a question begins that neither the posting nor the resume gave."""
NO_RESULT = "what came of it"
"""What a line is silent on that tells of no result."""
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def pick(variants: Sequence[str], key: str, turn: int = 0) -> str:
    """One of the variants by the key's digest; ``turn`` steps on, so that neighbours differ."""
    if not variants:
        return ""
    start = int.from_bytes(hashlib.sha256(key.encode()).digest()[:4], "big")
    return variants[(start + turn) % len(variants)]


def month(date: str) -> str:
    """``2021-04`` -> ``April 2021``; a year stays; "" -> ""."""
    pieces = date.split("-")
    if len(pieces) < 2 or not pieces[1].isdigit() or not 1 <= int(pieces[1]) <= 12:
        return pieces[0]
    return f"{MONTHS[int(pieces[1]) - 1]} {pieces[0]}"


def an(word: str) -> str:
    """ "a" or "an" by the first sound: an SRE, a UX designer, an engineer, a user."""
    first = word.split(" ", 1)[0].split("-")[0]
    if first.isupper() and 1 < len(first) <= 4:
        return "an" if first[0] in "AEFHILMNORSX" else "a"
    return "an" if re.match(r"(?:[aeio]|u(?!ni|s[ei]|x))", first, re.I) else "a"


_ARROW = re.compile(r"\s*(?:→|->)\s*")
_RANK = re.compile(
    r"(?:er|or|ist|ian|ant|lead|head|intern|fellow|chief|architect|analyst|staff|principal|junior|senior|[IVX]+|L?\d)\b",
    re.I,
)
"""What a step of a career ends in; another thing behind an arrow is where a work goes ("Russian -> English")."""


def spoken_title(title: str) -> str:
    """A job title as one says it: "a Senior Engineer and then a Staff Engineer", "Head of Data"."""
    plain = _REMARK.sub("", title).strip(" ,;-")
    plain = _ARROW.sub(lambda m: m[0] if _RANK.search(plain[m.end() :]) else " to ", plain)
    steps = [s.strip(" ,") for s in re.split(r",? (?:then|later)\b|\s*(?:→|->|>)\s*", plain)]
    said = [s if _SINGLE.match(s) else f"{an(s)} {s}" for s in steps if s]
    return " and then ".join(said) or title


ON_ONES_OWN = frozenset(
    {"freelance", "freelancer", "self-employed", "self employed", "independent", "various clients"}
)
"""What stands in an employer's place where there is none."""


def spoken_employer(name: str) -> str:
    """An employer without the remarks in brackets: "Paywell (acquired by Northgate)"."""
    if name.casefold() in ON_ONES_OWN:
        return "my own business"
    return _REMARK.sub("", name).strip(" ,;-") or name


@lru_cache(maxsize=256)
def _prompts(slot: str, words: LanguageVocabulary) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """The prompts that ask for the same: by the kind of deed they are for, and those for any."""
    kindred = [k for k in words.blanks if k == slot or k.startswith(f"{slot}_")]
    by_deed = {words.blanks[k].deed: k for k in reversed(kindred) if words.blanks[k].deed}
    return by_deed, tuple(k for k in kindred if not words.blanks[k].deed)


class Wording:
    """Words for one line: its noun, its variants, its blanks."""

    def __init__(
        self, words: LanguageVocabulary, book: BlankBook, *, text: str, ref: str, topic: str,
        where: str, turn: int = 0, verb: str = "", title: str = "",
        thing: str = "", opening: str = "", seed: str = "", deed: str = "",
    ) -> None:  # fmt: skip
        self.words = words
        self.book = book
        self.text = text
        self.ref = ref
        self.it = name_work(topic, verb, title, thing, opening, words, text)
        self.noun = is_noun(self.it)
        self.deed = deed or deed_of(text)
        self.where = where
        self.turn = turn
        self.seed = seed

    @property
    def _is_short(self) -> bool:
        """Whether the name can stand inside a blank: a thing in few words, as one would say it."""
        plain = self.noun and self.it[:1] != "“" and not self.it.startswith("that ")
        return plain and len(self.it.split()) <= _IN_BLANK

    def fill(self, template: str, *, again: bool = False, **values: str) -> str:
        """A template without blanks. ``again``: the work was named just before, so "this" will do."""
        out = template
        fits = self.noun or self.it in (UNNAMED, "this") or _TAKES_DOING.search(template)
        name = "this" if again else self.it if fits else UNNAMED
        if not again and self.it.startswith(_TIME_AS) and not _TAKES_TIME.search(template):
            name = "that role"
        for key, value in (*values.items(), ("it", name)):
            out = out.replace("{" + key + "}", value)
        return out

    def variant(self, variants: Sequence[str], slot: str) -> str:
        """This line's variant; stories in a row step through them."""
        return pick(variants, f"{self.seed}{slot}", self.turn)

    def blank(self, slot: str) -> Blank:
        prompt: BlankPrompt = self.words.blanks[self._kindred(slot)]
        return self.book.ask(
            self.text, slot, self.fill(prompt.label, again=not self._is_short), self.fill(prompt.question),
            ref=self.ref, where=self.where, why=prompt.why, example=prompt.example,
            kind=slot, room=min(18, max(3, len(prompt.example.split()))),
        )  # fmt: skip

    def _kindred(self, slot: str) -> str:
        """One of the prompts that ask for the same: the one for this kind of deed ("task_text"),
        else the line's text chooses, so that a story which moves keeps its question."""
        by_deed, general = _prompts(slot, self.words)
        fitting = by_deed.get(self.deed, "")
        return fitting or (pick(general, self.text) if len(general) > 1 else slot)

    def parts(
        self, template: str, slots: Mapping[str, Part] | None = None, **values: str
    ) -> tuple[Part, ...]:
        """A template as parts; ``slots`` gives what stands for {blank} and {quote}."""
        out: list[Part] = []
        last = 0
        text = self.fill(template, again=False, **values)
        for match in _SLOT.finditer(text):
            if text[last : match.start()].strip():
                out.append(Text(text=text[last : match.start()].strip()))
            part = (slots or {}).get(match.group(1))
            if part is not None:
                out.append(part)
            last = match.end()
        if text[last:].strip():
            out.append(Text(text=text[last:].strip()))
        return tuple(out)

    def is_open(self, parts: Sequence[Part]) -> bool:
        """Whether a blank stands there that has not been answered."""
        return any(isinstance(p, Blank) and p.id not in self.book.answered for p in parts)

    def room(self, parts: Sequence[Part]) -> int:
        """Words that the unanswered blanks take when they are filled and said."""
        blanks = (p for p in parts if isinstance(p, Blank))
        return sum(b.room for b in blanks if b.id not in self.book.answered)

    def ask(self, variants: Sequence[str], slot: str) -> tuple[Part, ...]:
        """A sentence with the blank of ``slot`` in it, in the words that fit its prompt."""
        own = self.words.blanks[self._kindred(slot)].lead
        return self.parts(self.variant(own or variants, slot), {"blank": self.blank(slot)})


def name_work(
    topic: str, verb: str, title: str, thing: str, opening: str, words: LanguageVocabulary,
    text: str = "",
) -> str:  # fmt: skip
    """What to call a line's work inside a question: "the feature store", "your time as
    treasurer", "moving the nightly loads"."""
    if opening == "role" and not thing:
        return f"your time as {topic}" if topic else "that role"
    if opening == "passive" and _AWARDED.match(text):
        return thing or "that award"
    if opening in _ROLES:
        return thing or _ROLES[opening]
    if opening in _TOLD and not verb:
        return thing or UNNAMED
    return _named(topic, verb, title, thing, words, text)


def is_noun(name: str) -> bool:
    """Whether a name of ``name_work`` is a thing and not a doing ("hiring 14 engineers")."""
    return re.match(r"(?:the|those|that|your|an?|“|[A-Z])\b|“", name) is not None


def _named(
    topic: str, verb: str, title: str, thing: str, words: LanguageVocabulary, text: str = ""
) -> str:
    """What to call the work: a thing made ("the rota tool"), a deed ("the migration of 40
    sites"; of one thing with its article), or the work on a thing."""
    base = verb.split()[-1].rpartition("-")[2] if verb else ""
    doing = title.split(" ", 1)[0].rstrip(",")
    if topic and title and not doing.lower().endswith("ing") and "/" not in doing:
        base = ""  # the verb is a later remark's, and not what was done to this thing
    if not verb and (" instead of " in title or is_move(title)):
        topic = ""  # one thing in another's place is a replacement, and neither of them alone
    clause = re.match(r"(?:whether|how|why|what|who|which|if)\b", topic) is not None
    people = is_of_people(topic, words.role_nouns)
    held = base in _HOLDING and is_of_place(topic)
    if clause or held or (people and base in words.making_verbs):
        topic = ""
    if thing and not (topic and base in words.making_verbs):
        return thing
    if topic and base in words.deed_nouns:
        noun = words.deed_nouns[base]
        told = topic.lower() in text.lower()
        if told and re.match(rf"[\w-]+ with (?:an? |the )?{re.escape(topic)}\b", text, re.I):
            noun = re.sub(r" of$", " with", noun)  # "the negotiation with the landlord"
        article = told and re.search(rf"\b(?:an?|the) {re.escape(topic)}\b", text, re.IGNORECASE)
        whole = " of " in topic or noun.endswith(" for") or bool(article)
        return f"the {noun} {the(topic) if whole else topic}"
    listed = f"{topic}, " in title
    if topic and base in words.making_verbs and not listed and not NAME_ALONE.fullmatch(topic):
        return the(topic)
    if base in (
        "find",
        "discover",
        "show",
        "prove",
        "notice",
        "uncover",
        "demonstrate",
        "conclude",
    ):
        return "that finding"
    if base == "work" and topic and re.search(r"\bwork\w* on\b", text, re.I):
        return f"the work on {the(topic) if re.search(rf'the {re.escape(topic)}', text, re.I) else topic}"
    if base in ("work", "collaborate", "partner", "liaise", "cooperate"):
        return "that collaboration"
    doing = short_doing(title) if base else ""
    if doing:
        return doing if "/" in doing.split()[0] else doing[:1].lower() + doing[1:]
    if topic and not (base and title and _is_doing(title)):
        return _work_on(topic) or the(topic)
    return UNNAMED


def short_doing(title: str) -> str:
    """A title that begins with a doing, short enough for a question: its circumstances are left
    out where it is long; "" where there is no such title."""
    words = title.split()
    if not words or not _is_doing(title) or len(words) < 2:
        return ""
    if len(words) <= _LONGEST_DOING:
        return title
    cut = next((n for n, w in enumerate(words) if n >= 3 and w.lower() in _CIRCUMSTANCE), 0)
    return " ".join(words[:cut]) if 0 < cut <= _LONGEST_DOING else ""


_HOLDING = frozenset(
    {"lead", "manage", "run", "head", "direct", "oversee", "handle", "own", "operate", "maintain"}
)
_LONGEST_DOING = 9
_CIRCUMSTANCE = frozenset(
    {"from", "by", "with", "without", "in", "on", "across", "at", "within", "during", "over"}
)


def _is_doing(title: str) -> bool:
    return title.split()[0].rstrip(",").lower().endswith("ing")


def _work_on(topic: str) -> str:
    """A name alone takes no article: "the work on Kafka", and not "the Kafka"; "" for others."""
    return f"the work on {topic}" if NAME_ALONE.fullmatch(topic) else ""


def said(*sentences: str) -> tuple[Part, ...]:
    """Sentences as one Text part; () if there are none."""
    text = " ".join(s.strip() for s in sentences if s.strip())
    return (Text(text=text),) if text else ()


def quoted(opening: str, text: str, ref: str) -> tuple[Part, ...]:
    """A line that is said as it is written, behind words that lead to it."""
    return (Text(text=opening), Quote(quote=text, ref=ref, marked=True))


def draft(*groups: Sequence[Part]) -> Draft:
    """Groups of parts in order, neighbouring texts joined."""
    out: list[Part] = []
    for part in (p for group in groups for p in group):
        if isinstance(part, Text) and out and isinstance(out[-1], Text):
            glue = "" if part.text[:1] in ".,;:?!" else " "
            out[-1] = Text(text=f"{out[-1].text}{glue}{part.text}")
        else:
            out.append(part)
    return Draft(parts=tuple(out))
