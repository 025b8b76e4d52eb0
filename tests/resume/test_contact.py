"""Names, addresses and links at the top, and what is kept out."""

from __future__ import annotations

import pytest

from report_gen.reading import read_document
from report_gen.resume import parse_resume
from report_gen.resume.phones import find_phone
from report_gen.taxonomy import load_taxonomy
from tests.resume.helpers import EDUCATION, TODAY, parse

WORK = "\nEXPERIENCE\n\nData Engineer at Havtorn AB (2019 – Present)\n- Built pipelines\n"


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("Łukasz Wróbel-Żak", "Łukasz Wróbel-Żak"),
        ("ANNA VAN DER BERG, PHD", "Anna van der Berg, PhD"),
        ("Dr. Thomas O'Neill", "Dr. Thomas O'Neill"),
        ("Dipl.-Ing. (FH) Jan Becker", "Jan Becker"),
        ("Mgr. Jana Novakova", "Jana Novakova"),
        ("J. R. Mbeki", "J. R. Mbeki"),
        ("Sukarno", "Sukarno"),
        ("María-José de la Fuente", "María-José de la Fuente"),
        ('Robert "Bob" Kasper, PMP', 'Robert "Bob" Kasper, PMP'),
        ("Curriculum Vitae\nInga Holm", "Inga Holm"),
        ("Name: Inga Holm", "Inga Holm"),
        ("Inga Holm | Data Engineer", "Inga Holm"),
    ],
)
def test_names(first: str, name: str) -> None:
    resume = parse(f"{first}\ninga@example.org\n{WORK}{EDUCATION}")
    assert resume.basics.name == name


def test_headline_place_and_links() -> None:
    resume = parse(
        "Inga Holm\nStaff Data Engineer, Payments\ninga@example.org | (503) 555-0144 | Oslo, Norway | "
        f"linkedin.com/in/inga-holm | github.com/ingah | ingaholm.dev\n{WORK}{EDUCATION}"
    )
    basics = resume.basics
    assert basics.label == "Staff Data Engineer, Payments"
    assert (basics.email, basics.phone) == ("inga@example.org", "(503) 555-0144")
    assert basics.location.city == "Oslo"
    assert basics.url == "https://ingaholm.dev"
    assert [(p.network, p.username) for p in basics.profiles] == [
        ("LinkedIn", "inga-holm"),
        ("GitHub", "ingah"),
    ]


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("Tel. +44 7700 900123", "+44 7700 900123"),
        ("(206) 555-0143", "(206) 555-0143"),
        ("415.555.0127", "415.555.0127"),
        ("06 12 34 56 78", "06 12 34 56 78"),
        ("2014 - 2018", ""),
        ("12.03.1990 - 15.04.1992", ""),
        ("2019-05-01", ""),
        ("1,234,567 users", ""),
    ],
)
def test_phones(text: str, phone: str) -> None:
    assert find_phone(text) == phone


def test_an_email_broken_over_two_lines() -> None:
    resume = parse(f"Inga Holm\ninga.wrobel-\nholm@example.org\n{WORK}{EDUCATION}")
    assert resume.basics.email == "inga.wrobel-holm@example.org"


def test_missing_email_is_noted() -> None:
    resume = parse(f"Inga Holm\nOslo, Norway\n{WORK}{EDUCATION}")
    assert "missing_email" in {n.code for n in resume.notes}


def test_names_with_a_particle_before_a_hyphen_and_phones_far_down() -> None:
    text = "Yūsuf al-Khaṭīb\n\nEXPERIENCE\n\n" + "".join(
        f"Engineer, Havtorn AB, {year} – {year + 1}\n- Built part {year}\n\n"
        for year in range(2008, 2020)
    )
    resume = parse(
        text
        + "EDUCATION\n\nMSc, Ghent University, 2008\n\nPhone: +971 50 123 4567\n\nSKILLS\n\n"
        + "Python, SQL, Go\n" * 8
    )
    assert resume.basics.name == "Yūsuf al-Khaṭīb"
    assert resume.basics.phone == "+971 50 123 4567"


def test_a_number_written_as_at_home_is_told_as_its_link_dials_it() -> None:
    page = (
        "<h1>Jordan Example</h1><p>jordan@example.com | <a href='tel:{link}'>06 55501482</a></p>"
        "<h2>Experience</h2><h3>Nurse, Orbit AI</h3><p>2019 - 2021</p>"
        "<ul><li>Trained 35 nurses in the new system</li><li>Wrote the manual</li></ul>"
    )

    def phone(link: str) -> str:
        document = read_document(page.format(link=link).encode(), "cv.html")
        return parse_resume(document, load_taxonomy(), TODAY).basics.phone

    assert phone("+31-6-55501482") == "+31 6 55501482"
    assert phone("+31-6-99999999") == "06 55501482"
