"""A schema.org JobPosting saved by itself is read as the page that carried it would be."""

from __future__ import annotations

import json

import pytest

from report_gen.errors import ReportGenError
from report_gen.reading import read_document

POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Beekeeper of Data",
    "description": "<h3>You have</h3><ul><li>Patience</li><li>SQL &amp; gloves</li></ul>",
}


@pytest.mark.parametrize("saved", [POSTING, {"@graph": [{"@type": "WebPage"}, POSTING]}])
@pytest.mark.parametrize("name", ["job.json", "job.txt"])
def test_its_description_is_the_text(saved: dict[str, object], name: str) -> None:
    document = read_document(json.dumps(saved).encode(), name)
    assert [line.text for line in document.lines] == [
        "Beekeeper of Data",
        "You have",
        "Patience",
        "SQL & gloves",
    ]
    assert document.data == POSTING


def test_one_without_words_is_refused() -> None:
    with pytest.raises(ReportGenError):
        read_document(json.dumps({"@type": "JobPosting"}).encode(), "job.json")
