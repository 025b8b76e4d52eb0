"""Layouts as sites and offices print them: an official form, a network's export, cards, grids, lines."""

from __future__ import annotations

from itertools import groupby

from .people import Person
from .templates_web import SHORT, Template, contact, degree, e, extras, h2, items, projects, section
from .tongues import Tongue
from .web import Printed, _page


def _official_form(person: Person, t: Tongue) -> Printed:
    """The European form: capitals as headings, dates in brackets before the title, city and country labelled."""

    def place(x: Person) -> str:
        city, _, country = x.get("location", "").partition(", ")
        return f"<p class=m>City: {e(city)}{' | Country: ' + e(country) if country else ''}</p>"

    def job(x: Person) -> str:
        return f"<p class=m>[ {t.dates(x)} ]</p><p><b>{e(x['position'])}</b></p><p><i>{e(x['name'])}</i></p>{place(x)}{items(x)}"

    b = person["basics"]
    body = f"<div class=strip><h1>{e(b['name'])}</h1><p><b>Email address:</b> {e(b['email'])} &nbsp; <b>Phone number:</b> {e(b['phone'])} &nbsp; <b>Address:</b> {e(b['city'])}</p></div>"
    body += h2("ABOUT ME") + f"<p>{e(person['summary'])}</p>"
    body += section("WORK EXPERIENCE", person["work"], job)
    body += section("EDUCATION AND TRAINING", person["education"], lambda x: f"<p class=m>[ {t.dates(x)} ]</p><p><b>{degree(x)}</b></p><p><i>{e(x['institution'])}</i></p>{'<p>Final grade: ' + e(x['score']) + '</p>' if x.get('score') else ''}")  # fmt: skip
    body += projects(person, t, lambda text: h2(text.upper()))
    body += h2("DIGITAL SKILLS") + "<p>" + " | ".join(e(w) for g in person["skills"] for w in g["keywords"]) + "</p>"  # fmt: skip
    if person.get("languages"):
        body += h2("LANGUAGE SKILLS") + "".join(f"<p>{e(x['language'])} — {e(x['fluency'])}</p>" for x in person["languages"])  # fmt: skip
    body += extras(person, t, lambda text: h2(text.upper()), skip=("languages",))
    css = """.strip{background:#004494;color:#fff;padding:6mm 8mm;margin:-10mm -12mm 4mm} h1{font-size:20pt} h2{color:#004494;border-bottom:1px solid #c5c5c5;font-size:11pt;margin:11px 0 4px} .m{color:#555;font-size:8.5pt} ul{margin-bottom:5px} .d{float:right}"""
    return _page(css, body, margin="10mm 12mm", points="9.5pt")


def _network_export(person: Person, t: Tongue) -> Printed:
    """A professional network's export: a side column, then name, headline, place; company above its titles."""
    b = person["basics"]
    side = f"<h2>Contact</h2><p>{e(b['phone'])} (Mobile)</p><p>{e(b['email'])}</p>"
    side += f"<p>www.linkedin.com/in/<wbr>{person['key']}-example<br>(LinkedIn)</p>"
    side += "<h2>Top Skills</h2>" + "".join(f"<p>{e(w)}</p>" for g in person["skills"] for w in g["keywords"])  # fmt: skip
    if person.get("languages"):
        side += "<h2>Languages</h2>" + "".join(f"<p>{e(x['language'])} ({e(x['fluency'])})</p>" for x in person["languages"])  # fmt: skip
    if person.get("certificates"):
        side += "<h2>Certifications</h2>" + "".join(f"<p>{e(x['name'])}</p>" for x in person["certificates"])  # fmt: skip
    main = f"<h1>{e(b['name'])}</h1><p class=t>{e(b['label'])}</p><p class=m>{e(b['city'])}</p><h3>Summary</h3><p>{e(person['summary'])}</p>"
    main += "<hr><h3>Experience</h3>" if person["work"] else ""
    for name, group in groupby(person["work"], key=lambda x: x["name"]):
        entries = list(group)
        main += f"<p class=c>{e(name)}</p>"
        if len(entries) > 1:
            main += f"<p class=m>{3 + len(entries)} years {len(entries)} months</p>"
        for x in entries:
            said = "<br>".join(f"- {e(text)}" for text in x["highlights"]) or e(
                x.get("summary", "")
            )
            main += f"<p class=j>{e(x['position'])}</p><p>{t.dates(x)} ({1 + len(x['highlights'])} years 3 months)</p><p class=m>{e(x['location'])}</p><p class=s>{said}</p>"
    main += "<hr><h3>Education</h3>"
    for x in person["education"]:
        main += f"<p class=c>{e(x['institution'])}</p><p>{degree(x, ', ')} · ({t.dates(x)})</p>"
    css = """.m{color:#666} .side{position:absolute;left:0;top:0;width:70mm;height:279mm;background:#293e49;color:#fff;padding:12mm 7mm;box-sizing:border-box;font-size:10pt} .side h2{font-size:12pt;font-weight:normal;margin:12px 0 6px} .main{margin-left:76mm;padding:12mm 10mm 0 0}
    h1{font-size:25pt;font-weight:normal} .t{font-size:12pt} h3{font-size:15pt;font-weight:normal;margin:10px 0 6px} .c{font-size:12pt;margin-top:9px} .j{font-size:11.5pt;margin-top:3px} .s{margin-top:5px;margin-bottom:6px} hr{border:0;border-top:.6px solid #ccc}"""
    return _page(css, f"<div class=side>{side}</div><div class=main>{main}</div>", size="Letter", margin="0")  # fmt: skip


