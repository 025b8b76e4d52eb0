"""Plain layouts that differ in how an entry is written: one line, sentences, spans, indents, no marks."""

from __future__ import annotations

from itertools import groupby

from .people import Person
from .templates_web import Template, contact, degree, e, extras, h2, items, projects, section
from .tongues import Tongue
from .web import Printed, _page


def _top(person: Person) -> str:
    b = person["basics"]
    return f"<h1>{e(b['name'])}</h1><p>{' · '.join(contact(person))}</p>"


def _skills(person: Person, t: Tongue) -> str:
    return h2(t.heading("skills")) + "".join(f"<p>{e(g['name'])}: {e(', '.join(g['keywords']))}</p>" for g in person["skills"])  # fmt: skip


def _at(person: Person, t: Tongue) -> Printed:
    """``Title at Company`` and the dates in brackets; bold; bullets with dashes."""
    body = _top(person) + h2(t.heading("profile")) + f"<p>{e(person['summary'])}</p>"
    body += section(t.heading("work"), person["work"], lambda x: f"<p class=h>{e(x['position'])} at {e(x['name'])} ({t.dates(x)})</p>{items(x)}")  # fmt: skip
    body += projects(person, t, h2) + section(t.heading("education"), person["education"], lambda x: f"<p class=h>{degree(x)} at {e(x['institution'])} ({t.dates(x)})</p>")  # fmt: skip
    css = "h2{font-size:12pt;margin:11px 0 3px} .h{font-weight:bold;margin-top:4px} ul{list-style:'– '} .d{float:right}"  # fmt: skip
    return _page(css, body + _skills(person, t) + extras(person, t, h2), size="Letter")


def _spans(person: Person, t: Tongue) -> Printed:
    """The company with its whole span and place, under it each title with its own dates, indented."""
    body = _top(person) + h2(t.heading("work").upper()) if person["work"] else _top(person)
    for name, group in groupby(person["work"], key=lambda x: x["name"]):
        entries = list(group)
        span = {"startDate": entries[-1]["startDate"], "endDate": entries[0].get("endDate")}
        body += f"<div class=r><b>{e(name)}</b><b>{t.dates(span) if len(entries) > 1 else e(entries[0]['location'])}</b></div>"
        for x in entries:
            body += f"<div class='r i'><i>{e(x['position'])}</i><i>{t.dates(x)}</i></div>{items(x)}"
    body += projects(person, t, lambda text: h2(text.upper()))
    body += section(t.heading("education").upper(), person["education"], lambda x: f"<div class=r><b>{e(x['institution'])}</b><b>{t.dates(x)}</b></div><p class=i>{degree(x)}{'; ' + e(x['score']) if x.get('score') else ''}</p>")  # fmt: skip
    css = "h2{font-size:10.5pt;border-bottom:1px solid #000;margin:10px 0 3px} .r{display:flex;justify-content:space-between;margin-top:3px} .i{padding-left:4mm} ul{padding-left:12mm} .d{float:right}"  # fmt: skip
    return _page(css, body + _skills(person, t) + extras(person, t, lambda text: h2(text.upper())), font="DejaVu Serif, serif", points="9pt")  # fmt: skip


def _functional(person: Person, t: Tongue) -> Printed:
    """Skills and achievements first; the history is a list of one-liners without duties."""
    body = _top(person) + h2(t.heading("profile", {"profile": "Summary of Qualifications"})) + f"<p>{e(person['summary'])}</p>"  # fmt: skip
    body += _skills(person, t)
    body += section(t.heading("work", {"work": "Employment History"}), person["work"], lambda x: f"<p>{e(x['position'])}, {e(x['name'])}, {e(x['location'])}, {t.dates(x)}</p>")  # fmt: skip
    body += section(t.heading("education"), person["education"], lambda x: f"<p>{degree(x, ', ')}, {e(x['institution'])}, {t.date(x['endDate'])}</p>")  # fmt: skip
    css = "h1{text-align:center} h2{text-align:center;font-size:12pt;text-decoration:underline;margin:10px 0 4px} p{margin-bottom:2px}"  # fmt: skip
    return _page(css, body + extras(person, t, h2), size="Letter", font="Latin Modern Roman, serif", points="11pt")  # fmt: skip


