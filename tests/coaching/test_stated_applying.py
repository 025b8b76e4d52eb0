"""What a posting asks its reader to send or do reaches the report in the posting's own words."""

from __future__ import annotations

import pytest

from report_gen import pipeline
from report_gen.coaching.stated_applying import to_apply
from report_gen.report import compose_report
from tests.coaching.test_steps import analysed, case_of, posting

TOLD = [
    (
        "postscript of a letter",
        "Warmly,\nInês\n\nP.S. Please don't send a CV first. Send two links to things you wrote, to ines@loop.example.",
        (
            "Please don't send a CV first.",
            "Send two links to things you wrote, to ines@loop.example.",
        ),
    ),
    (
        "questions below a colon",
        "How to apply\nAnswer these two questions in an email to jobs@street.example:\n1. Which number changed your mind?\n"
        "2. What should we not measure?\nClosing date: 10 January.",
        (
            "Answer these two questions in an email to jobs@street.example:",
            "Which number changed your mind?",
            "What should we not measure?",
        ),
    ),
    (
        "papers of a university",
        "Application\nPlease upload a single PDF with a letter of motivation and the names of two referees. Interviews are in May.",
        ("Please upload a single PDF with a letter of motivation and the names of two referees.",),
    ),
    (
        "lower case",
        "how to apply: mail ana@tin.example and tell us three things that are wrong with our demo.",
        (
            "how to apply: mail ana@tin.example and tell us three things that are wrong with our demo.",
        ),
    ),
    ("only the usual", "To apply, send us your CV by mail. We answer within a week.", ()),
    (
        "what the product does",
        "Who we are\nUpload 40,000 pages, ask questions, get answers: that is our product.",
        (),
    ),
    (
        "adjustments",
        "Please tell us about any reasonable adjustments you need for the interview, in two lines or less.",
        (),
    ),
]


@pytest.mark.parametrize(("ending", "told"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD])
def test_what_to_send_is_found(ending: str, told: tuple[str, ...]) -> None:
    assert to_apply(case_of(posting(end=ending))) == told


def test_it_is_quoted_where_one_acts() -> None:
    analysis = analysed(posting(end=TOLD[0][1]))
    view = analysis.coaching.company
    assert view is not None
    assert view.applying == TOLD[0][2]
    assert "Send two links to things you wrote" in analysis.coaching.next_actions[0]
    page = next(
        c for c in compose_report(analysis, pipeline.load_packs()).chapters if c.id == "company"
    )
    assert TOLD[0][2][1] in page.data["applying"]
