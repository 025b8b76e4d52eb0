"""Layouts of resumes as PDF, each a function from a person to a Sheet.

Every layout stands for a family seen in the wild (see the names); none is copied from a template.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from .people import Person, dates_of
from .sheet import BLUE, GREY, HELVETICA, SANS, SERIF, WHITE, Flow, Sheet

ALL = ("work", "projects", "education", "skills")


@dataclass(frozen=True)
class Layout:
    """``dates``: the style of dates (see people.date_of)."""

    draw: Callable[[Person, str], Sheet]
    dates: str
    shown: tuple[str, ...] = ALL


def _degree(entry: Person) -> str:
    return f"{entry['studyType']}, {entry['area']}"


def _contact(person: Person) -> list[str]:
    basics = person["basics"]
    return [basics["email"], basics["phone"], basics["city"]]


def _bullets(flow: Flow, entry: Person, marker: str = "•", indent: float = 14, size: float = 10) -> None:  # fmt: skip
    for text in entry.get("highlights", []):
        flow.text(text, size=size, indent=indent, marker=marker)


def _skills(flow: Flow, person: Person, size: float = 10) -> None:
    for group in person["skills"]:
        flow.text(f"{group['name']}: {', '.join(group['keywords'])}", size=size)


def _projects(flow: Flow, person: Person, heading: Callable[[Flow, str], None], title: str = "Projects") -> None:  # fmt: skip
    if person.get("projects"):
        heading(flow, title)
        for entry in person["projects"]:
            flow.text(entry["name"], font=1)
            flow.text(entry["description"])
            _bullets(flow, entry)


def sidebar_left(person: Person, dates: str) -> Sheet:
    """A coloured panel at the left with contact, skills and education; dates at the right."""
    sheet = Sheet("a4", SANS)
    main = Flow(sheet, 215, 340)
    main.text(person["basics"]["name"], font=1, size=22)
    main.text(person["basics"]["label"], size=12, color=GREY)

    def heading(flow: Flow, text: str) -> None:
        flow.room(60)
        flow.skip(10)
        flow.text(text, font=1, size=13, color=BLUE)
        flow.skip(2)

    heading(main, "Profile")
    main.text(person["summary"])
    heading(main, "Experience")
    for entry in person["work"]:
        main.room(50)
        main.skip(4)
        main.row(entry["position"], dates_of(entry, dates))
        main.text(f"{entry['name']}, {entry['location']}", font=2)
        _bullets(main, entry)
    _projects(main, person, heading)
    side = Flow(sheet, 30, 150, top=60)

    def white(flow: Flow, text: str) -> None:
        flow.skip(12)
        flow.text(text, font=1, size=12, color=WHITE)

    white(side, "Contact")
    for text in _contact(person):
        side.text(text, size=9, color=WHITE)
    white(side, "Skills")
    for group in person["skills"]:
        side.skip(3)
        side.text(group["name"], font=1, size=9, color=WHITE)
        for word in group["keywords"]:
            side.text(word, size=9, color=WHITE)
    white(side, "Education")
    for entry in person["education"]:
        side.skip(3)
        side.text(_degree(entry), font=1, size=9, color=WHITE)
        side.text(entry["institution"], size=9, color=WHITE)
        side.text(dates_of(entry, dates), size=9, color=WHITE)
    for page in range(len(sheet.pages)):
        sheet.box(page, 0, 0, 195, sheet.height, fill=(0.13, 0.2, 0.33))
    return sheet


def sidebar_right(person: Person, dates: str) -> Sheet:
    """A plain right column with contact, skills, education; the main text may go on overleaf."""
    sheet = Sheet("letter", SERIF if _latin(person) else SANS)
    head = Flow(sheet, 50, 512)
    head.text(person["basics"]["name"], font=1, size=24)
    head.text(person["basics"]["label"], font=2, size=12)
    head.rule()

    def heading(flow: Flow, text: str) -> None:
        flow.room(60)
        flow.skip(12)
        flow.text(text.upper(), font=1, size=11)
        flow.skip(2)

    main = Flow(sheet, 50, 340, y=head.y + 8)
    heading(main, "Work history")
    for entry in person["work"]:
        main.room(50)
        main.skip(5)
        main.text(entry["position"], font=1, size=10.5)
        main.text(f"{entry['name']}  |  {dates_of(entry, dates, now='Current')}", size=10)
        _bullets(main, entry, marker="–")
    _projects(main, person, heading, "Side projects")
    side = Flow(sheet, 415, 147, y=head.y + 8)
    heading(side, "Contact")
    for text in _contact(person):
        side.text(text, size=9.5)
    heading(side, "Summary")
    side.text(person["summary"], size=9.5)
    heading(side, "Skills")
    for group in person["skills"]:
        side.text(group["name"], font=1, size=9.5)
        side.text(", ".join(group["keywords"]), size=9.5)
    heading(side, "Education")
    for entry in person["education"]:
        side.text(_degree(entry), font=1, size=9.5)
        side.text(entry["institution"], size=9.5)
        side.text(dates_of(entry, dates), size=9.5)
        side.skip(4)
    return sheet


def dates_left(person: Person, dates: str) -> Sheet:
    """Dates (and places) in a narrow left column, everything else beside them; hyphenated."""
    sheet = Sheet("a4", SANS)
    main = Flow(sheet, 150, 395, hyphens=True)
    main.text(person["basics"]["name"], size=26, color=BLUE)
    main.text("  ·  ".join(_contact(person)), size=9)

    def heading(flow: Flow, text: str) -> None:
        flow.room(60)
        flow.skip(14)
        flow.text(text, font=1, size=13, color=BLUE)
        flow.rule()
        flow.skip(5)

    def left(texts: list[str]) -> None:
        for number, text in enumerate(texts):
            sheet.words(main.page, 50, main.y + 12.5 * (number + 1), text, 0, 9, GREY)

    heading(main, "Professional Experience")
    for entry in person["work"]:
        main.room(50)
        left([dates_of(entry, dates, dash="–"), entry["location"]])
        main.text(f"{entry['position']}, {entry['name']}", font=1)
        _bullets(main, entry, marker="▪" if False else "•")
        main.skip(6)
    heading(main, "Education")
    for entry in person["education"]:
        main.room(30)
        left([dates_of(entry, dates, dash="–")])
        main.text(_degree(entry), font=1)
        main.text(entry["institution"])
    _projects(main, person, heading)
    heading(main, "Skills")
    for group in person["skills"]:
        left([group["name"]])
        main.text(", ".join(group["keywords"]))
    return sheet


def margin_headings(person: Person, dates: str) -> Sheet:
    """Section names in capitals in the left margin, the text beside them; dates at the right."""
    sheet = Sheet("letter", HELVETICA if _latin(person) else SANS)
    top = Flow(sheet, 50, 512)
    top.text(person["basics"]["name"], font=1, size=18, align="center")
    top.text(" | ".join(_contact(person)), size=9, align="center")
    main = Flow(sheet, 150, 412, y=top.y + 10)

    def begin(text: str) -> None:
        main.room(50)
        main.skip(10)
        sheet.words(main.page, 50, main.y + 12, text, 1, 9)

    begin("SUMMARY")
    main.text(person["summary"], size=9.5)
    begin("EXPERIENCE")
    for number, entry in enumerate(person["work"]):
        main.skip(6 if number else 0)
        main.row(entry["position"], dates_of(entry, dates), size=9.5)
        main.text(f"{entry['name']}, {entry['location']}", font=2, size=9.5)
        _bullets(main, entry, size=9.5, indent=12)
    if person.get("projects"):
        begin("PROJECTS")
        for entry in person["projects"]:
            main.text(f"{entry['name']}: {entry['description']}", font=1, size=9.5)
            _bullets(main, entry, size=9.5, indent=12)
    begin("EDUCATION")
    for entry in person["education"]:
        main.row(entry["institution"], dates_of(entry, dates), size=9.5)
        main.text(_degree(entry), size=9.5)
    begin("SKILLS")
    _skills(main, person, size=9.5)
    return sheet


def spaced_caps(person: Person, dates: str) -> Sheet:
    """Letter-spaced capitals as headings, centred, with rules; dates in brackets; A4."""
    sheet = Sheet("a4", SANS)
    main = Flow(sheet, 60, 475)
    main.text(person["basics"]["name"].upper(), size=20, align="center", spacing=4)
    main.text(person["basics"]["label"], size=11, align="center")
    main.text("   •   ".join(_contact(person)), size=9, align="center")

    def heading(flow: Flow, text: str) -> None:
        flow.room(60)
        flow.skip(12)
        flow.text(text.upper(), font=1, size=10, align="center", spacing=3)
        flow.rule()
        flow.skip(5)

    heading(main, "Profile")
    main.text(person["summary"])
    heading(main, "Work Experience")
    for entry in person["work"]:
        main.room(40)
        main.skip(4)
        main.text(f"{entry['position']} ({dates_of(entry, dates)})", font=1)
        main.text(f"{entry['name']}, {entry['location']}", font=2)
        _bullets(main, entry)
    _projects(main, person, heading)
    heading(main, "Education")
    for entry in person["education"]:
        main.text(f"{_degree(entry)} ({dates_of(entry, dates)})", font=1)
        main.text(entry["institution"], font=2)
    heading(main, "Skills")
    _skills(main, person)
    return sheet


def small_caps(person: Person, dates: str) -> Sheet:
    """Headings in drawn small capitals, serif; company first, title and dates under it."""
    sheet = Sheet("letter", SERIF if _latin(person) else SANS)
    main = Flow(sheet, 60, 492, hyphens=True)
    main.text(person["basics"]["name"], size=22, align="center")
    main.text("  |  ".join(_contact(person)), size=10, align="center")

    def heading(flow: Flow, text: str) -> None:
        flow.room(60)
        flow.skip(10)
        flow.y += 15
        x = flow.x
        for word in text.split():
            x += sheet.words(flow.page, x, flow.y, word[0].upper(), 0, 14)
            x += sheet.words(flow.page, x, flow.y, word[1:].upper(), 0, 11)
            x += 5
        flow.rule()
        flow.skip(4)

    heading(main, "Experience")
    for entry in person["work"]:
        main.room(40)
        main.skip(5)
        main.row(entry["name"], entry["location"], size=10.5, right_font=0)
        main.row(entry["position"], dates_of(entry, dates), font=2, size=10.5, right_font=2)
        _bullets(main, entry, size=10.5)
    heading(main, "Education")
    for entry in person["education"]:
        main.row(entry["institution"], "", size=10.5)
        main.row(_degree(entry), dates_of(entry, dates), font=2, size=10.5, right_font=2)
    _projects(main, person, heading, "Personal Projects")
    heading(main, "Technical Skills")
    _skills(main, person, size=10.5)
    return sheet


def running_heads(person: Person, dates: str) -> Sheet:
    """Large type over two or three pages with running headers and footers; company above its
    several titles."""
    sheet = Sheet("a4", SANS)
    main = Flow(sheet, 70, 455, top=90, foot=90, leading=1.45)
    main.text(person["basics"]["name"], font=1, size=24)
    main.text(person["basics"]["label"], size=13)
    for text in _contact(person):
        main.text(text)

    def heading(flow: Flow, text: str) -> None:
        flow.room(80)
        flow.skip(18)
        flow.text(text, font=1, size=15)
        flow.rule(5)
        flow.skip(8)

    heading(main, "Career Summary")
    main.text(person["summary"], size=11)
    heading(main, "Employment History")
    for name, entries in groupby(person["work"], key=lambda entry: entry["name"]):
        main.room(60)
        main.skip(8)
        main.text(name, font=1, size=12)
        for entry in entries:
            main.skip(4)
            main.text(entry["position"], font=2, size=11.5)
            main.text(dates_of(entry, dates, dash=" to "), size=10, color=GREY)
            _bullets(main, entry, size=11)
    _projects(main, person, heading)
    heading(main, "Education")
    for entry in person["education"]:
        main.text(entry["institution"], font=1, size=11)
        main.text(f"{_degree(entry)}, {dates_of(entry, dates, dash=' to ')}", size=11)
    heading(main, "Skills")
    _skills(main, person, size=11)
    for page in range(len(sheet.pages)):
        if page:
            sheet.words(page, 70, 50, f"Resume of {person['basics']['name']}", 2, 9, GREY)
        sheet.words(page, 70, sheet.height - 45, "Confidential", 0, 8, GREY)
        sheet.words(page, 460, sheet.height - 45, f"Page {page + 1} of {len(sheet.pages)}", 0, 8, GREY)  # fmt: skip
    return sheet


def one_line(person: Person, dates: str) -> Sheet:
    """Title, company, place and dates on one line with bars; highlights as plain paragraphs."""
    sheet = Sheet("letter", SANS)
    main = Flow(sheet, 54, 504)
    main.text(person["basics"]["name"], font=1, size=16)
    main.text(", ".join(_contact(person)), size=9.5)

    def heading(flow: Flow, text: str) -> None:
        flow.room(50)
        flow.skip(10)
        flow.text(text, font=1, size=11)
        flow.skip(1)

    heading(main, "ABOUT ME")
    main.text(person["summary"], size=9.5)
    heading(main, "EXPERIENCE")
    for entry in person["work"]:
        main.room(40)
        main.skip(5)
        main.text(f"{entry['position']} | {entry['name']} | {entry['location']} | {dates_of(entry, dates)}", font=1, size=9.5)  # fmt: skip
        _bullets(main, entry, size=9.5)
    _projects(main, person, heading, "PROJECTS")
    heading(main, "EDUCATION")
    for entry in person["education"]:
        main.text(f"{_degree(entry)} | {entry['institution']} | {dates_of(entry, dates)}", size=9.5)
    heading(main, "SKILLS")
    main.text(" • ".join(word for group in person["skills"] for word in group["keywords"]), size=9.5)  # fmt: skip
    return sheet


def place_over_dates(person: Person, dates: str) -> Sheet:
    """A narrow column at the right holds each entry's place, and under it its dates: they stand on
    the rows of the first bullets."""
    sheet = Sheet("letter", SANS)
    main = Flow(sheet, 54, 390)
    main.text(person["basics"]["name"], font=1, size=20)
    main.text(" | ".join(_contact(person)), size=9.5)

    def heading(flow: Flow, text: str) -> None:
        flow.room(70)
        flow.skip(10)
        flow.text(text, font=1, size=13)
        flow.rule()
        flow.skip(4)

    def beside(texts: list[str]) -> None:
        right = Flow(sheet, 462, 96, page=main.page, y=main.y)
        for text in texts:
            right.text(text, align="right")

    heading(main, "Summary")
    main.text(person["summary"])
    heading(main, "Experience")
    for entry in person["work"]:
        main.skip(6)
        main.room(60)
        beside([entry["location"], dates_of(entry, dates)])
        main.text(f"{entry['name']}, {entry['position']}", font=1)
        _bullets(main, entry)
    _projects(main, person, heading)
    heading(main, "Education")
    for entry in person["education"]:
        main.skip(4)
        main.room(40)
        beside([dates_of(entry, dates)])
        main.text(f"{entry['institution']}, {_degree(entry)}", font=1)
    heading(main, "Skills")
    _skills(main, person)
    return sheet


def ruled_margin(person: Person, dates: str) -> Sheet:
    """An upright rule beside each entry; section names half-way down it at the left, dates under
    them; skills as chips, words on small backgrounds that nearly touch."""
    sheet = Sheet("a4", SANS)
    main = Flow(sheet, 200, 330)
    main.text(person["basics"]["name"], font=1, size=18)

    def beside(name: str, under: str, write: Callable[[], None]) -> None:
        main.room(110)
        main.skip(10)
        top = main.y
        write()
        half = (top + main.y) / 2 + 3
        if name:
            sheet.words(main.page, 55, top + 13 if under else half, name, 0, 11, GREY)
        if under:
            sheet.words(main.page, 55, top + (26 if name else 13), under, 1, 8)
        sheet.box(main.page, 184, top, 0.8, main.y + 4 - top, fill=GREY)

    beside("Contact", "", lambda: [main.text(text) for text in _contact(person)] and None)
    beside("Summary", "", lambda: main.text(person["summary"]))
    for part, name in (("work", "Work Experience"), ("projects", "Projects")):
        for n, entry in enumerate(person.get(part, [])):

            def write(entry: Person = entry) -> None:
                title = entry.get("position")
                main.text(f"{title} at {entry['name']}" if title else entry["name"], font=1)
                if "description" in entry:
                    main.text(entry["description"])
                _bullets(main, entry)

            beside("" if n else name, dates_of(entry, dates, dash=" to ") if part == "work" else "", write)  # fmt: skip
    for n, entry in enumerate(person["education"]):

        def school(entry: Person = entry) -> None:
            main.text(entry["institution"], font=1)
            main.text(_degree(entry))

        beside("" if n else "Education", dates_of(entry, dates, dash=" to "), school)

    def chips() -> None:
        for group in person["skills"]:
            main.text(f"{group['name']}:", font=1)
            main.skip(16)
            x = 200.0
            for word in group["keywords"]:
                width = sheet.measure(word, 0, 9)
                sheet.box(main.page, x - 1.5, main.y - 9, width + 3, 12, fill=(0.93, 0.93, 0.96))
                sheet.words(main.page, x, main.y, word, 0, 9)
                x += width + 3.6

    beside("Skills", "", chips)
    return sheet


def cards(person: Person, dates: str) -> Sheet:
    """Each job in a box of its own; skills in boxes side by side."""
    sheet = Sheet("a4", SANS)
    main = Flow(sheet, 60, 475)
    main.text(person["basics"]["name"], font=1, size=20, color=BLUE)
    main.text("   ".join(_contact(person)), size=9)

    def heading(flow: Flow, text: str) -> None:
        flow.room(120)
        flow.skip(16)
        flow.text(text, font=1, size=14, color=BLUE)
        flow.skip(4)

    heading(main, "Work Experience")
    for entry in person["work"]:
        main.room(150)
        page, top = main.page, main.y + 6
        main.skip(8)
        main.row(entry["position"], dates_of(entry, dates), size=11)
        main.text(entry["name"], size=10, color=GREY)
        _bullets(main, entry, marker="dot")
        main.skip(8)
        if main.page == page:
            sheet.box(page, 50, top, 495, main.y - top, stroke=(0.7, 0.7, 0.7))
        main.skip(6)
    heading(main, "Skills")
    top, page, ends = main.y, main.page, []
    for number, group in enumerate(person["skills"]):
        card = Flow(sheet, 60 + 165 * number, 145, y=top, page=page)
        card.text(group["name"], font=1, size=10.5)
        for word in group["keywords"]:
            card.text(word, size=9.5)
        ends.append(card.y)
        sheet.box(page, 52 + 165 * number, top, 155, card.y - top + 8, stroke=(0.7, 0.7, 0.7))
    main.y = max(ends) + 10
    heading(main, "Education")
    for entry in person["education"]:
        main.row(_degree(entry), dates_of(entry, dates))
        main.text(entry["institution"], color=GREY)
    _projects(main, person, heading)
    return sheet


def ruled_table(person: Person, dates: str) -> Sheet:
    """A table with rules: period, employer and place at the left, the rest at the right."""
    sheet = Sheet("a4", SANS)
    main = Flow(sheet, 190, 345)
    top = Flow(sheet, 55, 480)
    top.text("Curriculum Vitae", font=1, size=16, align="center")
    main.y = top.y + 10

    def cell(flow_page: int, y: float, texts: list[tuple[str, int]]) -> float:
        side = Flow(sheet, 60, 115, y=y, page=flow_page)
        for text, font in texts:
            side.text(text, font=font, size=9.5)
        return side.y

    def line() -> None:
        sheet.rule(main.page, 55, 540, main.y + 5, 0.4)
        main.skip(6)

    def heading(text: str) -> None:
        main.room(70)
        main.skip(6)
        sheet.words(main.page, 60, main.y + 14, text, 1, 12)
        main.skip(18)
        line()

    heading("Personal details")
    for label, text in (("Name", person["basics"]["name"]), ("E-mail", person["basics"]["email"]), ("Phone", person["basics"]["phone"]), ("City", person["basics"]["city"])):  # fmt: skip
        cell(main.page, main.y, [(label, 1)])
        main.text(text, size=9.5)
        line()
    heading("Work experience")
    for entry in person["work"]:
        main.room(70)
        page = main.page
        end = cell(main.page, main.y, [(dates_of(entry, dates), 0)])
        main.text(entry["position"], font=1, size=9.5)
        main.text(f"{entry['name']}, {entry['location']}", size=9.5)
        _bullets(main, entry, marker="-", size=9.5, indent=10)
        main.y = max(main.y, end if main.page == page else 0)
        line()
    heading("Education")
    for entry in person["education"]:
        main.room(40)
        cell(main.page, main.y, [(dates_of(entry, dates), 0)])
        main.text(_degree(entry), font=1, size=9.5)
        main.text(entry["institution"], size=9.5)
        line()
    heading("Skills")
    for group in person["skills"]:
        cell(main.page, main.y, [(group["name"], 0)])
        main.text(", ".join(group["keywords"]), size=9.5)
        line()
    return sheet


def no_bullets(person: Person, dates: str) -> Sheet:
    """No marks at all: each highlight is a paragraph set apart by white space; years only."""
    sheet = Sheet("letter", HELVETICA if _latin(person) else SANS)
    main = Flow(sheet, 72, 468)
    main.text(person["basics"]["name"], size=20)
    main.text(person["basics"]["label"], size=12, color=GREY)
    main.text(" / ".join(_contact(person)), size=9, color=GREY)

    def heading(flow: Flow, text: str) -> None:
        flow.room(60)
        flow.skip(14)
        flow.text(text, size=14, color=BLUE)
        flow.skip(3)

    heading(main, "Experience")
    for entry in person["work"]:
        main.room(50)
        main.skip(6)
        main.row(f"{entry['name']} — {entry['position']}", dates_of(entry, dates, dash="–"), size=10)  # fmt: skip
        for text in entry["highlights"]:
            main.skip(3)
            main.text(text, indent=14)
    _projects(main, person, heading)
    heading(main, "Education")
    for entry in person["education"]:
        main.row(f"{entry['institution']} — {_degree(entry)}", dates_of(entry, dates, dash="–"))
    heading(main, "Skills")
    _skills(main, person)
    return sheet


def two_columns(person: Person, dates: str) -> Sheet:
    """Two columns of nearly equal width that both may go on overleaf; centred header."""
    sheet = Sheet("a4", SANS)
    head = Flow(sheet, 45, 505)
    head.text(person["basics"]["name"], font=1, size=22, align="center")
    head.text(" | ".join(_contact(person)), size=9, align="center")
    head.rule(8)

    def heading(flow: Flow, text: str) -> None:
        flow.room(60)
        flow.skip(12)
        flow.text(text, font=1, size=12, color=BLUE)
        flow.skip(2)

    left = Flow(sheet, 45, 275, y=head.y + 10)
    heading(left, "Experience")
    for entry in person["work"]:
        left.room(60)
        left.skip(5)
        left.text(entry["position"], font=1)
        left.text(entry["name"], font=2)
        left.text(dates_of(entry, dates), size=9, color=GREY)
        _bullets(left, entry, indent=12, size=9.5)
    right = Flow(sheet, 345, 205, y=head.y + 10)
    heading(right, "Summary")
    right.text(person["summary"], size=9.5)
    heading(right, "Skills")
    for group in person["skills"]:
        right.text(group["name"], font=1, size=9.5)
        right.text(", ".join(group["keywords"]), size=9.5)
    heading(right, "Education")
    for entry in person["education"]:
        right.text(entry["institution"], font=1, size=9.5)
        right.text(_degree(entry), size=9.5)
        right.text(dates_of(entry, dates), size=9, color=GREY)
    _projects(right, person, heading)
    return sheet


def timeline(person: Person, dates: str) -> Sheet:
    """A vertical line with dots, dates left of it, boxes of text right of it; drawn bullets."""
    sheet = Sheet("letter", SANS)
    main = Flow(sheet, 170, 390)
    main.text(person["basics"]["name"], font=1, size=20)
    main.text(person["basics"]["label"], size=11, color=GREY)
    for text in _contact(person):
        main.text(text, size=9)

    def heading(flow: Flow, text: str) -> None:
        flow.room(70)
        flow.skip(12)
        flow.text(text.upper(), font=1, size=12)
        flow.skip(3)

    heading(main, "Career History")
    start = main.y
    for entry in person["work"]:
        main.room(60)
        main.skip(6)
        y = main.y + 12.5
        sheet.words(main.page, 55, y, dates_of(entry, dates, dash=" - ", now="now"), 0, 9, GREY)
        sheet.dot(main.page, 160, y - 3, 3, BLUE)
        main.text(entry["position"], font=1)
        main.text(entry["name"], color=BLUE)
        _bullets(main, entry, marker="dot")
    if main.page == 0:
        sheet.box(0, 159.5, start, 1, main.y - start, fill=(0.6, 0.6, 0.6))
    heading(main, "Education")
    for entry in person["education"]:
        y = main.y + 12.5
        sheet.words(main.page, 55, y, dates_of(entry, dates, dash=" - "), 0, 9, GREY)
        main.text(entry["institution"], font=1)
        main.text(_degree(entry))
    _projects(main, person, heading)
    heading(main, "Core Skills")
    _skills(main, person)
    return sheet


def _latin(person: Person) -> bool:
    """Can the built-in PDF fonts show all of the person's text?"""
    try:
        str(person).encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


LAYOUTS: dict[str, Layout] = {
    "sidebar-left": Layout(sidebar_left, "short"),
    "sidebar-right": Layout(sidebar_right, "slash"),
    "dates-left": Layout(dates_left, "dot"),
    "margin-headings": Layout(margin_headings, "long"),
    "spaced-caps": Layout(spaced_caps, "short"),
    "small-caps": Layout(small_caps, "long"),
    "running-heads": Layout(running_heads, "long"),
    "one-line": Layout(one_line, "short"),
    "place-over-dates": Layout(place_over_dates, "short"),
    "ruled-margin": Layout(ruled_margin, "iso"),
    "cards": Layout(cards, "caps"),
    "ruled-table": Layout(ruled_table, "dot", ("work", "education", "skills")),
    "no-bullets": Layout(no_bullets, "year"),
    "two-columns": Layout(two_columns, "apostrophe"),
    "timeline": Layout(timeline, "iso"),
}
