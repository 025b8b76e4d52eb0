"""A thousand damaged documents, the same in every run: a result or a typed error each.

``make fuzz`` goes on from there. A fault it finds becomes a case here: its seed goes to ``FOUND``.
"""

from __future__ import annotations

import pytest

from tests.hostile.fuzzing import KINDS, Fuzzer

COUNT = 1_000
FOUND: tuple[int, ...] = ()


@pytest.fixture(scope="module")
def fuzzer():  # type: ignore[no-untyped-def]
    with Fuzzer() as fuzzer:
        yield fuzzer


def test_damaged_documents_end_in_a_result_or_a_typed_error(fuzzer: Fuzzer) -> None:
    tally = fuzzer.try_seeds(iter([*range(COUNT), *FOUND]))
    assert not tally.broken
    assert {end.partition(":")[0] for end in tally.ends} == set(KINDS)
    assert any(end.endswith(": ok") for end in tally.ends)


def test_the_same_seed_makes_the_same_case(fuzzer: Fuzzer) -> None:
    assert fuzzer.case(7) == fuzzer.case(7)
    assert fuzzer.case(7) != fuzzer.case(8)


def test_a_fault_is_told(fuzzer: Fuzzer, monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(kind: str, name: str, data: bytes) -> None:
        raise IndexError

    monkeypatch.setattr(fuzzer, "_read", fall)
    assert [found[3].split()[0] for found in fuzzer.try_seeds(iter([3])).broken] == ["IndexError"]
