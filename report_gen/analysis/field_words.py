"""What each field of the analysis file means, in one line: the words of the published schema.

Types and shapes come from the dataclasses; a test refuses a field without words here.
"""

from __future__ import annotations

COMMON = {
    "id": "Its name inside this file; other parts refer to it. Not to be edited.",
    "ref": "What it is about: a line of the resume (work[0].highlights[2]) or a requirement (r4).",
    "refs": "References of the lines meant.",
    "evidence": "References of the candidate's own lines, the best first.",
    "why": "The reason, in words a reader can check.",
    "name": "As it is printed.",
    "title": "As it is printed.",
    "question": "The question as it is asked.",
    "questions": "Ids of the questions, or the questions themselves.",
    "because": "What makes it likely or worth while: a line of the posting, an own line, a gap.",
    "kind": "Its kind; see the values allowed.",
    "dimensions": "Ids of the competencies meant.",
    "skills": "Ids of skills in the data packs.",
    "follow_ups": "What is asked next.",
    "severity": "How much it weighs: critical, major or minor.",
    "confidence": "How sure the statement is.",
    "metrics": "The figures, as written.",
    "text": "The words.",
    "missing": "What the resume does not say.",
    "level": "Level 0..4 of a line: none, mentioned, applied, owned in production, owned with measured impact; of a job or person: its name.",
    "gap": "Id of the gap.",
    "points": "Points of the fit score; of an outline step: what to say.",
    "phase": "Foundation, deep practice or polish.",
    "dimension": "Id of the competency it belongs to.",
    "requirement": "Id of the requirement.",
    "requirements": "Ids of the requirements behind it.",
    "prompt": "The task or question put to the candidate.",
    "competency": "Id of the behavioural competency, or of the company's principle.",
    "related": "References of other own lines to fall back on.",
    "advice": "What to do or say about it.",
    "rating": "0 no evidence, 1 mentioned, 2 applied, 3 owned in production, 4 owned with measured impact.",
    "weight": "Its share in percent; of an intake question: what the answer changes, in points.",
    "hours": "Hours it takes.",
    "resources": "What to learn from.",
}  # fmt: skip
"""By the field's name, where the meaning is the same everywhere."""

