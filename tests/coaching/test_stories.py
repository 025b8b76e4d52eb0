"""Stories from real resumes: chosen, worded, grounded, and different from each other."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import pairwise

import pytest

import report_gen
from report_gen.coaching.language.checks import speech_faults
from report_gen.coaching.models import Blank, Draft, Quote, Story, Text
from report_gen.coaching.story_parts import LEAST_ROOM
from report_gen.resume import lookup
from tests.conftest import JOBS

TODAY = date(2026, 11, 2)
NURSE = {
    "basics": {"name": "Lena Hartwig", "label": "Charge nurse"},
    "work": [
        {
            "name": "St. Brigid Hospital",
            "position": "Charge Nurse",
            "startDate": "2019-03",
            "summary": "Surgical ward with 24 beds.",
            "highlights": [
                "Reduced patient falls by 22% within a year by introducing hourly rounding and "
                "repainting the floor markings.",
                "Precepted 6 new graduate nurses; all six passed probation.",
                "Patient satisfaction rose from 82 to 91 after I introduced bedside handover.",
                "Argued against the cheapest infusion pump after a trial with 40 patients.",
                "Responsible for medication stock, resulting in zero expired items at two audits.",
                "We rewrote the night handover together with the doctors.",
            ],
        },
        {
            "name": "Riverside Clinic",
            "position": "Staff Nurse",
            "startDate": "2015-08",
            "endDate": "2019-02",
            "highlights": [
                "Triaged up to 45 emergency patients per shift.",
                "Trained 12 colleagues in wound care and wrote the ward's dressing guide.",
                "Helped with the move to electronic charts.",
            ],
        },
    ],
    "volunteer": [
        {
            "organization": "Open Door Shelter",
            "position": "Nurse",
            "startDate": "2017-01",
            "highlights": ["Run a weekly foot-care clinic for homeless people."],
        }
    ],
}
JOB = """Programme Manager, Clinical Safety
Larkspur Health, Boston

Responsibilities
- Lead projects with nurses, doctors and engineers
- Define measures of patient safety and report them
- Train new staff

