"""Layouts of resumes as web pages printed to PDF: flex and grid boxes, chips, pills, hyphens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from .pdf import ALL, _contact, _degree
from .people import Person, dates_of

BASE = """@page{size:%s;margin:%s} body{font-family:%s;font-size:%s;line-height:1.4;margin:0;color:#222}
h1,h2,h3,p,ul{margin:0;padding:0} ul{padding-left:16px} """


@dataclass(frozen=True)
class Printed:
    """HTML that saves itself as PDF."""

    html: str

    def save(self, path: str) -> None:
        from weasyprint import HTML

        HTML(string=self.html, base_url=str(Path(__file__).parent)).write_pdf(path)


@dataclass(frozen=True)
class WebLayout:
    """``dates``: the style of dates (see people.date_of)."""

    draw: Callable[[Person, str], Printed]
    dates: str
    shown: tuple[str, ...] = ALL


def _page(css: str, body: str, size: str = "A4", margin: str = "18mm", font: str = "Source Sans Pro, DejaVu Sans, sans-serif", points: str = "10pt") -> Printed:  # fmt: skip
    style = BASE % (size, margin, font, points) + css
    return Printed(f'<html lang="en"><head><style>{style}</style></head><body>{body}</body></html>')


def _items(entry: Person) -> str:
    return "<ul>" + "".join(f"<li>{escape(text)}</li>" for text in entry["highlights"]) + "</ul>"


def _projects(person: Person, heading: str) -> str:
    return "".join(
        (heading if number == 0 else "")
        + f"<h3>{escape(entry['name'])}</h3><p>{escape(entry['description'])}</p>{_items(entry)}"
        for number, entry in enumerate(person.get("projects", []))
    )


def dark_sidebar(person: Person, dates: str) -> Printed:
    """A dark panel with skill bars and drawn icons; dates float right of the title."""
    icon = '<svg width="9" height="9" viewBox="0 0 9 9"><path d="M0 1h9v7H0z" fill="#fff"/></svg> '
    side = "<h2>Contact</h2>" + "".join(f"<p>{icon}{escape(text)}</p>" for text in _contact(person))
    side += "<h2>Skills</h2>"
    for group in person["skills"]:
        side += f"<h4>{escape(group['name'])}</h4>"
        side += "".join(f'<p>{escape(word)}</p><div class="bar"><div style="width:{60 + 9 * n}%"></div></div>' for n, word in enumerate(group["keywords"]))  # fmt: skip
    side += "<h2>Education</h2>"
    for entry in person["education"]:
        side += f"<p><b>{escape(_degree(entry))}</b></p><p>{escape(entry['institution'])}</p><p>{dates_of(entry, dates)}</p>"
    main = f"<h1>{escape(person['basics']['name'])}</h1><p class=l>{escape(person['basics']['label'])}</p><h2>Profile</h2><p>{escape(person['summary'])}</p><h2>Work Experience</h2>"
    for entry in person["work"]:
        main += f"<div class=e><span class=d>{dates_of(entry, dates)}</span><h3>{escape(entry['position'])}</h3><p class=c>{escape(entry['name'])} · {escape(entry['location'])}</p>{_items(entry)}</div>"
    main += _projects(person, "<h2>Projects</h2>")
    css = """.side{position:absolute;left:0;top:0;width:58mm;height:297mm;background:#26324a;color:#fff;padding:16mm 6mm;box-sizing:border-box;font-size:9pt}
    .main{margin-left:66mm;padding:14mm 12mm 0 0} h1{font-size:22pt} h2{font-size:13pt;margin:12px 0 4px} h4{margin:6px 0 2px} h3{font-size:10.5pt} .d{float:right;color:#777} .c{color:#555;font-style:italic}
    .bar{height:3px;background:#555} .bar div{height:3px;background:#9bd}"""
    return _page(css, f"<div class=side>{side}</div><div class=main>{main}</div>", margin="0")


def dates_grid(person: Person, dates: str) -> Printed:
    """A grid with the dates and place in the left column; skills as chips."""
    head = f"<h1>{escape(person['basics']['name'])}</h1><p>{' &nbsp;|&nbsp; '.join(map(escape, _contact(person)))}</p>"
    body = head + "<h2>Experience</h2>"

    def row(left: str, right: str) -> str:
        return f"<div class=r><div class=left>{left}</div><div class=right>{right}</div></div>"

    for entry in person["work"]:
        body += row(
            f"{dates_of(entry, dates)}<br>{escape(entry['location'])}",
            f"<h3>{escape(entry['position'])}</h3><p><b>{escape(entry['name'])}</b></p>{_items(entry)}",
        )
    body += "<h2>Education</h2>"
    for entry in person["education"]:
        body += row(
            dates_of(entry, dates),
            f"<h3>{escape(_degree(entry))}</h3><p>{escape(entry['institution'])}</p>",
        )
    body += _projects(person, "<h2>Projects</h2>") + "<h2>Skills</h2>"
    for group in person["skills"]:
        body += row(
            escape(group["name"]),
            "".join(f"<span class=chip>{escape(word)}</span>" for word in group["keywords"]),
        )
    css = """h1{font-size:24pt;font-weight:300} h2{border-bottom:1px solid #999;margin:14px 0 6px;font-size:13pt} .r{display:flex;margin-bottom:6px}
    .left{width:34mm;color:#666;font-size:9pt} .right{width:138mm} .chip{display:inline-block;background:#e4e8ef;border-radius:6px;padding:1px 6px;margin:1px 4px 1px 0}"""
    return _page(css, body)


def split_rows(person: Person, dates: str) -> Printed:
    """Title and company left, dates over place right, in two rows; hyphenated, justified."""
    body = f"<h1>{escape(person['basics']['name'])}</h1><p class=k>{escape(person['basics']['label'])}</p><p class=k>{' · '.join(map(escape, _contact(person)))}</p><h2><span>Summary</span></h2><p>{escape(person['summary'])}</p><h2><span>Professional Experience</span></h2>"

    def head(one: str, two: str, three: str, four: str) -> str:
        return f"<div class=r><div><b>{escape(one)}</b><br><i>{escape(two)}</i></div><div class=d>{escape(three)}<br>{escape(four)}</div></div>"

    for entry in person["work"]:
        body += head(
            entry["name"], entry["position"], entry["location"], dates_of(entry, dates)
        ) + _items(entry)
    body += _projects(person, "<h2><span>Projects</span></h2>") + "<h2><span>Education</span></h2>"
    for entry in person["education"]:
        body += head(entry["institution"], _degree(entry), "", dates_of(entry, dates))
    body += "<h2><span>Skills</span></h2>" + "".join(
        f"<p><b>{escape(group['name'])}:</b> {escape(', '.join(group['keywords']))}</p>"
        for group in person["skills"]
    )
    css = """body{text-align:justify;hyphens:auto} h1,.k{text-align:center} h1{font-variant:small-caps;font-size:21pt} h2{font-size:11pt;text-transform:uppercase;letter-spacing:2px;border-bottom:.7px solid #000;margin:12px 0 4px;text-align:left}
    .r{display:flex;justify-content:space-between;margin-top:5px;text-align:left} .d{text-align:right}"""
    return _page(css, body, size="Letter", margin="16mm 30mm", font="DejaVu Serif, serif", points="9pt")  # fmt: skip


def pills(person: Person, dates: str) -> Printed:
    """A time line with dots; the dates in a pill above the title; project and skill cards."""
    body = f"<header><h1>{escape(person['basics']['name'])}</h1><p>{escape(person['basics']['label'])}</p><p>{' | '.join(map(escape, _contact(person)))}</p></header><h2>Career</h2><div class=t>"
    for entry in person["work"]:
        body += f"<div class=e><span class=dot></span><span class=pill>{dates_of(entry, dates)}</span><h3>{escape(entry['position'])}</h3><p>{escape(entry['name'])}, {escape(entry['location'])}</p>{_items(entry)}</div>"
    body += "</div>" + _projects(person, "<h2>Projects</h2>") + "<h2>Education</h2>"
    for entry in person["education"]:
        body += f"<div class=e><span class=pill>{dates_of(entry, dates)}</span><h3>{escape(_degree(entry))}</h3><p>{escape(entry['institution'])}</p></div>"
    body += "<h2>Skills</h2><div class=cards>"
    for group in person["skills"]:
        body += f"<div class=card><h3>{escape(group['name'])}</h3>{''.join(f'<p>{escape(word)}</p>' for word in group['keywords'])}</div>"
    css = """header{background:#174a5b;color:#fff;padding:6mm;margin-bottom:4mm} h2{color:#174a5b;margin:10px 0 4px} .t{border-left:1.5px solid #aaa;padding-left:5mm} .e{position:relative;margin-bottom:7px}
    .dot{position:absolute;left:-6.1mm;top:3px;width:7px;height:7px;border-radius:4px;background:#174a5b} .pill{background:#eee;border-radius:7px;padding:1px 7px;font-size:8.5pt}
    .cards{display:flex;flex-wrap:wrap} .card{width:50mm;border:1px solid #ccc;border-radius:4px;padding:2mm;margin:1mm}"""
    return _page(css, body + "</div>")


def right_rail(person: Person, dates: str) -> Printed:
    """A coloured head over both columns; contact, skills with dots, education in a right rail."""
    side = (
        "<h2>Contact</h2>"
        + "".join(f"<p>{escape(text)}</p>" for text in _contact(person))
        + "<h2>Skills</h2>"
    )
    dots = "<i class=o></i><i class=o></i><i class=p></i>"
    for group in person["skills"]:
        side += f"<h4>{escape(group['name'])}</h4>" + "".join(
            f"<p class=s><span>{escape(word)}</span><span>{dots}</span></p>"
            for word in group["keywords"]
        )
    side += "<h2>Education</h2>" + "".join(
        f"<p><b>{escape(entry['institution'])}</b></p><p>{escape(_degree(entry))}</p><p>{dates_of(entry, dates)}</p>"
        for entry in person["education"]
    )
    main = f"<h2>About</h2><p>{escape(person['summary'])}</p><h2>Experience</h2>"
    for entry in person["work"]:
        main += f"<div class=e><h3>{escape(entry['position'])} at {escape(entry['name'])}</h3><p class=d>{dates_of(entry, dates)}, {escape(entry['location'])}</p>{_items(entry)}</div>"
    main += _projects(person, "<h2>Projects</h2>")
    css = """header{background:#7a2a3a;color:#fff;padding:9mm 12mm} h1{font-size:23pt} h2{font-size:12pt;color:#7a2a3a;margin:9px 0 3px} h4{margin:5px 0 1px} .m{display:flex} .main{width:128mm;padding:4mm 6mm 0 12mm}
    .side{width:50mm;padding:4mm 6mm;font-size:9pt;background:#f4efe9} .s{display:flex;justify-content:space-between} .o,.p{display:inline-block;width:5px;height:5px;border-radius:3px;background:#7a2a3a;margin-left:2px} .p{background:#ccc} .d{color:#777}"""
    header = f"<header><h1>{escape(person['basics']['name'])}</h1><p>{escape(person['basics']['label'])}</p></header>"
    return _page(css, f"{header}<div class=m><div class=main>{main}</div><div class=side>{side}</div></div>", margin="0", size="Letter")  # fmt: skip


WEB_LAYOUTS: dict[str, WebLayout] = {
    "web-dark-sidebar": WebLayout(dark_sidebar, "short"),
    "web-dates-grid": WebLayout(dates_grid, "slash"),
    "web-split-rows": WebLayout(split_rows, "long"),
    "web-pills": WebLayout(pills, "short"),
    "web-right-rail": WebLayout(right_rail, "short"),
}
