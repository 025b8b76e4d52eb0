"""Numbers of names measure nothing, and numbers that measure stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_gen.coaching.language.numbers import figures_in, has_baseline, has_change
from report_gen.matching.lexicon import lexicon
from report_gen.matching.metrics import read_metrics
from report_gen.matching.named_numbers import MASK, without_names
from report_gen.taxonomy import load_taxonomy

NAMES = [
    "Safety case according to ISO 26262 and IEC 61508 for the brake unit.",
    "Quantised the detector to int8 and fp16 on a 32-bit core.",
    "Rewrote the parser in C++17, C++20 and Python 3.",
    "802.11ax driver for Wi-Fi 6, USB 3.0 and PCIe 4.0.",
    "Passed SOC 2 and ISO-9001 as tier-1 supplier.",
    "Compared GPT-4, Llama 3 and Claude 3.5 for a 3D editor.",
    "Moved logs from S3 to R2 and scripts from Python 2 to Python 3.",
    "Shipped v2 of the API and v3.1 of the client in Q3.",
    "On call 24/7 for the 5G core, 4G as fallback.",
    "Owned the L4 autonomy stack and its L2+ features.",
    "Filed the 10-K and 10-Q under ASC 606 and IFRS 16.",
    "Set up TLS 1.3, HTTP/2, OAuth 2.0 and 2FA by RFC 7231.",
    "Level 3 diver, Grade 8 piano, Year 10 chemistry, Phase 2 trials.",
    "Created Power BI dashboards for 311 service requests and 911 calls.",
    "Moved the 401k plan and 1099s to Microsoft 365 for Fortune 500 clients.",
    "Taught CS 229 and EECS 442 and replicated the S&P 500.",
    "Held 1:1s and 360-degree feedback, wrote 8D reports.",
]
MEASURES = {
    "Cut p95 latency from 800 ms to 120 ms over HTTP/2.": "from 800 ms to 120 ms",
    "Macro F1 0.71 to 0.82 with Llama 3.": "0.71 to 0.82",
    "Detected 3D objects at 30 fps on a tier-1 chip.": "30 fps",
    "Closed 311 tickets and 500 requests of Fortune 500 clients.": "311 tickets",
    "Graded 442 exams in MATH 240.": "442 exams",
    "Upgraded Windows 11 for 900 users.": "900 users",
    "Passed ISO 27001 in 9 months.": "9 months",
    "Web3 wallet with B2B sales of $2M.": "$2M",
    "Taught Year 10; pass rate 71% to 89%.": "71% to 89%",
    "Sub-10 ms answers, 40% fewer handshakes.": "40% fewer handshakes",
    "Followed 100 to 200 patients a week in Phase 3.": "100 to 200 patients",
}


@pytest.mark.parametrize("line", NAMES)
def test_a_name_is_no_figure(line: str) -> None:
    assert figures_in(line) == ()
    assert not has_change(line)
    assert not has_baseline(line)
    assert read_metrics(line, lexicon(load_taxonomy())) == ()


@pytest.mark.parametrize("line", MEASURES)
def test_a_measure_beside_a_name_stays(line: str) -> None:
    assert MEASURES[line] in " | ".join(figures_in(line))
    assert MASK not in "".join(figures_in(line))


def test_a_measure_keeps_the_name_inside_it() -> None:
    found = read_metrics("Served 40 HTTP/2 requests per second.", lexicon(load_taxonomy()))
    assert all(MASK not in m.text + m.value for m in found)


@given(st.text(max_size=80))
def test_every_other_character_keeps_its_place(text: str) -> None:
    masked = without_names(text)
    assert len(masked) == len(text)
    assert all(a == b or (b == MASK and a.isdigit()) for a, b in zip(text, masked, strict=True))