Requirements
- 5+ years of experience in a clinical setting
- Experience with process improvement
"""


def analyse(resume: dict[str, object], **options: object) -> report_gen.Analysis:
    return report_gen.analyze(
        report_gen.parse_resume(json.dumps(resume).encode(), filename="resume.json", today=TODAY),
        report_gen.parse_job(text=JOB),
        today=TODAY,
        **options,  # type: ignore[arg-type]
    )


@pytest.fixture(scope="module")
def nurse() -> report_gen.Analysis:
    return analyse(NURSE)


def drafts_of(story: Story) -> list[Draft]:
    return [
        story.situation, story.task, story.action, story.result, story.reflection, story.short,
        story.long,
    ]  # fmt: skip


def story_of(analysis: report_gen.Analysis, words: str) -> Story:
    return next(s for s in analysis.coaching.stories if words in lookup(analysis.resume, s.ref))


def test_every_person_has_eight_to_twelve_stories(analyses: dict[str, report_gen.Analysis]) -> None:
    for analysis in analyses.values():
        assert 6 <= len(analysis.coaching.stories) <= 12


def test_no_two_stories_share_a_line_a_title_or_a_question(nurse: report_gen.Analysis) -> None:
    stories = nurse.coaching.stories
    for field in ("ref", "title", "question", "id"):
        values = [getattr(s, field) for s in stories]
        assert len(set(values)) == len(values), field


def test_the_strongest_line_leads_and_the_helper_line_does_not(nurse: report_gen.Analysis) -> None:
    texts = [lookup(nurse.resume, s.ref) for s in nurse.coaching.stories]
    assert texts[0].startswith(("Reduced patient falls", "Patient satisfaction"))
    assert not any(t.startswith("Helped with") for t in texts[:6])


def test_what_was_done_and_what_came_of_it(nurse: report_gen.Analysis) -> None:
    story = story_of(nurse, "patient falls")
    told = "I introduced hourly rounding and repainted the floor markings."
    assert story.action.plain.startswith(told)
    assert story.result.plain.startswith("That reduced patient falls by 22% within a year.")
    assert "22%" in " ".join(story.metrics)
    assert "baseline" in story.missing


def test_silence_becomes_a_blank_and_never_a_number(nurse: report_gen.Analysis) -> None:
    story = story_of(nurse, "Trained 12 colleagues")
    assert any(isinstance(p, Blank) for p in story.result.parts)
    assert {"task", "result"} <= set(story.missing)


def test_team_voice_asks_for_the_own_part(nurse: report_gen.Analysis) -> None:
    found = [s for s in nurse.coaching.stories if "We rewrote" in lookup(nurse.resume, s.ref)]
    for story in found:
        assert "own_part" in story.missing
        assert story.action.plain.startswith("We rewrote")
        assert any(isinstance(p, Blank) for p in story.action.parts)


def test_numbers_said_stand_in_the_inputs(nurse: report_gen.Analysis) -> None:
    source = json.dumps(NURSE) + JOB
    for story in nurse.coaching.stories:
        for draft in drafts_of(story):
            for part in draft.parts:
                if isinstance(part, Text):
                    for number in re.findall(r"\d+", part.text):
                        assert number in source


def test_every_blank_is_registered_with_a_question_why_and_example(
    analyses: dict[str, report_gen.Analysis],
) -> None:
    for analysis in analyses.values():
        asked = {q.id: q for q in analysis.coaching.blanks}
        for story in analysis.coaching.stories:
            for draft in drafts_of(story):
                for part in draft.parts:
                    if isinstance(part, Blank):
                        question = asked[part.id]
                        assert question.question.endswith("?")
                        assert question.why
                        assert question.example


def test_quotes_are_the_line_as_it_stands(analyses: dict[str, report_gen.Analysis]) -> None:
    for analysis in analyses.values():
        for story in analysis.coaching.stories:
            for draft in drafts_of(story):
                for part in draft.parts:
                    if isinstance(part, Quote):
                        asked = {r.id: r.text for r in analysis.job.requirements}
                        source = asked.get(part.ref) or lookup(analysis.resume, part.ref)
                        assert part.quote.rstrip(".") in source


def test_lengths(analyses: dict[str, report_gen.Analysis]) -> None:
    for analysis in analyses.values():
        for story in analysis.coaching.stories:
            assert 25 <= len(story.short.plain.split()) <= 115, story.ref
            assert story.short.aloud <= 125, story.ref
            assert story.long.aloud <= 330, story.ref
            assert sum(isinstance(p, Blank) for p in story.short.parts) <= 3, story.ref
            assert len(story.probes) >= 3


def test_at_most_a_third_is_blank_and_no_two_blanks_side_by_side_in_a_row(
    analyses: dict[str, report_gen.Analysis],
) -> None:
    for analysis in analyses.values():
        for story in analysis.coaching.stories:
            room = sum(p.room for p in story.long.parts if isinstance(p, Blank))
            if not any(isinstance(p, Blank) for p in story.result.parts):
                assert room <= max(LEAST_ROOM + 12, story.long.aloud / 3), story.ref
            for row in (story.action, story.result):
                at = [n for n, p in enumerate(row.parts) if isinstance(p, Blank)]
                for a, b in pairwise(at):
                    between = row.parts[a + 1 : b]
                    said = sum(p.text.count(". ") for p in between if isinstance(p, Text))
                    assert said >= 2, (story.ref, row.plain)


def test_the_rows_are_the_whole_story(analyses: dict[str, report_gen.Analysis]) -> None:
    for analysis in analyses.values():
        for story in analysis.coaching.stories:
            rows = [story.situation, story.task, story.action, story.reflection, story.tie]
            told = story.action.plain
            if not told.startswith(story.result.plain):  # a deed that is its own effect
                rows.insert(3, story.result)
            assert story.long.plain == " ".join(r.plain for r in rows if r.parts)


def test_no_story_is_filled_with_another_piece_of_work() -> None:
    person = {
        "basics": {"name": "Ayu Prasetyo"},
        "work": [{
            "name": "Cikarang Press", "position": "Print Engineer", "startDate": "2020-01",
            "highlights": [
                "Built the colour checker for the web presses; waste paper fell from 9% to 4%.",
                "Trained operators at two sites to read the colour checker.",
                "Negotiated the ink contract with three suppliers.",
                "Cleaned the archive of plates and wrote a guide to it.",
            ],
        }],
    }  # fmt: skip
    stories = {s.ref[-2]: s for s in analyse(person).coaching.stories}
    assert "ink" not in stories["0"].long.plain
    assert "archive" not in stories["0"].long.plain
    told = stories["0"].long.plain + stories["1"].long.plain
    assert "I also trained operators" in told or "I also built the colour checker" in told


def test_a_story_grows_with_its_answers() -> None:
    before = story_of(analyse(NURSE), "Trained 12 colleagues")
    asked = {q.id: q for q in analyse(NURSE).coaching.blanks if q.ref == before.ref}
    answers = dict.fromkeys(
        asked, "We lost two evenings in April 2019, and the ward ran short of gauze, so I drew it."
    )
    after = story_of(analyse(NURSE, answers=answers), "Trained 12 colleagues")
    assert after.long.aloud > 1.5 * before.long.aloud
    assert not any(isinstance(p, Blank) for p in after.long.parts)


def test_what_is_said_has_no_fault(analyses: dict[str, report_gen.Analysis]) -> None:
    for analysis in analyses.values():
        for story in analysis.coaching.stories:
            for draft in (story.short, story.long):
                asked = {r.id for r in analysis.job.requirements}
                whole = " ".join(
                    p.text if isinstance(p, Text) else "something"
                    for p in draft.parts
                    if not isinstance(p, Quote) or p.ref in asked
                )
                whole = re.sub(r"\s+([.,;:])", r"\1", whole)
                faults = [f for f in speech_faults(whole) if "words in a sentence" not in f]
                assert faults == [], (story.ref, whole)


def test_two_stories_do_not_use_the_same_joints(nurse: report_gen.Analysis) -> None:
    openings = [" ".join(s.long.plain.split()[:4]) for s in nurse.coaching.stories]
    assert all(a != b for a, b in pairwise(openings))


def test_a_competency_without_a_story_comes_with_a_prompt(nurse: report_gen.Analysis) -> None:
    served = {c for s in nurse.coaching.stories for c in s.competencies}
    for hole in nurse.coaching.holes:
        assert hole.competency not in served
        assert hole.prompt.endswith("?")
    assert served | {h.competency for h in nurse.coaching.holes} >= {
        "ownership", "problem_solving", "conflict", "ambiguity", "failure_and_learning",
        "influence", "customer", "mentoring",
    }  # fmt: skip


def test_principles_come_from_the_company_pack() -> None:
    analysis = analyse(NURSE, company="Amazon")
    named = {p for s in analysis.coaching.stories for p in s.principles}
    assert "Customer Obsession" in named or "Ownership" in named


def test_an_empty_resume_has_no_stories_and_all_the_holes() -> None:
    from report_gen.coaching.blanks import BlankBook
    from report_gen.coaching.stories import draft_stories
    from report_gen.coaching.voice import speaker_for
    from report_gen.job import Job
    from report_gen.matching import Matches
    from report_gen.resume import Resume
    from report_gen.taxonomy import load_taxonomy

    taxonomy = load_taxonomy()
    told = draft_stories(
        Matches(requirements=(), lines=()), Resume(), Job(), taxonomy, None,
        speaker_for(Resume(), Job(), taxonomy), BlankBook(),
    )  # fmt: skip
    assert told.stories == ()
    assert len(told.holes) == 8


def test_the_same_resume_gives_the_same_words() -> None:
    assert analyse(NURSE).coaching.stories == analyse(NURSE).coaching.stories


def test_odd_lines_are_told_as_what_they_are() -> None:
    person = {
        "basics": {"name": "Noor Ellison", "email": "noor@example.org"},
        "work": [
            {
                "name": "Fernhollow", "position": "Researcher", "startDate": "2019-01", "endDate": "2025-12",
                "highlights": [
                    "Supervised 12 master theses on speech recognition with students",
                    "Named employee of the month in 2021 and 2022",
                    "My hardest moment was telling the CEO that the launch had to wait",
                    "Closed an enterprise deal worth $2.3M with a national retailer",
                    "Introduced a weekly planning meeting; before, it was whenever everyone was ready.",
                ],
            }
        ],
    }  # fmt: skip
    analysis = report_gen.analyze(
        report_gen.parse_resume(json.dumps(person).encode(), filename="r.json", today=TODAY),
        report_gen.parse_job(JOBS / "ranking-mle.txt"),
        today=TODAY,
    )
    stories = {s.ref[-2]: s for s in analysis.coaching.stories}
    assert "1" not in stories  # a prize is no deed
    assert stories["0"].competencies[0] == "mentoring"
    assert stories["2"].title.startswith("Telling the CEO")
    assert not any("That included before" in s.long.plain for s in stories.values())
    deal = analysis.coaching.xray[3]
    assert "$2.3M" in deal.outcome
    assert "what came of it" not in deal.missing


def test_a_deed_that_is_its_effect_is_not_asked_for_its_effect() -> None:
    person = {
        "basics": {"name": "Ayu Prasetyo"},
        "work": [{
            "name": "Cikarang Press", "position": "Print Engineer", "startDate": "2020-01",
            "highlights": ["Cut the ink bill by 27% (smaller cans, fewer colours).", "Raised press uptime from 81% to 92%."],
        }],
    }  # fmt: skip
    for story in analyse(person).coaching.stories:
        assert isinstance(story.result.parts[0], Text)
        assert any(f in story.result.parts[0].text for f in ("27%", "92%"))
        assert story.long.plain.count("27%") <= 1


def test_a_line_is_asked_for_what_its_kind_of_deed_is_silent_on() -> None:
    person = {
        "basics": {"name": "Ayu Prasetyo"},
        "work": [{
            "name": "Cikarang Press", "position": "Print Engineer", "startDate": "2020-01",
            "highlights": [
                "Supervised two apprentices of the plate room.", "Wrote the handbook of the night shift.",
                "Moved the plate archive to the new hall.", "Cleaned the order data of three plants.",
                "Negotiated the paper contract with two mills.", "Built a colour checker.",
            ],
        }],
    }  # fmt: skip
    stories = analyse(person).coaching.stories
    for move in ("task", "result"):
        labels = {p.blank for s in stories for p in getattr(s, move).parts if isinstance(p, Blank)}
        assert len(labels) == 6, move


def test_prizes_and_bare_duties_are_no_stories_and_a_prize_is_asked_what_it_was_for() -> None:
    person = {
        "basics": {"name": "Teun Vermeer"},
        "work": [{
            "name": "Waalkade Ferries", "position": "Deck Officer", "startDate": "2018-01",
            "highlights": [
                "Team prize for safest quay, 2023",
                "Won Sailor of the Season twice",
                "Harbour slam finalist 2020",
                "Responsible for the weekly fuel report.",
                "Ropes, paint, lifejackets.",
                "Rewrote the boarding plan so that wheelchairs board first.",
                "Cut boarding from 14 to 9 minutes by opening the second ramp.",
                "Trained 11 deckhands on the new winch.",
                "Argued against the cheaper winch after a trial with three crews.",
                "Built a logbook in Excel that two other ferries now use.",
                "Won the innovation award for a ramp that two people can fold in under a minute",
            ],
        }],
    }  # fmt: skip
    coaching = analyse(person).coaching
    told = {int(s.ref.split("[")[-1].rstrip("]")) for s in coaching.stories}
    assert told == {5, 6, 7, 8, 9, 10}
    prize = coaching.xray[0]
    assert prize.missing == ()
    assert prize.invites[0] == "What was it given for, and which part of that was yours?"


def test_a_line_that_tells_only_how_far_it_got_is_asked_how_and_not_what_came_of_it() -> None:
    person = {
        "basics": {"name": "Teun Vermeer"},
        "work": [{
            "name": "Waalkade Ferries", "position": "Deck Officer", "startDate": "2018-01",
            "highlights": ["Boarding time from 14 to 9 minutes in one season."],
        }],
    }  # fmt: skip
    story = analyse(person).coaching.stories[0]
    told = "Boarding time went from 14 to 9 minutes in one season."
    assert story.result.plain.startswith(told)
    assert any(isinstance(p, Blank) for p in story.action.parts)


def test_a_project_named_by_what_one_was_is_told_without_that_name() -> None:
    person = {
        "basics": {"name": "Teun Vermeer"},
        "projects": [
            {"name": "Contributor to a tide library", "startDate": "2022",
             "highlights": ["Wrote the parser for harbour tables; 40 ports use it."]},
        ],
    }  # fmt: skip
    story = analyse(person).coaching.stories[0]
    assert story.situation.plain.startswith("This one comes from a project.")
    assert any(isinstance(p, Blank) for p in story.reflection.parts)


def test_a_position_held_since_is_said_in_the_perfect() -> None:
    for story in analyse(NURSE).coaching.stories:
        for sentence in re.split(r"(?<=[a-z0-9]{3}[.]) ", story.situation.plain):
            if "since" in sentence.lower():
                assert re.search(r"\b(?:I've been|have been)\b", sentence), sentence


def test_a_change_told_in_words_is_said_once() -> None:
    person = {
        "basics": {"name": "Ebba Lund"},
        "work": [
            {"name": "Hamnkiosken", "position": "Planner", "startDate": "2020-01",
             "highlights": ["Took deliveries from three monthly runs to forty a month with one van"]},
        ],
    }  # fmt: skip
    story = analyse(person).coaching.stories[0]
    assert "to forty a month" in story.result.plain
    assert "to forty a month" not in story.action.plain
    assert story.metrics == ("from three monthly runs to forty a month",)
