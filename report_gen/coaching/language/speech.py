"""A resume line -> what the candidate says: short sentences in the first person.

The line's own words are kept wherever they stand; what changes is the subject, the tense of the
first verb, and where one sentence ends and the next begins. Where that is unsure, or the outcome
fails ``speech_faults``, the line is quoted instead.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar

from report_gen.coaching.language.aimed import aim_title, aims_told, opens_with_aim
from report_gen.coaching.language.antecedents import with_what_is_meant
from report_gen.coaching.language.awards import is_award
from report_gen.coaching.language.checks import is_torn, speech_faults
from report_gen.coaching.language.clauses import leans, stands_alone
from report_gen.coaching.language.english import is_english
from report_gen.coaching.language.frames import Frames
from report_gen.coaching.language.hidden import hides_a_clause
from report_gen.coaching.language.joining import across_colon, full_stop, joined
from report_gen.coaching.language.line_titles import LineTitles
from report_gen.coaching.language.measures import WENT
from report_gen.coaching.language.models import Speech, Spoken
from report_gen.coaching.language.names import Names, capital
from report_gen.coaching.language.nouns import DUTY, WORK
from report_gen.coaching.language.numbers import has_change
from report_gen.coaching.language.passives import Passives
from report_gen.coaching.language.reading import reader_of
from report_gen.coaching.language.recast import recaster_of, with_where_it_runs
from report_gen.coaching.language.roles import role_for
from report_gen.coaching.language.segments import Parted, Segment, clean, split_segments, tokens
from report_gen.coaching.language.shapes import (
    MOVES_BY_ITSELF,
    PREPOSITIONS,
    Head,
    HeadKind,
    metric_shape,
)
from report_gen.coaching.language.teams import collaborators, team_apart, told_in_team
from report_gen.coaching.language.terse import Terse
from report_gen.coaching.language.titles import title_of
from report_gen.coaching.language.topics import own_verb, the, topic_of
from report_gen.taxonomy.verbs import VerbTable
from report_gen.taxonomy.vocabulary_language import LanguageVocabulary

_WHEN = re.compile(r"(?:since|in|from|during|until|over) .*\d|(?:since|until) \w+$", re.I)
_BARE_FIGURE = re.compile(
    r"(?:about |around |up |down )?[~<>+−-]?[$€£]?\d[\w.,/%]*(?: \w+)? (?:to|down to|up to) [~<>]?[$€£]?\d[\w.,/%]*(?:/\w+)?(?: [\w -]{1,40})?$"
)
_BEFORE = re.compile(
    r"(?!.*, I )(?:When I (?:joined|started|arrived|came|began|took over)|Before (?:I|me|that|this)\b|Until then|"
    r"At (?:the|that) time|Originally|Initially|Back then|Because )"
)
_ON_IT = re.compile(r"[A-Z][a-z]+ing (?:it|them)\b")
_FINDING = frozenset(
    {"find", "discover", "notice", "uncover", "show", "identify", "realise", "realize"}
)


S = TypeVar("S", Segment, Spoken)


class Speaker:
    """Says lines with one vocabulary and the names of one resume.

    ``foreign``: the resume is in another language than English; its lines are quoted whole.
    """

    def __init__(
        self,
        words: LanguageVocabulary,
        names: Names,
        table: VerbTable | None = None,
        *,
        foreign: bool = False,
    ) -> None:
        self.words = words
        self.names = names
        self.foreign = foreign
        self.table = table or VerbTable(words)
        self.reader = reader_of(self.table)
        self.frames = Frames(words, names, self.table, self.reader)
        self.recaster = recaster_of(self.table)
        self.terse = Terse(self.frames, self.recaster)
        self.passives = Passives(words, names, self.table, self.reader)
        self.titles = LineTitles(self.reader, self.passives)
        self._said: dict[tuple[str, bool, bool, bool], Speech] = {}
        self._cut: dict[str, Parted] = {}
        self._told: dict[tuple[str, tuple[Segment, ...], bool, bool], Speech] = {}

    def say(
        self, text: str, current: bool = False, project: bool = False, ended: bool = False
    ) -> Speech:
        """One line of a resume. ``current``: the position goes on; ``ended``: it is known to be
        over, so that "Manage shops" is said in the past; ``project``: the line's unnamed subject
        is a thing ("About 70 members") and not a person."""
        key = (text, current, project, ended)
        if key not in self._said:  # stories, x-ray and dives ask for the same lines
            team, alone = team_apart(text)
            speech = self._say(alone, current, project, ended)
            if team:
                told = told_in_team(speech, team, text)
                speech = told or self._say(text, current, project, ended)
            first = self._first(text, current, ended) if speech.quoted and not project else ""
            speech = replace(speech, sentences=with_what_is_meant(speech.sentences))
            self._said[key] = replace(speech, first=first) if first else speech
        return self._said[key]

    def _first(self, text: str, current: bool, ended: bool) -> str:
        """The first deed of a line of several sentences, said alone; "" where it can't be."""
        parts = split_segments(clean(text, self.words), self.words)
        if len(parts) < 2 or parts[1].joint not in ("sentence", "semicolon"):
            return ""
        alone = self._say(parts[0].text, current, False, ended)
        deed = alone.opening in ("past", "base", "third") and not alone.quoted
        return alone.sentences[0].text if deed and alone.sentences[0].own else ""

    def _say(self, text: str, current: bool, project: bool, ended: bool) -> Speech:
        if text not in self._cut:
            self._cut[text] = self._parted(text)
        line = self._cut[text]
        segments = tuple(
            _said_as(s, self._recast(s, project, ended, line.duties)) for s in line.segments
        )
        key = (text, segments, current, project)
        if key not in self._told:  # most lines are in the past already, whether ended or not
            self._told[key] = self._tell(line, segments, current, project)
        return self._told[key]

    def _parted(self, text: str) -> Parted:
        cleaned = with_where_it_runs(self.names.spelled(clean(text, self.words)))
        parts = aims_told(split_segments(cleaned, self.words), self.table)
        parts = self.frames.results_told(parts)
        parts = self.terse.told(self.frames.shares_told(parts))
        label, segments = self._with_its_thing(*self._label(self._without_tools(parts)))
        duties = bool(segments) and self.reader.head(segments[0].text).kind in ("base", "third")
        return Parted(
            text=text, cleaned=cleaned, parts=parts, label=label, segments=segments, duties=duties
        )

    def _tell(
        self, line: Parted, segments: tuple[Segment, ...], current: bool, project: bool
    ) -> Speech:
        text, cleaned, parts, label = line.text, line.cleaned, line.parts, line.label
        base = Speech(text=text, label=label, collaborators=collaborators(cleaned))
        if not segments or len(cleaned.split()) < 3 or self.foreign or not is_english(text):
            return replace(base, quoted=True)
        if is_award(label) or (_ARROW.search(text) and _CHAIN.search(text)):
            return replace(base, quoted=True, title=_as_it_stands(cleaned))
        if opens_with_aim(cleaned):
            return replace(base, quoted=True, title=capital(aim_title(cleaned)))
        current = current or bool(re.match(r"currently\b", cleaned, re.I))
        heads = [self.reader.head(s.text) for s in segments]
        # A finding is told for what was done about it: the work is the second deed's.
        about = 1 if heads[0].base in _FINDING and len(heads) > 1 and heads[1].kind == "past" else 0
        given = (
            len(heads) > 1 and heads[0].kind == "full" and heads[1].kind in ("past", "base", "third")
            and "%" not in segments[0].text and not metric_shape(segments[0].text)
        ) or (
            len(heads) > 1 and heads[0].kind == "full" and heads[1].kind in ("first", "we")
            and leans(segments[0].text)
        )  # fmt: skip
        about = 1 if given else about  # "Labels arrive late; introduced ...": the deed is second
        name_at = 1 if given else 0
        base = replace(
            base,
            team=heads[0].kind == "we",
            opening=heads[0].kind,
            verb=heads[about].base
            or (own_verb(segments[0].text, heads[0], self.reader) or (0, ""))[1]
            or next((h.base for h in heads if h.base), ""),
            topic=topic_of(segments[about].text, heads[about], self.reader, self.names),
            title=self.titles.title(segments[name_at].text, heads[name_at]),
        )
        if heads[name_at].kind in ("past", "base", "third") and not project:
            base = replace(base, title=self._with_article(base.title))
        if not base.title and name_at < about:
            name_at = about  # no title is the finding's verb with what was done about it
            base = replace(base, title=title_of(segments[about].text, heads[about], self.reader))
        if not base.title and base.topic:
            doing = self.table.gerund(heads[name_at].base) if heads[name_at].base.isalpha() else ""
            named = f"{doing} {the(base.topic)}" if doing else base.topic
            if phrasal := _WITH_PARTICLE.match(segments[name_at].text):
                named = f"{doing} {phrasal['particle']} {the(base.topic).removeprefix('those ')}"
            base = replace(base, title=capital(named))
        if name_at and _ON_IT.match(base.title):  # "Tracing it ...": what it was stands before
            base = replace(base, title=self.titles.title(segments[0].text, heads[0]))
        if (
            label
            and label.lower() not in (*self.words.plain_labels, *self.words.result_labels)
            and not base.verb
        ):
            two = base.title.split()[:2]
            of_a_name = len(two) == 2 and two[1][:1].isupper()
            shown = base.title if of_a_name else self.names.lower_first(base.title)
            titled = f"{label}: {shown}"
            cut = segments[0].text.lower().startswith(f"{base.title.lower()},")  # within a list
            base = replace(
                base,
                topic=self.names.lower_first(label),
                title=capital(label) if len(titled.split()) > 10 or cut else titled,
            )
        if (
            label.lower() not in (*self.words.plain_labels, *self.words.result_labels)
            and label.endswith("s") and heads[0].kind == "gerund" and "," in segments[0].text
        ):  # fmt: skip
            return replace(base, quoted=True)  # "Products: hearing aids, ...": no deed
        listed = self.frames.tool_list(segments[0].text)
        if label.lower() in self.words.tool_labels or (len(segments) == 1 and len(listed) > 1):
            return replace(base, quoted=True, tools=listed)
        if label.lower() in self.words.work_labels:
            named = f"My {label.lower()} was “{segments[0].text.strip(chr(34) + '“”')}”."
            return self._checked(replace(base, sentences=(Spoken(kind="action", text=named),)))
        thing = self._named(label, parts, segments)
        if thing is not None:
            return self._checked(replace(base, title=parts[0].text, sentences=tuple(thing)))
        sentences: list[Spoken] = []
        tools: list[str] = []
        for n, (segment, head) in enumerate(zip(segments, heads, strict=True)):
            if segment.aim:
                sentences.append(Spoken(kind="goal", text=segment.text, own=False))
                continue
            if n == 0 and len(segments) > 1 and _WHEN_I.match(segment.text):
                given_then = full_stop(capital(segment.text))
                sentences.append(Spoken(kind="context", text=given_then, own=False))
                continue
            said = self._segment(
                segment, head, heads[n - 1] if n else None, current, project, heads[0].kind
            )
            if said is None:
                return replace(base, quoted=True, tools=tuple(tools))
            if label and n == 0:
                labelled = self.frames.with_label(label, said)
                if said and not labelled:
                    return replace(base, quoted=True, tools=tuple(tools))
                said = labelled
            if segment.joint == "colon" and sentences and said:
                sentences[-1:], said = across_colon(sentences[-1], said)
            elif sentences and len(said) == 1 and said[0].text.startswith(_INCLUDED):
                bare = replace(segment, text=self.names.lower_first(segment.text))
                if (one := joined(sentences[-1], bare)) is not None:
                    sentences[-1:], said = [one], []
                elif sentences[-1].text.startswith((WORK, DUTY)):
                    return replace(base, quoted=True, tools=tuple(tools))
            sentences += said
            figures: list[Spoken] = []
            for aside in segment.asides:
                found, extra = self.frames.aside(aside, said[-1] if said else None)
                tools += found
                figures += extra
            # Two bare figures in a row would leave the listener guessing what each belongs to.
            of_one = segment.text.count(",") < 2  # in a list it would hang in the air
            sentences += figures if len(figures) == 1 and of_one else []
        sentences = [
            replace(s, kind="context") if _BEFORE.match(s.text) and len(sentences) > 1 else s
            for s in sentences
        ]
        if len(segments) > 1 and self._is_given(segments[0].text, heads[0], sentences):
            sentences[0] = replace(sentences[0], kind="context")
        goal = next((s.text for s in sentences if s.kind == "goal"), "")
        context = next((s.text for s in sentences if s.kind == "context"), "")
        speech = replace(
            base,
            sentences=tuple(sentences),
            tools=tuple(dict.fromkeys(tools)),
            goal=goal,
            context=context,
        )
        if (
            (base.opening in ("noun", "quantity") or WENT.match(segments[0].text))
            and not base.verb
            and all(s.kind == "result" and not s.own for s in sentences)
        ):  # "Quota 104% in one year, 111% in the next": a measure, and nothing that was made
            level = re.match(r"([A-Za-z][A-Za-z -]+?) [~<>]?[$€£]?\d[\d.,]*\s?(?:%|/)", base.title)
            name = level[1] if level and level[1].split()[-1].lower() not in PREPOSITIONS else ""
            speech = replace(speech, opening="metric", topic="", title=name or base.title)
        told = [s.text for s in sentences if s.text.startswith((WORK, DUTY))]
        if told and is_award(text):
            return replace(speech, sentences=(), quoted=True, goal="", context="")
        return self._checked(speech)

    def _named(
        self, label: str, parts: tuple[Segment, ...], segments: tuple[Segment, ...]
    ) -> list[Spoken] | None:
        """A line that names a thing and says what it is or does: "Night Market - iOS app for
        stalls", "TideWatch: Uses buoy data"; empty where it can only be quoted, None for others."""
        if label and len(segments) == 1 and parts[1].joint == "colon":
            return self.frames.thing_does(label, segments[0].text) or None
        if label or len(parts) != 2 or parts[1].joint != "dash" or parts[0].asides:
            return None
        name, what = parts[0].text, parts[1].text
        words = name.split()
        kind = self.reader.head(name).kind
        shown = all(w[:1].isupper() or w in ("and", "of", "the") for w in words) and len(words) > 1
        doing = kind in ("gerund", "base") and len(words) == 2 and words[0][:1].isupper()
        if kind == "role" and what[:1].isupper() and len(what.split()) <= 4:
            return []  # "Driver - Bolt": where, and no more
        if len(words) > 4 or not (shown or doing) or self.reader.head(what).kind != "noun":
            return None
        return self.frames.named_thing(name, what) or ([] if doing else None)

    def _with_article(self, title: str) -> str:
        """ "Opening second site in 2017" -> "Opening a second site in 2017"."""
        doing, _, rest = title.partition(" ")
        if not rest or not doing.lower().endswith("ing") or "/" in doing:
            return title
        return f"{doing} {self.frames.object_of(title, rest)}"

    def _is_given(self, text: str, head: Head, sentences: list[Spoken]) -> bool:
        """ "Labels arrive late; introduced ...": how things were, before what was done."""
        acted = len(sentences) > 1 and sentences[1].own and sentences[1].kind == "action"
        if (
            head.kind != "full"
            or not acted
            or sentences[0].own
            or metric_shape(text)
            or "%" in text
        ):
            return False
        ts = tokens(text)
        at = self.reader.finite(ts)
        base = self.table.base(ts[at].core) if at is not None else ""
        return not (
            base in MOVES_BY_ITSELF and base not in ("fail", "wait", "cost", "need", "take")
        )

    def _without_tools(self, parts: tuple[Segment, ...]) -> tuple[Segment, ...]:
        """The segments without "Techs: Go, Rust" and "Tasks included:" behind a sentence."""
        out: list[Segment] = []
        tools = False  # the list behind the label goes with it, what follows stays
        for n, part in enumerate(parts):
            opens = n + 1 < len(parts) and parts[n + 1].joint == "colon"
            listed, tools = tools, bool(n and opens and part.text.lower() in self.words.tool_labels)
            if tools or listed:
                continue
            if n and n + 1 == len(parts) and _TO_COME.search(part.text):
                break
            out.append(part)
        return tuple(out)

    def _recast(self, segment: Segment, project: bool, ended: bool, duties: bool) -> str:
        text = self.recaster.recast(segment.text)
        if segment.joint in ("start", "sentence", "semicolon"):
            text = self.passives.told(text)
        if segment.joint == "start":
            text = role_for(text, self.words, self.names, self.reader)
        if not ended or project:
            return text
        head = self.reader.head(text)
        if head.kind not in ("base", "third") or (
            segment.joint != "start"
            and not (duties and segment.joint in ("sentence", "semicolon"))
            and self.table.also_noun(head.base)
            and not self.frames.has_object(text, head)
        ):
            return text
        return self.recaster.into_past(text, head.at, self.reader.joined_verbs(text, head))

    def _checked(self, speech: Speech) -> Speech:
        for s in speech.sentences:
            torn = not s.own and is_torn(tokens(s.text), self.table)
            torn = (
                torn or not stands_alone(s.text, self.table) or hides_a_clause(s.text, self.reader)
            )
            if torn or speech_faults(s.text, self.table, self.names.keeps):
                return replace(speech, sentences=(), quoted=True, goal="", context="")
        if not speech.of("action", "method", "result", "detail"):
            return replace(speech, sentences=(), quoted=True, goal="", context="")
        return speech

    def _label(self, segments: tuple[Segment, ...]) -> tuple[str, tuple[Segment, ...]]:
        """A leading "Billing: ..." is a label if it is short and no deed of its own."""
        if (
            len(segments) < 2
            or segments[1].joint not in ("colon", "dash")
            or segments[0].joint != "start"
        ):
            return "", segments
        first = segments[0]
        if segments[1].joint == "colon" and (
            _BARE_FIGURE.match(segments[1].text) or _WHEN.match(first.text)
        ):
            mark = "," if _WHEN.match(first.text) else ""
            joined = f"{first.text}{mark} {segments[1].text}"
            asides = first.asides + segments[1].asides
            return "", (replace(first, text=joined, asides=asides), *segments[2:])
        length = len(first.text.split())
        limit = 4 if segments[1].joint == "colon" else 3
        head = self.reader.head(first.text)
        if segments[1].joint == "colon" and segments[1].text[:1].isupper() and head.kind == "noun":
            acts = self.reader.head(segments[1].text).kind in ("past", "base")
            limit = 8 if acts and not has_change(first.text) else limit  # a heading, then the deed
        if (
            length > limit
            or first.asides
            or head.kind not in ("noun", "role", "gerund", "unsure", "base")
        ):
            return "", segments
        if head.kind in ("gerund", "base") and length > 2:
            return "", segments
        if segments[1].joint == "dash" and self.reader.head(segments[1].text).kind in (
            "noun",
            "metric",
            "quantity",
        ):
            return "", segments
        return first.text, (replace(segments[1], joint="start"), *segments[2:])

    def _with_its_thing(
        self, label: str, segments: tuple[Segment, ...]
    ) -> tuple[str, tuple[Segment, ...]]:
        """ "Spark job: moved it over" -> "Moved the Spark job over"; a label that names nothing
        ("Turning it off: retired the old portal") is left out."""
        doing = self.table.base(label.lower(), "gerund") if segments and label.isalpha() else ""
        again = doing and any(self.table.base(t.core) == doing for t in tokens(segments[0].text))
        if segments and (again or _DOING_IT.fullmatch(label)):
            return "", segments
        if len(segments) > 1 and _DOING_IT.fullmatch(segments[0].text):
            return "", (replace(segments[1], joint="start"), *segments[2:])
        found = _IT_DONE.match(segments[0].text) if label and segments else None
        if found is None or self.reader.head(label).kind != "noun" or len(label.split()) > 6:
            return label, segments
        thing = the(self.names.lower_first(label))
        text = f"{capital(found['verb'])} {thing}{found['rest']}"
        return "", (replace(segments[0], text=text), *segments[1:])

    def _segment(
        self,
        segment: Segment,
        head: Head,
        before: Head | None,
        current: bool,
        project: bool,
        opened: HeadKind,
    ) -> list[Spoken] | None:
        if not segment.text:
            return []
        if (
            segment.joint == "colon"
            and before is not None
            and (
                head.kind in ("noun", "quantity", "unsure", "role", "metric")
                or (head.kind in ("gerund", "base") and segment.text.count(",") >= 2)
            )
        ):
            return self.frames.apposition(segment.text)
        said = self.frames.say(
            segment.text, current, project, later=before is not None, opened=opened
        )
        if said is None:
            return None
        return [_said_as(s, capital(s.text)) for s in said]


