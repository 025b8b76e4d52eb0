"""Damaged real documents through reading, understanding, edits, answers and packs, by seed.

Usage: fuzz.py [--seconds 600] [--first SEED] [--count N]: ends with 1 if anything but a result or a
typed error came out; each such case is named by its seed (``--first SEED --count 1`` runs it again).
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.hostile.fuzzing import Fuzzer


def _seeds(first: int, count: int, seconds: float) -> Iterator[int]:
    ends = time.monotonic() + seconds
    seed = first
    while time.monotonic() < ends and seed < first + count:
        yield seed
        seed += 1


def main() -> int:
    """The counts, and 1 if there was a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=10**9)
    options = parser.parse_args()
    with Fuzzer() as fuzzer:
        tally = fuzzer.try_seeds(_seeds(options.first, options.count, options.seconds))
    for end, number in sorted(tally.ends.items()):
        print(f"{number:6} {end}")
    for kind, name, seed, where in tally.broken:
        print(f"FAULT seed {seed} ({kind}, {name}): {where}")
    print(f"{tally.ends.total()} documents, {len(tally.broken)} faults")
    return int(bool(tally.broken))


if __name__ == "__main__":
    sys.exit(main())
