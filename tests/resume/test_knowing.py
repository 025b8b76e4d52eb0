"""What the parser knows about its result: sources, unread lines, contradictions, refusals."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_gen.errors import NotUnderstoodError, ReportGenError
from report_gen.reading import read_document
from report_gen.resume import Resume, lookup, parse_resume
from report_gen.resume.folding import fold
from report_gen.taxonomy import load_taxonomy
from tests.resume.helpers import EDUCATION, HEAD, TODAY, parse

WORK = "\nEXPERIENCE\n\nData Engineer at Havtorn AB (2019 – Present)\n- Built 40 pipelines\n- Cut costs by 30%\n"


def codes(resume: Resume) -> set[str]:
    return {n.code for n in resume.notes}


def test_every_value_has_its_source() -> None:
    text = HEAD + WORK + EDUCATION
    document = read_document(text.encode(), "resume.txt")
    resume = parse_resume(document, load_taxonomy(), TODAY)
    by_number = {line.number: line.text for line in document.lines}
    for ref in (
        "work[0].name",
        "work[0].position",
        "work[0].highlights[1]",
        "education[0].institution",
        "basics.name",
    ):
        source = resume.sources[ref]
        said = " ".join(by_number[n] for n in source.lines)
        assert fold(lookup(resume, ref)) in fold(said) or ref == "education[0].institution"
        assert 0 < source.confidence <= 1


def test_no_field_is_without_source() -> None:
    from report_gen.resume.references import references
    from tests.resume.test_json import TEXT

    resume = parse(TEXT.replace("Ghent, Belgium", "Ghent, Belgium | github.com/ilsev | ilse.dev"))
    assert [ref for ref in references(resume) if ref not in resume.sources] == []


def test_lines_nobody_understood_are_named() -> None:
    resume = parse(
        HEAD + WORK + EDUCATION + "\nDECLARATION\nI hereby declare that the above is true.\n"
    )
    assert resume.unread_lines == ("I hereby declare that the above is true.",)
    assert resume.coverage < 1
    assert "unread_lines" in codes(resume)


def test_contradictions() -> None:
    resume = parse(
        HEAD + "SUMMARY\nData engineer with 15 years of experience.\n"
        "\nEXPERIENCE\n\nData Engineer at Havtorn AB (2021 – Present)\n- Built pipelines\n\n"
        "Data Engineer at Kestrel Foods (2022 – Present)\n- Wrote SQL\n\n"
        "Analyst at Plover Ltd (03/2018 – 01/2017)\n- Made charts\n" + EDUCATION
    )
    assert {"years_claimed", "several_current_positions", "end_before_start"} <= codes(resume)


def test_a_sound_resume_has_no_contradictions() -> None:
    assert codes(parse(HEAD + WORK + EDUCATION)) == set()


def test_total_years_is_the_union() -> None:
    resume = parse(HEAD + WORK + EDUCATION, today=date(2021, 7, 1))
    assert resume.total_years == pytest.approx(2.08, abs=0.1)


JOB = """Senior Data Engineer
About the role
We are looking for a data engineer. You will build pipelines.
What you'll do
- Build pipelines
Minimum qualifications
- 5 years of experience with Spark
Preferred qualifications
- Kafka
Benefits
- Health insurance
We are an equal opportunity employer. Apply now.
"""


def test_a_job_description_is_refused() -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        parse(JOB)
    assert caught.value.code == "not_a_resume"


@pytest.mark.parametrize(
    "text", ["Dear Sir or Madam,\n\nplease find the invoice attached.\n", "Inga Holm\nOslo\n"]
)
def test_too_little_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        parse(text)
    assert caught.value.code == "too_little_understood"
    assert "Holm" not in str(caught.value)


_LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["EXPERIENCE", "Education", "Skills:", "- Built a thing", "Data Engineer at Acme (2019 - 2021)",
             "MSc in Physics", "Oslo University", "2019 - 2020", "Python, SQL", "jo@example.org", "", "Projects",
             "Engineer\tJan 2020 – Present", "* wrapped bullet that goes", "  on here", "Languages: Danish (native)"]
        ),
        st.text(max_size=60),
    ),
    max_size=25,
)  # fmt: skip


@given(_LINES)
def test_any_text_gives_a_resume_or_an_error_that_helps(lines: list[str]) -> None:
    text = "\n".join(lines) or "x"
    try:
        resume = parse(text)
    except ReportGenError:
        return
    said = re.sub(r"[\W_]+", "", fold(text))
    used: list[str] = []
    for section in (resume.work, resume.projects, resume.volunteer):
        for entry in section:
            for highlight in entry.highlights:
                assert re.sub(r"[\W_]+", "", fold(highlight)) in said
                used.append(highlight)
    assert 0 <= resume.coverage <= 1
    bullets = [n for ref, s in resume.sources.items() if ".highlights[" in ref for n in s.lines]
    assert len(bullets) == len(set(bullets)), "a line became two bullets"
