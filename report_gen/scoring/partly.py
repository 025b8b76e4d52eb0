"""What of the resume touches a gap after all: nothing is called absent that a line names, or shows in
a near form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from report_gen.matching.lexicon import Lexicon
from report_gen.matching.models import LineReading
from report_gen.matching.unsaid import DOUBT, has_one_name
from report_gen.matching.wording import IF_IT_WAS
from report_gen.matching.words import stems, words

_MOST_WORDS = 22
_DEED = 2
_DENIED = re.compile(r"No line of your resume (?:shows|names) ([^.]+)\.")
_ABBREVIATED = 3
"""A name this short is the same name only with the same capitals."""


def touching_line(
    terms: Sequence[str], said: Mapping[str, str], lines: Iterable[LineReading], lex: Lexicon
) -> tuple[LineReading, bool] | None:
    """The line that comes nearest to what is lacking, and whether it has the posting's own name for
    it: else it shows another of the same family. A deed before a list; None where no line does."""
    skills = lex.taxonomy.skills
    families = {(skills[t].family, skills[t].parent) for t in terms if t in skills}
    found = []
    for line in lines:
        names = any(_names(line.text, said.get(t, "")) for t in terms)
        own = {(skills[s].family, skills[s].parent) for s in line.skills if s in skills}
        kin = {pair for pair in families & own if pair[0]}
        if names or kin:
            found.append((not names, -line.level, line.ref, line))
    if not found:
        return None
    other, _, _, line = min(found, key=lambda f: f[:3])
    return line, not other


def hinted_line(
    terms: Sequence[str], lines: Iterable[LineReading], lex: Lexicon
) -> LineReading | None:
    """The deed that says what is lacking in everyday words ("carried the phone" for on-call duty):
    its cues point to one of the terms. The one with the most; None where no deed has any."""
    found = []
    for line in lines:
        hints = lex.hinted(words(line.text)) if line.level >= _DEED else {}
        if pointed := sum(hints.get(t, 0) for t in terms):
            found.append((-pointed, -line.level, line.ref, line))
    return min(found, key=lambda f: f[:3])[3] if found else None


def _names(text: str, said: str) -> bool:
    """Whether a line has a name with a capital or sign in it, as the posting writes it."""
    if not said or said == said.lower() or not re.search(r"[A-Z/+#0-9]", said[1:] + said[:1]):
        return False
    if said.lower() not in text.lower():
        return False
    flags = re.NOFLAG if len(said) <= _ABBREVIATED else re.IGNORECASE
    return re.search(rf"(?<![\w.]){re.escape(said)}(?![\w+#])", text, flags) is not None


def line_about(
    dimension: str, name: str, lines: Iterable[LineReading], lex: Lexicon
) -> LineReading | None:
    """The line that speaks of a competence by a word of its name, or of people led."""
    own = frozenset(s for s in stems(name) if len(s) > _ABBREVIATED) - _OF_ANY_NAME
    skills, people = lex.taxonomy.skills, dimension == "behavioral_leadership"
    about = [
        line
        for line in lines
        if own & frozenset(stems(line.text))
        or (people and any(s in skills and skills[s].parent == _LED for s in line.skills))
    ]
    return max(about, key=lambda line: line.level, default=None)


_LED = "leadership_cat"
_OF_ANY_NAME = frozenset(
    s
    for s in stems(
        "design system live machine learning program planning product story stories sense fundamentals"
        " experiment coding behavioural"
    )
)


def sounding_line(
    text: str, lines: Iterable[LineReading], lex: Lexicon
) -> tuple[LineReading, float] | None:
    """The deed whose words keep the company of the posting's line and how alike they are, where one
    comes near enough to ask whether it was about that."""
    wanted = lex.about(text)
    alike = [(lex.about(d.text).likeness(wanted), d) for d in lines if d.level >= _DEED]
    likeness, line = max(alike, key=lambda found: found[0], default=(0.0, None))
    return (line, likeness) if line is not None and likeness >= DOUBT else None


_LIKELY = ((0.55, 0.1), (0.5, 0.2))
"""Likeness to the posting's line, and the score the line's words have by themselves: from either pair
on three of five judged requirements that we call missing are shown after all."""


def is_likely(likeness: float, score: float) -> bool:
    """Whether what only sounds like it is rather shown than not."""
    return any(likeness >= alike and score >= least for alike, least in _LIKELY)


_IN_PUBLIC = "community"


def has_other_words(terms: Sequence[str], said: Mapping[str, str], text: str, lex: Lexicon) -> bool:
    """Whether what is lacking could stand somewhere in other words: a product, a language and a field
    have one name each, and what is public is known to the person."""
    skills = lex.taxonomy.skills

    def named(term: str) -> bool:
        skill = skills.get(term)
        public = skill is not None and skill.parent == _IN_PUBLIC
        return public or has_one_name(term, said, text, lex)

    return not terms or not all(named(t) for t in terms)


def without_doubt(why: str) -> str:
    """A reason that speaks of no line that is quoted elsewhere."""
    return why.replace(IF_IT_WAS, "").strip()


def told_in_doubt(why: str, line: LineReading) -> str:
    """A denial that may be ours: the line that sounds like it is asked about."""
    plain = without_doubt(why)
    return f"{plain} The nearest is “{_opening(line)}”: if it was about this, say so first."


_ASKED_ABOUT = re.compile(r" ?The nearest is “[^”]*”: if it was about this, say so first\.")


def without_question(why: str) -> str:
    """A reason without the line it asks about: beside a script that builds on another line it would say
    two things at once."""
    return _ASKED_ABOUT.sub("", why).strip()


def _opening(line: LineReading) -> str:
    said = line.text.strip().rstrip(".").split()
    return " ".join(said[:_MOST_WORDS]) + (" …" if len(said) > _MOST_WORDS else "")


def told_in_part(why: str, line: LineReading, *, named: bool = True) -> str:
    """A reason that denies no more than the name, with the line that shows a part, or is near."""
    shown = _opening(line)
    softened = _DENIED.sub(r"Not shown by name: \1.", without_doubt(why))
    return f"{softened} {'Partly shown' if named else 'Near it'}: “{shown}”."
