"""A posting that asks nobody to write code."""

import pytest

from report_gen.coaching.stated_process import _NO_CODE


@pytest.mark.parametrize(
    "told",
    [
        "Do I need to code? No. You do need to follow a discussion.",
        "No coding required for this post.",
        "You will not be asked anything odd; we don't expect you to write code.",
        "This is not a coding role.",
    ],
)
def test_no_code_is_heard(told: str) -> None:
    assert _NO_CODE.search(told)


@pytest.mark.parametrize(
    "told",
    [
        "Do I need to code? Yes, every day.",
        "You write code that others read.",
        "No code goes live without a review.",
        "We don't code alone: pairs change daily.",
    ],
)
def test_code_that_is_asked_is_not_ruled_out(told: str) -> None:
    assert not _NO_CODE.search(told)