def _first_dates(person: Person, t: Tongue) -> Printed:
    """Dates, a dash, title, a dash, company: one line; paragraphs in place of bullets; justified."""
    body = _top(person) + f"<p class=s>{e(person['summary'])}</p>"

    def job(x: Person) -> str:
        said = "".join(f"<p class=x>{e(text)}</p>" for text in x["highlights"]) or f"<p class=x>{e(x.get('summary', ''))}</p>"  # fmt: skip
        return f"<p class=h>{t.dates(x)}: {e(x['position'])} – {e(x['name'])}, {e(x['location'])}</p>{said}"

    body += section(t.heading("work", {"work": "Career History"}), person["work"], job)
    body += section(t.heading("education"), person["education"], lambda x: f"<p class=h>{t.dates(x)}: {degree(x)} – {e(x['institution'])}</p>")  # fmt: skip
    body += projects(person, t, h2)
    css = "body{text-align:justify;hyphens:auto} h2{background:#eee;padding:2px 4px;font-size:12pt;margin:10px 0 4px} .h{font-weight:bold;margin-top:6px;text-align:left} .x{margin-left:5mm;margin-top:2px} .d{float:right}"  # fmt: skip
    return _page(css, body + _skills(person, t) + extras(person, t, h2), margin="18mm 26mm")


def _scholar(person: Person, t: Tongue) -> Printed:
    """Years in the margin in each section, no bullets in lists; numbered publications come first."""

    def row(left: str, right: str) -> str:
        return f"<div class=f><div class=l>{left}</div><div class=x>{right}</div></div>"

    body = _top(person)
    body += section(t.heading("education"), person["education"], lambda x: row(t.dates(x), f"{degree(x)}, {e(x['institution'])}{', ' + e(x['score']) if x.get('score') else ''}"))  # fmt: skip
    body += section(t.heading("work", {"work": "Appointments"}), person["work"], lambda x: row(t.dates(x), f"<b>{e(x['position'])}</b><br>{e(x['name'])}, {e(x['location'])}{items(x)}"))  # fmt: skip
    if person.get("publications"):
        body += h2(t.heading("publications")) + "<ol>" + "".join(f"<li>{e(person['basics']['name'].split()[-1])}, A. and Coauthor, B. ({x['releaseDate']}). {e(x['name'])}. <i>{e(x['publisher'])}</i>.</li>" for x in person["publications"]) + "</ol>"  # fmt: skip
    body += projects(person, t, h2, dated=False)
    body += h2(t.heading("skills")) + "".join(row(e(g["name"]), e(", ".join(g["keywords"]))) for g in person["skills"])  # fmt: skip
    css = "h1{font-size:17pt;font-weight:normal} h2{font-size:12pt;font-weight:bold;margin:12px 0 4px} .f{display:flex;margin-bottom:3px} .l{width:36mm} .x{width:135mm} ul{list-style:none;padding-left:4mm}"  # fmt: skip
    return _page(css, body + extras(person, t, h2, skip=("publications",)), font="Latin Modern Roman, serif", points="11pt")  # fmt: skip


def _employer_line(person: Person, t: Tongue) -> Printed:
    """``Company - City, State``, the title above it in bold, ``January 2019 to Present`` below."""
    body = _top(person) + f"<p>{e(person['summary'])}</p>"
    body += section(t.heading("work"), person["work"], lambda x: f"<div class=e><p><b>{e(x['position'])}</b></p><p>{e(x['name'])} - {e(x['location'])}</p><p>{t.dates(x)}</p>{items(x)}</div>")  # fmt: skip
    body += section(t.heading("education"), person["education"], lambda x: f"<p><b>{degree(x)}</b></p><p>{e(x['institution'])}</p><p>{t.dates(x)}</p>")  # fmt: skip
    body += projects(person, t, h2, dated=False)
    body += h2(t.heading("skills")) + "<ul>" + "".join(f"<li>{e(w)}</li>" for g in person["skills"] for w in g["keywords"]) + "</ul>"  # fmt: skip
    css = "h1{font-size:22pt} h2{font-size:14pt;border-bottom:1px solid #bbb;margin:12px 0 6px} .e{margin-bottom:8px} ul{margin-top:4px}"  # fmt: skip
    return _page(css, body + extras(person, t, h2), size="Letter", font="DejaVu Sans, sans-serif", points="9pt")  # fmt: skip


