"""A second reader for ``taxonomy check``: spaCy's PhraseMatcher over the packs' own sentences.

The finder decides with stems, cues and patterns, and a mistake in a pack can silence a name
without a trace: a negative cue that is too broad, a longer name that swallows it. PhraseMatcher
knows none of that: it sees the words that stand there. Where it sees a name and the finder read
nothing at all, the pack has to say that this is meant. It takes seconds to build, which only the
check can afford (``finder`` has the figures).
"""

from __future__ import annotations

from report_gen.taxonomy.models import Skill, Taxonomy


def check_second_reader(taxonomy: Taxonomy, problems: list[str]) -> None:
    """Names that stand in a skill's example and that the finder passes over go to ``problems``.

    Not meant: names declared ambiguous or case sensitive (they need more than their letters),
    places where the finder read another skill, and a skill's own ``no`` examples.
    """
    import spacy
    from spacy.matcher import PhraseMatcher
    from spacy.util import filter_spans

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for skill in taxonomy.skills.values():
        names = _plain_names(skill)
        if names:
            matcher.add(skill.id, [nlp.make_doc(name) for name in names])
    for skill in taxonomy.skills.values():
        for text in (*skill.examples.yes, *skill.examples.no):
            read = taxonomy.find_skills(text)
            for span in filter_spans(matcher(nlp(text), as_spans=True)):
                seen = taxonomy.skills[span.label_]
                passed_over = all(
                    mention.end <= span.start_char or span.end_char <= mention.start
                    for mention in read
                )
                if passed_over and text not in seen.examples.no:
                    problems.append(
                        f'skills: entry {skill.id}: key examples: "{text}" names {seen.name} '
                        f'("{span.text}"), which is not found there. Put the sentence under no of '
                        f"{seen.id} if that is right; else look at its negative cues."
                    )


def _plain_names(skill: Skill) -> list[str]:
    if skill.case_sensitive:
        return []
    unclear = {name.casefold() for name in skill.ambiguous_aliases}
    return [name for name in (skill.name, *skill.aliases) if name.casefold() not in unclear]
