"""Resumes saved as web pages: entries as items of lists, labels under positions, chips."""

from __future__ import annotations

from tests.resume.helpers import jobs, parse

PAGE = """<html><body><h1>Ilse Vandermolen</h1><p>ilse@example.org</p>
<section><h2>Experience</h2><ul>
<li><h3>Senior Data Engineer, Havtorn AB</h3><div class="when"><span class="from">Apr 2021</span> -
<span class="to">Mar 2022</span><span class="span">2 years</span></div><h4>Highlights</h4>
<ul><li>Built 40 pipelines in Airflow</li><li>Cut costs by 30%</li></ul></li>
<li><h3>Data Engineer, Kestrel Foods</h3><div class="when"><span>Jan 2018</span> - <span>Mar 2021</span></div>
<h4>Highlights</h4><ul><li>Wrote SQL for nine teams</li></ul></li></ul></section>
<section><h2>Education</h2><ul><li><h3>Ghent University</h3><p>MSc in Statistics</p><p>2010 - 2015</p></li></ul></section>
<section><h2>Skills</h2><div class="group"><h3>Tools</h3><span class="chip">Airflow</span><span class="chip">dbt</span>
<span class="chip">Delta Lake</span></div></section></body></html>"""


def test_items_that_hold_an_entry_are_entries_and_their_labels_no_sections() -> None:
    resume = parse(PAGE, "page.html")
    assert jobs(resume) == [
        ("Havtorn AB", "Senior Data Engineer", "2021-04", "2022-03"),
        ("Kestrel Foods", "Data Engineer", "2018-01", "2021-03"),
    ]
    assert resume.work[0].highlights == ("Built 40 pipelines in Airflow", "Cut costs by 30%")
    assert resume.work[1].highlights == ("Wrote SQL for nine teams",)
    assert [(s.institution, s.study_type, s.area) for s in resume.education] == [
        ("Ghent University", "MSc", "Statistics")
    ]


def test_chips_side_by_side_are_skills_of_their_own() -> None:
    (group,) = parse(PAGE, "page.html").skills
    assert group.keywords == ("Airflow", "dbt", "Delta Lake")


def test_words_of_one_sentence_are_no_chips() -> None:
    sentence = (
        "<p>Built <b class='k'>forty</b> <b class='k'>nightly</b> <b class='k'>jobs</b> in SQL</p>"
    )
    page = PAGE.replace("<li>Wrote SQL for nine teams</li>", f"<li>{sentence}</li>")
    assert parse(page, "page.html").work[1].highlights == ("Built forty nightly jobs in SQL",)
