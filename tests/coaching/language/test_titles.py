"""A title stands alone: a thing, a doing with its whole object, or a sentence up to a joint."""

from __future__ import annotations

import pytest

from report_gen.coaching.blanks import BlankBook
from report_gen.coaching.language.names import Names
from report_gen.coaching.language.speech import Speaker
from report_gen.coaching.wording import UNNAMED, Wording
from report_gen.taxonomy import load_taxonomy


@pytest.fixture(scope="module")
def speaker() -> Speaker:
    return Speaker(load_taxonomy().language_words, Names(["Python", "Kafka", "Excel"]))


@pytest.mark.parametrize(
    ("line", "title"),
    [
        # a verb whose object alone says half of it
        ("Put labels on every shelf so that nobody asks.", "Putting labels on every shelf"),
        (
            "Keeping three bands out of each other's way with one rehearsal plan.",
            "Keeping three bands out of each other's way",
        ),
        (
            "Got the caretaker, two clubs and the council to agree on keys.",
            "Getting the caretaker, two clubs and the council to agree on keys",
        ),
        # what one is responsible for, or takes part in, is the thing and not the being so
        ("Responsible for weekly stocktaking of the bar.", "Weekly stocktaking of the bar"),
        (
            "Was involved in moving the old archive to steel shelves; rent came down by 20%.",
            "Moving the old archive to steel shelves",
        ),
        ("In charge of the paint shop.", "The paint shop"),
        ("Able to bring losses down from 9% to 4% by counting twice.", "Bringing losses down from 9% to 4%"),
        ("Opened workshop for bicycles in the old mill.", "Opening a workshop for bicycles in the old mill"),
        # a passive is called by its deed, a leaning clause by its main one, a clause behind "and" is none
        ("The pilot was extended to all 26 branches.", "Extending the pilot to all 26 branches"),
        ("The herd was moved from the marsh to the hill.", "Moving the herd from the marsh to the hill"),
        ("Error rates were reduced by 35% and turnaround was cut.", "Reducing error rates by 35%"),
        (
            "A dryer for hops was built, tested and sold as a kit; it runs on 11 farms.",
            "Building, testing and selling a dryer for hops",
        ),
        ("When the well ran dry, we moved the herd uphill.", "Moving the herd uphill"),
        (
            "If the tide is late, the pumps are started by hand; I wrote the rule for that.",
            "Writing the rule",
        ),
        ("Calls answered within 20 seconds: 61% to 88%.", "Calls answered within 20 seconds from 61% to 88%"),
        ("Typing errors per page, 4.1 to 1.3, counted twice", "Typing errors per page from 4.1 to 1.3"),
        # several verbs, with their particles, before the object they share
        (
            "Cut, sewed and handed out 300 masks in the first month.",
            "Cutting, sewing and handing out 300 masks",
        ),
        ("Asked for and got a second lift for the ward.", "Asking for and getting a second lift"),
        ("Washed, dried and folded; nothing got lost.", "Washing, drying and folding"),
        ("Have been handling payroll for 200 drivers since 2018.", "Handling payroll for 200 drivers since 2018"),
        ("As a volunteer, I repaired toys and lifted spirits.", "Repairing toys"),
        ("Turned a loss of €4k into a profit of €2k.", "Turning a loss of €4k into a profit of €2k"),
        # a last word whose own circumstance is cut off goes with it; a pair and a series stay whole
        ("Took part in a contest run by the town for beekeepers and 40 schools.", "Taking part in a contest"),
        ("Wrote a small kit for testing with pumps that ran dry in summer.", "Writing a small kit"),
        ("Repaired both the mill and the barn of the estate for two winters.", "Repairing both the mill and the barn of the estate for two winters"),
        ("Set rules for paper-based, yearly counts of stock.", "Setting rules for paper-based, yearly counts of stock"),
        ("TideWatch: Uses buoy data to warn small boats.", "TideWatch"),
        ("Supervisor: Dr. Halvorsen", "Supervisor: Dr. Halvorsen"),
        ("Membership up 18% year on year, rent down.", "Membership up 18%"),
        # a finding's clause has its verb; what was done about it is the second deed's
        ("Noticed that half the bins of the old town stayed empty.", "Noticing that half the bins of the old town stayed empty"),
        ("Found that the labels of the freezer room came off in winter on most of the older crates. Glued 400 new ones.", "Gluing 400 new ones"),
        # a figure behind a colon is no part of the deed's name, nor what only joins two lines
        ("rewrote the payroll batch: 6 hrs to 40 min", "Rewriting the payroll batch"),
        ("On top of this: minutes of the parish council", "Minutes of the parish council"),
        # a label is the name where a title would end within its list; nobody knows what "it" was
        ("Plant cost: feed contracts, spare pumps in place of new ones, night shifts only where it pays.", "Plant cost"),
        ("The boiler tripped twice a week; traced it to a flow switch.", "The boiler tripping twice a week"),
        # a statement is called by what its thing does, a found fact with its verb, a thing by its purpose
        ("Nine of the 12 wards now plan their meals on our sheet", "Nine of the 12 wards planning their meals"),
        ("Watering went from weekly to daily", "Watering from weekly to daily"),
        ("The paper register became a searchable list.", "The paper register becoming a searchable list"),
        ("Noticed that the scales drifted every winter; told the mill.", "Noticing that the scales drifted every winter"),
        ("Built a small model that predicts queues at the lock.", "Building a small model that predicts queues"),
        ("A plan to close one ferry line was recommended to the council", "A plan to close one ferry line"),
        ("First aid was taught to 200 drivers.", "Teaching first aid to 200 drivers"),
        # what was asked for is the deed; "it" is what the label names; no title ends in a count or in half a date
        ("Was asked to tidy up the seed bank before the audit.", "Tidying up the seed bank"),
        ("Choir archive: moved it over from tapes.", "Moving the choir archive"),
        ("Turning it off: retired the old siren last spring.", "Retiring the old siren last spring"),
        ("Introduced shared lockers with the four visiting rowing clubs; two left.", "Introducing shared lockers with the four visiting rowing clubs"),
        ("Led the rescue of 14 May (3 h 10 min); wrote the report.", "Leading the rescue of 14 May"),
        ("Own survey of 40 allotments, shared with the council", "Own survey of 40 allotments"),
        ("Code reviews, about 10 a week", "Code reviews"),
        # a question's clause is whole
        ("Studied how mussels and limpets compete with algae on piers.", "Studying how mussels and limpets compete with algae on piers"),
        ("Asked whether salt and sand reduce slips on the ramp.", "Asking whether salt and sand reduce slips"),
        ("Analysed why buses bunch and proposed gaps of 7 minutes.", "Analysing why buses bunch"),
        ("By then I knew the valves and could close the line alone.", "Knowing the valves"),
        # what stands before a statement is no title
        ("Alongside two nurses I taught first aid to 60 pupils.", "Teaching first aid to 60 pupils"),
        ("Within six months, attendance rose from 54% to 80%.", "Attendance rose from 54% to 80%"),
        # a time is no title beside what was made, and one person has an article
        ("Master project and then one year as laboratory assistant on algae.", "Master project"),
        ("School play, and two summers as usher at the opera.", "School play"),
        ("Assisted head chef with banquets.", "Assisting a head chef with banquets"),
        ("Shadowed senior planner on two housing schemes.", "Shadowing a senior planner on two housing schemes"),
        # a figure is no title where a part one had can be named
        ("3 to 4 rooms per cleaner, shift lead from 2019.", "Shift lead from 2019"),
        ("2 to 3 weddings a week, head florist from 2016.", "Head florist from 2016"),
        # lists are told to their end
        ("Cutting, sewing, quality check.", "Cutting, sewing, quality check"),
        ("Invoices, reminders, bank statements.", "Invoices, reminders, bank statements"),
        (
            "Plan rotas, holidays and cover for 40 drivers in 3 depots.",
            "Planning rotas, holidays and cover for 40 drivers",
        ),
        # clauses of question words are whole or not there
        (
            "Host evenings where neighbours say what they need.",
            "Hosting evenings where neighbours say what they need",
        ),
        # a sentence ends at a joint of its own
        (
            "The booking form is now used by the Museum of Transport in 3 halls.",
            "The booking form is now used by the Museum of Transport",
        ),
        (
            "The idea of shared barrows came from me and is now used in 40 gardens.",
            "The idea of shared barrows came from me and is now used",
        ),
        ("What he cannot lift, he leaves to the crane.", "What he cannot lift, he leaves to the crane"),
        # a change is named with both its ends
        ("Queue at the desk 40 to 15 minutes in two terms.", "Queue at the desk from 40 to 15 minutes"),
        ("Pipes up to 200 mm, certified.", "Pipes up to 200 mm"),
    ],
)  # fmt: skip
def test_a_title_is_whole(line: str, title: str, speaker: Speaker) -> None:
    assert speaker.say(line).title == title


