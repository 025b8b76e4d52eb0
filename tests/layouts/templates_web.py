"""Layouts as word processors', LaTeX classes' and resume sites' templates have them, printed from HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from .people import Person
from .tongues import Tongue
from .web import Printed, _page

ALL = ("work", "projects", "education", "skills", "volunteer")
SHORT = ("work", "projects", "education", "skills")


@dataclass(frozen=True)
class Template:
    """``dates``, ``dash`` and ``now``: how dates are written (see Tongue)."""

    make: Callable[[Person, Tongue], Printed]
    dates: str
    dash: str = " – "
    now: str = ""
    shown: tuple[str, ...] = ALL

    def draw(self, person: Person, _: str = "") -> Printed:
        return self.make(person, Tongue(person, self.dates, self.dash, self.now))


def e(text: str) -> str:
    return escape(text or "", quote=False)


def contact(person: Person, *more: str) -> list[str]:
    basics = person["basics"]
    return [e(basics[key]) for key in ("email", "phone", "city", "url", *more) if basics.get(key)]


def items(entry: Person, tag: str = "ul") -> str:
    said = f"<p class=s>{e(entry['summary'])}</p>" if entry.get("summary") else ""
    texts = entry.get("highlights", [])
    return said + (f"<{tag}>" + "".join(f"<li>{e(t)}</li>" for t in texts) + f"</{tag}>" if texts else "")  # fmt: skip


def degree(entry: Person, between: str = " in ") -> str:
    return e(entry["studyType"] + (between + entry["area"] if entry.get("area") else ""))


def extras(person: Person, tongue: Tongue, h: Callable[[str], str], skip: tuple[str, ...] = ()) -> str:  # fmt: skip
    """The short lists at the end: certificates, languages, publications, awards, volunteering."""
    out = ""
    for section in ("certificates", "publications", "awards", "languages", "volunteer"):
        entries = person.get(section, [])
        if not entries or section in skip:
            continue
        out += h(tongue.heading(section))
        for entry in entries:
            if section == "certificates":
                out += f"<p>{e(entry['name'])}, {entry['date']}</p>"
            elif section == "publications":
                out += f"<p>{e(entry['name'])}. <i>{e(entry['publisher'])}</i>, {entry['releaseDate']}.</p>"
            elif section == "awards":
                out += f"<p>{e(entry['title'])} ({entry['date']})</p>"
            elif section == "languages":
                out += f"<p>{e(entry['language'])}: {e(entry['fluency'])}</p>"
            else:
                out += f"<p><b>{e(entry['position'])}</b>, {e(entry['organization'])}, {tongue.dates(entry)}</p>{items(entry)}"
    return out


def projects(person: Person, tongue: Tongue, h: Callable[[str], str], dated: bool = True) -> str:
    out = h(tongue.heading("projects")) if person.get("projects") else ""
    for entry in person.get("projects", []):
        when = f"<span class=d>{tongue.dates(entry)}</span>" if dated else ""
        out += f"<div class=e>{when}<b>{e(entry['name'])}</b><p>{e(entry['description'])}</p>{items(entry)}</div>"
    return out


def h2(text: str) -> str:
    return f"<h2>{e(text)}</h2>"


def section(heading: str, entries: list[Person], one: Callable[[Person], str]) -> str:
    return h2(heading) + "".join(map(one, entries)) if entries else ""


def _hints(person: Person, t: Tongue) -> Printed:
    """A hint column at the left (dates right-aligned in it); title, company and place on one line."""

    def row(left: str, right: str) -> str:
        return f"<tr><td class=l>{left}</td><td>{right}</td></tr>"

    def sec(title: str, rows: str) -> str:
        return f"<h2><i></i>{e(title)}</h2><table>{rows}</table>" if rows else ""

    def said(x: Person) -> str:
        text = f"<b>{e(x['position'])}</b>, <i>{e(x['name'])}</i>, {e(x['location'])}."
        return text + items(x)

    b = person["basics"]
    body = f"<div class=top><div class=n>{e(b['name'])}<p>{e(b['label'])}</p></div><div class=c>{'<br>'.join(contact(person))}</div></div>"
    body += sec(t.heading("education"), "".join(row(t.dates(x), f"<b>{degree(x, ', ')}</b>, <i>{e(x['institution'])}</i>{', ' + e(x['score']) if x.get('score') else ''}.") for x in person["education"]))  # fmt: skip
    body += sec(t.heading("work"), "".join(row(t.dates(x), said(x)) for x in person["work"]))
    body += sec(t.heading("projects"), "".join(row(t.dates(x), f"<b>{e(x['name'])}</b>: {e(x['description'])}{items(x)}") for x in person.get("projects", [])))  # fmt: skip
    body += sec(t.heading("skills"), "".join(row(e(g["name"]), e(", ".join(g["keywords"]))) for g in person["skills"]))  # fmt: skip
    body += sec(t.heading("languages"), "".join(row(e(x["language"]), f"<i>{e(x['fluency'])}</i>") for x in person.get("languages", [])))  # fmt: skip
    css = """.top{display:flex;justify-content:space-between} .n{font-size:28pt;color:#555} .n p{font-size:14pt;font-style:italic} .c{text-align:right;font-style:italic;font-size:9pt;color:#666}
    h2{color:#3873b3;font-weight:normal;font-size:14pt;margin:10px 0 3px;display:flex;align-items:center} h2 i{width:27mm;height:5px;background:#3873b3;display:inline-block;margin-right:4mm}
    table{border-collapse:collapse} td{vertical-align:top;padding:0 0 4px} .l{width:27mm;text-align:right;padding-right:4mm;font-size:9pt}"""
    return _page(css, body, margin="16mm 18mm", font="Latin Modern Sans, DejaVu Sans, sans-serif")


def _banking(person: Person, t: Tongue) -> Printed:
    """Centred name; company with the place at the right, title with the dates under it; ruled headings."""

    def pair(a: str, b: str, c: str, d: str) -> str:
        return f"<div class=r><b>{a}</b><b>{b}</b></div><div class=r><i>{c}</i><i>{d}</i></div>"

    b = person["basics"]
    body = f"<h1>{e(b['name'])}</h1><p class=k>{' ◦ '.join(contact(person))}</p>"
    body += section(t.heading("work", {"work": "Experience"}), person["work"], lambda x: pair(e(x["name"]), e(x["location"]), e(x["position"]), t.dates(x)) + items(x))  # fmt: skip
    body += projects(person, t, h2)
    body += section(t.heading("education"), person["education"], lambda x: pair(e(x["institution"]), e(x.get("score", "")), degree(x), t.dates(x)))  # fmt: skip
    body += h2(t.heading("skills")) + "".join(f"<p><b>{e(g['name'])}</b>: {e(', '.join(g['keywords']))}</p>" for g in person["skills"])  # fmt: skip
    body += extras(person, t, h2)
    css = """h1,.k{text-align:center} h1{font-weight:normal;font-size:24pt} .k{font-size:9pt;color:#666} h2{font-size:12pt;color:#3873b3;border-bottom:.6px solid #3873b3;font-weight:normal;margin:10px 0 4px}
    .r{display:flex;justify-content:space-between} ul{margin-bottom:5px} .d{float:right}"""
    return _page(css, body, font="Latin Modern Roman, serif", points="10.5pt")


def _two_thirds(person: Person, t: Tongue) -> Printed:
    """Two columns, 62 to 34; title bold, company in colour, then icon, dates, icon, place; tags."""
    icon = '<svg width="8" height="8" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4" fill="#8f0d0d"/></svg> '

    def job(x: Person) -> str:
        return f"<div class=e><h3>{e(x['position'])}</h3><p class=c>{e(x['name'])}</p><p class=m><span>{icon}{t.dates(x)}</span><span>{icon}{e(x['location'])}</span></p>{items(x)}</div>"

    b = person["basics"]
    body = f"<h1>{e(b['name'])}</h1><p class=t>{e(b['label'])}</p><p class=k>{''.join(f'<span>{icon}{text}</span>' for text in contact(person))}</p><div class=cols><div class=a>"
    body += section(t.heading("work", {"work": "Experience"}), person["work"], job)
    body += projects(person, t, h2) + "</div><div class=b>"
    body += h2(t.heading("profile", {"profile": "About me"})) + f"<p>{e(person['summary'])}</p>"
    body += h2(t.heading("skills", {"skills": "Strengths"})) + "".join(f"<p>{''.join(f'<span class=tag>{e(w)}</span>' for w in g['keywords'])}</p>" for g in person["skills"])  # fmt: skip
    body += section(t.heading("languages"), person.get("languages", []), lambda x: f"<p class=m><span>{e(x['language'])}</span><span>{e(x['fluency'])}</span></p>")  # fmt: skip
    body += section(t.heading("education"), person["education"], lambda x: f"<div class=e><h3>{degree(x)}</h3><p class=c>{e(x['institution'])}</p><p class=m>{icon}{t.dates(x)}</p></div>")  # fmt: skip
    body += extras(person, t, h2, skip=("languages",)) + "</div></div>"
    css = """h1{font-size:23pt;text-transform:uppercase;color:#8f0d0d} .t{font-weight:bold;color:#555;font-size:12pt} .k span{margin-right:5mm;font-size:8.5pt} .cols{display:flex;justify-content:space-between} .a{width:62%} .b{width:34%}
    h2{text-transform:uppercase;color:#450808;border-bottom:2px solid #8f0d0d;font-size:14pt;margin:10px 0 4px} h3{font-size:11.5pt;font-weight:normal;color:#2e2e2e} .c{color:#8f0d0d;font-weight:bold} .m{display:flex;justify-content:space-between;font-size:8.5pt;color:#555}
    .tag{border:.6px solid #888;border-radius:4px;padding:0 4px;margin:2px 3px 2px 0;display:inline-block} .e{border-bottom:.5px dashed #aaa;padding-bottom:4px;margin-bottom:4px} .d{float:right}"""
    return _page(css, body, margin="12mm", font="DejaVu Sans, sans-serif", points="8.5pt")


def _narrow_left(person: Person, t: Tongue) -> Printed:
    """A narrow left column of education and skills; capitals for the company, a bar, then the title."""

    def job(x: Person) -> str:
        return f"<p class=j><b>{e(x['name'].upper())}</b> | {e(x['position'])}</p><p class=m>{t.dates(x)} | {e(x['location'])}</p>{items(x)}"

    b = person["basics"]
    side = section(t.heading("education"), person["education"], lambda x: f"<h3>{e(x['institution'].upper())}</h3><p class=g>{degree(x)}</p><p class=m>{t.date(x['endDate'])}</p><p>{e(x.get('score', ''))}</p>")  # fmt: skip
    side += h2(t.heading("skills")) + "".join(f"<h3>{e(g['name'].upper())}</h3><p>{' • '.join(map(e, g['keywords']))}</p>" for g in person["skills"])  # fmt: skip
    side += section(t.heading("languages"), person.get("languages", []), lambda x: f"<p>{e(x['language'])} ({e(x['fluency'])})</p>")  # fmt: skip
    main = section(t.heading("work", {"work": "Experience"}), person["work"], job)
    main += projects(person, t, h2) + extras(person, t, h2, skip=("languages",))
    body = f"<h1>{e(b['name'])}</h1><p class=k>{' | '.join(contact(person))}</p><div class=cols><div class=a>{side}</div><div class=b>{main}</div></div>"
    css = """h1{text-align:center;font-weight:200;font-size:32pt} .k{text-align:center;font-size:9pt;color:#666;border-bottom:.5px solid #888;padding-bottom:4px} .cols{display:flex;justify-content:space-between} .a{width:31%} .b{width:66%}
    h2{font-size:14pt;font-weight:300;text-transform:uppercase;color:#333;margin:8px 0 4px} h3{font-size:10pt} .m{color:#888;font-size:8.5pt} .g{font-style:italic} .d{float:right;color:#888;font-size:8.5pt}"""
    return _page(css, body, margin="13mm", size="Letter", points="9.5pt")


def _accents(person: Person, t: Tongue) -> Printed:
    """Company bold left, place in accent italics right; title in small capitals, dates right; skill table."""

    def pair(a: str, b: str, c: str, d: str) -> str:
        return f"<div class=r><b>{a}</b><i class=x>{b}</i></div><div class=r><span class=sc>{c}</span><i>{d}</i></div>"

    b = person["basics"]
    first, _, last = b["name"].rpartition(" ")
    body = f"<p class=n>{e(first)} <b>{e(last)}</b></p><p class='k x sc'>{e(b['label'])}</p><p class=k>{e(b['city'])}</p><p class=k>{' &nbsp;|&nbsp; '.join(contact(person)[:2])}</p>"
    body += section(t.heading("profile", {"profile": "Summary"}), [person], lambda x: f"<p>{e(x['summary'])}</p>")  # fmt: skip
    body += section(t.heading("work"), person["work"], lambda x: pair(e(x["name"]), e(x["location"]), e(x["position"]), t.dates(x)) + items(x))  # fmt: skip
    body += projects(person, t, h2)
    body += h2(t.heading("skills")) + "<table>" + "".join(f"<tr><td class=q><b>{e(g['name'])}</b></td><td>{e(', '.join(g['keywords']))}</td></tr>" for g in person["skills"]) + "</table>"  # fmt: skip
    body += section(t.heading("education"), person["education"], lambda x: pair(e(x["institution"]), "", degree(x), t.dates(x)))  # fmt: skip
    body += extras(person, t, h2)
    body += f"<footer>{t.date('2026-11')} &nbsp; {e(b['name'])} · Résumé &nbsp; 1</footer>"
    css = """.n{text-align:center;font-size:30pt;font-weight:200;color:#444} .k{text-align:center;font-size:8.5pt} .x{color:#dc3522} .sc{font-variant:small-caps} h2{font-size:14pt;margin:8px 0 4px;border-bottom:.7px solid #999} .r{display:flex;justify-content:space-between}
    .q{text-align:right;width:30mm;padding-right:4mm} table{border-collapse:collapse} footer{position:fixed;bottom:-9mm;font-size:7.5pt;color:#999;font-variant:small-caps} .d{float:right;font-style:italic} ul{margin-bottom:4px}"""
    return _page(css, body, points="9.5pt")


def _tabular(person: Person, t: Tongue) -> Printed:
    """Serif, one page: bold title with dates right, italic company with place right; compact lists."""

    def pair(a: str, b: str, c: str, d: str) -> str:
        return (
            f"<div class=r><b>{a}</b><span>{b}</span></div><div class=r><i>{c}</i><i>{d}</i></div>"
        )

    b = person["basics"]
    body = f"<h1>{e(b['name'])}</h1><p class=k>{' | '.join(f'<u>{c}</u>' for c in contact(person))}</p>"
    body += section(t.heading("education"), person["education"], lambda x: pair(e(x["institution"]), e(x.get("score", "")), degree(x), t.dates(x)))  # fmt: skip
    body += section(t.heading("work", {"work": "Experience"}), person["work"], lambda x: pair(e(x["position"]), t.dates(x), e(x["name"]), e(x["location"])) + items(x))  # fmt: skip
    if person.get("projects"):
        body += section(t.heading("projects"), person["projects"], lambda x: f"<div class=r><span><b>{e(x['name'])}</b> | <i>{e(x['description'])}</i></span><span>{t.dates(x)}</span></div>{items(x)}")  # fmt: skip
    body += h2(t.heading("skills", {"skills": "Technical Skills"})) + "<p>" + "<br>".join(f"<b>{e(g['name'])}</b>: {e(', '.join(g['keywords']))}" for g in person["skills"]) + "</p>"  # fmt: skip
    body += extras(person, t, h2)
    css = """h1{text-align:center;font-variant:small-caps;font-size:23pt} .k{text-align:center;font-size:9pt} h2{font-variant:small-caps;font-weight:normal;font-size:13pt;border-bottom:.5px solid #000;margin:8px 0 4px} .r{display:flex;justify-content:space-between;padding-left:4mm} ul{font-size:9.5pt;margin-left:5mm} p{padding-left:4mm} .k{padding:0}"""
    return _page(css, body, size="Letter", margin="12.5mm", font="Latin Modern Roman, serif", points="10.5pt")  # fmt: skip


TEMPLATES: dict[str, Template] = {
    "tpl-hints": Template(_hints, "short", dash="–", shown=SHORT),
    "tpl-banking": Template(_banking, "long", now="Current"),
    "tpl-two-thirds": Template(_two_thirds, "short", now="Ongoing"),
    "tpl-narrow-left": Template(_narrow_left, "short"),
    "tpl-accents": Template(_accents, "apostrophe", dash=" - "),
    "tpl-tabular": Template(_tabular, "short"),
}
