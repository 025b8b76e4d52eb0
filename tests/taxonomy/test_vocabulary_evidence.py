"""The evidence vocabulary: complete, without contradictions, extensible."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from report_gen.matching.words import stems
from report_gen.taxonomy import load_taxonomy
from report_gen.taxonomy.vocabulary_evidence import EvidenceVocabulary

TAXONOMY = load_taxonomy()
WORDS = TAXONOMY.evidence_words


def test_unknown_keys_are_refused() -> None:
    with pytest.raises(ValidationError):
        EvidenceVocabulary.model_validate({"verb": ["built"]})
    with pytest.raises(ValidationError):
        EvidenceVocabulary.model_validate({"topics": [{"id": "a", "name": "a", "word": []}]})


def test_every_field_is_filled() -> None:
    assert [n for n in EvidenceVocabulary.model_fields if not getattr(WORDS, n)] == []


def test_topic_ids_are_unique_and_their_neighbours_exist() -> None:
    ids = [t.id for t in WORDS.topics]
    assert len(ids) == len(set(ids))
    known = set(ids) | set(TAXONOMY.skills)
    assert {n for t in WORDS.topics for n in t.near} - known == set()


def test_dimensions_and_categories_exist() -> None:
    assert {t.dimension for t in WORDS.topics if t.dimension} <= set(TAXONOMY.dimensions)
    categories = {s.parent for s in TAXONOMY.skills.values()}
    assert {m for t in WORDS.topics for m in t.members} <= categories
    assert set(WORDS.theory_categories) <= categories


def test_named_skills_exist() -> None:
    known = set(TAXONOMY.skills) | {t.id for t in WORDS.topics}
    assert set(WORDS.broad_skills) <= known
    assert set(WORDS.leading) <= known
    assert set(WORDS.on_models) <= known | set(TAXONOMY.dimensions)
    assert set(WORDS.everybodys_fields) <= {t for t in known if t.startswith("domain_")}


def test_cues_and_traits_speak_of_known_things() -> None:
    things = set(TAXONOMY.skills) | {t.id for t in WORDS.topics}
    assert set(WORDS.cues) - things == set()
    assert all(len(words) == len(set(words)) > 3 for words in WORDS.cues.values())
    assert set(WORDS.signs) - things == set()
    assert {t for trait in WORDS.traits for t in trait.terms} - things == set()
    assert {t for trait in WORDS.traits for t in trait.signs} - things == set()


def test_no_sign_is_a_word_of_every_posting() -> None:
    plain = {stems(w) for w in WORDS.plain_words} - {()}
    assert [(k, s) for k, words in WORDS.signs.items() for s in words if stems(s) in plain] == []
    assert [
        k for k, words in WORDS.signs.items() if len({stems(s) for s in words}) < len(words)
    ] == []


def test_professions_know_each_other_and_a_role() -> None:
    ids = [p.id for p in WORDS.professions]
    assert len(ids) == len(set(ids))
    assert {n for p in WORDS.professions for n in p.near} <= set(ids)
    assert all(0 < v <= 1 for p in WORDS.professions for v in p.near.values())
    assert {p.role for p in WORDS.professions} <= {"mle", "swe", "ds", "de", "pm", "tpm", "other"}


def test_an_overlay_adds_words(tmp_path: Path) -> None:
    folder = tmp_path / "pack" / "vocabulary"
    folder.mkdir(parents=True)
    (folder / "evidence.yaml").write_text("weak_openers: [was around when]\n", encoding="utf-8")
    words = load_taxonomy((tmp_path / "pack",)).evidence_words
    assert "was around when" in words.weak_openers
    assert set(WORDS.weak_openers) <= set(words.weak_openers)
