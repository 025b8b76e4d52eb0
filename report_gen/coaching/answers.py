"""``answers.yml``: the blanks as questions to the candidate, and the answers put into the draft."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from report_gen.coaching.blanks import BlankBook
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.speech import Speaker
from report_gen.coaching.models import Blank, BlankQuestion, Coaching, Draft, Part, Story, Text
from report_gen.coaching.story_lines import weigh
from report_gen.errors import UsageError
from report_gen.taxonomy import Taxonomy
from report_gen.written import read_yaml

_ID = re.compile(r"b-[0-9a-f]{6,16}|[A-Za-z][\w.-]{1,60}")
_UNWRITABLE = re.compile("[^\\x20-\\x7e\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_LONGEST = 2_000
_SHOWN = 20
STALE = "stale"
"""``where`` of an answer whose question is no longer asked; it is kept, never lost."""


ANSWERED = "your answer says so"
"""Why a meter stands where an answer has raised it."""


def merge_answers(
    coaching: Coaching,
    answers: Mapping[str, str],
    book: BlankBook,
    taxonomy: Taxonomy,
    speaker: Speaker,
) -> Coaching:
    """The coaching with answered blanks filled in the candidate's own words.

    An answer that can't be said aloud yet (too vague, too short, without the number asked for) is
    kept with its question and told in ``fault``, and the blank stays. An answer to no question is
    kept as a question of place ``stale``.
    """
    given = {id: " ".join(text.split()) for id, text in answers.items() if text.strip()}
    if not given:
        return coaching
    asked = {q.id for q in coaching.blanks}
    questions = [
        replace(q, answer=given[q.id], fault=check_answer(given[q.id], book.kind(q.id), taxonomy))
        if q.id in given
        else q
        for q in coaching.blanks
    ]
    usable = {q.id: q.answer for q in questions if q.answer and not q.fault}
    filled: Coaching = _filled(coaching, usable, speaker)
    stale = [
        BlankQuestion(
            id=id, answer=given[id], where=(STALE,),
            question="This answer belongs to no question of this run.",
            fault="The line it was about has changed or is gone. Move the answer to the question it fits.",
        )
        for id in sorted(set(given) - asked)
    ]  # fmt: skip
    stories = tuple(_strengthened(s, usable, book) for s in filled.stories)
    return replace(filled, stories=stories, blanks=(*questions, *stale))


def check_answer(answer: str, kind: str, taxonomy: Taxonomy) -> str:
    """What is wrong with an answer, as one sentence to the candidate; "" if nothing is."""
    words = taxonomy.language_words
    prompt = words.blanks.get(kind)
    plain = answer.strip().lower().rstrip(".!")
    if plain in words.vague:
        return "This says nothing yet: write what happened, in your own words."
    if prompt is None:
        return ""
    if prompt.number and not re.search(r"\d", answer):
        return "A figure was asked for and there is none: an honest estimate with “about” will do."
    if len(answer.split()) < prompt.least_words:
        return "This is too short to say aloud: add who, what or how."
    return ""


def _filled(node: Any, answers: Mapping[str, str], speaker: Speaker) -> Any:
    """Every blank with an answer replaced by it, everywhere."""
    if isinstance(node, Draft):
        if not any(isinstance(p, Blank) and p.id in answers for p in node.parts):
            return node
        parts: list[Part] = []
        for n, p in enumerate(node.parts):
            if isinstance(p, Blank) and p.id in answers:
                before = node.parts[n - 1] if n else None
                after = node.parts[n + 1 : n + 2]
                parts.append(Text(text=_fitted(answers[p.id], before, after, speaker)))
            else:
                parts.append(p)
        return Draft(parts=tuple(parts))
    if is_dataclass(node) and not isinstance(node, type):
        changed = {}
        for field in fields(node):
            old = getattr(node, field.name)
            new = _filled(old, answers, speaker)
            if new is not old:
                changed[field.name] = new
        return replace(node, **changed) if changed else node
    if isinstance(node, Mapping):
        values = {key: _filled(value, answers, speaker) for key, value in node.items()}
        return values if any(values[k] is not node[k] for k in node) else node
    if isinstance(node, tuple):
        items = tuple(_filled(item, answers, speaker) for item in node)
        return items if any(a is not b for a, b in zip(items, node, strict=True)) else node
    return node


def _fitted(answer: str, before: Part | None, after: tuple[Part, ...], speaker: Speaker) -> str:
    """The answer as it reads at its place: no second full stop, small letter inside a sentence,
    and a whole sentence where a noun was expected is introduced ("It was this: ...")."""
    follows = after[0].text if after and isinstance(after[0], Text) else ""
    text = answer.strip()
    if follows[:1] in ".,;:":
        text = text.rstrip(".;,")
    inside = isinstance(before, Text) and before.text.rstrip()[-1:] not in ".!?"
    if inside:
        text = speaker.names.lower_first(text)
    if isinstance(before, Text) and _NOUN_FOLLOWS.search(before.text):
        told = tokens(text)
        if told and (told[0].low in _SUBJECTS or speaker.reader.finite(told) is not None):
            return f"this: {text}"
    return text


_NOUN_FOLLOWS = re.compile(r"(?:\b(?:was|is|of|by|from|for|have)|['’]s)$")
_SUBJECTS = frozenset(["i", "we", "it", "they", "he", "she", "there", "nobody", "everybody"])


def _strengthened(story: Story, answers: Mapping[str, str], book: BlankBook) -> Story:
    """What was missing and has been answered is missing no more, and the meters rise with it."""
    kinds = {
        book.kind(q.id) for q in book.questions()
        if q.ref == story.ref and answers.get(q.id, "").strip()
    }  # fmt: skip
    if not kinds:
        return story
    solved = {
        "task": "task",
        "result": "result",
        "metric": "metric",
        "baseline": "baseline",
        "measured": "how_measured",
        "own_part": "own_part",
    }
    closed = {solved[k] for k in kinds if k in solved}
    meters = []
    for part in story.strength_parts:
        raise_to = {
            "ownership": "own_part",
            "difficulty": "hard",
            "scale": "scale",
            "outcome": "metric",
        }[part.id]
        also = {
            "outcome": ("result", "baseline", "measured", "outcome"),
            "difficulty": ("choice", "because"),
        }.get(part.id, ())
        value = 0.9 if raise_to in kinds else 0.7 if any(k in kinds for k in also) else 0.0
        raised = value > part.value
        meters.append(replace(part, value=value, why=ANSWERED) if raised else part)
    strength = weigh(meters)
    return replace(
        story,
        missing=tuple(m for m in story.missing if m not in closed),
        strength_parts=tuple(meters),
        strength=max(story.strength, strength),
    )


def write_answers(coaching: Coaching) -> str:
    """The blanks as YAML for the candidate: the question, why it matters, an example, an answer."""
    lines = [
        '# Your blanks. Write your answer after "answer:" and run again with --answers.',
        "# Leave out what you can't share. The examples are other people's: never copy them.",
    ]
    for q in coaching.blanks:
        lines += ["", f"{q.id}:"]
        lines.append(f"  question: {_scalar(q.question)}")
        if q.why:
            lines.append(f"  why: {_scalar(q.why)}")
        if q.example:
            lines.append(f"  example: {_scalar(q.example)}")
        if q.where or q.ref:
            lines.append(f"  used_in: {_scalar(', '.join(map(_place, q.where)) or q.ref)}")
        if q.fault:
            lines.append(f"  not_used_yet: {_scalar(q.fault)}")
        lines.append(f"  answer: {_scalar(q.answer)}")
    return "\n".join(lines) + "\n"


def _place(where: str) -> str:
    """A place in the words of the report: "s1" is story 1, "d2" project 2."""
    kind, number = where[:1], where[1:]
    if number.isdigit() and kind in "sd":
        return f"{'story' if kind == 's' else 'project'} {number}"
    return {
        "xray": "lines to rewrite",
        "introduction": "your introduction",
        STALE: "nowhere any more",
    }.get(where, where)


def read_answers(data: bytes) -> dict[str, str]:
    """``answers.yml`` -> answers by blank id; unanswered blanks are left out.

    Takes the file as written by ``write_answers`` or a plain mapping of id to answer. Raises
    UsageError (``bad_answers``) naming every entry that can't be read, and what ``read_yaml``
    raises for a file that is too large, too deep or stands for too much.
    """
    import yaml

    try:
        raw = read_yaml(data, getattr(yaml, "CBaseLoader", yaml.BaseLoader), "The answers file")
    except UnicodeDecodeError:
        raise UsageError(
            "bad_answers", "The answers file is not UTF-8 text.", "Save it as UTF-8."
        ) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark else ""
        raise UsageError(
            "bad_answers", f"The answers file is not valid YAML{where}.",
            "Put the answer in quotation marks if it holds a colon, a hash or quotes.",
        ) from None  # fmt: skip
    if raw is None or raw == "":
        return {}
    if not isinstance(raw, dict):
        raise UsageError(
            "bad_answers",
            "The answers file holds no list of blanks.",
            "Start from the file a run wrote for you.",
        )
    found: dict[str, str] = {}
    problems = []
    for id, entry in raw.items():
        answer = entry.get("answer", "") if isinstance(entry, dict) else entry
        if not isinstance(id, str) or not _ID.fullmatch(id):
            problems.append("an entry has an id that no run has written")
        elif not isinstance(answer, str):
            problems.append(f"{id}: the answer must be text")
        elif len(answer) > _LONGEST:
            problems.append(f"{id}: the answer is longer than {_LONGEST} characters")
        elif answer.strip():
            found[id] = answer.strip()
    if problems:
        more = f"; and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
        raise UsageError(
            "bad_answers",
            f"The answers file can't be used: {'; '.join(problems[:_SHOWN])}{more}.",
            "Correct these entries.",
        )
    return found


def _scalar(text: str) -> str:
    """A YAML string in double quotes."""
    text = _UNWRITABLE.sub(" ", text)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{" ".join(escaped.split())}"'