def _bars(person: Person, t: Tongue) -> Printed:
    """``Title | Company | Place | Dates`` in one look; bullets nested under a label; large type."""

    def job(x: Person) -> str:
        texts = x["highlights"]
        more = (
            f"<ul>{''.join(f'<li>{e(text)}</li>' for text in texts[1:])}</ul>" if texts[1:] else ""
        )
        said = f"<ul><li>{e(texts[0])}{more}</li></ul>" if texts else items(x)
        return (
            f"<p>{e(x['position'])} | {e(x['name'])} | {e(x['location'])} | {t.dates(x)}</p>{said}"
        )

    body = _top(person) + h2("ABOUT") + f"<p>{e(person['summary'])}</p>"
    body += section(t.heading("work", {"work": "Experience"}).upper(), person["work"], job)
    body += projects(person, t, lambda text: h2(text.upper()), dated=False)
    body += section(t.heading("education").upper(), person["education"], lambda x: f"<p>{degree(x)} | {e(x['institution'])} | {t.dates(x)}</p>")  # fmt: skip
    body += h2(t.heading("skills").upper()) + "<p>" + " | ".join(e(w) for g in person["skills"] for w in g["keywords"]) + "</p>"  # fmt: skip
    css = "h1{font-size:20pt} h2{font-size:12pt;margin:12px 0 4px} p{margin-top:3px} ul{padding-left:14px}"  # fmt: skip
    return _page(css, body + extras(person, t, lambda text: h2(text.upper())), points="11.5pt")


def _dash_first(person: Person, t: Tongue) -> Printed:
    """``Company — Title`` with the dates at the right; the place under it; centred small headings."""
    body = f"<div class=k>{_top(person)}</div>"
    body += section(t.heading("work", {"work": "Where I’ve Worked"}), person["work"], lambda x: f"<div class=r><span><b>{e(x['name'])}</b> — {e(x['position'])}</span><span>{t.dates(x)}</span></div><p class=m>{e(x['location'])}</p>{items(x)}")  # fmt: skip
    body += projects(person, t, h2)
    body += section(t.heading("education", {"education": "Where I’ve Studied"}), person["education"], lambda x: f"<div class=r><span><b>{e(x['institution'])}</b> — {degree(x)}</span><span>{t.dates(x)}</span></div>")  # fmt: skip
    body += h2(t.heading("skills", {"skills": "What I Know"})) + "".join(f"<p>{' / '.join(map(e, g['keywords']))}</p>" for g in person["skills"])  # fmt: skip
    css = ".k{text-align:center} h2{text-align:center;font-variant:small-caps;font-size:13pt;font-weight:normal;margin:12px 0 4px} .r{display:flex;justify-content:space-between;margin-top:5px} .m{color:#777;font-size:8.5pt} .d{float:right}"  # fmt: skip
    return _page(css, body + extras(person, t, h2), font="Source Sans Pro, sans-serif")


LINES: dict[str, Template] = {
    "line-at": Template(_at, "comma", now="present"),
    "line-spans": Template(_spans, "short"),
    "line-functional": Template(
        _functional, "year", dash="-", shown=("work", "education", "skills")
    ),
    "line-first-dates": Template(_first_dates, "slash", dash="-", now="now"),
    "line-scholar": Template(_scholar, "year", dash="–", now=""),
    "line-employer": Template(_employer_line, "long", dash=" to "),
    "line-bars": Template(_bars, "short", dash="-"),
    "line-dash": Template(_dash_first, "season", dash=" – "),
}
