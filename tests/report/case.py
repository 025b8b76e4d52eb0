"""A small analysis made by hand, so that these tests do not move when a stage below gets better."""

from __future__ import annotations

from datetime import date

from report_gen.analysis import Analysis, ClaimRecord
from report_gen.coaching.models import (
    Blank,
    BlankQuestion,
    BulletXray,
    Claim,
    Coaching,
    CompanyView,
    CoverageHole,
    DeepDive,
    DesignOutline,
    Draft,
    FailureRisk,
    GapScript,
    InterviewQuestion,
    KeywordGap,
    OutlineStep,
    PlanTask,
    PlanWeek,
    Quote,
    Reply,
    Round,
    ScriptTurn,
    Story,
    StrengthPart,
    StudyPlan,
    Text,
    Topic,
)
from report_gen.job import Ignored, Job, Requirement
from report_gen.matching.models import Evidence, LineReading, Matches, RequirementMatch
from report_gen.notes import Note
from report_gen.options import Options
from report_gen.resume.models import Basics, Education, Resume, SkillGroup, Source, Work
from report_gen.scoring.models import Assessment, Component, DimensionScore, Fit, Gap, Mover, Risk

FIRST = "work[0].highlights[0]"
SECOND = "work[0].highlights[1]"


def small_analysis(name: str = "Ada Brink", employer: str = "Kestrel Maps") -> Analysis:
    """One person, one posting, one of each thing a report can hold."""
    return Analysis(
        resume=_resume(name, employer),
        job=_job(),
        options=Options(today=date(2026, 3, 2), interview_date=date(2026, 4, 6)),
        matches=_matches(employer),
        assessment=_assessment(),
        coaching=_coaching(employer),
        claims=(ClaimRecord(claim="40", kind="number", where="stories[0].action", refs=(FIRST,)),),
        notes=(Note(code="few_stories", message="The resume carries one story."),),
        packs="packs-test",
    )


def _resume(name: str, employer: str) -> Resume:
    return Resume(
        basics=Basics(name=name),
        work=(
            Work(
                name=employer,
                position="ML Engineer",
                start_date="2021-03",
                highlights=(
                    "Cut routing latency from 90 ms to 40 ms by caching tiles",
                    "Responsible for the map search index",
                ),
            ),
            Work(name="Old Mill", position="Analyst", start_date="2018", end_date="2019-06"),
        ),
        education=(Education(institution="Delft", study_type="MSc", end_date="2018"),),
        skills=(SkillGroup(name="Tools", keywords=("Python", "Kafka")),),
        unread_lines=("REFERENCES ON REQUEST",),
        coverage=0.96,
        total_years=6.3,
        sources={FIRST: Source(page=1), SECOND: Source(page=1)},
    )


def _job() -> Job:
    return Job(
        title="Senior ML Engineer, Search",
        company="Fernwood",
        role="mle",
        level="senior",
        min_years=5,
        requirements=(
            Requirement(id="r1", text="Own low-latency ML services", kind="required"),
            Requirement(id="r2", text="Experience with Kubernetes", kind="required"),
            Requirement(id="r3", text="Search relevance", kind="preferred"),
        ),
        ignored=(Ignored(text="We are an equal opportunity employer.", why="boilerplate"),),
        coverage=1.0,
    )


def _matches(employer: str) -> Matches:
    return Matches(
        requirements=(
            RequirementMatch(
                id="r1",
                status="met",
                score=1.0,
                evidence=(Evidence(ref=FIRST, strength=4),),
                why="Your first bullet shows it",
            ),
            RequirementMatch(id="r2", status="missing", score=0.0, why="No line names it"),
            RequirementMatch(
                id="r3", status="partial", score=0.5, evidence=(Evidence(ref=SECOND, strength=2),)
            ),
        ),
        lines=(
            LineReading(
                ref=FIRST,
                text="Cut routing latency from 90 ms to 40 ms by caching tiles",
                owner="work[0]",
                employer=employer,
                level=4,
            ),
            LineReading(
                ref=SECOND, text="Responsible for the map search index", owner="work[0]", level=2
            ),
        ),
        role="mle",
        role_years=5.0,
        level="mid",
    )


def _assessment() -> Assessment:
    return Assessment(
        fit=Fit(
            score=61.5,
            band="possible",
            low=55.0,
            high=68.0,
            grade=2.4,
            components=(
                Component(id="must", label="Must-haves", points=31.5, max=50.0, why="1 of 2 met"),
                Component(id="nice", label="Nice-to-haves", points=10.0, max=20.0, why="half"),
                Component(id="level", label="Level", points=20.0, max=30.0, why="one below"),
            ),
            movers=(Mover(change="show Kubernetes in one line", points=9.0, gap="kubernetes"),),
        ),
        dimensions={
            d: DimensionScore(id=d, name=n, rating=r, score=float(r), weight=w, bar=3, evidence=e)
            for d, n, r, w, e in (
                ("coding", "Coding", 2, 40.0, (SECOND,)),
                ("production_ownership", "Production ownership", 4, 35.0, (FIRST,)),
                ("constraints", "Constraints", 3, 25.0, (FIRST,)),
            )
        },
        gaps=(
            Gap(
                id="kubernetes",
                name="Kubernetes",
                kind="absent",
                severity="critical",
                priority=0.9,
                requirements=("r2",),
                dimension="coding",
                why="no line names it",
                nearest=(FIRST,),
            ),
            Gap(id="papers", name="Publications", kind="absent", severity="minor", priority=0.1),
        ),
        risks=(
            Risk(
                id="gap-1",
                kind="employment_gap",
                severity="minor",
                text="No position between June 2019 and March 2021",
                refs=("work[1]",),
                advice="say in one sentence what you did",
            ),
        ),
    )


