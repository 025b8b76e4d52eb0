"""The words of vocabulary/resume.yaml (overlays append to its lists)."""

from __future__ import annotations

from pydantic import Field

from report_gen.taxonomy.entries import PackModel

Words = tuple[str, ...]
WordLists = dict[str, Words]


class ResumeVocabulary(PackModel):
    """One field per key of vocabulary/resume.yaml, each with a default.

    Words are compared folded: lower case, without accents and punctuation. Keys of ``months``
    are 1..12, of ``seasons`` the first month of the season.
    """

    sections: WordLists = Field(default_factory=dict)
    """Section kind (work, education, skills, ...) -> headings people use for it."""
    months: WordLists = Field(default_factory=dict)
    seasons: WordLists = Field(default_factory=dict)
    present: Words = ()
    since: Words = ()
    until: Words = ()
    expected: Words = ()
    duration_units: Words = ()
    title_heads: Words = ()
    """Words that end or make a job title (engineer, scientist, intern)."""
    title_phrases: Words = ()
    """Whole titles without such a word (member of technical staff)."""
    level_words: Words = ()
    company_suffixes: Words = ()
    """Legal forms and endings (Inc., GmbH)."""
    company_words: Words = ()
    """Words that occur in names of organisations (bank, labs, systems)."""
    institution_words: Words = ()
    degrees: WordLists = Field(default_factory=dict)
    """Degree level -> words and abbreviations for it."""
    degree_grades: Words = ()
    """Honours and grades written beside a degree (cum laude, first class)."""
    score_labels: Words = ()
    course_labels: Words = ()
    thesis_labels: Words = ()
    study_works: Words = ()
    """What is labelled like these and is a piece of work: a thesis, a capstone."""
    heading_companions: Words = ()
    """Words beside a heading's own (``Publications and press``) that name no section."""
    company_events: Words = ()
    """What became of an employer, said in brackets (acquired 2021): no date of the entry."""
    publication_kinds: WordLists = Field(default_factory=dict)
    """What is listed beside papers (talk, poster, patent) -> headings and labels for it."""
    listing_labels: WordLists = Field(default_factory=dict)
    """Section kind -> words before a colon that send an entry there (``Volunteer: ...``)."""
    certificate_cues: Words = ()
    """Words of a certificate or course that stands among degrees."""
    countries: Words = ()
    regions: Words = ()
    """States and provinces, written out or as capitals (CA, Bavaria)."""
    cities: Words = ()
    remote_words: Words = ()
    employment_types: Words = ()
    """Full-time, contract, internship: said beside a title, part of neither title nor name."""
    teaching_words: Words = ()
    """Of headings of courses given beside the positions."""
    absences: Words = ()
    """Time away that a resume accounts for (parental leave, a break): no position."""
    services: Words = ()
    """Compulsory service: a position only where deeds are told of it."""
    skill_levels: Words = ()
    languages: Words = ()
    fluency: Words = ()
    contact_labels: WordLists = Field(default_factory=dict)
    networks: WordLists = Field(default_factory=dict)
    """Network's name -> host names."""
    personal_labels: WordLists = Field(default_factory=dict)
    """Kinds of personal data that must not count (birth date, marital status, ...)."""
    entry_labels: WordLists = Field(default_factory=dict)
    """Labels of an entry's fields (Company:, Designation:) by organisation, title, dates, place."""
    bullet_labels: Words = ()
    """Labels above a list that are not content (Highlights, Responsibilities)."""
    tool_labels: Words = ()
    """Labels of a line of tools inside an entry (Tech stack, Environment)."""
    name_titles: Words = ()
    name_suffixes: Words = ()
    name_particles: Words = ()
    document_titles: Words = ()
    """What stands above a name or in a page header (Curriculum Vitae, Lebenslauf)."""
    furniture: Words = ()
    """Regular expressions of lines that say nothing: page numbers, last update, consent."""
    page_cues: Words = ()
    """Regular expressions of lines of a saved profile page, of which nobody is the author."""
    page_words: Words = ()
    """The same for lines that are nobody's only where the others show that it is such a page."""
    job_ad_cues: Words = ()
    """Phrases of job descriptions, by which one given as a resume is noticed."""