_IT_DONE = re.compile(r"(?P<verb>[A-Za-z-]+(?: and [a-z-]+)?) (?P<it>it|them)\b(?P<rest>.*)", re.S)
_DOING_IT = re.compile(r"\w+ing (?:it|them|this|that)\b(?: \w+)?", re.I)
_WHEN_I = re.compile(r"(?:When|Before|Until|While|After) (?:I|we) [a-z]+(?: [\w' -]+)?, ")
""" "When I joined, ...": how things were."""
_INCLUDED = "That included "
_WITH_PARTICLE = re.compile(r"[A-Za-z]+ (?P<particle>up|out|down|off|over)\b")
""" "Set up and read out 14 tests": the deed is "setting up"."""
_TO_COME = re.compile(r"\b(?:includes?|are|were|the following)$", re.I)
_ARROW = re.compile(r"[>→➔⇒➜]")
_CHAIN = re.compile(
    r"[a-z][a-z ]*(?:-+>|=+>|→|➔|⇒|➜) *[a-z][^\d>→➔⇒➜]*(?:-+>|=+>|→|➔|⇒|➜)(?! *[$€£~<]?\d)", re.I
)
""" "board -> tickets visible -> time down": what led to what, in no words that could be said."""


def _said_as(one: S, text: str) -> S:
    """The same with that text."""
    return one if text == one.text else replace(one, text=text)


def _as_it_stands(text: str) -> str:
    """A line that can only be quoted is called by its own first words up to a stop."""
    plain = re.split(r"[;:,(]|\s[-–—]+\s", text)[0].strip(" .")
    return plain if 1 < len(plain.split()) <= 9 else ""
