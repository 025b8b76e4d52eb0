"""How well job texts are understood: invented postings with their truth, measured share by share.

    python scripts/measure_jobs.py [FOLDER] [--share tuned|held|cold] [--show NN ...] [--export DIR]

The postings of ``tests/job/measured`` carry what a careful reader would say of them. ``tuned`` ones
may be looked at while rules are written, ``held`` and ``cold`` ones are only measured. ``--show``
prints what differs in one posting; ``--export`` writes text and truth as two files each.
"""

from __future__ import annotations

import argparse
import collections
import difflib
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import yaml

import report_gen

FOLDER = Path(__file__).parents[1] / "tests" / "job" / "measured"
ALIKE_FROM, LONG_ENOUGH = 0.7, 20
FACTS = ("title", "company", "location", "remote", "role", "level", "min_years", "degree", "pay")

Posting = dict[str, Any]
Score = dict[str, list[float]]
"""Sums by measure: what was right, out of how many."""


def plain(text: object) -> str:
    letters = unicodedata.normalize("NFKD", str(text or "")).casefold()
    kept = "".join(c for c in letters if not unicodedata.combining(c))
    return re.sub(r"[^\w+#%]+", " ", kept).strip()


def alike(left: str, right: str) -> float:
    if not left or not right or left == right:
        return float(left == right and bool(left))
    short, long = sorted((left, right), key=len)
    inside = 0.9 if short in long and len(short) >= 0.6 * len(long) else 0.0
    return max(inside, difflib.SequenceMatcher(None, left, right, autojunk=False).ratio())


def partners(truths: list[str], found: list[str]) -> dict[int, int]:
    """The best one-to-one pairing of requirements by their text."""
    rows = [
        (alike(plain(truth), plain(guess)), i, j)
        for i, truth in enumerate(truths)
        for j, guess in enumerate(found)
    ]
    pairs: dict[int, int] = {}
    for value, i, j in sorted(rows, reverse=True):
        if value >= ALIKE_FROM and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def same_text(truth: str | None, guess: str | None, cut: float) -> bool:
    if not truth or not guess:
        return not truth and not guess
    left, right = plain(truth), plain(guess)
    return left in right or right in left or alike(left, right) >= cut


def same_pay(truth: Posting | None, guess: Posting | None) -> bool:
    if not truth or not guess:
        return not truth and not guess

    def near(end: str) -> bool:
        left, right = truth.get(end), guess.get(end)
        return left == right or bool(
            left and right and abs(left - right) <= 0.01 * max(left, right)
        )

    return near("min") and near("max") and all(truth[k] == guess[k] for k in ("currency", "period"))


def same_degree(truth: Posting | None, guess: Posting | None) -> bool:
    left, right = truth or {"level": "none"}, guess or {"level": "none"}
    if left["level"] != right["level"]:
        return False
    return left["level"] == "none" or bool(left["required"]) == bool(right["required"])


def facts(truth: Posting, guess: Posting) -> dict[str, bool]:
    """Each fact of the posting: is it right?"""
    right = {
        "title": same_text(truth["title"], guess["title"], 0.85),
        "company": same_text(truth["company"], guess["company"], 0.85),
        "location": same_text(truth["location"], guess["location"], 0.6),
        "degree": same_degree(truth["degree"], guess["degree"]),
        "pay": same_pay(truth["compensation"], guess["compensation"]),
    }
    for name in ("remote", "role", "level", "min_years"):
        right[name] = (truth[name] or None) == (guess[name] or None)
    return right


def measure(posting: Posting, guess: Posting, score: Score, show: bool) -> None:
    def count(name: str, right: float, of: float) -> None:
        score[name][0] += right
        score[name][1] += of

    for name, good in facts(posting["expect"], guess).items():
        count(name, good, 1)
        if show and not good:
            key = "compensation" if name == "pay" else name
            print(f"  {name}: {posting['expect'][key]!r} read as {guess[key]!r}")
    wanted, found = posting["requirements"], guess["requirements"]
    pairs = partners([r["text"] for r in wanted], [r["text"] for r in found])
    count("precision", len(pairs), len(found))
    count("recall", len(pairs), len(wanted))
    for j, extra in enumerate(found):
        if show and j not in pairs.values():
            print(f"  not asked: {extra['text']}")
    for i, truth in enumerate(wanted):
        known = {report_gen.skill_id(name) or f"?{name}" for name in truth["written"]}
        mine = found[pairs[i]] if i in pairs else None
        got = known & set(mine["skills"]) if mine else set()
        count("skills", len(got), len(known))
        if mine is None:
            if show:
                print(f"  missed: {truth['text']}")
            continue
        count("kind", mine["kind"] == truth["kind"], 1)
        left, right = set(truth["dimensions"]), set(mine["dimensions"])
        count("dimensions", 2 * len(left & right), len(left) + len(right))
        if show and (mine["kind"] != truth["kind"] or known - got or left != right):
            print(
                f"  {truth['text'][:100]}\n      {truth['kind']} read as {mine['kind']};", end=" "
            )
            print(f"skills missed {sorted(known - got)};", end=" ")
            print(f"dimensions missed {sorted(left - right)}, added {sorted(right - left)}")
    told(posting, found, count, show)


