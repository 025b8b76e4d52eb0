"""What of the resume touches a gap after all: nothing is called absent that a line names, or shows in
a near form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from report_gen.matching.lexicon import Lexicon
from report_gen.matching.models import LineReading
from report_gen.matching.wording import DOUBT, IF_IT_WAS
from report_gen.matching.words import stems

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


def _names(text: str, said: str) -> bool:
    """Whether a line has a name with a capital or sign in it, as the posting writes it."""
    if not said or said == said.lower() or not re.search(r"[A-Z/+#0-9]", said[1:] + said[:1]):
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


def sounding_line(text: str, lines: Iterable[LineReading], lex: Lexicon) -> LineReading | None:
    """The deed whose words keep the company of the posting's line, where one comes near enough to
    ask whether it was about that."""
    wanted = lex.about(text)
    alike = [(lex.about(d.text).likeness(wanted), d) for d in lines if d.level >= _DEED]
    likeness, line = max(alike, key=lambda found: found[0], default=(0.0, None))
    return line if likeness >= DOUBT else None


def told_in_doubt(why: str, line: LineReading) -> str:
    """A denial that may be ours: the line that sounds like it is asked about."""
    plain = why.replace(IF_IT_WAS, "").strip()
    plain = plain.replace("No line of your resume shows", "No line of your resume names")
    return f"{plain} The nearest is “{_opening(line)}”: if it was about this, say so first."


def _opening(line: LineReading) -> str:
    said = line.text.strip().rstrip(".").split()
    return " ".join(said[:_MOST_WORDS]) + (" …" if len(said) > _MOST_WORDS else "")


def told_in_part(why: str, line: LineReading, *, named: bool = True) -> str:
    """A reason that denies no more than the name, with the line that shows a part, or is near."""
    shown = _opening(line)
    softened = _DENIED.sub(r"Not shown by name: \1.", why)
    return f"{softened} {'Partly shown' if named else 'Near it'}: “{shown}”."
