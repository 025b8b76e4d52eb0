"""Pack folders -> Taxonomy. All mistakes of all packs are reported at once."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from report_gen.errors import UsageError
from report_gen.resources import taxonomy_dir
from report_gen.taxonomy import checks, finder, names, tokens
from report_gen.taxonomy.cache import load_cached, store_cached
from report_gen.taxonomy.entries import collect_document, collect_entries
from report_gen.taxonomy.files import PackFiles, read_packs
from report_gen.taxonomy.finder import FinderIndex, SkillFinder, index_skills
from report_gen.taxonomy.interview_load import interview_packs
from report_gen.taxonomy.models import Skill, Taxonomy
from report_gen.taxonomy.skill_entries import DimensionsDocument, SkillEntry
from report_gen.taxonomy.vectors import read_vectors
from report_gen.taxonomy.vocabulary_evidence import EvidenceVocabulary
from report_gen.taxonomy.vocabulary_job import JobVocabulary
from report_gen.taxonomy.vocabulary_language import LanguageVocabulary
from report_gen.taxonomy.vocabulary_resume import ResumeVocabulary


def load_taxonomy(overlays: tuple[Path, ...] = (), base: Path | None = None) -> Taxonomy:
    """The product's packs (or ``base``) with the user's folders laid over them in order.

    Raises UsageError (``bad_pack``) listing every mistake with file, entry and remedy.
    """
    return _load(tuple(Path(o).resolve() for o in overlays), base.resolve() if base else None)


@lru_cache(maxsize=8)
def _load(overlays: tuple[Path, ...], base: Path | None) -> Taxonomy:
    packs = read_packs((base or taxonomy_dir(), *overlays))
    key = hashlib.sha256(f"{packs.digest} {sys.version}".encode()).hexdigest()
    checked = load_cached("checked", key) is True
    problems = list(packs.problems)
    taxonomy = build_taxonomy(replace(packs, checked=checked), problems)
    if problems:
        raise UsageError(
            "bad_pack",
            f"{len(problems)} mistake(s) in the data packs:\n" + "\n".join(problems),
            "Correct them; skill_taxonomy/README.md shows every kind of entry.",
        )
    if not checked:
        store_cached("checked", key, True)
    return taxonomy


def build_taxonomy(packs: PackFiles, problems: list[str]) -> Taxonomy:
    """The packs as one object; every mistake is added to ``problems``."""
    _refuse_strangers(packs, problems)
    document = collect_document(packs, "dimensions.yaml", DimensionsDocument, problems)
    sources: dict[str, str] = {}
    entries = collect_entries(packs, "skills/", "skills", SkillEntry, problems, sources)
    skills = {id: entries[id].to_skill() for id in sorted(entries)}
    index = _index(packs, skills, sources, document, problems)
    return Taxonomy(
        digest=packs.digest,
        dimensions={d.id: d.to_dimension() for d in document.dimensions},
        metric_types=document.metric_types,
        level_scope={k: v.to_scope() for k, v in document.level_scope.items()},
        categories=document.categories,
        skills=skills,
        finder=SkillFinder(skills if index["rows"] else {}, index),
        resume_words=collect_document(packs, "vocabulary/resume.yaml", ResumeVocabulary, problems),
        job_words=collect_document(packs, "vocabulary/job.yaml", JobVocabulary, problems),
        evidence_words=collect_document(
            packs, "vocabulary/evidence.yaml", EvidenceVocabulary, problems
        ),
        language_words=collect_document(
            packs, "vocabulary/language.yaml", LanguageVocabulary, problems
        ),
        vectors=read_vectors(packs.folders[0].path),
        **interview_packs(packs, problems, (d.id for d in document.dimensions), skills),
    )


def _refuse_strangers(packs: PackFiles, problems: list[str]) -> None:
    """A file of an overlay that stands where nothing is read, such as ``skill/own.yaml``.

    Known are the places of the product's own packs, which come first.
    """
    base = packs.folders[0].files
    documents = {name for name in base if "/" not in name or name.startswith("vocabulary/")}
    folders = sorted({name.split("/")[0] for name in base if "/" in name} - {"vocabulary"})
    for overlay in packs.folders[1:]:
        for name in overlay.files:
            if name not in documents and name.split("/")[0] not in folders:
                problems.append(
                    f"{overlay.path / name}: nothing reads this file. Put it in a folder "
                    f"{', '.join(folders)} or name it {', '.join(sorted(documents))}."
                )


def _index(
    packs: PackFiles,
    skills: Mapping[str, Skill],
    sources: Mapping[str, str],
    document: DimensionsDocument,
    problems: list[str],
) -> FinderIndex:
    """The finder's index, from the cache if these packs were found good before.

    Where the skills have mistakes the index is empty: the caller reports them and stops.
    """
    code = hashlib.sha256(packs.digest.encode())
    for module in (tokens, names, finder, checks):
        code.update(Path(str(module.__file__)).read_bytes())
    key = code.hexdigest()
    stored: FinderIndex | None = load_cached("skills", key)
    if stored:
        return stored
    before = len(problems)
    dimensions = {d.id: d for d in document.dimensions}
    checks.check_skills(skills, sources, dimensions, document.categories, problems)
    if problems[before:]:
        return {"rows": [], "cues": {}}
    index = index_skills(skills)
    store_cached("skills", key, index)
    return index
