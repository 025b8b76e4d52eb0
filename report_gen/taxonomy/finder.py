"""Skills in running text and in lists: a trie over normalised tokens, longest match first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from report_gen.taxonomy.models import Relation, Skill, SkillMention

_TOKEN = re.compile(r"\.net\b|[a-z]\+\+|[^\W_]+(?:[#]|\+\+)?|&", re.IGNORECASE)
_END = ""


class SkillFinder:
    """Built once per taxonomy from its skills; never changed afterwards."""

    def __init__(self, skills: Mapping[str, Skill]) -> None:
        self._skills = skills
        self._trie: dict[str, Any] = {}
        for skill in skills.values():
            for name in (skill.id.replace("_", " "), skill.name, *skill.aliases):
                keys = [m.group().lower() for m in _TOKEN.finditer(name)]
                node = self._trie
                for key in keys:
                    node = node.setdefault(key, {})
                if keys:
                    node.setdefault(_END, []).append(skill.id)

    def skill_id(self, name: str) -> str | None:
        if name in self._skills:
            return name
        node = self._trie
        for match in _TOKEN.finditer(name):
            node = node.get(match.group().lower(), {})
        ids = node.get(_END) if node is not self._trie else None
        return ids[0] if ids else None

    def find(self, text: str, listed: bool = False, context: str = "") -> tuple[SkillMention, ...]:
        tokens = [(m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
        around = f"{text} {context}".lower()
        found: list[SkillMention] = []
        at = 0
        while at < len(tokens):
            node, best, best_end = self._trie, None, at
            for k in range(at, len(tokens)):
                node = node.get(tokens[k][0])
                if node is None:
                    break
                if _END in node:
                    best, best_end = node[_END], k + 1
            chosen = self._choose(best or (), around, listed)
            if chosen is None:
                at += 1
                continue
            start, end = tokens[at][1], tokens[best_end - 1][2]
            found.append(SkillMention(id=chosen, start=start, end=end, text=text[start:end]))
            at = best_end
        return tuple(found)

    def _choose(self, ids: Any, around: str, listed: bool) -> str | None:
        for skill_id in ids:
            skill = self._skills[skill_id]
            if listed or not skill.ambiguous:
                return skill.id
            if any(cue.lower() in around for cue in skill.context_cues):
                return skill.id
        return None

    def relation(self, a: str, b: str) -> Relation:
        if a == b:
            return "same" if a in self._skills else ""
        first, second = self._skills.get(a), self._skills.get(b)
        if first is None or second is None:
            return ""
        if first.family == b:
            return "child"
        if second.family == a:
            return "parent"
        if b in first.related or a in second.related:
            return "adjacent"
        return ""