def _said(*words: str | Quote | Blank) -> Draft:
    return Draft(parts=tuple(Text(text=w) if isinstance(w, str) else w for w in words))


def _coaching(employer: str) -> Coaching:
    blank = Blank(blank="requests a second?", id="b1")
    quote = Quote(quote="cut routing latency from 90 ms to 40 ms", ref=FIRST)
    risk = FailureRisk(
        id="scale",
        name="Scale gap",
        risk="high",
        does="speaks of small data",
        fails_because="the job is large",
        instead="name your largest system",
        why="no line names a scale",
        evidence=(SECOND,),
    )
    task = PlanTask(
        id="t1",
        title="deploy one service to Kubernetes",
        hours=3.0,
        serves="kubernetes",
        serves_name="Kubernetes",
        proof="a running pod",
        day=date(2026, 3, 7),
    )
    return Coaching(
        stories=(
            Story(
                id="s1",
                ref=FIRST,
                title="Routing in 40 ms",
                question="Tell me about something you made faster.",
                competencies=("ownership", "problem_solving"),
                situation=_said(f"I was an ML engineer at {employer}."),
                action=_said("I", quote, ", by caching tiles."),
                result=_said("It served", blank, "."),
                metrics=("90 ms to 40 ms",),
                missing=("task",),
                strength=0.7,
                strength_parts=(StrengthPart(id="ownership", value=0.9, why="your own verb"),),
                short=_said("I made routing faster."),
                long=_said("I made routing faster. It took a while."),
                probes=("How did you measure it?",),
            ),
        ),
        holes=(CoverageHole(competency="conflict", prompt="when did two people want two things?"),),
        scripts={
            "kubernetes": GapScript(
                gap="kubernetes",
                why_it_matters="it is a must of this posting",
                rounds=("design",),
                question="Have you run services on Kubernetes?",
                acknowledge=_said("Not yet in my job."),
                bridge=_said("At", employer, "I", quote, "."),
                near=("work[0].highlights[0]",),
                reasoning=_said("I'd start with one stateless service."),
                plan=_said("By the interview I'll have", blank, "."),
                turns=(
                    ScriptTurn(kind="probe", question="What is a pod?", short=_said("A unit.")),
                ),
                avoid=("I know it well",),
                two_hours="read the concepts",
                two_days="deploy a service",
                two_weeks="run it",
                deliverable="a repository",
                follow_ups=("What breaks first?",),
            )
        },
        company=CompanyView(
            id="generic",
            name="Fernwood",
            known=False,
            summary="the usual process",
            process=(Claim(text="a coding round", confidence="low", source="guide"),),
        ),
        rounds=(
            Round(
                id="design",
                name="System design",
                minutes="60 min",
                count="1",
                weight=60.0,
                readiness=45.0,
                confidence="medium",
                dimensions=("coding",),
                tested=("structure",),
                strong=("trade-offs named",),
                failure=risk,
                topics=(Topic(name="Caching", because="gap Kubernetes", minutes=45),),
                questions=("q1",),
                lead_stories=("s1",),
                asks=("Who is on call?",),
            ),
            Round(
                id="talk",
                name="Recruiter screen",
                minutes="30 min",
                count="1",
                weight=40.0,
                readiness=80.0,
                confidence="high",
                dimensions=(),
                tested=(),
                strong=(),
            ),
        ),
        questions=(
            InterviewQuestion(
                id="q1",
                round="design",
                question="Design map search.",
                because="the posting asks for it",
                ref="r3",
                likelihood="high",
                follow_ups=("And at ten times the load?",),
                strong_answer="starts from the budget",
                evidence=(FIRST,),
            ),
        ),
        designs=(
            DesignOutline(
                family="search",
                title="Search",
                prompt="Design search for maps.",
                because="JD R3",
                constraints=(Topic(name="Latency", because="JD R1 asks for it"),),
                steps=(OutlineStep(title="Clarify", points=("who searches", "how often")),),
            ),
        ),
        failures=(risk,),
        xray=(
            BulletXray(
                ref=FIRST, level=4, ownership="cut", metric="90 ms to 40 ms", invites=("How?",)
            ),
            BulletXray(
                ref=SECOND,
                level=2,
                missing=("metric",),
                rewrite=_said("Ran the map search index for", blank, "."),
            ),
        ),
        replies=(Reply(id="r1", ref=FIRST, say=_said("I cut routing latency.")),),
        keywords=(
            KeywordGap(keyword="relevance", requirement="r3", refs=(SECOND,), advice="use it"),
        ),
        deep_dives=(
            DeepDive(
                ref=FIRST,
                title="Tile cache",
                sections={"problem": _said("Routing was slow.")},
                questions=("Why tiles?",),
            ),
        ),
        plan=StudyPlan(
            start=date(2026, 3, 2),
            interview=date(2026, 4, 6),
            weeks=(
                PlanWeek(
                    number=1,
                    start=date(2026, 3, 2),
                    end=date(2026, 3, 8),
                    phase="foundation",
                    focus="Kubernetes",
                    hours=10.0,
                    tasks=(task,),
                ),
            ),
            budget=50.0,
            planned=3.0,
            left_out=(task,),
            day_before=("sleep",),
            day_of=("test the microphone",),
            mindset=("it is a talk",),
            resources=(Topic(name="Kubernetes documentation", because="gap Kubernetes"),),
            quick={"hour": ("say the story aloud",)},
        ),
        blanks=(BlankQuestion(id="b1", question="How many requests a second?", ref=FIRST),),
        next_actions=("Say the story aloud",),
    )
