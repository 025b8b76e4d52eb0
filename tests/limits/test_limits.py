"""Every limit has its own error or note, can be changed, and is the same in every place."""

from __future__ import annotations

import io
import signal
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import count
from pathlib import Path

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from report_gen import pipeline
from report_gen.clock import clock
from report_gen.errors import ReportGenError, UsageError
from report_gen.inputs import read_bytes
from report_gen.limits import DEFAULTS, VARIABLE, Limits, active, from_environment, from_words, use
from report_gen.options import Options
from report_gen.reading import read_document
from report_gen.report.cutting import cut_long_lists
from report_gen.report.models import Chapter, Report

OPTIONS = Options(today=date(2026, 11, 2))


def test_words_and_the_environment_change_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    assert from_words(["pages=100", "parse_wall = 1_000"]) == Limits(pages=100, parse_wall=1000)
    monkeypatch.setenv(VARIABLE, "pages=7, links=9,")
    assert from_environment(["links=3"]) == Limits(pages=7, links=3)


@pytest.mark.parametrize(
    "word", ["pagse=3", "pages", "pages=0", "pages=-1", "pages=1e3", "=", "pages=²"]
)
def test_a_misspelt_limit_is_refused(word: str) -> None:
    with pytest.raises(UsageError) as caught:
        from_words([word])
    assert caught.value.code == "bad_limit"
    assert "=" in caught.value.remedy or "pages" in caught.value.remedy


def test_limits_hold_inside_the_block_only() -> None:
    with use(Limits(pages=3)):
        assert active().pages == 3
    assert active() == DEFAULTS


