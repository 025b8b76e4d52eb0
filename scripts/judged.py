"""How near the program's judgement is to the people's, on the judged people and jobs of the tests.

``judged.py`` prints the measures; ``judged.py --rows`` also every requirement, gap, grade and
rating where the two differ.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.judged.corpus import read_corpus
from tests.judged.measure import STATUS, Sheet, judge, measure


def main() -> None:
    """Print the table, and with ``--rows`` what lies behind it."""
    corpus = read_corpus()
    sheet = measure(corpus, judge(corpus))
    if "--rows" in sys.argv[1:]:
        rows(sheet)
    for name, value in sheet.values.items():
        print(f"{name:32} {value:6.3f}")
    print("requirements, judged -> given:")
    for wanted in STATUS:
        counts = [sum(r.wanted == wanted and r.got == got for r in sheet.rows) for got in STATUS]
        print(f"  {wanted:8}", *(f"{got} {n:3}" for got, n in zip(STATUS, counts, strict=True)))


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