@pytest.mark.parametrize(
    "line",
    [
        "No parcel is scanned twice any more.",
        "Queue at the desk 40 to 15 minutes in two terms.",
        "Broken cups fell by a third thanks to the new trays.",
    ],
)
def test_a_sentence_is_never_put_where_a_name_belongs(line: str, speaker: Speaker) -> None:
    speech = speaker.say(line)
    wording = Wording(
        speaker.words, BlankBook(), text=line, ref="work[0].highlights[0]", topic=speech.topic,
        where="s1", verb=speech.verb, title=speech.title, opening=speech.opening,
    )  # fmt: skip
    asked = wording.fill("Who noticed a difference after {it}, and how?")
    assert asked == f"Who noticed a difference after {UNNAMED}, and how?"
    assert wording.fill("What did you do about {it}?", again=True) == "What did you do about this?"


@pytest.mark.parametrize(
    ("line", "question", "asked"),
    [
        (
            "Held a 12-week trial of the new bus lanes.",
            "Who needed {it}, and what could they not do without it?",
            f"Who needed {UNNAMED}, and what could they not do without it?",
        ),
        (
            "Kept four bands out of each other's way with one calendar.",
            "What would somebody who takes {it} over get wrong at first?",
            f"What would somebody who takes {UNNAMED} over get wrong at first?",
        ),
        (
            "Kept four bands out of each other's way with one calendar.",
            "With {it}, what would you do differently today?",
            "With keeping four bands out of each other's way, what would you do differently today?",
        ),
        (
            "Brought the paint order down from 9 tins of red a week to 2 tins a month.",
            "What else could you have done instead of {it}, and why did you not?",
            "What else could you have done instead of bringing the paint order down, and why did you not?",
        ),
        (
            "Ran a night kitchen of 14 cooks with two ovens.",
            "Who had the problem behind {it}, and how did they manage before?",
            f"Who had the problem behind {UNNAMED}, and how did they manage before?",
        ),
        (
            "Fire warden for three floors",
            "What was the alternative to {it}, and would you turn it down again?",
            "What was the alternative to that role, and would you turn it down again?",
        ),
        (
            "Negotiated with the landlord a lower rent.",
            "What did you have to give up for {it}, and who paid for it?",
            "What did you have to give up for the negotiation with the landlord, and who paid for it?",
        ),
        (
            "Attendance 64% in 2021, 82% in 2022.",
            "Who needed {it}, and what could they not do without it?",
            f"Who needed {UNNAMED}, and what could they not do without it?",
        ),
        (
            "Built the rota tool for two wards.",
            "Who needed {it}, and what could they not do without it?",
            "Who needed the rota tool, and what could they not do without it?",
        ),
    ],
)
def test_a_doing_stands_only_where_one_can_stand(
    line: str, question: str, asked: str, speaker: Speaker
) -> None:
    speech = speaker.say(line)
    wording = Wording(
        speaker.words, BlankBook(), text=line, ref="work[0].highlights[0]", topic=speech.topic,
        where="s1", verb=speech.verb, title=speech.title, opening=speech.opening,
    )  # fmt: skip
    assert wording.fill(question) == asked
