"""Recasting: beginnings that hide a deed are put so that the frames find its verb.

"Development of a tool" -> "Developed a tool"; "Was leading a team" -> "Led a team"; "Every month
preparing orders" -> "Every month, prepared orders". Nothing is added that the line does not say.
"""

from __future__ import annotations

import re
from functools import lru_cache

from report_gen.coaching.language.names import capital
from report_gen.taxonomy.verbs import VerbTable

_WERE = re.compile(r"^Were (?=responsible|in charge|asked|able|part)")
_ASSIGNED = re.compile(r"^Assigned (?=(?:\d+ ?%|full-time|part-time|half-time) to\b)")
_HAS_DONE = re.compile(r"^(?:has|have) (?P<verb>[a-z]+)\b(?= \S)", re.I)
_WAS_DOING = re.compile(r"^(?:was|were|am|is|been) (?P<verb>[a-z]+ing)\b(?! of\b)", re.I)
_GERUND_OF = re.compile(r"^(?P<verb>[A-Za-z]+ing) of (?=\S)")
_AND_GERUND_OF = re.compile(r" and (?P<verb>[a-z]+ing) of (?=\S)")
_FROM_SCRATCH = re.compile(r"^From scratch,? (?P<verb>[a-z]+) (?=\S)", re.I)
_EVERY = re.compile(
    r"^(?P<when>(?:every|each) (?:other )?(?:day|night|morning|week|month|quarter|term|season|year|shift|[A-Z]?[a-z]+day)),? "
    r"(?P<verb>[a-z]+) (?P<rest>\S.*)$",
    re.I,
)
_SOON = re.compile(
    r"^(?P<when>(?:within|in|after|over) (?:the )?(?:first |last |past )?(?:[\w-]+ )?(?:years?|months?|weeks?|days?|hours?)) (?P<verb>[a-z]+)\b",
    re.I,
)
_PRIZE = re.compile(
    r"^(?P<what>(?:[A-Za-z]+ ){0,2}[A-Za-z]+ of the (?:day|week|month|quarter|season|year)\b.*)$",
    re.I,
)
_NAMED = re.compile(
    r"^(?:appointed|elected|voted|crowned|named|hired|certified) (?P<rest>\S.*)$", re.I
)
_AND_RESPONSIBLE = re.compile(r", (?=(?:jointly |directly |solely |also )?responsible for\b)")
_ALSO_ROLE = re.compile(
    r"\band (?=(?:teaching|research|lab|laboratory|student|course) assistant\b)"
)
_NO_DEED = frozenset(
    {"fund", "mean", "house", "word", "understand", "be", "cloth", "season", "beginn"}
)
_PAIR = re.compile(
    r"^(?P<first>[A-Za-z]+) (?:and|&) (?P<second>[A-Za-z]+)(?= [a-zA-Z](?!\S* of\b))"
)
_TWICE = re.compile(r"^([A-Za-z]+)(?:,| and|, and) ([A-Za-z]+)\b")
""" "Architected and designed", "Spearheaded, led and grew": two words for one deed."""
_OF_A_KIND = frozenset(
    ["automated", "advanced", "applied", "integrated", "distributed", "detailed", "guided", "structured", "supervised",
     "managed", "shared", "related", "mixed", "used", "based", "combined", "connected", "continued"]
)  # fmt: skip
"""Past forms that as often say of which kind a thing is: "Design and automated testing"."""
_SUCCESS = re.compile(
    r"^(?:successful|full|complete|continuous|ongoing|active) (?=\w+(?:ion|ment|ing|sis|ance|al)\b)",
    re.I,
)


_ABLE = re.compile(
    r"^(?:(?:was|were|been|being) )?(?:successfully )?able to (?:successfully )?(?P<verb>[a-z-]+)\b(?P<rest> \S.*(?:\bfrom .*\d.* to |\bby (?:about |over )?\d|\d\s?%).*)$",
    re.I,
)
""" "Able to bring the queue down to 5": a feat with its figure, and no trait."""
_CARRIED_OUT = re.compile(
    r"^(?:did|done|performed|conducted|undertook|undertaken|carried out|executed|made) (?:the |a |an |full |complete |successful )*(?=[a-z]+(?:ion|ment|ing|sis|ance|al|ure)s? of\b)",
    re.I,
)
_PARTICIPLE_FIRST = re.compile(
    r"^(?P<verb>taken|done|written|undertaken|overseen|given(?= (?!the\b|an?\b)[\w-]+(?: [\w-]+)? to\b)) (?!\w+ by\b|by\b|as\b|from\b|in\b|at\b|on\b|with\b|for\b)(?=\S)",
    re.I,
)
_ON_CALL_HELP = re.compile(
    r"^(?P<how>(?:24/7 |round-the-clock |weekend |out-of-hours )?on[- ]call) (?P<what>support|cover|coverage|service|help|assistance) (?=(?:to|for) )",
    re.I,
)
_BY_ME = re.compile(
    r"^(?P<what>[^,;]{3,60}?) (?:was|were|has been|have been|got) (?P<verb>[a-z-]+) by (?:me|myself)\b(?! and\b)(?P<rest>.*)$",
    re.I,
)
_PART_IN = re.compile(r"(?P<noun>participation|assistance|involvement) (?:in|with) (?=\S)", re.I)
_PART_IN_VERBS = {
    "participation": "Participated in", "assistance": "Assisted with", "involvement": "Was involved in",
}  # fmt: skip