def _pdf(pages: int, words: str = "Jo Doe, engineer") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    for _ in range(pages):
        for row in range(40):
            canvas.drawString(60, 800 - 18 * row, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _word(members: int = 0, filler: int = 0) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph("Jo Doe, engineer of things")
    document.save(out)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(members):
            archive.writestr(f"word/media/{number}.bin", b"x")
        if filler:
            archive.writestr("word/extra.xml", b" " * filler)
    return out.getvalue()


@pytest.mark.parametrize(
    ("limits", "data", "name", "code"),
    [
        (Limits(pages=2), _pdf(3), "cv.pdf", "too_large"),
        (Limits(characters=900), _pdf(3), "cv.pdf", "too_large"),
        (Limits(page_characters=300), _pdf(1), "cv.pdf", "too_large"),
        (Limits(characters=900), b"Jo Doe\n" * 200, "cv.txt", "too_large"),
        (Limits(characters=900), b"# Jo Doe\n\n" * 200, "cv.md", "too_large"),
        (Limits(characters=900), b"<p>Jo Doe</p>" * 200, "cv.html", "too_large"),
        (Limits(members=50), _word(60), "cv.docx", "archive_bomb"),
        (Limits(archive=200_000), _word(0, 300_000), "cv.docx", "archive_bomb"),
        (Limits(member=1_500), _word(), "cv.docx", "archive_bomb"),
        (Limits(ratio=20), _word(0, 1_100_000), "cv.docx", "archive_bomb"),
    ],
)  # fmt: skip
def test_a_document_over_a_limit_is_refused_and_one_under_it_read(limits, data, name, code) -> None:
    with use(limits), pytest.raises(ReportGenError) as caught:
        read_document(data, name)
    assert caught.value.code == code
    assert caught.value.remedy
    if name != "cv.docx" or limits.ratio == DEFAULTS.ratio:
        assert read_document(data, name).lines


def test_uploads_are_measured(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_bytes(b"x" * 101)
    with use(Limits(upload=100)), pytest.raises(ReportGenError) as caught:
        read_bytes(tmp_path / "cv.txt")
    assert caught.value.code == "too_large"


def test_links_beyond_the_limit_are_left_out_with_a_note() -> None:
    page = "".join(f"<p><a href='https://example.org/{n}'>page {n}</a></p>" for n in range(9))
    with use(Limits(links=4)):
        document = read_document(page.encode(), "cv.html")
    assert len(document.links) == 4
    assert [note.code for note in document.notes] == ["too_many_links"]


def test_elements_deeper_than_the_limit_are_read_flat() -> None:
    page = "<div>" * 300 + "<p>Jo Doe</p> engineer" + "</div>" * 300
    assert "engineer" in read_document(page.encode(), "cv.html").text


POSTING = "Data Engineer\n\nRequirements\n" + "\n".join(
    f"- Experience with tool number {n} in production systems" for n in range(9)
)


def test_a_job_text_over_the_limit_is_refused() -> None:
    packs = pipeline.load_packs()
    with use(Limits(job_characters=300)), pytest.raises(ReportGenError) as caught:
        pipeline.read_job(POSTING.encode(), "jd.txt", packs)
    assert caught.value.code == "job_too_long"


def test_requirements_beyond_the_limit_are_set_aside_with_a_note() -> None:
    with use(Limits(requirements=4)):
        job = pipeline.read_job(POSTING.encode(), "jd.txt", pipeline.load_packs())
    assert len(job.requirements) == 4
    assert sum(i.why == "too_many" for i in job.ignored) == 5
    assert "too_many_requirements" in {note.code for note in job.notes}


RESUME = (
    "Jo Doe\njo@example.org\n\nExperience\n\nEngineer, Acme\n2019-01 - Present\n"
    + "\n".join(f"- Built and ran the service number {n} for the sales team" for n in range(9))
    + "\n\nEducation\nBSc Physics, University of Leiden, 2015\n"
)


def test_bullets_beyond_the_limit_are_left_out_with_a_note() -> None:
    packs = pipeline.load_packs()
    whole = pipeline.read_resume(RESUME.encode(), "cv.txt", packs, OPTIONS)
    with use(Limits(highlights=4)):
        cut = pipeline.read_resume(RESUME.encode(), "cv.txt", packs, OPTIONS)
    assert len(whole.work[0].highlights) == 9
    assert cut.work[0].highlights == whole.work[0].highlights[:4]
    assert "too_many_entries" in {note.code for note in cut.notes}
    assert "work[0].highlights[3]" in cut.sources
    assert "work[0].highlights[4]" not in cut.sources


def test_entries_beyond_the_limit_are_left_out_with_a_note() -> None:
    with use(Limits(entries=1)):
        cut = pipeline.read_resume(RESUME.encode(), "cv.txt", pipeline.load_packs(), OPTIONS)
    assert (len(cut.work), len(cut.education)) == (1, 0)
    assert "too_many_entries" in {note.code for note in cut.notes}
    assert not any(ref.startswith("education") for ref in cut.sources)


def test_long_lists_of_a_report_are_cut_with_a_visible_note() -> None:
    from report_gen.rendering.html import make_page

    chapter = Chapter(
        id="ignored", part="A", title="Left out", template="ignored.html.j2",
        data={"rows": [{"text": f"line {n}", "why": "pay"} for n in range(30)], "more": 0},
    )  # fmt: skip
    report = Report(
        title="t",
        candidate="c",
        role="r",
        company="",
        date="d",
        edition="full",
        chapters=(chapter,),
    )
    assert cut_long_lists(report) == report
    with use(Limits(list_items=10)):
        cut = cut_long_lists(report)
    assert len(cut.chapters[0].data["rows"]) == 10
    assert cut.chapters[0].cut == 20
    assert "20 further items were left out" in make_page(cut)


def test_a_bullet_of_a_hundred_pages_is_cut_at_a_word_and_noted() -> None:
    text = "Jo Doe\njo@example.org\n\nExperience\n\nEngineer, Acme\n2019-01 - Present\n- Built "
    data = (text + "pipelines " * 500 + "\n- Led four engineers\n").encode()
    with use(Limits(text=1_000)):
        cut = pipeline.read_resume(data, "cv.txt", pipeline.load_packs(), OPTIONS)
    (first, second) = cut.work[0].highlights
    assert 980 < len(first) <= 1_000
    assert first.endswith("pipelines")
    assert second == "Led four engineers"
    (note,) = [n for n in cut.notes if n.code == "text_too_long"]
    assert note.message.endswith("1 of them.")


def test_work_in_the_parent_has_a_clock() -> None:
    with pytest.raises(ReportGenError) as caught, clock(1):
        next(n for n in count() if n < 0)
    assert caught.value.code == "analysis_time"
    assert "analysis_cpu" in caught.value.remedy


def test_the_clock_is_stopped_and_does_nothing_beside_the_main_thread() -> None:
    with clock(1):
        pass
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: clock(1).__enter__()).result()
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
