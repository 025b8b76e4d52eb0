"""How near the program's judgement is to the people's, on the judged people and jobs of the tests.

``judged.py`` prints the measures of the first set, of both halves of the second and the fourth and
of the third, which nobody tunes on; ``judged.py --rows`` also every requirement, gap, grade and
rating where the two differ, but only of the first set and the halves rules are worked out on. ``judged.py --triples`` prints how often single lines are judged as
people judged them, for the half rules are worked out on and the half held out; with ``--rows``
the differences of the first half (the other half's are not to be looked at).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.judged.corpus import read_corpus
from tests.judged.measure import STATUS, Sheet, judge, measure
from tests.judged.triples import agreement, judge_triples, read_triples


def main() -> None:
    """Print the table, and with ``--rows`` what lies behind it."""
    if "--triples" in sys.argv[1:]:
        triples()
        return
    sheets = {"first": measure(read_corpus(), judge(read_corpus()))}
    for name in ("second", "fourth"):
        corpus = read_corpus(name)
        judged = judge(corpus)
        sheets[name] = measure(corpus.half(True), judged)
        sheets[f"{name}, held"] = measure(corpus.half(False), judged)
    third = read_corpus("third")
    sheets["third, held"] = measure(third, judge(third))
    if "--rows" in sys.argv[1:]:
        for name, sheet in sheets.items():
            if "held" not in name:
                rows(sheet)
    print(f"{'':30}", *(f"{name:>13}" for name in sheets), "(grades, ratings: of both halves)")
    for name in sheets["first"].values:
        print(f"{name:30}", *(f"{sheet.values[name]:13.3f}" for sheet in sheets.values()))
    for title, sheet in sheets.items():
        print(f"{title}: {len(sheet.rows)} requirements, judged -> given:")
        confusion([(r.wanted, r.got) for r in sheet.rows])


def confusion(pairs: Sequence[tuple[str, str]]) -> None:
    """How many of each verdict were given which."""
    for wanted in STATUS:
        counts = [sum(pair == (wanted, got) for pair in pairs) for got in STATUS]
        print(f"  {wanted:8}", *(f"{got} {n:3}" for got, n in zip(STATUS, counts, strict=True)))


def triples() -> None:
    """Line against line, both halves."""
    sheet = judge_triples(read_triples())
    if "--rows" in sys.argv[1:]:
        for t, got, score, why in sheet.rows:
            if t.tuned and got != t.says:
                print(f"{t.says} -> {got} {score:.2f} | {t.ask}\n    {t.line}\n    {why}")
    for name, tuned in (("tuned", True), ("held out", False)):
        pairs = sheet.half(tuned)
        values = " ".join(f"{k} {v:.3f}" for k, v in agreement(pairs).items())
        print(f"{name}: {len(pairs)} rows, {values}; judged -> given:")
        confusion(pairs)


def rows(sheet: Sheet) -> None:
    """Each difference on a line of its own."""
    for r in sheet.rows:
        if r.wanted != r.got:
            print(f"{r.person} {r.job} {r.id}: {r.wanted} -> {r.got} {r.score:.2f} | {r.text}")
            print(f"    cited {' '.join(r.cited)} | given {' '.join(r.given)} | {r.why}")
    for pair, want, hit, names in sheet.gaps:
        if not hit:
            print(f"{pair.person} {pair.job}: gap not named: {want} | {'; '.join(names)}")
    for person, job, wanted_grade, score, grade in sheet.grades:
        if abs(wanted_grade - grade) > 0.6:
            print(f"{person} {job}: grade {wanted_grade} -> {grade:.1f} ({score:.0f} points)")
    for person, dimension, wanted_rating, rating in sheet.ratings:
        if wanted_rating != rating:
            print(f"{person} {dimension}: rating {wanted_rating} -> {rating}")


if __name__ == "__main__":
    main()
