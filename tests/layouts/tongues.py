"""How headings and dates are written in the second cast's languages, and in what variants."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from .people import Person

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
SHORT = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "es": "ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.",
}
PRESENT = {"en": "Present", "de": "heute", "fr": "aujourd’hui", "es": "actualidad"}
HEADINGS = {
    "en": {"profile": "Profile", "work": "Work Experience", "projects": "Projects", "education": "Education", "skills": "Skills", "languages": "Languages", "certificates": "Certifications", "publications": "Publications", "awards": "Awards", "volunteer": "Volunteering", "contact": "Contact"},
    "de": {"profile": "Profil", "work": "Berufserfahrung", "projects": "Projekte", "education": "Ausbildung", "skills": "Kenntnisse", "languages": "Sprachen", "certificates": "Zertifikate", "publications": "Publikationen", "awards": "Auszeichnungen", "volunteer": "Ehrenamt", "contact": "Kontakt"},
    "fr": {"profile": "Profil", "work": "Expérience professionnelle", "projects": "Projets", "education": "Formation", "skills": "Compétences", "languages": "Langues", "certificates": "Certifications", "publications": "Publications", "awards": "Distinctions", "volunteer": "Bénévolat", "contact": "Contact"},
    "es": {"profile": "Perfil", "work": "Experiencia laboral", "projects": "Proyectos", "education": "Formación académica", "skills": "Habilidades", "languages": "Idiomas", "certificates": "Certificaciones", "publications": "Publicaciones", "awards": "Premios", "volunteer": "Voluntariado", "contact": "Contacto"},
}  # fmt: skip
SEASONS = ("Winter", "Winter", "Spring", "Spring", "Spring", "Summer", "Summer", "Summer", "Fall", "Fall", "Fall", "Winter")  # fmt: skip


def second_cast() -> list[Person]:
    """The people of second_cast.yaml, in its order."""
    text = (Path(__file__).parent / "second_cast.yaml").read_text(encoding="utf-8")
    return list(yaml.safe_load(text))


class Tongue:
    """A person's language with one layout's way of writing dates."""

    def __init__(self, person: Person, style: str, dash: str = " – ", now: str = "") -> None:
        self.lang = person.get("lang", "en")
        self.style, self.dash = style, dash
        self.now = now if now and self.lang == "en" else PRESENT[self.lang]
        self.headings = HEADINGS[self.lang]

    def heading(self, section: str, own: dict[str, str] | None = None) -> str:
        """The section's heading; a layout's own English one where it has one."""
        if own and section in own and self.lang == "en":
            return own[section]
        return self.headings[section]

    def date(self, value: str) -> str:
        """``2021-03`` as the style says; a year alone stays one."""
        year, _, month = value.partition("-")
        if not month or self.style == "year":
            return year
        number = int(month) - 1
        name, short = MONTHS[self.lang].split()[number], SHORT[self.lang].split()[number]
        return {
            "short": f"{short} {year}",
            "long": f"{name} {year}",
            "caps": f"{name.upper()} {year}",
            "slash": f"{month}/{year}",
            "dot": f"{month}.{year}",
            "iso": value,
            "two-digits": f"{month}/{year[2:]}",
            "apostrophe": f"{short} ’{year[2:]}",
            "comma": f"{name}, {year}",
            "season": f"{SEASONS[number]} {year}" if self.lang == "en" else f"{name} {year}",
        }[self.style]

    def dates(self, entry: Person) -> str:
        """Both dates of an entry."""
        end = self.date(entry["endDate"]) if entry.get("endDate") else self.now
        return f"{self.date(entry['startDate'])}{self.dash}{end}"


def truth_of(person: Person, style: str, shown: tuple[str, ...]) -> dict[str, Any]:
    """What can be known from the page: the sections shown, dates as precisely as printed."""
    cut = 4 if style in ("year", "season") else 7
    basics = {key: person["basics"][key] for key in ("name", "label", "email", "phone")}
    truth: dict[str, Any] = {"basics": basics}
    for section in shown:
        entries = []
        for entry in person.get(section, []):
            kept = {key: value for key, value in entry.items() if key != "location"}
            for key in ("startDate", "endDate"):
                if key in kept:
                    kept[key] = kept[key][:cut]
            entries.append(kept)
        if entries or section in ("work", "education", "skills"):
            truth[section] = entries
    return truth
