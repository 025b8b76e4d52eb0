"""The example resumes as PDF and DOCX, made from their JSON. `make examples` runs this.

Three people, three layouts: one column, a left sidebar, a plain Word document. The files are
committed; the script is how they can be made again.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jinja2 import Environment

PEOPLE = Path(__file__).resolve().parent.parent / "examples" / "people"
SIDEBAR = {"tomas-villaverde"}

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ b.name }}</title><style>
@page { size: Letter; margin: 18mm 17mm }
body { font: 10pt/1.35 'DejaVu Sans', sans-serif; color: #222; margin: 0 }
h1 { font-size: 19pt; margin: 0 } h2 { font-size: 11pt; text-transform: uppercase; letter-spacing: .04em;
border-bottom: .7pt solid #888; margin: 12pt 0 4pt } h3 { font-size: 10pt; margin: 7pt 0 0 }
p { margin: 2pt 0 } ul { margin: 2pt 0 0; padding-left: 12pt } li { margin: 1.5pt 0 }
.when { float: right; font-weight: normal } .sub { font-style: italic }
{% if sidebar %}
@page { margin: 15mm }
.side { position: absolute; left: 0; top: 0; width: 50mm; font-size: 8.6pt } .main { margin-left: 58mm; font-size: 9.3pt }
.side h2 { font-size: 9.5pt }
{% endif %}
</style></head><body>
{% macro contact() %}<p>{{ b.email }}</p><p>{{ b.phone }}</p><p>{{ place }}</p>
{% for p in b.profiles or [] %}<p><a href="{{ p.url }}">{{ p.url | replace('https://', '') }}</a></p>{% endfor %}{% endmacro %}
{% macro skills() %}<h2>Skills</h2>{% for s in r.skills %}<p><b>{{ s.name }}:</b> {{ s.keywords | join(', ') }}</p>{% endfor %}{% endmacro %}
{% macro languages() %}{% if r.languages %}<h2>Languages</h2>{% for l in r.languages %}<p>{{ l.language }} ({{ l.fluency }})</p>{% endfor %}{% endif %}{% endmacro %}
{% if sidebar %}<div class="side"><h2>Contact</h2>{{ contact() }}{{ skills() }}{{ languages() }}</div>{% endif %}
<div class="main"><h1>{{ b.name }}</h1><p>{{ b.label }}</p>
{% if not sidebar %}<p>{{ [b.email, b.phone, place] | join(' | ') }}</p>
<p>{% for p in b.profiles or [] %}<a href="{{ p.url }}">{{ p.url | replace('https://', '') }}</a>{{ ' | ' if not loop.last }}{% endfor %}</p>{% endif %}
<h2>Summary</h2><p>{{ b.summary }}</p>
<h2>Experience</h2>
{% for w in r.work %}<h3><span class="when">{{ when(w) }}</span>{{ w.position }}</h3><p class="sub">{{ w.name }}, {{ w.location }}</p>
{% if w.summary %}<p>{{ w.summary }}</p>{% endif %}<ul>{% for h in w.highlights %}<li>{{ h }}</li>{% endfor %}</ul>{% endfor %}
{% if r.projects %}<h2>Projects</h2>{% for p in r.projects %}<h3><span class="when">{{ when(p) }}</span>{{ p.name }}</h3>
<p>{{ p.description }}</p><ul>{% for h in p.highlights %}<li>{{ h }}</li>{% endfor %}</ul>{% endfor %}{% endif %}
<h2>Education</h2>{% for e in r.education %}<h3><span class="when">{{ when(e) }}</span>{{ e.studyType }}, {{ e.area }}</h3>
<p class="sub">{{ e.institution }}{{ ', GPA ' + e.score if e.score and '/4' in e.score else ', grade ' + e.score if e.score }}</p>
{% if e.courses %}<p>Courses: {{ e.courses | join(', ') }}</p>{% endif %}{% endfor %}
{% if r.publications %}<h2>Publications</h2>{% for p in r.publications %}<p>{{ p.name }}. {{ p.publisher }}, {{ p.releaseDate[:4] }}. {{ p.summary }}</p>{% endfor %}{% endif %}
{% if r.certificates %}<h2>Certificates</h2>{% for c in r.certificates %}<p>{{ c.name }}, {{ c.issuer }}, {{ c.date[:4] }}</p>{% endfor %}{% endif %}
{% if not sidebar %}{{ skills() }}{{ languages() }}{% endif %}
</div></body></html>"""

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def month(date: str) -> str:
    """2022-03 -> Mar 2022"""
    year, _, number = date.partition("-")
    return f"{MONTHS[int(number[:2]) - 1]} {year}" if number else year


def when(entry: dict[str, Any]) -> str:
    """Mar 2022 - Present, as resumes print it; nothing where there is no start."""
    if not entry.get("startDate"):
        return ""
    end = month(entry["endDate"]) if entry.get("endDate") else "Present"
    return f"{month(entry['startDate'])} – {end}"


def place(basics: dict[str, Any]) -> str:
    """Oakland, CA"""
    location = basics.get("location", {})
    return ", ".join(v for v in (location.get("city"), location.get("region")) if v)


def write_pdf(resume: dict[str, Any], path: Path) -> None:
    """Lay the resume out with WeasyPrint."""
    from weasyprint import HTML

    template = Environment(autoescape=True).from_string(PAGE)
    html = template.render(
        r=resume,
        b=resume["basics"],
        place=place(resume["basics"]),
        sidebar=path.stem in SIDEBAR,
        when=when,
    )
    HTML(string=html).write_pdf(path, pdf_identifier=path.stem.encode())


def write_docx(resume: dict[str, Any], path: Path) -> None:
    """A plain Word document: headings, paragraphs, list bullets."""
    from docx import Document

    basics = resume["basics"]
    document = Document()
    document.add_heading(basics["name"], 0)
    document.add_paragraph(basics.get("label", ""))
    document.add_paragraph(" | ".join([basics["email"], basics["phone"], place(basics)]))
    document.add_heading("Profile", 1)
    document.add_paragraph(basics["summary"])
    document.add_heading("Work experience", 1)
    for work in resume["work"]:
        document.add_heading(f"{work['position']}, {work['name']}", 2)
        document.add_paragraph(f"{when(work)} | {work['location']}")
        if work.get("summary"):
            document.add_paragraph(work["summary"])
        for text in work["highlights"]:
            document.add_paragraph(text, style="List Bullet")
    document.add_heading("Education", 1)
    for education in resume["education"]:
        document.add_heading(f"{education['studyType']}, {education['area']}", 2)
        document.add_paragraph(f"{education['institution']} | {when(education)}")
    document.add_heading("Skills", 1)
    for skill in resume["skills"]:
        document.add_paragraph(f"{skill['name']}: {', '.join(skill['keywords'])}")
    if resume.get("certificates"):
        document.add_heading("Certificates", 1)
        for certificate in resume["certificates"]:
            document.add_paragraph(
                f"{certificate['name']}, {certificate['issuer']}, {certificate['date'][:4]}"
            )
    if resume.get("languages"):
        document.add_heading("Languages", 1)
        document.add_paragraph(
            ", ".join(f"{x['language']} ({x['fluency']})" for x in resume["languages"])
        )
    document.save(str(path))


def main() -> None:
    """Write PDF and DOCX beside every JSON."""
    for source in sorted(PEOPLE.glob("*.json")):
        resume = json.loads(source.read_text(encoding="utf-8"))
        write_pdf(resume, source.with_suffix(".pdf"))
        write_docx(resume, source.with_suffix(".docx"))
        print(source.stem)


if __name__ == "__main__":
    main()
