"""Deeds: what the candidate did, whatever form of the verb the line begins with."""

from __future__ import annotations

import re
from dataclasses import replace

from report_gen.coaching.language.joining import (
    DIGIT,
    Joiner,
    and_last,
    full_stop,
    rest_from,
)
from report_gen.coaching.language.models import SentenceKind, Spoken, Token
from report_gen.coaching.language.names import article
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.shapes import (
    DETERMINERS,
    PARTICLES,
    PREPOSITIONS,
    Head,
    in_capitals,
)

OF_WHAT = re.compile(
    r"^(?P<role>(?:co-)?(?:organi[sz]er|member|chair|captain|editor|host|moderator|coordinator|leader|treasurer)),"
    r" (?P<what>(?!the |an? )[a-z][\w'-]+(?: [\w'-]+){1,6})$"
)
""" "Organizer, departmental reading group": of what."""
_OF_ONE = re.compile(
    r"(?:[a-z-]+ ){0,2}lead for the\b|(?:architect|owner|author|founder|maintainer|creator|inventor|designer|editor|keeper|chair) of (?:the|our|its)\b",
    re.I,
)


_CHANGED_BY = re.compile(r"\d\s?%|\bby (?:about |over |nearly )?\d|\bfrom .*\d")
_BARE_RANGE = re.compile(
    r"(?<=[a-z])(?<!from)(?<!by)(?<!to)(?<!of)(?<!about) (?=[~<>]?[$€£]?\d[\d.,]*\s?(?:%|[a-z]+)? to [~<>]?[$€£]?\d)"
)
""" "cut no-shows 18% to 11%": where the change began."""


