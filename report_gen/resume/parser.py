"""Document, Taxonomy -> Resume: sections, then entries, then what is known about the result."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from report_gen.reading.joining import join_wrapped
from report_gen.resume.absences import as_absence, is_absence, part_away
from report_gen.resume.bounds import bounded
from report_gen.resume.checks import check_resume, refuse_wrong_document
from report_gen.resume.citations import is_footnote
from report_gen.resume.contact import personal_kinds, read_contact
from report_gen.resume.dates import interval_years
from report_gen.resume.deeds import as_projects, part_deeds
from report_gen.resume.folding import fold
from report_gen.resume.json_resume import from_json_resume
from report_gen.resume.languages import read_languages, split_language
from report_gen.resume.ledger import Ledger
from report_gen.resume.listings import (
    Listed,
    as_award,
    as_certificate,
    as_publication,
    as_volunteering,
    read_interests,
    read_listing,
)
from report_gen.resume.mixed import part_kinds, part_talks, told_kinds
from report_gen.resume.models import LanguageSkill, Project, Resume, SkillGroup
from report_gen.resume.paragraphs import Item, make_items
from report_gen.resume.positions import (
    Position,
    as_gig,
    as_project,
    as_volunteer,
    as_work,
    cite_position,
    is_gig,
    is_project,
    read_positions,
)
from report_gen.resume.projects import read_projects
from report_gen.resume.rows import Row, Sheet, make_sheet
from report_gen.resume.schooling import part_certificates, read_education
from report_gen.resume.sections import Section, replace_text, split_sections
from report_gen.resume.skills import read_skills, split_keywords
from report_gen.resume.stored import complete_stored
from report_gen.resume.tables import label_kind, labelled_runs, row_label, told_by_labels
from report_gen.resume.theses import with_theses
from report_gen.resume.words import ResumeWords, words_for

if TYPE_CHECKING:
    from report_gen.reading.models import Document
    from report_gen.taxonomy.models import Taxonomy


def parse_resume(document: Document, taxonomy: Taxonomy, today: date) -> Resume:
    """What the document says, as data: each value with its source, every doubt as a note.

    Raises NotUnderstoodError: ``not_a_resume`` (a job description was given) or
    ``too_little_understood`` (neither work nor education nor projects, or most lines unused).
    """
    return bounded(_parse(document, taxonomy, today))


def _parse(document: Document, taxonomy: Taxonomy, today: date) -> Resume:
    if document.kind == "json" and document.data is not None:
        return complete_stored(from_json_resume(document.data), document, today)
    words = words_for(taxonomy)
    sheet = make_sheet(document.lines, words)
    refuse_wrong_document(sheet, words)
    reader = _Reader(sheet, document, words)
    resume = reader.read()
    total = interval_years([(w.start_date, w.end_date) for w in resume.work if w.start_date], today)
    return check_resume(
        replace(resume, total_years=round(total, 2)),
        sheet,
        words,
        reader.ledger,
        reader.personal,
        today,
    )


_LINK_NAME = (
    r"(?:link to (?:the )?(?:certificate|demo|code|paper|project|repo(?:sitory)?|documentation|github)|(?:live |video )?demo(?: on \w+)?|"
    r"(?:source )?code|website|repo(?:sitory)?|github|certificate|view (?:certificate|project|code)|paper|slides|poster|pdf|link|source)"
)
_LINKS_ALONE = re.compile(rf"{_LINK_NAME}(?:\s*[|•·,/\t]\s*{_LINK_NAME})*", re.I)
"""A row of nothing but what links are called: "Code | Live demo"."""


class _Reader:
    """Puts one resume together; its ledger knows which lines were used."""

    def __init__(self, sheet: Sheet, document: Document, words: ResumeWords) -> None:
        self.sheet, self.document, self.words = sheet, document, words
        self.ledger = Ledger()
        self.ledger.use(sheet.furniture)
        self.personal: list[str] = []
        self.contact_rows: set[int] = set()
        """Rows inside other sections that hold the name or an address (sidebars, footers)."""
        self.beside: list[Row] = []
        """Rows among the personal data that say themselves what they are (``Languages: ...``)."""

    def read(self) -> Resume:
        sections = split_sections(self.sheet, self.words)
        for section in sections:
            if section.heading is not None:
                self.ledger.use([section.heading])
        resume = self._contact(sections)
        for section in sections:
            resume = self._section(resume, section)
        resume = self._labelled(resume, self.beside)
        resume = replace(resume, notes=self.document.notes, sources=self.ledger.sources)
        return with_theses(resume, self.words, self.ledger)

    def _items(self, rows: Sequence[Row]) -> list[Item]:
        return make_items(rows, self.words)

    def _contact(self, sections: Sequence[Section]) -> Resume:
        header = [r for s in sections if s.kind == "header" for r in s.rows]
        contact = [r for s in sections if s.kind == "contact" for r in s.rows]
        found = read_contact(self.sheet, header, contact, self.document.links, self.words)
        self.personal += found.personal
        for ref in sorted(found.used):
            self.ledger.cite(ref, found.used[ref], 0.9)
        self.ledger.use([r for r in self.sheet.rows if r.number in found.spent])
        inside = {r.number for r in (*header, *contact)}
        self.contact_rows = {
            r.number
            for ref in ("basics.name", "basics.email", "basics.phone")
            for r in found.used.get(ref, ())
            if r.number not in inside and r.words <= 8
        }
        named = [label_kind(row_label(r, self.words)[0], self.words) for r in found.leftover]
        self.beside = [r for r, kind in zip(found.leftover, named, strict=True) if kind in _LISTED]
        prose = [
            i
            for i in self._items([r for r in found.leftover if r not in self.beside])
            if i.kind == "prose" and len(i.text.split()) >= 8
        ]
        basics = found.basics
        if prose:
            basics = replace(basics, summary=join_wrapped([i.text for i in prose]))
            self.ledger.cite("basics.summary", [r for i in prose for r in i.rows], 0.8)
        return Resume(basics=basics)

    def _section(self, resume: Resume, section: Section) -> Resume:
        rows = self._kept(section.rows) if section.kind not in ("header", "contact") else []
        rows = [r for r in rows if r.number not in self.contact_rows]
        if not rows:
            return resume
        kind = section.kind
        for named, items in part_kinds(self._items(rows), section.title, self.words):
            part = Section(kind=named, title="", heading=None, rows=tuple(r for i in items for r in i.rows))  # fmt: skip
            resume = self._section(resume, part)
            rows = []
        if not rows:
            return resume
        if kind == "summary":
            return self._summary(resume, rows)
        if kind == "work":
            start = len(resume.work)
            labelled = told_by_labels(rows, self.words)
            breaks, items = part_away(self._items(labelled), self.words)
            resume = self._service(resume, breaks)
            positions = read_positions(items, self.words, self.ledger)
            bare = not any(p.title or p.organisation or p.start for p in positions)
            taught = _is_teaching(section.title, positions, self.words)
            if resume.work and (bare or taught):
                return self._service(resume, positions)  # "Teaching and service" in bare bullets
            away = [as_absence(p) for p in positions if is_absence(p, self.words)]
            if away:
                positions = [p for p in positions if not is_absence(p, self.words)]
                resume = self._service(resume, away)
            gigs = [p for p in positions if is_gig(p, section.title, self.words)]
            own = [p for p in positions if is_project(p) or p in gigs]  # "Work and projects"
            positions = [p for p in positions if p not in own]
            for k, position in enumerate(positions):
                cite_position(f"work[{start + k}]", position, self.ledger)
            for k, position in enumerate(own, len(resume.projects)):
                cite_position(f"projects[{k}]", position, self.ledger)
            return replace(
                resume,
                work=resume.work + tuple(as_work(p) for p in positions),
                projects=resume.projects
                + tuple(as_gig(p) if p in gigs else as_project(p) for p in own),
            )
        if kind == "volunteer":
            return self._service(resume, read_positions(self._items(rows), self.words, self.ledger))
        if kind == "education":
            certificates, items = part_certificates(self._items(rows), self.words)
            start = len(resume.education)
            degrees = read_education(items, self.words, self.ledger, start)
            resume = replace(resume, education=resume.education + tuple(degrees))
            return self._listed(resume, "certificates", certificates)
        if kind == "projects":
            start = len(resume.projects)
            talks, items = part_talks(self._items(rows), self.words, resume.basics.name)
            resume = self._listed(resume, "publications", talks)
            projects = read_projects(items, self.words, self.ledger, start, section.title)
            return replace(resume, projects=resume.projects + tuple(projects))
        if kind == "skills":
            known = self.words.heading_kind(section.title)
            runs, rest = part_deeds(self._items(rows))
            if runs:
                rows = rest
                told = as_projects(runs, section.title, self.ledger, len(resume.projects))
                resume = replace(resume, projects=(*resume.projects, *told))
            if not rows:
                return resume
            return self._skills(resume, rows, "" if known else section.title)
        return self._listing(resume, kind, rows, section.title)

    def _kept(self, rows: Sequence[Row]) -> list[Row]:
        kept: list[Row] = []
        for row in rows:
            if _LINKS_ALONE.fullmatch(row.text.strip()):
                self.ledger.use([row])
                continue
            kinds = (
                personal_kinds(row.text, self.words) if row.words <= 12 and not row.bullet else []
            )
            if kinds and row.text.count(":") + row.text.count("\t"):
                self.personal += kinds
                self.ledger.use([row])
            else:
                kept.append(row)
        return kept

    def _summary(self, resume: Resume, rows: Sequence[Row]) -> Resume:
        text = join_wrapped([i.text.replace("\t", " ") for i in self._items(rows)])
        self.ledger.cite("basics.summary", rows)
        before = resume.basics.summary
        summary = f"{before} {text}".strip() if before else text
        return replace(resume, basics=replace(resume.basics, summary=summary))

    def _skills(self, resume: Resume, rows: Sequence[Row], heading: str = "") -> Resume:
        """``heading``: that of the section, if it is in words of one's own."""
        groups = read_skills(rows, self.words, self.ledger, len(resume.skills), heading)
        spoken: list[LanguageSkill] = []
        kept: list[SkillGroup] = []
        first, known = len(resume.skills), len(resume.languages)
        sources = [self.ledger.take(f"skills[{first + n}]") for n in range(len(groups))]
        for group, source in zip(groups, sources, strict=True):
            languages, rest = _languages_in(group, self.words)
            for language in languages:
                self.ledger.put(f"languages[{known + len(spoken)}]", source)
                spoken.append(language)
            if rest:
                self.ledger.put(f"skills[{first + len(kept)}]", source)
                kept.append(replace(group, keywords=rest))
        return replace(
            resume, skills=resume.skills + tuple(kept), languages=resume.languages + tuple(spoken)
        )

    def _listing(self, resume: Resume, kind: str, rows: Sequence[Row], title: str) -> Resume:
        runs = labelled_runs(rows, self.words) if any(len(r.cells) == 2 for r in rows) else []
        if len({run[0] for run in runs} - {"", "references"}) >= 2:  # "Awards, languages and more"
            return self._labelled(resume, rows)
        if kind == "languages":
            languages = read_languages(rows, self.words, self.ledger, len(resume.languages))
            if not languages:  # programming languages under this heading
                return self._skills(resume, rows)
            return replace(resume, languages=resume.languages + tuple(languages))
        if kind == "interests":
            found = read_interests(rows, self.ledger)
            for k in range(len(found)):
                self.ledger.cite(f"interests[{len(resume.interests) + k}]", rows)
            return replace(resume, interests=resume.interests + tuple(found))
        if kind in _MAKERS:
            notes = [r for r in rows if kind == "publications" and is_footnote(r.text)]
            self.ledger.use(notes)
            return self._listed(
                resume, kind, self._items([r for r in rows if r not in notes]), title
            )
        if kind == "references":  # other people's names: understood, and kept out
            self.ledger.use(rows)
        return self._labelled(resume, rows)

    def _service(self, resume: Resume, positions: Sequence[Position]) -> Resume:
        start = len(resume.volunteer)
        for k, position in enumerate(positions):
            cite_position(f"volunteer[{start + k}]", position, self.ledger)
        return replace(resume, volunteer=resume.volunteer + tuple(map(as_volunteer, positions)))

    def _listed(self, resume: Resume, kind: str, items: Sequence[Item], title: str = "") -> Resume:
        """Short entries, each in the list it belongs to; labels over some of them say which."""
        label = self.words.publication_kinds.get(fold(title), "")
        runs: list[tuple[str, list[Item]]] = [(label, [])]
        for item in items:
            named = fold(item.text.rstrip(": "))
            if kind == "publications" and len(items) > 1 and self.words.listing_labels.get(named):
                self.ledger.use(item.rows)
                runs.append((self.words.publication_kinds.get(named, ""), []))
            else:
                runs[-1][1].append(item)
        for label, run in runs:
            for entry in read_listing(run, self.words, kind, resume.basics.name):
                named = fold(f"{entry.name} {entry.by} {entry.summary}")
                if label and fold(label).split()[-1] not in named:
                    entry = replace(entry, by=", ".join(filter(None, (label, entry.by))))
                resume = self._add(resume, entry.kind or kind, entry)
        return resume

    def _add(self, resume: Resume, kind: str, entry: Listed) -> Resume:
        if kind == "languages":
            pairs = [split_language(k, self.words) for k in split_keywords(entry.name)]
            made: list[Any] = [LanguageSkill(language=a, fluency=b) for a, b in pairs if a]
        else:
            made = [_MAKERS[kind](entry)]
        have = getattr(resume, kind)
        for k in range(len(made)):
            self.ledger.cite(f"{kind}[{len(have) + k}]", entry.rows, 0.85)
        changed: dict[str, Any] = {kind: (*have, *made)}
        return replace(resume, **changed)

    def _labelled(self, resume: Resume, rows: Sequence[Row]) -> Resume:
        """Rows of a section we do not know that say themselves what they are (``Languages: ...``)."""
        plain: list[Row] = []
        for kind, label, at, run in labelled_runs(rows, self.words):
            row = run[0]
            if kind in _LISTED or (kind == "references" and len(row.cells) > 1):
                rest = replace_text(row, row.text[at:], at)
                section = Section(kind=kind, title=label, heading=None, rows=(rest, *run[1:]))
                resume = self._section(resume, section)
            else:
                plain += run
        for item in self._items(plain):
            for kind, said in told_kinds(item, self.words):
                resume = self._told(resume, kind, said)
        return resume

    def _told(self, resume: Resume, kind: str, said: Item) -> Resume:
        """One of several things said in a line of a section of odds and ends."""
        if kind == "languages":
            found = read_languages(said.rows, self.words, self.ledger, len(resume.languages))
            return replace(resume, languages=resume.languages + tuple(found))
        if kind == "interests":
            listed = tuple(split_keywords(said.text))
            for k in range(len(listed)):
                self.ledger.cite(f"interests[{len(resume.interests) + k}]", said.rows)
            return replace(resume, interests=resume.interests + listed)
        if kind == "skills":
            return self._skills(resume, said.rows)
        if kind == "projects":
            self.ledger.cite(f"projects[{len(resume.projects)}].name", said.rows, 0.8)
            return replace(resume, projects=(*resume.projects, Project(name=said.text)))
        return self._listed(resume, kind, [said])


_MAKERS: dict[str, Any] = {
    "publications": as_publication,
    "certificates": as_certificate,
    "awards": as_award,
    "volunteer": as_volunteering,
}
_LISTED = frozenset({*_MAKERS, "languages", "interests", "skills"})


def _is_teaching(title: str, positions: Sequence[Position], words: ResumeWords) -> bool:
    """Courses given beside the positions: under their own heading, none with an employer."""
    named = set(fold(title).split()) & words.teaching_words
    return bool(named) and not any(p.organisation for p in positions)


def _languages_in(
    group: SkillGroup, words: ResumeWords
) -> tuple[list[LanguageSkill], tuple[str, ...]]:
    """The languages among a group's keywords, and the rest: where not all are languages, only
    those that say how well (``Spanish (fluent)``)."""
    pairs = [split_language(k, words) for k in group.keywords]
    every = bool(pairs) and all(p[0] for p in pairs)
    taken = [bool(a) and (every or bool(b)) for a, b in pairs]
    spoken = [LanguageSkill(language=a, fluency=b) for (a, b), t in zip(pairs, taken, strict=True) if t]  # fmt: skip
    return spoken, tuple(k for k, t in zip(group.keywords, taken, strict=True) if not t)