def _office_serif(person: Person, t: Tongue) -> Printed:
    """An office suite's template: company, place and title in one heading; capitals of dates under it."""

    def head(x: Person) -> str:
        return f"<h3>{e(x['name'])}, <span>{e(x['location'])} — <i>{e(x['position'])}</i></span></h3><p class=m>{t.dates(x).upper()}</p>{items(x)}"

    b = person["basics"]
    side = f"<p class=k>{'<br>'.join(contact(person))}</p>" + h2(t.heading("skills").upper())
    side += "".join(f"<p>{e(w)}</p>" for g in person["skills"] for w in g["keywords"])
    side += extras(person, t, lambda text: h2(text.upper()), skip=("volunteer",))
    main = f"<h1>{e(b['name'])}</h1><p>{e(person['summary'])}</p>"
    main += section(t.heading("work", {"work": "Experience"}).upper(), person["work"], head)
    main += section(t.heading("education").upper(), person["education"], lambda x: f"<h3>{e(x['institution'])}, <span><i>{degree(x)}</i></span></h3><p class=m>{t.dates(x).upper()}</p>")  # fmt: skip
    main += projects(person, t, lambda text: h2(text.upper()), dated=False)
    css = """.f{display:flex;justify-content:space-between} .a{width:66%} .b{width:29%} h1{font-size:28pt} h2{font-size:9pt;color:#2079c7;margin:14px 0 5px} h3{font-size:11pt} h3 span{font-weight:normal} .m{font-size:8pt;color:#666}"""
    return _page(css, f"<div class=f><div class=a>{main}</div><div class=b>{side}</div></div>", font="DejaVu Serif, serif", points="8.5pt")  # fmt: skip


def _poster(person: Person, t: Tongue) -> Printed:
    """A coloured side with a round picture, letter-spaced capitals; dates first on one line of bars."""
    b = person["basics"]
    side = '<svg width="90" height="90"><circle cx="45" cy="45" r="44" fill="#caa"/></svg>'
    side += h2(t.heading("contact")) + "".join(f"<p>{c}</p>" for c in contact(person))
    side += section(t.heading("education"), person["education"], lambda x: f"<p>{t.date(x['startDate'])[-4:]} - {t.date(x['endDate'])[-4:]}</p><p class=w>{e(x['institution'].upper())}</p><p>• {degree(x)}</p>")  # fmt: skip
    side += h2(t.heading("skills")) + "<ul>" + "".join(f"<li>{e(w)}</li>" for g in person["skills"] for w in g["keywords"]) + "</ul>"  # fmt: skip
    side += section(t.heading("languages"), person.get("languages", []), lambda x: f"<p>• {e(x['language'])} ({e(x['fluency'])})</p>")  # fmt: skip
    main = f"<h1>{e(b['name'].upper())}</h1><p class=t>{e(b['label'].upper())}</p>" + h2(t.heading("profile")) + f"<p>{e(person['summary'])}</p>"  # fmt: skip
    main += section(t.heading("work"), person["work"], lambda x: f"<div class=r><b>{e(x['name'])}</b><span>{t.dates(x)}</span></div><p class=p>{e(x['position'])}</p>{items(x)}")  # fmt: skip
    main += projects(person, t, h2, dated=False) + extras(person, t, h2, skip=("languages",))
    css = """.side{position:absolute;left:0;top:0;width:66mm;height:297mm;background:#3c4f5c;color:#fff;padding:12mm 8mm;box-sizing:border-box} .main{margin-left:72mm;padding:20mm 12mm 0 0} h1{font-size:24pt;letter-spacing:3px;font-weight:300} .t{letter-spacing:4px;font-size:10pt;margin-bottom:10px}
    h2{text-transform:uppercase;letter-spacing:3px;font-size:11pt;border-bottom:1px solid;margin:14px 0 6px;padding-bottom:3px} .r{display:flex;justify-content:space-between;margin-top:5px} .p{color:#666} .w{font-weight:bold} .side ul{padding-left:12px}"""
    return _page(css, f"<div class=side>{side}</div><div class=main>{main}</div>", margin="0", points="9pt")  # fmt: skip


