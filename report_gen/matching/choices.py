"""What stands in brackets beside a thing asked for is often a choice: of kinds of it, or of fields."""

from __future__ import annotations

from report_gen.matching.lexicon import Lexicon
from report_gen.matching.words import Word, longest

Span = tuple[int, int, str]


def without_repeats(text: str, spans: list[Span], tokens: tuple[Word, ...], lex: Lexicon) -> str:
    """The text with a thing named a second time left blank, so that what stands beside it is heard
    as one list: of "accelerators (GPU or TPU)" the TPU is a choice beside the GPU."""
    places = [(m.start, m.end, m.id) for m in lex.taxonomy.find_skills(text)]
    places += [(h.start, h.end, h.key) for h in longest(lex.topics_in(tokens, asked=True))]
    first = {term: (start, end) for start, end, term in spans}
    for start, end, term in places:
        again = term in first and text[first[term][1] : start].strip() == "("
        if again and not any(a < end and start < b for a, b, _ in spans):
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def fields_in_bracket(text: str, run: list[Span], lex: Lexicon) -> bool:
    """ "A regulated domain (payments, health, insurance)": nobody has worked in all of them."""
    opened = text[: run[0][0]].rstrip().endswith("(")
    return opened and all(lex.is_domain(t) for _, _, t in run)


def both_fields(text: str, a: Span, b: Span, lex: Lexicon) -> bool:
    """Two fields of business in one bracket, whatever stands between them."""
    opened = text[: a[0]].rstrip().endswith("(") and ")" not in text[a[1] : b[0]]
    return opened and lex.is_domain(a[2]) and lex.is_domain(b[2])
