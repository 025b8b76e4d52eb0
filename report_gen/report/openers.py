"""The page that opens a part: what is in it for this person, in figures and links."""

from __future__ import annotations

from report_gen.coaching.held_round import STATED, round_title
from report_gen.coaching.readiness import ready_words
from report_gen.coaching.wording import in_quotes
from report_gen.report.context import PARTS, Context
from report_gen.report.models import Chapter
from report_gen.report.words import count, listing, number


def opener(context: Context, part: str) -> Chapter:
    """The part's number, title and a paragraph with this person's figures."""
    data = {
        "number": "" if part == "A" else part,
        "title": PARTS[part],
        "text": _TEXTS[part](context),
    }
    return Chapter(
        id=f"part-{part.lower()}",
        part=part,
        title=PARTS[part],
        template="opener.html.j2",
        data=data,
    )


def _standing(context: Context) -> str:
    matches = context.matches.values()
    met = sum(m.status == "met" for m in matches)
    part = sum(m.status == "partial" for m in matches)
    fit = context.analysis.assessment.fit
    rest = len(context.matches) - met - part
    told = [
        f"meets {met or 'none'}",
        f"meets {part} in part" if part else "",
        f"does not show {'the last one' if rest == 1 else f'the other {rest}'}" if rest else "",
    ]
    return (
        f"This posting states {count(len(context.matches), 'requirement')}. Your resume "
        f"{listing([t for t in told if t])}. "
        f"Together that makes {number(fit.score)} of 100 points. The pages here show where each point comes from, "
        "so that you can check them and correct us where we misread you."
    )


def _resume(context: Context) -> str:
    xray = context.analysis.coaching.xray
    silent = sum(1 for x in xray if not x.metric)
    risks = len(context.analysis.assessment.risks)
    read = (
        "An interviewer reads your resume in about a minute and circles what to ask. "
        f"Of your {count(len(xray), 'line')}, {silent or 'none'} {'names' if silent == 1 else 'name'} no measured result"
    )
    if not risks:
        return (
            f"{read}. We found no gap in the dates and no claim that your lines contradict; what is "
            "far from this job they will ask about all the same, and part III has words for it."
        )
    return (
        f"{read}; {count(risks, 'point')} may be raised as a doubt. Knowing {'it' if risks == 1 else 'them'} "
        "beforehand turns a surprise into a question you were waiting for."
    )


def _scripts(context: Context) -> str:
    names = listing([g.name for g in context.gaps[:3]])
    return (
        f"{count(len(context.gaps), 'gap').capitalize()} between this posting and your resume deserve words of "
        f"their own. The first to prepare: {names}. Each page gives you an honest answer in four "
        "moves, built on your nearest evidence, and a way to close the gap in the time you have."
    )


def _stories(context: Context) -> str:
    best = context.stories[0] if context.stories else None
    blanks = len(context.analysis.coaching.blanks)
    text = f"{count(len(context.stories), 'story', 'stories').capitalize()}, each drafted from lines of your own resume. "
    if best:
        text += f"Lead with {in_quotes(best.title)}. "
    if blanks:
        text += (
            f"Where the resume is silent you find a blank, {blanks} in all; only you can fill "
            "them, and nothing was invented in their place."
        )
    return text


_MOSTLY = 60.0


def _interview(context: Context) -> str:
    rounds = context.rounds
    heavy = sorted(rounds, key=lambda r: (-r.weight, r.id))[:2]
    weak = min(rounds, key=lambda r: (r.readiness, r.id)) if rounds else None
    steps = [r for r in rounds if not r.inside]
    if any(r.sure == STATED for r in steps):
        text = f"The posting names {count(len(steps), 'step')}, and this part follows them. "
    elif any(r.sure for r in steps):
        text = f"For an employer of this kind we expect about {count(len(steps), 'talk')}. "
    else:
        text = (
            f"For this role at {context.company} we expect {count(len(steps), 'kind')} of round. "
        )
    if heavy:
        text += f"{listing([round_title(r) for r in heavy])} weigh most. "
    if weak and weak.readiness >= _MOSTLY:
        text += "What they test is mostly shown on your resume."
    elif weak:
        text += f"Least prepared by your resume is {round_title(weak)}: what it tests is {ready_words(weak.readiness)}."
    return text


def _dives(context: Context) -> str:
    titles = [d.title for d in context.analysis.coaching.deep_dives]
    return (
        f"Interviewers pick one project and dig until you say “I don't know”. These are the ones "
        f"they are most likely to pick: {listing([in_quotes(t) for t in titles])}. What your resume already answers is filled in; "
        "the blanks are what they will ask for."
    )


def _plan(context: Context) -> str:
    plan = context.analysis.coaching.plan
    if plan is None or not plan.weeks:
        return ""
    tasks = sum(len(w.tasks) for w in plan.weeks)
    return (
        f"{count(len(plan.weeks), 'week').capitalize()}, {number(plan.planned)} hours, {count(tasks, 'task')}. "
        "Each task names the gap or the round it serves and ends with something you can show, "
        "so that you know when it is done. The hours follow what hangs on a round and what is missing there."
    )


def _appendix(context: Context) -> str:
    resume, job = context.analysis.resume, context.analysis.job
    return (
        f"We used {round(resume.coverage * 100)}% of the lines of your resume and placed "
        f"{round(job.coverage * 100)}% of the posting. Look here first if something in this "
        "report seems wrong: most errors begin with a line that was misread."
    )


_TEXTS = {
    "I": _standing,
    "II": _resume,
    "III": _scripts,
    "IV": _stories,
    "V": _interview,
    "VI": _dives,
    "VII": _plan,
    "A": _appendix,
}