OF = {
    "Analysis": {
        "schema_version": "Version of this shape; a file of another version is refused.",
        "resume": "The resume as understood: JSON Resume 1.0.0 with meta.reportgen.",
        "job": "The posting as understood: title, level, pay, requirements in its own words.",
        "options": "What was stated beside the two documents: dates, hours, overrides, answers.",
        "fit": "The score with its parts. Computed: an edit holds for this file only.",
        "dimensions": "Competency id -> what is shown, the bar, the weight. Computed.",
        "requirements": "Each requirement with its verdict and evidence. Computed.",
        "gaps": "What the job asks and the resume does not show, each with its script and the plan that closes it.",
        "stories": "STAR stories, the one to lead with first.",
        "questions": "The likely questions, by round.",
        "plan": "The dated plan.",
        "risks": "Red flags an interviewer may raise.",
        "warnings": "What was not understood, or not carried over.",
        "claims": "The ledger: each number and name in drafted words, and the lines that carry it.",
        "lines": "Every line of the resume, read as evidence. Computed.",
        "ratings": "Competency id -> rating by evidence alone. Computed.",
        "candidate": "The profession and level the resume itself speaks of. Computed.",
        "coverage": "Which story leads and which is in reserve, per competency and principle.",
        "holes": "Competencies no story serves, and how to find one.",
        "company": "The company as its pack knows it.",
        "rounds": "The interview rounds with weight, readiness, topics and the sheet for the day.",
        "designs": "Worked design outlines for this job.",
        "failures": "How candidates fail, with this person's own risk.",
        "xray": "Every bullet as the interviewer reads it.",
        "keywords": "Words of the posting the resume lacks although the deed is there.",
        "deep_dives": "Project talks, pre-filled.",
        "blanks": "What only the candidate knows, as questions, with the answers given so far.",
        "next_actions": "The next three things to do.",
        "intake": "What a coach asks first, ranked by what the answer would change.",
        "packs": "Digest of the data packs it was made with.",
        "drafted": "Entry -> field -> digest of each part as it was drafted; edits are found by it. Not to be edited.",
        "edits": "What a person has changed since it was drafted, with who and when. Written by the program.",
    },
    "Blank": {
        "blank": "The hint printed in the brackets.", "id": "Key of the question in `blanks`.",
        "room": "Words a good answer takes, for counting how long a draft is when said.",
    },
    "Coverage": {
        "kind": "competency or principle (of the company).", "id": "Key of the competency or principle.",
        "name": "The same as printed.", "lead": "Id of the story to tell first; empty if none fits.",
        "backup": "Id of the story in reserve; empty if none.",
    },
    "BlankQuestion": {
        "where": "Where the answer is used: stories, dives, x-ray; `stale` if the question is no longer asked.",
        "example": "Another person's good answer; never to be copied.", "answer": "The candidate's own words.",
    },
    "BulletXray": {
        "ownership": "The words that show whose deed it was; empty if silent.", "scale": "The words that show the size.",
        "metric": "The figure.", "outcome": "What came of it.", "invites": "What an interviewer will ask, the likeliest first.",
        "rewrite": "The bullet with blanks for what it leaves out; no new numbers.",
    },
    "Claim": {"source": "Where the statement comes from."},
    "ClaimRecord": {
        "claim": "The number or name.", "kind": "number or name.", "where": "The draft that says it.",
        "refs": "The lines, answers or options that carry it; `editor: NAME` where a person vouches.",
    },
    "CompanyView": {
        "known": "False: there is no pack for it, and the usual process is shown.", "summary": "What it is known for in interviews.",
        "process": "What is reported of its process.", "emphasis": "What it weighs more than others.",
        "principles": "Its stated values.", "study": "What to read of it.", "unsure": "What could not be verified.",
    },
    "Component": {"label": "As it is printed.", "max": "The most points it can give."},
    "DeepDive": {"sections": "problem, data, approach, results, trade_offs, differently -> draft."},
    "DesignOutline": {
        "family": "Kind of design problem.", "constraints": "What limits the design, those of the posting first.",
        "steps": "The outline, in order.", "own_evidence": "Own lines to lean on.",
    },
    "DimensionRating": {"score": "The finer value behind the rating, 0..4."},
    "DimensionScore": {
        "score": "The finer value behind the rating, 0..4.", "bar": "The rating usually expected at this level.",
        "emphasis": "The company's extra weight.",
    },
    "Draft": {"parts": "Text, quotes and blanks, in the order they are spoken."},
    "Edit": {
        "part": "The part's name in this file, such as stories[s2].action.",
        "state": "edited, added, removed; set_aside: it did not fit the new analysis and is kept in `value`.",
        "by": "Who (--editor); empty if nobody was named.", "on": "When (--today); null without a name.",
        "about": "The line or id by which it is found again.", "digest": "Of the value as marked.",
        "why": "Why it was set aside, or what changed underneath.", "value": "The edited value, where it is set aside.",
    },
    "Evidence": {"strength": "The line's level as far as it bears on this requirement, 1..4.", "relevance": "How near it is, 0..1."},
    "FailureRisk": {
        "risk": "This person's own risk.", "does": "What candidates do.", "fails_because": "Why it fails.",
        "instead": "The counter-move.",
    },
    "Fit": {
        "score": "0..100, the sum of the components' points.", "band": "The score in a word.",
        "low": "As low as uncertain readings could make it.", "high": "As high as they could.",
        "grade": "The same on the recruiters' scale, 0..4.", "components": "The summands.",
        "movers": "What would raise it most, found by scoring again.",
    },
    "Gap": {
        "priority": "For study, 0..1: severity, likelihood in the rounds, what can be closed in time.",
        "nearest": "References of the closest own lines.", "usual": "True where the posting is silent but the role always tests it.",
        "script": "The words to say; empty for gaps of low priority.", "plan": "What closes it, by the time there is.",
    },
    "GapScript": {
        "why_it_matters": "For this job.", "rounds": "Ids of the rounds it comes up in.",
        "acknowledge": "First move: say what is so.", "bridge": "Second: the nearest own evidence.",
        "reasoning": "Third: what a person who has it would do.", "plan": "Fourth: what is being done, by when.",
        "turns": "The ladder: direct question, probe, push-back.", "avoid": "What not to say.",
        "deliverable": "A thing to show in the end.", "two_hours": "What two hours can do.",
        "two_days": "What two days can do.", "two_weeks": "What two weeks can do.",
    },
    "InterviewQuestion": {
        "round": "Id of the round it is asked in.", "likelihood": "How likely it is asked.",
        "strong_answer": "What a strong answer shows.", "red_flags": "What makes interviewers doubt.",
        "own": "True: made from the candidate's own line.",
    },
    "IntakeQuestion": {"changes": "What the answer would change, in words."},
    "KeywordGap": {"keyword": "The word as the posting writes it."},
    "LineReading": {
        "owner": "The entry it belongs to.", "employer": "Of that entry.", "scale": "Words of size in it.",
        "own": "False for team voice without an own deed.", "owned": "It speaks of ownership.",
        "production": "It speaks of something in use.", "months_ago": "Since it ended; 0 for current, null undated.",
        "months": "How long the position lasted.",
    },
    "Metric": {
        "value": "The number.", "unit": "Its unit.", "baseline": "The value before.", "direction": "up, down or unknown.",
    },
    "Mover": {"change": "What to do."},
    "Note": {"code": "Stable name.", "message": "In words.", "where": "What it is about."},
    "Options": {
        "today": "The date reckoned from.", "interview_date": "Of the first interview; null if not known.",
        "hours_per_week": "Hours for preparation, 1..80.", "company": "Overrides the posting.",
        "role": "Overrides the posting.", "level": "Overrides the posting.", "answers": "Blank id -> the candidate's words.",
    },
    "PlanStep": {"within": "two hours, two days or two weeks.", "do": "What to do in that time."},
    "PlanTask": {
        "serves": "Id of the gap or round.", "serves_name": "The same as printed.", "proof": "How one knows it is done.",
        "day": "The day it is to be done by.",
    },
    "PlanWeek": {
        "number": "1, 2, ...", "start": "First day.", "end": "Last day.", "focus": "What most of its hours serve.",
        "tasks": "In the order of their days.",
    },
    "Quote": {"quote": "The candidate's or the posting's own words."},
    "RequirementMatch": {
        "status": "The verdict.", "score": "0..1.", "missing_skills": "Asked for and not shown.",
        "adjacent": "Near substitutes that gave part of the credit.", "listed_only": "Named in a list, never shown.",
        "weak": "Named, but too lightly to count.", "unshown": "Alternatives named beside what is shown.",
        "confidence": "How sure the reading is, 0..1.",
    },
    "Round": {
        "minutes": "How long it takes.", "count": "How many to expect.", "readiness": "How far the evidence reaches the bar, 0..100.",
        "tested": "What is tested.", "strong": "What strong looks like.", "failure": "The failure this person runs most here.",
        "topics": "What to review.", "lead_stories": "Ids of the stories to have ready.", "asks": "What to ask these interviewers.",
        "note": "What is special about it here.", "sheet": "The sheet for the day itself.",
    },
    "ScriptTurn": {"short": "About 20 seconds.", "full": "About 60 seconds."},
    "Story": {
        "competencies": "What it serves, the lead first.", "principles": "The company's principles it answers.",
        "situation": "S of STAR.", "task": "T.", "action": "A, in the first person.", "result": "R, with its figure.",
        "reflection": "What was learnt.", "strength": "0..1.", "strength_parts": "The meters behind it.",
        "short": "For 30 seconds, about 75 words.", "long": "For two minutes, about 280 words.",
        "probes": "The follow-ups it will draw.",
    },
    "StrengthPart": {"value": "0..1."},
    "StudyPlan": {
        "start": "First day.", "interview": "The day of the interview, null if not known.", "weeks": "Week by week.",
        "budget": "Hours there are.", "planned": "Hours planned; never more than the budget.",
        "left_out": "What does not fit: skim it.", "day_before": "Check list.", "day_of": "Check list.",
        "mindset": "Advice.", "quick": "hour, evening, weekend -> the best use of it.",
    },
    "Topic": {"minutes": "Minutes for it."},
}  # fmt: skip
"""By type and field, where it is special."""


def words_for(kind: str, field: str) -> str:
    """The explanation of a field; "" if there is none."""
    return OF.get(kind, {}).get(field) or COMMON.get(field, "")
