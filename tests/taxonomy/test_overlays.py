"""A folder of one's own changes the taxonomy without code, and every mistake in it is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from report_gen.errors import UsageError
from report_gen.packs_cli import check_packs, show
from report_gen.resources import taxonomy_dir
from report_gen.taxonomy import load_taxonomy
from report_gen.taxonomy.files import parse_yaml, read_packs
from report_gen.taxonomy.load import build_taxonomy
from report_gen.taxonomy.second_reader import check_second_reader

NEW = """
skills:
- id: quillforge
  name: QuillForge
  aliases: [quill forge, qforge]
  dimension: mlops_infrastructure
  parent: ml_systems
  family: model_serving
  related: [kserve]
"""


def pack(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder


BASE = """
skills:
- {id: model_serving, name: Model serving, dimension: mlops_infrastructure, parent: ml_systems}
- {id: kserve, name: KServe, dimension: mlops_infrastructure, parent: ml_systems}
- {id: pytorch, name: PyTorch, dimension: deep_learning, parent: ml_systems}
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small taxonomy to lay mistakes over: checking the whole one takes a second each time."""
    folder = pack(tmp_path_factory.mktemp("base"), "skills/base.yaml", BASE)
    shutil.copy(taxonomy_dir() / "dimensions.yaml", folder)
    return folder


def mistakes(folder: Path, base: Path) -> str:
    with pytest.raises(UsageError) as caught:
        load_taxonomy((folder,), base=base)
    assert caught.value.code == "bad_pack"
    return caught.value.message


def test_one_file_adds_a_skill(tmp_path: Path) -> None:
    plain = load_taxonomy()
    text = "Models behind Quill-Forge on Kubernetes"
    assert "quillforge" not in {m.id for m in plain.find_skills(text)}
    mine = load_taxonomy((pack(tmp_path, "skills/own.yaml", NEW),))
    assert {m.id for m in mine.find_skills(text)} == {"quillforge", "kubernetes"}
    assert mine.skill_id("qforge") == "quillforge"
    assert mine.relation("quillforge", "model_serving") == "child"
    assert mine.digest != plain.digest
    assert len(mine.skills) == len(plain.skills) + 1
    assert check_packs((tmp_path,)) == []
    assert "QuillForge" in show("quill forge", mine)


def test_an_overlay_replaces_an_entry_whole(tmp_path: Path) -> None:
    text = """
skills:
- id: luigi
  name: Luigi
  dimension: data_engineering
  parent: orchestration
