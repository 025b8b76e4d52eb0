"""The claim ledger: a planted false claim of each kind is refused; true ones are carried."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report_gen import Analysis
from report_gen.analysis.build import UngroundedClaimError, build_analysis
from report_gen.coaching import ground_drafts
from report_gen.coaching.ledger import claims_in
from report_gen.coaching.models import Draft, Text
from report_gen.pipeline import load_packs

FALSE_CLAIMS = {
    "number": "I cut the costs by 83 percent.",
    "date": "That was in March 1997.",
    "employer": "I did this at Globex.",
    "product": "We moved everything to Zephyrium.",
    "technology": "I rewrote it in COBOL.",
    "person": "My manager Ferdinand agreed.",
    "mixed-case": "I used fooBar for that.",
}


def planted(analysis: Analysis, sentence: str) -> Analysis:
    story = analysis.coaching.stories[0]
    action = Draft(parts=(*story.action.parts, Text(text=sentence)))
    stories = (replace(story, action=action), *analysis.coaching.stories[1:])
    return replace(analysis, coaching=replace(analysis.coaching, stories=stories))


def build(analysis: Analysis) -> Analysis:
    return build_analysis(
        analysis.resume, analysis.job, analysis.matches, analysis.assessment,
        analysis.coaching, load_packs(), analysis.options,
    )  # fmt: skip


@pytest.mark.parametrize("sentence", FALSE_CLAIMS.values(), ids=FALSE_CLAIMS)
def test_a_false_claim_is_refused(analyses: dict[str, Analysis], sentence: str) -> None:
    with pytest.raises(UngroundedClaimError):
        build(planted(analyses["mira-okafor"], sentence))


@pytest.mark.parametrize("sentence", FALSE_CLAIMS.values(), ids=FALSE_CLAIMS)
def test_grounding_takes_out_the_sentence_and_nothing_else(
    analyses: dict[str, Analysis], sentence: str
) -> None:
    good = analyses["mira-okafor"]
    bad = planted(good, "I own the on-call rotation. " + sentence)
    grounded = ground_drafts(bad.coaching, bad.resume, bad.job, bad.options)
    assert grounded.stories[0].action.parts[-1] == Text(text="I own the on-call rotation.")
    build(replace(bad, coaching=grounded))


def test_what_the_resume_says_is_no_false_claim(analyses: dict[str, Analysis]) -> None:
    build(
        planted(
            analyses["mira-okafor"], "At Palmwood I cut latency from 180 ms to 65 ms with Redis."
        )
    )


def test_every_claim_of_an_analysis_names_lines_that_exist(analyses: dict[str, Analysis]) -> None:
    for analysis in analyses.values():
        assert analysis.claims
        known = {line.ref for line in analysis.matches.lines} | {
            r.id for r in analysis.job.requirements
        }
        for record in analysis.claims:
            assert record.refs
            for ref in record.refs:
                assert ref in known or ref.split("[")[0] in {
                    "work", "projects", "volunteer", "education", "basics", "job", "options",
                    "answers", "skills",
                }, ref  # fmt: skip


def test_sentence_starts_and_ideas_are_no_names() -> None:
    text = "Then I looked at the data. It was wrong. We used an A/B test and SQL."
    assert not list(claims_in(text, "x"))
