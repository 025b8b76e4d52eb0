"""Labels: what stands before a colon, and how it goes into what is said."""

from __future__ import annotations

import re
from dataclasses import replace

from report_gen.coaching.language.joining import and_last, full_stop
from report_gen.coaching.language.models import Spoken
from report_gen.coaching.language.names import article
from report_gen.coaching.language.nouns import DUTY, TOOLS, WORK
from report_gen.coaching.language.remarks import Remarks, scene_of
from report_gen.coaching.language.segments import tokens
from report_gen.coaching.language.shapes import PREPOSITIONS, stops


class Labels(Remarks):
    """Says a labelled segment, and names the thing a label stands for."""

    def _says_how(self, label: str) -> bool:
        """ "Cross-team collaboration: ...": a quality that the deed behind it shows by itself."""
        return label.split()[-1] in self.words.trait_labels

    def _of_people_or_level(self, label: str) -> bool:
        """ "Managers: ...", "Fluent: ...": whom or how well, and no work."""
        words = label.split()
        person = self.reader._person_noun(words[-1].removesuffix("s"))
        return person or words[0] in self.words.level_words

    def thing_does(self, label: str, text: str) -> list[Spoken]:
        """ "TideWatch: Uses buoy data to warn boats" -> "TideWatch uses buoy data ..."; none where
        the segment does not begin with what a thing does."""
        ts = tokens(text)
        base = self.table.base(ts[0].core, "third") if len(ts) > 2 else ""
        bare = stops(ts[0]) or ts[1].low in PREPOSITIONS | {"and", "or"} if len(ts) > 1 else True
        if not base or bare or not self.table.is_known(ts[0].core) or not label[:1].isupper():
            return []
        told = f"{label} {text[:1].lower()}{text[1:]}"
        return [Spoken(kind="detail", text=full_stop(told), own=False)]

    def named_thing(self, name: str, what: str) -> list[Spoken] | None:
        """ "Night Market - iOS app for stalls" -> "I worked on Night Market, an iOS app for
        stalls."; None where the second half is no one thing."""
        plain = what.split(" ", 1)[0].lower() in {*self.words.describing, *self.words.count_nouns}
        said = self.names.lower_first(what) if plain else what
        thing = self._with_article(said)
        if thing == said:
            return None
        return [Spoken(kind="action", text=full_stop(f"I worked on {name}, {thing}"))]

    def with_label(self, label: str, said: list[Spoken]) -> list[Spoken]:
        """ "Billing: rewrote ..." -> "On billing, I rewrote ..."."""
        low = label.lower()
        if low in self.words.work_labels and said:
            return said
        if not said or low in self.words.plain_labels:
            return said
        first = said[0]
        if first.text.startswith((WORK, DUTY, TOOLS)) and self._of_people_or_level(low):
            return []
        bare = re.match(r"My work included (?:[\d$€£+~]|\w+(?:,| and)? [A-Z])", first.text)
        if bare and low not in self.words.result_labels:
            return []
        if (
            first.text.startswith("My work included ")
            and label.endswith("s")
            and not label.endswith("ss")
            and low not in self.words.result_labels
            and "," in first.text
        ):
            listed = and_last(first.text.removeprefix("My work included ").rstrip("."))
            return [
                replace(
                    first, kind="detail", text=f"The {self.names.lower_first(label)} were {listed}."
                ),
                *said[1:],
            ]
        if low in self.words.result_labels and first.text.startswith("My work included "):
            listed = first.text.removeprefix("My work included ").rstrip(".")
            verb = "The results were" if "," in listed or " and " in listed else "The result was"
            parts = listed.split(", ")
            listed = (
                f"{', '.join(parts[:-1])} and {parts[-1]}"
                if len(parts) > 1 and " and " not in listed
                else listed
            )
            return [replace(first, kind="result", text=f"{verb} {listed}."), *said[1:]]
        if low in self.words.result_labels and first.text.startswith(WORK):
            return []  # "Outcome: contract renewed"
        if low in self.words.result_labels:
            return [replace(first, kind="result"), *said[1:]]
        if not first.text.startswith(("I ", "I'm ", "My ", "We ")):
            return said
        told = first.text if first.text.startswith("I") else self.names.lower_first(first.text)
        if self.reader.head(label).kind == "role" and first.text.startswith("I "):
            part = self.names.small(label)
            lead = f"As {article(part)}{part}, {first.text}"
            return [replace(first, text=lead), *said[1:]] if len(lead.split()) <= 28 else said
        if self._says_how(low):
            return said
        lead = f"{scene_of(self.names.small(label))}, {told}"
        return [replace(first, text=lead), *said[1:]] if len(lead.split()) <= 28 else said