"""
    mine = load_taxonomy((pack(tmp_path, "skills/own.yaml", text),))
    assert mine.skills["luigi"].aliases == ()
    assert not mine.skills["luigi"].ambiguous
    assert "luigi" in {m.id for m in mine.find_skills("Moved to Luigi")}


def test_the_digest_does_not_depend_on_the_place(tmp_path: Path) -> None:
    a = load_taxonomy((pack(tmp_path / "a", "skills/own.yaml", NEW),))
    b = load_taxonomy((pack(tmp_path / "b", "skills/own.yaml", NEW),))
    assert a.digest == b.digest


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("aliases:", "alias:", "key alias: unknown key"),
        ("  parent: ml_systems\n", "", "key parent: is missing"),
        ("dimension: mlops_infrastructure", "dimension: magic", "key dimension: magic is unknown"),
        ("parent: ml_systems", "parent: magic", "key parent: magic is unknown"),
        ("family: model_serving", "family: magic", "key family: magic is no other skill"),
        ("[kserve]", "[magic]", "key related: magic is no other skill"),
        ("qforge", "PyTorch", 'key aliases: "PyTorch" also names pytorch'),
        ("qforge", "'!!'", 'key aliases: "!!" has no letters'),
        ("id: quillforge", "id: Quill Forge", "key id"),
        ("related: [kserve]", "patterns: [forge]", "key patterns"),
        ("related: [kserve]", "ambiguous: [qforge]", "key examples: an ambiguous skill"),
        ("related: [kserve]", "ambiguous: [zzz]", 'key ambiguous: "zzz"'),
        ("  name:", "  id: again\n  name:", 'the key "id" is written twice'),
        ("skills:", "skill:", 'has no list "skills"'),
    ],
)
def test_mistakes_are_named(tmp_path: Path, small: Path, old: str, new: str, told: str) -> None:
    assert old in NEW
    message = mistakes(pack(tmp_path, "skills/own.yaml", NEW.replace(old, new)), small)
    assert told in message
    assert str(tmp_path / "skills" / "own.yaml") in message


def test_all_mistakes_come_at_once(tmp_path: Path, small: Path) -> None:
    pack(tmp_path, "skills/a.yaml", NEW.replace("aliases:", "alias:"))
    pack(tmp_path, "skills/b.yaml", "skills: [{id: x, name: X}]")
    pack(tmp_path, "skills/c.yaml", "skills: [")
    message = mistakes(tmp_path, small)
    for told in ("a.yaml", "b.yaml", "c.yaml", "key dimension: is missing"):
        assert told in message


def test_the_same_id_twice_in_one_folder(tmp_path: Path, small: Path) -> None:
    pack(tmp_path, "skills/a.yaml", NEW)
    pack(tmp_path, "skills/b.yaml", NEW)
    assert "the id is also used in skills/a.yaml" in mistakes(tmp_path, small)


def test_a_wrong_example_is_found_by_check(tmp_path: Path) -> None:
    text = NEW + "  examples:\n    yes: [Nothing here]\n    no: [Runs on QuillForge]\n"
    found = check_packs((pack(tmp_path, "skills/own.yaml", text),))
    assert len(found) == 2
    assert "is not found" in found[0]
    assert "stands under no" in found[1]


def test_no_folder(tmp_path: Path, small: Path) -> None:
    assert "there is no such folder" in mistakes(tmp_path / "missing", small)


def test_a_file_nothing_reads(tmp_path: Path, small: Path) -> None:
    pack(tmp_path, "skill/own.yaml", NEW)
    pack(tmp_path, "skills/own.yml", NEW)
    message = mistakes(tmp_path, small)
    assert "nothing reads this file" in message
    assert "ending .yaml" in message


def test_bytes_that_are_no_text(tmp_path: Path, small: Path) -> None:
    pack(tmp_path, "skills/own.yaml", "")
    (tmp_path / "skills" / "own.yaml").write_bytes(b"\xff\xfe\xfa")
    assert "is not UTF-8" in mistakes(tmp_path, small)


def test_families_that_lead_in_a_circle(tmp_path: Path, small: Path) -> None:
    text = """
skills:
- {id: aa_x, name: Aaxx, dimension: coding, parent: ml_systems, family: bb_x}
- {id: bb_x, name: Bbxx, dimension: coding, parent: ml_systems, family: aa_x}
"""
    assert "leads back to itself" in mistakes(pack(tmp_path, "skills/own.yaml", text), small)


def test_yaml_words_stay_words() -> None:
    assert parse_yaml(b"{yes: [no, on], when: 2026-01-01, sure: true}") == {
        "yes": ["no", "on"],
        "when": "2026-01-01",
        "sure": True,
    }


def test_show_names_all_there_is() -> None:
    taxonomy = load_taxonomy()
    shown = show("golang", taxonomy)
    for told in ("go_lang", "Programming languages", "Java (java)", "go live", "Rewrote"):
        assert told in shown
    assert "Helm" in show("k8s", taxonomy)


def test_show_an_unknown_skill() -> None:
    with pytest.raises(UsageError) as caught:
        show("basket weaving", load_taxonomy())
    assert caught.value.code == "unknown_skill"


def test_a_name_that_its_own_cue_silences_is_seen_by_the_second_reader(
    tmp_path: Path, small: Path
) -> None:
    own = """
skills:
- id: loomwork
  name: Loomwork
  dimension: mlops_infrastructure
  parent: ml_systems
  negative_cues: [pipelines]
- id: quillforge
  name: QuillForge
  dimension: mlops_infrastructure
  parent: ml_systems
  examples: {yes: [QuillForge and Loomwork for pipelines], no: [a quill]}
"""
    (problem,) = second_look(pack(tmp_path, "skills/own.yaml", own), small)
    assert "entry quillforge" in problem
    assert "under no of loomwork" in problem

    said = own.replace(
        "  negative_cues: [pipelines]\n",
        "  negative_cues: [pipelines]\n"
        "  examples: {yes: [Loomwork], no: [QuillForge and Loomwork for pipelines]}\n",
    )
    assert second_look(pack(tmp_path, "skills/own.yaml", said), small) == []


def second_look(folder: Path, base: Path) -> list[str]:
    packs = read_packs((base, folder))
    problems = list(packs.problems)
    taxonomy = build_taxonomy(packs, problems)
    assert problems == []
    check_second_reader(taxonomy, problems)
    return problems
