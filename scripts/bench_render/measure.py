"""How fast a report is laid out: ours, against the first version of the templates on the bare
engine, the same page on the bare engine and Chromium, each in a process of its own, side by side.

    python scripts/bench_render/measure.py

Prints CPU seconds, pages, CPU and wall time a page and peak memory of the largest process (the cold
command lays out in two, where there are two processors). Chromium is left out where it is
missing; it works in children of its own, whose CPU and memory are not counted: compare its wall time.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from report_gen.rendering.fonts import FACES, font_css, font_dir

ROOT = Path(__file__).resolve().parents[2]
FIRST = Path(__file__).with_name("first-version.html.gz")
FACES_THEN = {
    "regular": "Regular", "italic": "It", "semibold": "Semibold", "bold": "Bold", "light": "Light",
}  # fmt: skip
TODAY = date(2026, 3, 2)


def main() -> int:
    """Each way in a child: what ``wait4`` says of it is the measure."""
    if len(sys.argv) > 1:
        return _child(sys.argv[1], Path(sys.argv[2]))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(
            f"{'what':38} {'pages':>5} {'CPU s':>6} {'ms/page':>8} {'wall s':>7} {'pages/s':>8} {'MB':>5}"
        )
        subprocess.run([sys.executable, __file__, "page", name], check=True)
        for what in (
            "our layout alone",
            "cold command",
            "twice in a process, the second",
            "first version, bare engine",
            "bare engine, the same page",
            "chromium, the same page",
        ):
            command = _command(what, folder)
            if command is not None:
                _report(what, command, folder)
    return 0


def _command(what: str, folder: Path) -> list[str] | None:
    own = [sys.executable, __file__]
    people, jobs = ROOT / "examples" / "people", ROOT / "examples" / "jobs"
    if what == "cold command":
        start = [sys.executable, "-m", "report_gen.cli"]
        pair = [str(people / "mira-okafor.pdf"), str(jobs / "llm-mle.txt")]
        return [*start, *pair, "-o", str(folder / "out.pdf")]
    if what.startswith(("first", "our", "twice", "bare")):
        return [*own, what.split()[0], str(folder)]
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        return None
    return [
        browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'user'}",
        f"--print-to-pdf={folder / 'out.pdf'}", (folder / "styled.html").as_uri(),
    ]  # fmt: skip


def _report(what: str, command: list[str], folder: Path) -> None:
    (folder / "out.pdf").unlink(missing_ok=True)
    begun = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - begun
    if child.returncode or not (folder / "out.pdf").is_file():
        print(f"{what:38} failed with {child.returncode}")
        return
    import pypdfium2

    with pypdfium2.PdfDocument(folder / "out.pdf") as document:
        pages = len(document)
    cpu = used.ru_utime + used.ru_stime
    second = folder / "second"
    if second.exists():
        cpu, wall = map(float, second.read_text().split())
        second.unlink()
    each, peak = 1000 * cpu / pages, used.ru_maxrss / 1024
    print(
        f"{what:38} {pages:5} {cpu:6.1f} {each:8.0f} {wall:7.1f} {pages / wall:8.1f} {peak:5.0f}",
        flush=True,
    )


def _child(what: str, folder: Path) -> int:
    if what in ("our", "twice"):
        _render(folder, 2 if what == "twice" else 1)
        return 0
    if what == "bare":
        from weasyprint import HTML

        page = HTML(str(folder / "bare.html"))
        page.write_pdf(folder / "out.pdf", pdf_variant="pdf/ua-1", pdf_forms=True)
        return 0
    if what == "first":
        from weasyprint import HTML

        html = gzip.decompress(FIRST.read_bytes()).decode()
        faces = font_dir().as_uri()
        for face, file in FACES_THEN.items():
            html = html.replace(f"reportgen-font:{face})", f"{faces}/SourceSansPro-{file}.ttf)")
        HTML(string=html).write_pdf(folder / "out.pdf", pdf_variant="pdf/ua-1", pdf_forms=True)
        return 0
    from report_gen import analyze, parse_job, parse_resume, pipeline
    from report_gen.rendering.html import make_print_page, read_asset
    from report_gen.report import compose_report

    resume = parse_resume(ROOT / "examples/people/mira-okafor.pdf", today=TODAY)
    analysis = analyze(resume, parse_job(ROOT / "examples/jobs/llm-mle.txt"), today=TODAY)
    page = make_print_page(compose_report(analysis, pipeline.load_packs(), "full"))
    (folder / "page.html").write_text(page)
    faces = re.sub(r"reportgen-font:(\w[\w-]*)", lambda m: _face(m[1]), font_css())
    for name, rules in (("styled.html", ""), ("bare.html", faces)):
        sheet = f"<style>{rules}{read_asset('print.css')}</style></head>"
        (folder / name).write_text(re.sub("</head>", lambda _, s=sheet: s, page, count=1))
    return 0


def _face(name: str) -> str:
    _, package, file, _, _ = FACES[name]
    return (font_dir(package) / file).as_uri()


def _render(folder: Path, times: int) -> None:
    """The page laid out and drawn; of a second time, CPU and wall seconds are noted."""
    from report_gen.rendering import pdf

    pdf.make_print_page = lambda *_: (folder / "page.html").read_text()  # type: ignore
    for n in range(times):
        cpu, wall = time.process_time(), time.monotonic()
        (folder / "out.pdf").write_bytes(pdf.make_pdf(None, "a4").data)  # type: ignore
        if n:
            cpu, wall = time.process_time() - cpu, time.monotonic() - wall
            (folder / "second").write_text(f"{cpu} {wall}")


if __name__ == "__main__":
    sys.exit(main())