def _cards(person: Person, t: Tongue) -> Printed:
    """Title large, company below, dates and place in italics, a label over the bullets; chips; two columns."""

    def job(x: Person) -> str:
        label = "<p class=g>Achievements/Tasks</p>" if x.get("highlights") else ""
        return f"<h3>{e(x['position'])}</h3><p class=c>{e(x['name'])}</p><p class=m><i>{t.dates(x)}</i><i>{e(x['location'])}</i></p>{label}{items(x)}"

    b = person["basics"]
    body = f"<h1>{e(b['name'])}</h1><p class=t>{e(b['label'])}</p><p class=s>{e(person['summary'])}</p><div class=bar>{''.join(f'<span>{c}</span>' for c in contact(person))}</div><div class=f><div class=a>"
    body += section(t.heading("work").upper(), person["work"], job)
    body += section(t.heading("education").upper(), person["education"], lambda x: f"<h3>{degree(x)}</h3><p class=c>{e(x['institution'])}</p><p class=m><i>{t.dates(x)}</i><i>{e(x.get('score', ''))}</i></p>")  # fmt: skip
    body += "</div><div class=b>" + h2(t.heading("skills").upper())
    body += "".join(f"<span class=chip>{e(w)}</span>" for g in person["skills"] for w in g["keywords"])  # fmt: skip
    body += projects(person, t, lambda text: h2(text.upper()))
    body += extras(person, t, lambda text: h2(text.upper())) + "</div></div>"
    css = """h1{font-size:25pt;color:#449399} .t{font-size:13pt} .bar{background:#303b4d;color:#fff;padding:2mm 4mm;margin:3mm 0;display:flex;justify-content:space-between;font-size:8pt} .f{display:flex;justify-content:space-between} .a{width:56%} .b{width:40%} h2{color:#449399;font-size:12pt;border-bottom:2px solid #449399;margin:8px 0 4px}
    h3{font-size:11.5pt} .c{font-size:11pt} .m{display:flex;justify-content:space-between;color:#449399;font-size:8pt} .g{color:#449399;font-style:italic;font-size:8pt} .chip{display:inline-block;background:#979ba2;color:#fff;border-radius:3px;padding:1px 5px;margin:2px}"""
    return _page(css, body, margin="12mm", points="9pt")


def _rated(person: Person, t: Tongue) -> Printed:
    """Dates in a left column, title and company beside them; skills with drawn bars and a word for the level."""
    levels = ["Excellent", "Very Good", "Advanced", "Good"]

    def row(left: str, right: str) -> str:
        return f"<tr><td class=l>{left}</td><td>{right}</td></tr>"

    b = person["basics"]
    body = f"<h1>{e(b['name'])}</h1><p class=t>{e(b['label'])}</p><table>{''.join(row('<b>' + k + '</b>', v) for k, v in zip(('E-mail', 'Phone', 'Address', 'WWW'), contact(person), strict=False))}</table><p class=s>{e(person['summary'])}</p>"
    body += h2(t.heading("work", {"work": "Work History"})) + "<table>" if person["work"] else ""
    for x in person["work"]:
        body += row(t.dates(x).replace(" - ", " -<br>"), f"<h3>{e(x['position'])}</h3><p><i>{e(x['name'])}, {e(x['location'])}</i></p>{items(x)}")  # fmt: skip
    body += ("</table>" if person["work"] else "") + h2(t.heading("education")) + "<table>"
    for x in person["education"]:
        body += row(t.dates(x).replace(" - ", " -<br>"), f"<h3>{degree(x, ': ')}</h3><p><i>{e(x['institution'])}</i></p>{'<ul><li>' + e(x['score']) + '</li></ul>' if x.get('score') else ''}")  # fmt: skip
    body += "</table>" + projects(person, t, h2)
    body += h2(t.heading("skills")) + "<table>"
    for n, word in enumerate(w for g in person["skills"] for w in g["keywords"]):
        body += row("", f"<div class=q><span>{e(word)}</span><span class=o><i style='width:{50 + 7 * (n % 7)}%'></i></span></div><p class=v>{levels[n % 4]}</p>")  # fmt: skip
    body += "</table>" + extras(person, t, h2)
    css = """h1{font-size:26pt;color:#c19a5b} .t{font-size:13pt} h2{color:#c19a5b;font-size:14pt;border-top:1px solid #c19a5b;margin-top:10px} .l{width:30mm;font-size:9pt;vertical-align:top} td{vertical-align:top;padding-bottom:5px} table{width:100%} h3{font-size:11pt}
    .q{display:flex;justify-content:space-between} .o{width:45mm;height:6px;background:#ddd;margin-top:5px} .o i{display:block;height:6px;background:#c19a5b} .v{text-align:right;font-size:8pt;color:#777} .d{float:right}"""
    return _page(css, body, size="Letter", points="10pt")


