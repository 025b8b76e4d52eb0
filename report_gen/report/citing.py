"""Where a quote stands, in words a reader can follow with the resume beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from report_gen.coaching.models import Blank, Draft, Quote
from report_gen.job import Job
from report_gen.report.words import clip, ordinal
from report_gen.resume import Resume, statements

_REF = re.compile(r"^([a-z]+)(?:\[(\d+)\])?(?:\.([a-zA-Z]+)(?:\[(\d+)\])?)?$")
_LABEL = re.compile(r"^resume(?: p\. \d+)?, (.+), (\d+\w+ bullet|description)$")
_PLACE = re.compile(r"^resume(?: p\. \d+)?, ")
KNOWN = "every place"
"""Among the named entries: all places are known by now."""
_REQUIREMENT = re.compile(r"^[rR]\d+[a-z]?$")
_POSITION = re.compile(r"^work\[\d+\]$")
_SECTIONS = {
    "basics": "summary",
    "skills": "skills",
    "education": "education",
    "projects": "projects",
    "volunteer": "volunteering",
    "publications": "publications",
    "certificates": "certificates",
    "awards": "awards",
    "languages": "languages",
    "interests": "interests",
}


def anchor(ref: str) -> str:
    """A reference as an id: ``work[0].highlights[2]`` -> ``at-work-0-highlights-2``."""
    return "at-" + re.sub(r"[^A-Za-z0-9]+", "-", ref).strip("-").lower()


class Citer:
    """Labels, words and links of references into the resume and the job."""

    def __init__(self, resume: Resume, job: Job) -> None:
        self._resume = resume
        self._texts = {s.ref: s.text for s in statements(resume)}
        self._requirements = {r.id: r for r in job.requirements}
        self._pages = {ref: source.page for ref, source in resume.sources.items()}
        self._brief = _brief_names(resume)
        self._many_pages = len({s.page for s in resume.sources.values()}) > 1

    def label(self, ref: str) -> str:
        """``resume p. 1, Acme - Senior MLE, 2nd bullet``, ``JD R4``; the bare word if unknown."""
        if ref in self._requirements or _REQUIREMENT.match(ref):
            return f"JD {ref.upper()}"
        if ref.startswith("job"):
            return "JD"
        if ref.startswith("editor: "):
            return f"the word of {ref.removeprefix('editor: ')}"
        if ref.startswith("answers"):
            return "your answer"
        match = _REF.match(ref)
        if match is None:
            return "resume"
        place = self._place(match[1], match[2], match[3], match[4])
        page = self._page(ref)
        return f"resume p. {page}, {place}" if page else f"resume, {place}"

    def again(self, label: str, named: set[str]) -> str:
        """A label as it reads where its entry was already named in full: ``Acme, 3rd bullet``.

        ``named`` holds the entries met so far on the card or page, and takes this one up."""
        match = _LABEL.match(label)
        brief = self._brief.get(match[1]) if match else None
        if match is None or brief is None:
            if label in named or KNOWN in named:
                return _PLACE.sub("resume, ", label)
            named.add(label)
            return label
        if match[1] in named:
            return f"{brief}, {match[2]}"
        named.add(match[1])
        return label

    @property
    def entries(self) -> tuple[str, ...]:
        """The entries that have a brief name no other entry has."""
        names = list(self._brief.values())
        return tuple(entry for entry, name in self._brief.items() if names.count(name) == 1)

    def short(self, ref: str) -> str:
        """The same without the page: ``Acme, 2nd bullet``."""
        return _PLACE.sub("", self.label(ref))

    def text(self, ref: str) -> str:
        """The words a reference points to; "" for a stale one."""
        if ref in self._requirements:
            return self._requirements[ref].text
        if ref in self._texts:
            return self._texts[ref]
        match = _REF.match(ref)
        if match is None:
            return ""
        if match[1] == "work" and match[2] and int(match[2]) < len(self._resume.work):
            work = self._resume.work[int(match[2])]
            return ", ".join(t for t in (work.position, work.name) if t)
        if match[1] == "projects" and match[2] and int(match[2]) < len(self._resume.projects):
            return self._resume.projects[int(match[2])].name
        return self._texts.get(f"{match[1]}[{match[2]}]", "") if match[2] else ""

    def quote(self, ref: str, limit: int = 600) -> dict[str, str]:
        """``text``, ``cite`` and ``href`` of a quote as the templates print it."""
        cite = self.label(ref)
        if _POSITION.match(ref) and " p. " in cite:
            cite = cite.split(",", 1)[0]  # the quote is the entry's name
        return {"text": clip(self.text(ref), limit), "cite": cite, "href": anchor(ref)}

    def quotes(self, refs: Sequence[str], limit: int = 600) -> list[dict[str, str]]:
        """Quotes of those references that lead somewhere, each once."""
        found = [self.quote(ref, limit) for ref in dict.fromkeys(refs)]
        return [q for q in found if q["text"]]

    def speech(self, draft: Draft) -> list[dict[str, Any]]:
        """A draft's parts as plain values: text, quote (with its place) or blank (with its id)."""
        out: list[dict[str, Any]] = []
        for part in draft.parts:
            if isinstance(part, Blank):
                out.append({"kind": "blank", "text": part.blank, "id": part.id})
            elif isinstance(part, Quote):
                cite = self.label(part.ref)
                asked = (
                    re.fullmatch(r"r\d+", part.ref) is not None
                )  # the posting's words, not yours
                said = f"“{part.quote}”" if asked else part.spoken
                out.append({"kind": "quote", "text": said, "cite": cite, "href": anchor(part.ref)})
            elif part.text.strip():
                opens = part.text.lstrip()[:1].isupper() and bool(out)
                unstopped = opens and out[-1]["kind"] == "quote" and out[-1]["text"][-1:].isalnum()
                text = f". {part.text.lstrip()}" if unstopped else part.text
                out.append({"kind": "text", "text": text})
        return _spaced(out)

    def _page(self, ref: str) -> int:
        for key in (ref, ref.rsplit(".", 1)[0], re.sub(r"\[\d+\]$", "", ref)):
            if key in self._pages:
                return self._pages[key]
        return 0

    def _place(self, section: str, index: str | None, field: str | None, item: str | None) -> str:
        n = int(index) if index else -1
        entry = ""
        if section == "work" and 0 <= n < len(self._resume.work):
            work = self._resume.work[n]
            entry = " - ".join(t for t in (clip(work.name, 40), clip(work.position, 40)) if t)
        elif section == "projects" and 0 <= n < len(self._resume.projects):
            entry = f"project {clip(self._resume.projects[n].name, 50)}".strip()
        elif section == "volunteer" and 0 <= n < len(self._resume.volunteer):
            entry = clip(self._resume.volunteer[n].organization, 40)
        elif section == "skills" and 0 <= n < len(self._resume.skills):
            entry = f"skills, {clip(self._resume.skills[n].name, 40)}".rstrip(", ")
        entry = entry or _SECTIONS.get(section, section)
        if field == "highlights" and item is not None:
            return f"{entry}, {ordinal(int(item) + 1)} bullet"
        if field in ("summary", "description") and section != "basics":
            return f"{entry}, description"
        if section in ("education", "publications", "certificates", "awards") and n >= 0:
            return f"{entry}, {ordinal(n + 1)} entry"
        return entry


def _brief_names(resume: Resume) -> dict[str, str]:
    """Position entries by the least that tells them apart: the employer, or else the title too."""
    employers = [w.name for w in resume.work]
    names = {}
    for w in resume.work:
        entry = " - ".join(t for t in (clip(w.name, 40), clip(w.position, 40)) if t)
        alone = employers.count(w.name) == 1 and w.name
        names[entry] = clip(w.name if alone else w.position or w.name, 30)
    return {entry: name for entry, name in names.items() if name}


def _spaced(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One space between parts, none before punctuation and none inside brackets or quotes."""
    for before, part in pairwise(parts):
        text = str(part["text"])
        glued = part["kind"] == "text" and text[:1] in ",.;:?!)’'”"
        opened = before["kind"] == "text" and str(before["text"])[-1:] in "(“"
        part["glue"] = glued or opened or text[:1].isspace() or str(before["text"])[-1:].isspace()
    if parts:
        parts[0]["glue"] = True
    return parts