@lru_cache(maxsize=4)
def recaster_of(table: VerbTable) -> Recaster:
    """The one recaster of a vocabulary."""
    return Recaster(table)


class Recaster:
    """Puts segments into a shape with its verb in front, with one vocabulary."""

    def __init__(self, table: VerbTable) -> None:
        self.words = words = table.words
        self.table = table
        nouns = "|".join(sorted(map(re.escape, words.nominal_deeds), key=len, reverse=True))
        self._nominal = re.compile(
            rf"^(?:the )?(?P<first>{nouns})(?:(?P<link>(?:,| and|,? &|/) ?)(?P<second>{nouns}))?(?: (?P<of>of|with)) (?=\S)",
            re.I,
        )

    def recast(self, text: str) -> str:
        """The segment, with a hidden deed put as a past verb."""
        text = _WERE.sub("Was ", text)
        text = _ASSIGNED.sub("Was assigned ", text)
        text = self._feat(self._of_one_form(text))
        has = _HAS_DONE.match(text)
        if (
            has is not None
            and self.table.is_form(has.group("verb"), "participle")
            and has.group("verb") != "been"
        ):
            told = self._past(has.group("verb"), text[has.end() :], "participle")
            return self._carried_out(told)
        soon = _SOON.match(text)
        if (
            soon is not None
            and self.table.is_form(soon.group("verb"), "past")
            and self.table.is_known(soon.group("verb"))
        ):
            return f"{soon.group('when')}, {text[soon.start('verb') :]}"
        text = _AND_RESPONSIBLE.sub(" and was ", text) if self._begins_with_deed(text) else text
        was = _WAS_DOING.match(text)
        if was is not None and self.table.is_known(was.group("verb")):
            return self._past(was.group("verb"), text[was.end() :], "gerund")
        prize = _PRIZE.match(text)
        if prize is not None and not self.table.is_form(text.split()[0], "past"):
            return f"Named {text[:1].lower() + text[1:] if text[1:2].islower() else text}"
        named = _NAMED.match(text)
        if (
            named is not None
            and named.group("rest").split()[0].lower().strip(",") in self.words.role_nouns
        ):
            return f"Appointed as {named.group('rest')}"
        part = _PART_IN.match(text)
        if part is not None:
            return f"{_PART_IN_VERBS[part['noun'].lower()]} {text[part.end() :]}"
        every = _EVERY.match(text)
        if every is not None and self.table.is_form(every.group("verb"), "gerund", "past"):
            verb = every.group("verb")
            base = self.table.base(verb, "gerund", "past")
            return f"{every.group('when')}, {self.table.past(base)} {every.group('rest')}"
        return self._carried_out(text)

    def _of_one_form(self, text: str) -> str:
        """ "Design and implemented tools", "Designed and implement parts": both in the past;
        "Design and Implement": the second small."""
        twice = _TWICE.match(text)
        if (
            twice is not None
            and len({self.words.plain.get(w.lower(), w.lower()) for w in twice.group(1, 2)}) == 1
        ):
            rest = re.sub(r"^, (?=and \w+ )", " ", text[twice.end() :])
            return f"{capital(twice[2])}{rest}"
        pair = _PAIR.match(text)
        if pair is None:
            return text
        first, second = pair["first"].lower(), pair["second"].lower()
        forms = [self.table.known(w) for w in (first, second)]
        if not all(forms) or (second in _OF_A_KIND and self.table.also_noun(first)):
            return text
        kinds = [{r.form for r in f} for f in forms]
        past = ["past" in k for k in kinds]
        base = ["base" in k for k in kinds]
        if any(past) and not all(past) and all(p or b for p, b in zip(past, base, strict=True)):
            told = [
                w if p else self.table.past(w) for w, p in zip((first, second), past, strict=True)
            ]
            return f"{capital(told[0])} and {told[1]}{text[pair.end() :]}"
        if pair["second"][:1].isupper() and kinds[0] & kinds[1]:
            return f"{pair['first']} and {second}{text[pair.end() :]}"
        return text

    def _carried_out(self, text: str) -> str:
        """ "Did migration of 14 sites" -> "Migrated 14 sites"; other texts with their own deed."""
        carried = _CARRIED_OUT.sub("", text)
        said = self._nominal_deed(carried)
        return said if said != carried else text

    def _feat(self, text: str) -> str:
        """Deeds put as what one was able to do, or in the form of other Englishes."""
        able = _ABLE.match(text)
        if able is not None and self.table.is_form(able["verb"], "base"):
            return f"{capital(self.table.past(able['verb'].lower()))}{able['rest']}"
        done = _PARTICIPLE_FIRST.match(text)
        if done is not None:
            return self._past(done["verb"], text[done.end("verb") :], "participle")
        mine = _BY_ME.match(text)
        if mine is not None and self.table.is_form(mine["verb"], "participle"):
            what = mine["what"]
            plain = what[1:2].islower() or what[1:2] == " "
            what = what[:1].lower() + what[1:] if plain else what
            return self._past(mine["verb"], f" {what}{mine['rest']}", "participle")
        bare = _FROM_SCRATCH.match(text)
        if bare is not None and self.table.is_form(bare["verb"], "past"):
            return f"From scratch, {text[bare.start('verb') :]}"
        helped = _ON_CALL_HELP.match(text)
        if helped is not None:
            how = helped["how"][:1].lower() + helped["how"][1:]
            return f"Provided {how} {helped['what']} {text[helped.end() :]}"
        return text

    def _begins_with_deed(self, text: str) -> bool:
        first = text.split(" ", 1)[0].strip(",").lower()
        return self.table.is_form(first, "past", "gerund") and self.table.is_known(first)

    def _past(self, verb: str, rest: str, form: str) -> str:
        base = self.table.base(verb, form)  # type: ignore[arg-type]
        return f"{capital(self.table.past(base))}{rest}"

    def _nominal_deed(self, text: str) -> str:
        plain = _SUCCESS.sub("", text)
        plain = plain[:1].upper() + plain[1:]
        match = self._nominal.match(plain)
        if match is not None:
            verbs = self.words.nominal_deeds
            first, second = match.group("first").lower(), (match.group("second") or "").lower()
            takes_with = verbs[first].endswith(" with")
            if takes_with != (match.group("of") == "with") or (
                second and verbs[second].endswith(" with")
            ):
                return text
            said = capital(self.table.past(verbs[first].removesuffix(" with")))
            if second:
                said += f" and {self.table.past(verbs[second])}"
            rest = _ALSO_ROLE.sub("and was a ", plain[match.end() :])
            rest = _AND_GERUND_OF.sub(self._and_past, rest)
            return f"{said} {'with ' if takes_with else ''}{rest}"
        gerund = _GERUND_OF.match(plain)
        if gerund is not None and self.table.is_known(gerund.group("verb")):
            base = self.table.base(gerund.group("verb"), "gerund")
            if base and base not in _NO_DEED and self.table.known(gerund.group("verb")):
                rest = _AND_GERUND_OF.sub(self._and_past, plain[gerund.end() :])
                return self._past(gerund.group("verb"), f" {rest}", "gerund")
        return text

    def _and_past(self, match: re.Match[str]) -> str:
        base = self.table.base(match["verb"], "gerund")
        known = base and self.table.is_known(match["verb"])
        return f" and {self.table.past(base)} " if known else match.group()

    def into_past(self, text: str, at: int, joints: tuple[int, ...]) -> str:
        """Base and third-person verbs at the given words -> past ("Manage shops" of a job that
        has ended)."""
        out = text.split()
        for n in (at, *joints):
            core = out[n].strip(",;:")
            base = self.table.base(core, "base", "third")
            if base:
                past = self.table.past(base)
                out[n] = out[n].replace(core, capital(past) if core[:1].isupper() else past, 1)
        return " ".join(out)


_RUNNING = re.compile(
    r"^((?:(?!(?:that|which|who|when|after|so|and|i|we|it|this) )[\w'/-]+ ){2,6})"
    r"(?<!test )(?<!dry )(?<!trial )(?<!training )runs (?=(?:in|on|every|nightly|daily|hourly|weekly|behind) \w)",
    re.I,
)


def with_where_it_runs(line: str) -> str:
    """ "Suite of prompts runs in CI": the thing is named with where it runs."""
    return _RUNNING.sub(r"\1that runs ", line)