def _dark_right(person: Person, t: Tongue) -> Printed:
    """Title, company and city in one bold line, spaced capitals of dates under it; a dark right side."""
    b = person["basics"]
    side = "<h2>Details</h2>" + "".join(f"<p>{c}</p>" for c in contact(person)) + "<h2>Skills</h2>"
    side += "".join(f"<p>{e(w)}</p><div class=o><i></i></div>" for g in person["skills"] for w in g["keywords"])  # fmt: skip
    side += "<h2>Languages</h2>" + "".join(f"<p>{e(x['language'])}</p>" for x in person["languages"]) if person.get("languages") else ""  # fmt: skip
    main = f"<h1>{e(b['name'])}</h1><p class=t>{e(b['label'])}</p><h2>Profile</h2><p>{e(person['summary'])}</p>"
    main += section("Employment History", person["work"], lambda x: f"<h3>{e(x['position'])}, {e(x['name'])}, {e(x['location'].split(',')[0])}</h3><p class=m>{t.dates(x).upper()}</p>{items(x)}")  # fmt: skip
    main += section("Education", person["education"], lambda x: f"<h3>{degree(x, ', ')}, {e(x['institution'])}</h3><p class=m>{t.dates(x).upper()}</p>")  # fmt: skip
    main += projects(person, t, h2, dated=False) + extras(person, t, h2, skip=("languages",))
    css = """.side{position:absolute;right:0;top:0;width:62mm;height:297mm;background:#084c41;color:#fff;padding:14mm 8mm;box-sizing:border-box} .main{margin-right:66mm;padding:14mm 0 0 14mm} h1{font-size:25pt} h2{font-size:13pt;margin:12px 0 5px} h3{font-size:10.5pt} .m{letter-spacing:1.2px;font-size:7.5pt;color:#888}
    .o{height:2px;background:#3a7a70} .o i{display:block;width:80%;height:2px;background:#fff}"""
    return _page(css, f"<div class=side>{side}</div><div class=main>{main}</div>", margin="0", points="9.5pt")  # fmt: skip


def _grid(person: Person, t: Tongue) -> Printed:
    """A bordered table of periods, employers and duties; another of schools; a third of skills."""

    def table(heads: list[str], rows: list[list[str]]) -> str:
        cells = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
        return "<table><tr>" + "".join(f"<th>{h}</th>" for h in heads) + f"</tr>{cells}</table>"

    b = person["basics"]
    body = f"<h1>CURRICULUM VITAE</h1><table><tr><td>Name</td><td>{e(b['name'])}</td></tr><tr><td>E-mail</td><td>{e(b['email'])}</td></tr><tr><td>Phone</td><td>{e(b['phone'])}</td></tr><tr><td>Address</td><td>{e(b['city'])}</td></tr></table>"
    if person["work"]:
        body += h2("Work Experience") + table(["Period", "Employer", "Position and duties"], [[t.dates(x), f"{e(x['name'])}<br>{e(x['location'])}", f"<b>{e(x['position'])}</b>{items(x)}"] for x in person["work"]])  # fmt: skip
    body += h2("Education") + table(["Period", "Institution", "Degree"], [[t.dates(x), e(x["institution"]), degree(x)] for x in person["education"]])  # fmt: skip
    body += projects(person, t, h2)
    body += h2("Skills") + table(["Area", "Skills"], [[e(g["name"]), e(", ".join(g["keywords"]))] for g in person["skills"]])  # fmt: skip
    body += extras(person, t, h2)
    css = """h1{font-size:16pt;text-align:center} h2{font-size:12pt;margin:10px 0 4px} table{border-collapse:collapse;width:100%} td,th{border:.7px solid #555;padding:2px 5px;vertical-align:top;text-align:left} th{background:#eee} td:first-child{width:34mm} .d{float:right}"""
    return _page(css, body, points="9.5pt")


SITES: dict[str, Template] = {
    "site-form": Template(_official_form, "slash", now="Current"),
    "site-export": Template(
        _network_export, "long", dash=" - ", shown=("work", "education", "skills")
    ),
    "site-office": Template(_office_serif, "long", dash=" - ", shown=SHORT),
    "site-poster": Template(_poster, "year", dash=" - "),
    "site-cards": Template(_cards, "slash", dash=" - "),
    "site-rated": Template(_rated, "iso", dash=" - ", now="Current"),
    "site-dark-right": Template(_dark_right, "long", dash=" — "),
    "site-grid": Template(_grid, "dot", dash="–", now="to date"),
}
