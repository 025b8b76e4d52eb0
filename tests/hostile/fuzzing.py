"""Damaged documents through what reads them: each ends in a result or an error a person can act on."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

from report_gen import pipeline
from report_gen.analysis.serialise import from_json
from report_gen.coaching.answers import read_answers
from report_gen.containment import ContainedFaultError, Containment
from report_gen.errors import ReportGenError
from report_gen.options import Options
from report_gen.taxonomy import load_taxonomy
from tests.hostile.mutations import mutated

ROOT = Path(__file__).resolve().parents[2]
OPTIONS = Options(today=date(2026, 11, 2))
KINDS = ("resume", "job", "analysis", "answers", "pack")


@dataclass(slots=True)
class Tally:
    """How many documents ended how, and which ones broke something: (kind, name, seed, where)."""

    ends: Counter[str] = field(default_factory=Counter)
    broken: list[tuple[str, str, int, str]] = field(default_factory=list)


class Fuzzer:
    """Holds the samples and what reads them; use as a context manager.

    Reading and understanding run in limited children, as they do for users.
    """

    def __init__(self) -> None:
        self.taxonomy = pipeline.load_packs()
        self.run = Containment(shared=(self.taxonomy,))
        self.folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
        self.base = self.folder / "base"
        (self.base / "skills").mkdir(parents=True)
        packs = ROOT / "skill_taxonomy"
        shutil.copy(packs / "dimensions.yaml", self.base)
        self.samples: dict[str, list[tuple[str, bytes]]] = {kind: [] for kind in KINDS}
        people, jobs = ROOT / "examples" / "people", ROOT / "examples" / "jobs"
        for path in sorted(people.glob("mira-okafor.*")) + sorted((ROOT / "tests" / "corpus").glob("*.*")):  # fmt: skip
            if path.name.startswith(("mira", "resume")):
                self.samples["resume"].append((path.name, path.read_bytes()))
            elif path.name.startswith("job"):
                self.samples["job"].append((path.name, path.read_bytes()))
        self.samples["job"] += [(path.name, path.read_bytes()) for path in sorted(jobs.glob("*.*"))]
        self.samples["pack"] = [(path.name, path.read_bytes()[:6_000]) for path in sorted((packs / "skills").glob("*.yaml"))[:4]]  # fmt: skip
        self.samples["answers"] = [("answers.yml", b"b-0a1b2c3d4e: about 40 a week\nb-1a1b2c3d4e:\n  question: x\n  answer: 'we: cut it'\n" * 3)]  # fmt: skip
        resume = (people / "mira-okafor.json").read_bytes()
        parsed = pipeline.read_resume(resume, "cv.json", self.taxonomy, OPTIONS)
        job = pipeline.read_job(self.samples["job"][0][1], "job.txt", self.taxonomy)
        analysis = pipeline.make_analysis(parsed, job, self.taxonomy, OPTIONS)
        from report_gen.delivery import as_json

        self.samples["analysis"] = [("analysis.json", as_json(analysis.to_dict()))]

    def __enter__(self) -> Fuzzer:
        return self

    def __exit__(self, *_: object) -> None:
        self.run.close()
        shutil.rmtree(self.folder)

    def case(self, seed: int) -> tuple[str, str, bytes]:
        """Kind, name and bytes of a case: the same for the same seed."""
        random = Random(seed)
        kind = random.choices(KINDS, (50, 12, 20, 8, 10))[0]
        name, data = random.choice(self.samples[kind])
        return kind, name, mutated(data, name, random)

    def outcome(self, kind: str, name: str, data: bytes) -> str:
        """``ok`` or an error's code; anything else that is raised is a fault of ours."""
        try:
            self._read(kind, name, data)
        except ReportGenError as error:
            return (
                error.code if error.message and error.remedy else f"FAULT {error.code} says nothing"
            )
        return "ok"

    def _read(self, kind: str, name: str, data: bytes) -> None:
        if kind == "resume":
            pipeline.read_resume(data, name, self.taxonomy, OPTIONS, self.run)
        elif kind == "job":
            pipeline.read_job(data, name, self.taxonomy, self.run)
        elif kind == "analysis":
            from_json(data).to_dict()
        elif kind == "answers":
            read_answers(data)
        else:
            (self.folder / "pack" / "skills").mkdir(parents=True, exist_ok=True)
            (self.folder / "pack" / "skills" / "own.yaml").write_bytes(data)
            load_taxonomy.__globals__["_load"].cache_clear()
            load_taxonomy((self.folder / "pack",), base=self.base)

    def try_seeds(self, seeds: Iterator[int]) -> Tally:
        """Every seed's case, counted."""
        tally = Tally()
        for seed in seeds:
            kind, name, data = self.case(seed)
            try:
                end = self.outcome(kind, name, data)
                if end.startswith("FAULT"):
                    tally.broken.append((kind, name, seed, end))
            except ContainedFaultError as error:
                end = f"FAULT {error.kind}"
                tally.broken.append((kind, name, seed, f"{error.kind}: {error.frames[-1:]}"))
            except Exception as error:
                end = f"FAULT {type(error).__name__}"
                place = error.__traceback__
                while place and place.tb_next:
                    place = place.tb_next
                where = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else ""
                tally.broken.append((kind, name, seed, f"{type(error).__name__} {error}"[:200] + f" {where}"))  # fmt: skip
            tally.ends[f"{kind}: {end}"] += 1
        return tally