class Deeds(Joiner):
    """Says the segments that begin with a verb."""

    def _deed(self, text: str, head: Head, later: bool = False) -> list[Spoken] | None:
        ts = tokens(text)
        follows = ts[head.at + 1].low if head.at + 1 < len(ts) else ""
        if head.kind == "past" and (head.base, follows) in (("lead", "to"), ("result", "in")):
            if not later:
                return None  # what led to it is not said
            return [
                Spoken(
                    kind="result", text=full_stop(f"That {self.names.lower_first(text)}"), own=False
                )
            ]
        lead = " ".join(t.raw.strip(",") for t in ts[: head.at])
        lead = re.sub(r"^(?:and|but|or)\b\s*", "", lead, flags=re.I)
        lead = self.names.lower_first(lead) + " " if lead else ""
        verb = self._verb(ts[head.at], head)
        if head.kind == "third":
            ts = self._base_run(ts, head.at + 1)
        rest = " ".join(t.raw for t in ts[head.at + 1 :])
        flipped = self._flip(text, head)
        if flipped is not None:
            return flipped
        if self.table.is_result(head.base):
            rest = _BARE_RANGE.sub(" from ", rest, count=1)
        if head.kind in ("past", "base", "third") and " " not in head.base:
            rest = self.object_of(rest_from(text, head.at), rest)
        said = f"{lead}{verb} {rest}".strip()
        moved = tokens(said)
        at = len(tokens(lead))
        outcome = (
            later
            and head.kind == "past"
            and self.table.is_result(head.base)
            and bool(DIGIT.search(said))
        )
        kind: SentenceKind = "result" if outcome else "action"
        return self._assemble("I ", said, replace(head, at=min(at, len(moved) - 1)), said, kind)

    def object_of(self, deed: str, rest: str) -> str:
        """What stands behind the verb of a deed, one person ("senior planner") with an article."""
        ts = tokens(deed)
        first = ts[1].low if len(ts) > 1 else ""
        one = first not in DETERMINERS - {"new"} and self.reader.with_a_person(ts, 0)
        return article(rest) + rest if one else self.object_article(rest)

    def object_article(self, rest: str) -> str:
        """ "Built churn model for ..." -> "built a churn model for ..."; plural and mass nouns,
        names and figures go as they stand."""
        first = rest.split(" ", 1)[0]
        if (
            not first
            or first.endswith((",", ";"))
            or first.lower() in PREPOSITIONS | PARTICLES | {"and", "or"}
        ):
            return rest
        second = rest.split(" ", 2)[1:2]
        acts = any(self.table.is_form(first, form) for form in ("gerund", "base"))
        if second and second[0].lower() in DETERMINERS | PARTICLES and acts:
            return rest  # "began managing a team", "helped build a model", "helped set up a lab"
        money = re.match(r"(?:[$€£]\d[\w.,]*|\d+[kKmM]?[-–][a-z]+) ([a-z-]+)(?= |$)", rest)
        if money and money.group(1) in self.words.count_nouns:
            return f"a {rest}"
        return (
            self._with_article(rest)
            if first[:1].islower() or first[1:].lower() != first[1:]
            else rest
        )

    def _with_article(self, said: str) -> str:
        return said

    def _base_run(self, ts: tuple[Token, ...], at: int) -> tuple[Token, ...]:
        """ "designs and maintains", "writes, edits and publishes": all of them after "I"."""
        out = list(ts)
        n = at
        while n < len(ts):
            if ts[n].low == "and":
                n += 1
                continue
            linked = ts[n - 1].low == "and" or ts[n - 1].comma
            base = self.table.base(ts[n].core, "third")
            if not linked or not base or not self.table.is_known(ts[n].core):
                break
            out[n] = Token.of(base + ts[n].raw[len(ts[n].core) :], base)
            n += 1
        return tuple(out)

    def _verb(self, token: Token, head: Head) -> str:
        """The first verb as said after "I"."""
        if head.kind == "third":
            word = self.table.base(token.core, "third")
        else:
            plainly = (token.core[1:].islower() or "-" in token.core) and "/" not in token.core
            word = token.core[:1].lower() + token.core[1:] if plainly else token.core
            word = word if not word.isupper() or "/" in word else word.lower()
        plain = self.words.plain.get(word.lower(), word)
        tail = token.raw[len(token.raw.rstrip(",;:")) :]
        return plain + tail

    def _flip(self, text: str, head: Head) -> list[Spoken] | None:
        """ "Cut X by doing Y" -> "I did Y. That cut X.": what was done before what came of it."""
        if head.kind != "past" or not self.table.is_result(head.base) or head.at > 0:
            return None
        parts = self.reader.pieces(text, head)
        if len(parts) < 2 or parts[1].joint != "by":
            return None
        if not DIGIT.search(parts[0].text) and len(parts[0].text.split()) < 4:
            return None
        method = self._past_of_gerunds(parts[1].text.removeprefix("by ").strip())
        if method is None:
            return None
        rest_parts = parts[2:]
        if (
            rest_parts and rest_parts[0].joint == "which"
        ):  # it stands beside the method, not the effect
            method = f"{method.rstrip(' ,')}, which {rest_parts[0].text}"
            rest_parts = rest_parts[1:]
        first = tokens(parts[0].text)
        outcome = f"That {self._verb(first[0], head)} " + " ".join(t.raw for t in first[1:])
        out = self._split_long("action", f"I {method}")
        if out is None:
            return None
        own = next((n for n, p in enumerate(rest_parts) if p.joint == "past"), len(rest_parts))
        came = Spoken(kind="result", text=outcome.rstrip(" ,"))
        rest = self._join(came, rest_parts[:own], head)
        more = [p.text for p in rest_parts[own:]]
        deeds = [Spoken(kind="action", text=full_stop(f"I {p}")) for p in more]
        return [*out, *rest, *deeds]

    def _gerund(self, text: str, head: Head, current: bool) -> list[Spoken] | None:
        ts = tokens(text)
        later = [
            n for n, t in enumerate(ts)
            if n > head.at and self.table.is_form(t.core, "gerund") and self.table.is_known(t.core)
            and (ts[n - 1].low == "and" or ts[n - 1].comma or (ts[n - 2].low == "and" and ts[n - 1].low.endswith("ly")))
        ]  # fmt: skip
        nxt = ts[head.at + 1].low if head.at + 1 < len(ts) else ""
        said = rest_from(text, head.at)
        if "/" not in said.split(" ", 1)[0]:
            said = said[:1].lower() + said[1:]
        if (
            later
            or ts[head.at].comma
            or nxt in ("of", "and", "")
            or not self.table.is_known(ts[head.at].core)
        ):
            return self._assemble(
                "My job includes " if current else "My job included ", and_last(said), head, text
            )
        base = self.table.base(ts[head.at].core, "gerund")
        # "Reducing cost by 45%" has been done, however long the job goes on
        changed = self.table.is_result(base) and _CHANGED_BY.search(text) is not None
        done = changed or any(t.low == "had" for t in ts)
        current = current and not done
        verb = base if current else self.table.past(base)
        rest = " ".join(t.raw for t in ts[head.at + 1 :])
        said = f"{self.words.plain.get(verb, verb)} {rest}"
        head = Head(kind="base" if current else "past", at=0, base=base)
        return self._assemble("I ", said, head, said)

    def _role(self, text: str, head: Head, current: bool) -> list[Spoken] | None:
        title = rest_from(text, head.at)
        titled = in_capitals(title)
        said = title if titled else self.names.lower_first(title)
        opening = said.split(" ", 1)[0]
        if opening.lower() in self.words.role_nouns and not opening.isupper() and not titled:
            said = opening.lower() + said[len(opening) :]
        said = OF_WHAT.sub(r"\g<role> of the \g<what>", said)
        said = re.sub(r"^go to person", "the go-to person", said, flags=re.I)
        if re.match(r"^go-to (?:person|engineer|contact|expert)", said):
            said = f"the {said}"
        if _OF_ONE.match(said):  # of one thing there is one architect
            said = f"the {said}"
        first = said.split(" ", 1)[0].lower()
        if first in ("first", "only", "second", "youngest", "oldest") and not titled:
            said, first = f"the {said}", "the"
        noun = re.split(r"\b(?:for|of|on|in|at|to|with|and)\b|,", said, maxsplit=1)[0].split()
        plural = bool(noun) and noun[-1].endswith("s") and not noun[-1].endswith("ss")
        bare = first in (
            "the",
            "a",
            "an",
            "one",
            "part",
            "lead",
            "principal",
            "chief",
            "co-lead",
            "co-chair",
            "head",
            "employee",
            "primary",
            "president",
            "captain",
            "chair",
            "treasurer",
            "secretary",
            "vice-president",
            "founding",
            "sole",
            "acting",
            "interim",
            "area",
            "winner",
            "acting",
            "interim",
            "vice-captain",
            "incident",
        )
        if first == "winner":
            said = re.sub(r"^winner of ", "the winner of ", said)
        current = current and not re.search(r"\b(?:19|20)\d\d\b", text)  # an event that is over
        if self._also_things(said):
            return None
        its = "" if bare or plural else article(said)
        if re.search(r"\bsince (?:[A-Z]\w+ )?(?:19|20)\d\d\b", said):
            return self._assemble("I've been ", its + said, Head(kind="role", at=0), text)
        return self._assemble(
            "I'm " if current else "I was ", its + said, Head(kind="role", at=0), text
        )

    def _also_things(self, said: str) -> bool:
        """ "bookkeeping consultant, support and training": a role in a list of things, no role."""
        last = re.search(r", ([a-z-]+) and ([a-z-]+)\.?$", said)
        return last is not None and not any(
            self.reader._person_noun(word) for word in last.groups()
        )
