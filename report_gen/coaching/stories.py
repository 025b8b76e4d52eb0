"""STAR stories from the strongest lines of the resume."""

from __future__ import annotations

from report_gen.coaching.blanks import BlankBook
from report_gen.coaching.models import Draft, Quote, Story, Text
from report_gen.matching import LineReading, Matches
from report_gen.resume import Resume, statements

_KINDS = frozenset({"highlight", "project", "volunteer", "description"})


def draft_stories(matches: Matches, resume: Resume, book: BlankBook) -> tuple[Story, ...]:
    """At most twelve stories, best first."""
    kinds = {s.ref: s.kind for s in statements(resume)}
    usable = [
        line for line in matches.lines
        if kinds.get(line.ref) in _KINDS and len(line.text.split()) >= 5
    ]
    usable.sort(key=lambda line: (-line.level, -len(line.metrics), line.ref))
    return tuple(_story(n, line, book) for n, line in enumerate(usable[:12], 1))


def _story(number: int, line: LineReading, book: BlankBook) -> Story:
    ask = lambda slot, label, question: book.ask(  # noqa: E731
        line.text, slot, label, question, ref=line.ref, where=f"s{number}"
    )
    quote = Quote(quote=line.text, ref=line.ref)
    place = f"I was working at {line.employer}." if line.employer else "This is from my own work."
    situation = Draft(parts=(Text(text=place),))
    task = Draft(parts=(ask("task", "the problem you were given", "What was the problem?"),))
    action = Draft(parts=(Text(text="My resume puts it this way:"), quote))
    result = Draft(parts=(ask("result", "what changed", "What changed in the end?"),))
    reflection = Draft(parts=(ask("lesson", "what you learned", "What did you learn?"),))
    return Story(
        id=f"s{number}", ref=line.ref, title=" ".join(line.text.split()[:8]),
        question="Tell me about something you are proud of.", competencies=("ownership",),
        situation=situation, task=task, action=action, result=result, reflection=reflection,
        metrics=tuple(m.text for m in line.metrics), strength=line.level / 4,
        short=Draft(parts=(*situation.parts, *action.parts, *result.parts)),
        long=Draft(parts=(*situation.parts, *task.parts, *action.parts, *result.parts, *reflection.parts)),
    )
