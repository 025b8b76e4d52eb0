"""What kind of employer the posting is of, by what it says of itself: its kind and its size."""

from __future__ import annotations

import re

from report_gen.coaching.case import Case, has_any
from report_gen.matching.numerals import NUMBERS, ROUND_NUMBERS
from report_gen.taxonomy.employers import Employer

_NUMBERS = NUMBERS | ROUND_NUMBERS
_N = rf"(?P<n>\d{{1,3}}(?:[,.]\d{{3}})+|\d+|{'|'.join(_NUMBERS)})\+?"
_SIZES = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\bwe(?:['’]re| are)(?: now| currently| only| just| still)*(?: about| around| roughly| some| over)?"
        rf" {_N}(?!\d| ?%| (?:years?|months?|minutes?|percent)\b)",
        rf"\bwe(?:['’]re| are)(?: now| currently)? (?:a |an )(?:[\w-]+ ){{0,3}}?(?:team|company|start-?up|group|firm|crew)"
        rf"(?: of)(?: about| around| roughly| some)? {_N}(?! (?:years?|months?)\b)(?!(?: \w+)? (?:in|within|inside)\b)",
        rf"\b(?:company|firm|start-?up|consultancy|business|organi[sz]ation|charity|bank) (?:of|with)"
        rf"(?: about| around| roughly| some| over)? {_N}\b",
        rf"\b{_N}[- ](?:person|people|strong)(?: \w+)? (?:company|team|start-?up|firm)\b(?!(?: \w+)? (?:in|within)\b)",
        rf"\b{_N} (?:people|employees|staff|colleagues|team members|mitarbeite\w+)\b",
    )
)
_THEIRS = re.compile(
    r"\b(?:we|we're|our|us|employ\w*|with|company|firm|bank|group|consultancy|start-?up|team|charity)\b",
    re.IGNORECASE,
)
_SERVED = re.compile(
    r"\b(?:serv|help|reach|support|us(?:ed|ing|es?)\b|customers?|users?|treat|feed|trust|transport|train|teach|inhabitants)"
    r"\w*(?:\W+\w+){0,4}\W+$",
    re.IGNORECASE,
)
"""Words after which a number of people is of those who are served."""
_SAYS_IT_IS = re.compile(
    r"(?:\bwe(?:['’]re| are)|\bis|\bas|\bat|^the|^our) (?:an? |the |one of )?(?:[\w'’&-]+,? ){0,5}$",
    re.IGNORECASE,
)
"""What stands before a word of kind in a sentence that says what the employer is."""
_BESIDE = frozenset({"heading", "duplicate"})


def employer_of(case: Case) -> Employer | None:
    """The kind whose words the posting uses of itself; else the one of its size; None where
    neither is said, and for a company of which there is a pack."""
    return case.once(_employer)


def _employer(case: Case) -> Employer | None:
    if case.company_known:
        return None
    people = people_of(case)
    known = [
        e
        for e in case.taxonomy.employers.values()
        if _says(e, case) and not (e.largest and people > e.largest)
    ]
    if known:
        return known[0]
    return next(
        (
            e
            for e in case.taxonomy.employers.values()
            if people and e.largest and not e.names and e.smallest <= people <= e.largest
        ),
        None,
    )


def _says(employer: Employer, case: Case) -> bool:
    if has_any(_named(case), employer.names) or has_any(case.company_text, employer.anywhere):
        return True
    return any(
        _SAYS_IT_IS.search(sentence[: found.start()])
        for sentence, small in case.once(_small)
        for word in employer.is_a
        if word.lower() in small
        for found in re.finditer(rf"\b{re.escape(word)}\b", sentence, re.IGNORECASE)
    )


def _named(case: Case) -> str:
    """The employer's name, and the line below the title that gives it, in lower case."""
    lines = [i.text for i in case.job.ignored if i.why == "metadata" and i.line <= _HEAD]
    title = case.job.title.casefold()
    told = [line for line in lines if title[:20] not in line.casefold()]
    return " ".join([case.company_name, *told]).lower()


_HEAD = 4
"""The first lines of a posting, where the employer's name stands."""


def _small(case: Case) -> list[tuple[str, str]]:
    """What the posting says beside its requirements, with the same in lower case."""
    return [(sentence, sentence.lower()) for sentence in _sentences(case)]


def _sentences(case: Case) -> list[str]:
    return [i.text for i in case.job.ignored if i.why not in _BESIDE]


def people_of(case: Case) -> int:
    """How many people work there, where the posting says so; else 0."""
    for sentence in filter(_THEIRS.search, _sentences(case)):
        for form in _SIZES:
            for found in form.finditer(sentence):
                if _SERVED.search(sentence[: found.start()]):
                    continue
                said = found["n"].lower()
                n = _NUMBERS.get(said) or int(re.sub(r"\D", "", said) or 0)
                if n > 1 and not (1900 <= n <= 2100 and said.isdigit()):
                    return n
    return 0