def told(posting: Posting, found: list[Posting], count: Any, show: bool) -> None:
    """Paragraphs that only tell: none of their text may be a requirement."""
    blocks = [plain(block) for block in re.split(r"\n\s*\n", posting["text"])]
    for start in posting["boilerplate"]:
        block = next((b for b in blocks if plain(start)[:40] in b), None)
        if block is None:
            continue
        asked = {plain(r["text"]) for r in posting["requirements"]}
        taken = [
            r["text"]
            for r in found
            if len(plain(r["text"])) > LONG_ENOUGH
            and plain(r["text"]) in block
            and not any(plain(r["text"]) in text or text in plain(r["text"]) for text in asked)
        ]
        count("boilerplate", bool(taken), 1)
        if show and taken:
            print(f"  taken from what only tells: {taken}")


def export(folder: Path, name: str, posting: Posting) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    rows = [
        {"id": f"r{n}", **{k: r[k] for k in ("text", "kind", "dimensions")}, "skills": r["written"]}
        for n, r in enumerate(posting["requirements"], start=1)
    ]
    truth = {**posting["expect"], "requirements": rows, "boilerplate": posting["boilerplate"]}
    (folder / f"{name}.txt").write_text(posting["text"], encoding="utf-8")
    text = json.dumps(truth, ensure_ascii=False, indent=1)
    (folder / f"{name}.json").write_text(text, encoding="utf-8")


def load(folder: Path) -> dict[str, Posting]:
    paths = sorted(folder.glob("*.yaml"))
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}


def read(name: str, text: str) -> Posting:
    """The job as the product reads it; one that is refused counts as nothing found."""
    try:
        return report_gen.parse_job(text=text).to_dict()
    except report_gen.ReportGenError as error:
        print(f"{name}: refused, {error}")
        facts = ("title", "company", "location", "remote", "role", "level", "min_years")
        return {**dict.fromkeys((*facts, "degree", "compensation")), "requirements": []}


def score_all(
    postings: dict[str, Posting], show: tuple[str, ...] = ()
) -> dict[str, dict[str, float]]:
    """Share -> measure -> value between 0 and 1."""
    scores: dict[str, Score] = collections.defaultdict(
        lambda: collections.defaultdict(lambda: [0.0, 0.0])
    )
    for name, posting in postings.items():
        guess = read(name, posting["text"])
        shown = name.split("_")[0] in show or posting["share"] in show
        if shown:
            print(f"{name}: {posting['source']}")
        measure(posting, guess, scores[posting["share"]], shown)
    return {
        share: {name: right / of if of else 1.0 for name, (right, of) in score.items()}
        for share, score in scores.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the reading of job texts.")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--show", nargs="*", default=())
    parser.add_argument("--export", type=Path)
    options = parser.parse_args()
    postings = load(options.folder)
    results = score_all(postings, tuple(options.show))
    shares = [share for share in ("tuned", "held", "cold", "unseen") if share in results]
    numbers = collections.Counter(posting["share"] for posting in postings.values())
    print(f"{'':14}" + "".join(f"{share:>10}" for share in shares))
    print(f"{'postings':14}" + "".join(f"{numbers[share]:>10}" for share in shares))
    names = (*FACTS, "precision", "recall", "kind", "skills", "dimensions", "boilerplate")
    for name in names:
        print(f"{name:14}" + "".join(f"{results[share][name]:>10.3f}" for share in shares))
    if options.export:
        for name, posting in postings.items():
            export(options.export / posting["share"] / "jobs", name, posting)


if __name__ == "__main__":
    main()
