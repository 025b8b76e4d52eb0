"""Text, HTML, Markdown and JSON that are too deep, too long, oddly encoded, or bait for patterns."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tests.hostile.model import RESUME, Hostile

BIG = 390_000


def text_files(canary: str, address: str) -> Iterator[Hostile]:
    """All of them. ``canary`` is a file and ``address`` a listener that must never be reached."""
    for name, text in _long_text():
        yield Hostile(name=f"text-{name}.txt", data=text.encode())
    for name, data in _encodings():
        yield Hostile(name=f"encoding-{name}.txt", data=data)
    for name, text in _html(canary, address):
        yield Hostile(name=f"html-{name}.html", data=text.encode())
    for name, text in _markdown():
        yield Hostile(name=f"markdown-{name}.md", data=text.encode())
    for name, text in _json():
        yield Hostile(name=f"json-{name}.json", data=text.encode())
    yield from _others()


def _fill(unit: str, size: int = BIG) -> str:
    return unit * (size // len(unit))


def _long_text() -> Iterator[tuple[str, str]]:
    yield "one-line", RESUME + _fill("word ")
    yield "one-word", RESUME + _fill("x")
    yield "million-lines", RESUME + "\n" * BIG
    yield "bullets", RESUME.replace("\nEducation", _fill("- Built the thing in Python\n", 300_000) + "\nEducation")  # fmt: skip
    yield "bullet-of-300000", RESUME.replace("- Led", "- Led " + _fill("four teams in Python and ", 300_000))  # fmt: skip
    yield "dates", RESUME + _fill("2019-01 - 2020-02 ")
    yield "date-lines", RESUME + _fill("Engineer, Acme\n2019-01 - 2020-02\n", 200_000)
    yield "digits", RESUME + _fill("1234567890")
    yield "phone-bait", RESUME + _fill("+1 (555) ")
    yield "mail-bait", RESUME + _fill("a@a.") + "\n" + _fill("a.", 50_000) + "@"
    yield "url-bait", RESUME + _fill("http://a/?", 100_000) + _fill("www.")
    yield "spaces", RESUME + "a" + _fill(" ") + "b"
    yield "tabs", RESUME + _fill("a\t")
    yield "punctuation", RESUME + _fill("(((,;:--/|")
    yield "commas", RESUME + "\nSkills\n" + _fill("Python, ")
    yield "headings", _fill("Experience\n\nEducation\n\n")
    yield "capitals", RESUME + _fill("A")
    yield "nested-bullets", RESUME + "".join(f"{' ' * n}- item {n}\n" for n in range(800))
    yield "zalgo", RESUME + "e" + _fill("\u0301")
    yield "bidi", "\u202e" + RESUME + _fill("\u202e\u2066", 50_000)
    yield "zero-width", _fill("\u200b\u200d\ufeff")
    yield "emoji", RESUME + _fill("👩‍👩‍👧‍👦")
    yield "quotes", RESUME + _fill("\"'“”‘’")
    yield "percent", RESUME + _fill("by 10% to 20% ")


def _encodings() -> Iterator[tuple[str, bytes]]:
    yield "nul", RESUME.replace(" ", "\x00 ").encode()
    yield "nuls-only", b"\x00" * 50_000
    yield "utf16-lone-surrogates", "\ufeff".encode("utf-16-le") + (RESUME + "\ud800x\udfff").encode("utf-16-le", "surrogatepass")  # fmt: skip
    yield "utf8-lone-surrogates", (RESUME + "\ud800\udc00").encode("utf-8", "surrogatepass")
    yield "utf16-odd", RESUME.encode("utf-16")[:-1]
    yield "utf32", RESUME.encode("utf-32")
    yield "utf7", RESUME.encode("utf-7")
    yield "boms", "\ufeff".encode() * 3 + RESUME.encode()
    yield "bom-wrong", b"\xff\xfe" + RESUME.encode()
    yield "latin1", (RESUME + "é").encode("latin-1")
    yield "random-high", RESUME.encode() + bytes(range(128, 256)) * 200
    yield "overlong-utf8", RESUME.encode() + b"\xc0\xaf\xe0\x80\xaf\xf4\x90\x80\x80" * 500
    yield "controls", RESUME.encode() + bytes(range(1, 32)) * 500
    yield "ansi-escapes", b"\x1b]0;title\x07\x1b[2J\x1b[31m" + RESUME.encode()
    yield "cr-only", RESUME.replace("\n", "\r").encode()


def _html(canary: str, address: str) -> Iterator[tuple[str, str]]:
    page = "".join(f"<p>{line}</p>" for line in RESUME.split("\n"))
    yield "div-100000", "<html><body>" + "<div>" * 100_000 + page
    yield "bold-open-200000", f"<html><body>{page}" + "<b>" * 200_000 + "x"
    yield "list-deep", f"<html><body>{page}" + "<ul><li>" * 5_000 + "x"
    yield "table-deep", f"<html><body>{page}" + "<table><tr><td>" * 3_000 + "x"
    yield "comments", "<!--" * 200_000 + page
    yield "comment-bait", "<!-- -->\n" * 60_000 + "<!"
    yield "attributes", f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>x</p>{page}"
    yield "attribute-long", f'<html><p style="{_fill("color:red;", 1_000_000)}">x</p>{page}'
    yield "entities", f"<html>{page}" + "&amp;&#0;&#xD800;&#x110000;&nosuch;" * 10_000
    yield "cells", "<html><table><tr>" + "<td>x" * 100_000 + f"</table>{page}"
    yield "lists", f"<html>{page}<ul>" + "<li>Built the thing in Python" * 9_000
    reach = f"""<base href="{address}/"><link rel=stylesheet href="{address}/a.css"><meta http-equiv=refresh content="0;url={address}/m"><img src="{address}/i.png"><img src="file://{canary}"><iframe src="{address}/f"></iframe><object data="file://{canary}"></object><embed src="{address}/e"><svg><image href="{address}/s"/><use href="file://{canary}"/></svg><style>@import url({address}/c.css); p{{background:url(file://{canary})}}</style><script src="{address}/x.js"></script><p style="background:url({address}/b)">x</p>"""
    yield "reaches-out", f"<html><head>{reach}</head><body>{reach}{page}</body></html>"
    nested: Any = "x"
    for _ in range(300):
        nested = {"@graph": [nested]}
    yield "json-ld-deep", f'<html><script type="application/ld+json">{json.dumps(nested)}</script>{page}'  # fmt: skip
    yield "json-ld-wide", '<html><script type="application/ld+json">' + json.dumps([{"@type": "JobPosting", "description": "x"}] * 20_000) + f"</script>{page}"  # fmt: skip
    yield "doctype-entities", f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{canary}">]><html><body>&x;{page}</body></html>'  # fmt: skip
    yield "nul-tags", page.replace("<p>", "<p\x00>")


def _markdown() -> Iterator[tuple[str, str]]:
    head = "# Jo Doe\n\n" + RESUME + "\n\n"
    yield "brackets", head + "[" * 50_000
    yield "links-open", head + "[a](" * 30_000
    yield "quotes", head + ">" * 20_000 + " x"
    yield "lists", head + "".join(f"{'  ' * n}* x\n" for n in range(600))
    yield "stars", head + "*a **b " * 40_000
    yield "backticks", head + "".join("`" * n + "a" for n in range(800))
    yield "underscores", head + "_" * 200_000
    yield "table", head + "|".join(["x"] * 5_000) + "\n" + "|".join(["-"] * 5_000) + "\n" + ("|".join(["y"] * 5_000) + "\n") * 10  # fmt: skip
    yield "references", head + "".join(f"[a{n}]: <b{n}>\n" for n in range(20_000))
    yield "entities", head + "&" * 300_000
    yield "front-matter", "---\n" + "a: b\n" * 60_000 + head


def _json() -> Iterator[tuple[str, str]]:
    entry = {"name": "Acme", "position": "Engineer", "startDate": "2019-01", "highlights": ["Built it in Python"]}  # fmt: skip
    basics = {"name": "Jo Doe", "email": "jo@example.org"}
    yield "depth-100000", '{"basics":' + "[" * 100_000
    yield "depth-closed", '{"basics":' + "[" * 50_000 + "]" * 50_000 + "}"
    yield "numbers", '{"basics": {"name": 1e400, "label": NaN, "email": -Infinity}, "work": 1e999}'
    yield "number-long", '{"work": ' + "9" * 500_000 + "}"
    yield "entries-50000", json.dumps({"basics": basics, "work": [entry] * 50_000})
    yield "bullets-100000", json.dumps({"basics": basics, "work": [{**entry, "highlights": ["Built it"] * 100_000}]})  # fmt: skip
    yield "text-5mb", json.dumps({"basics": basics, "work": [{**entry, "summary": _fill("word ", 5_000_000)}]})  # fmt: skip
    yield "types", json.dumps({"basics": [1, None, {"x": []}], "work": {"a": 1}, "skills": "x", "education": [1, [2], "3", None]})  # fmt: skip
    yield "types-inside", json.dumps({"basics": {"name": ["Jo"], "profiles": 5}, "work": [{"name": {}, "highlights": "x", "startDate": 2019, "summary": [1]}]})  # fmt: skip
    yield "keys-duplicate", '{"basics": {"name": "Jo"}' + ', "work": []' * 20_000 + "}"
    yield "keys-many", json.dumps({**{f"k{n}": n for n in range(200_000)}, "basics": basics})
    yield (
        "surrogates",
        '{"basics": {"name": "Jo \\ud800 Doe\\u0000"}, "work": [{"name": "\\udfff"}]}',
    )
    yield "dates", json.dumps({"basics": basics, "work": [{**entry, "startDate": "9999999-99-99", "endDate": "-1"}, {**entry, "startDate": "2019-13-45"}]})  # fmt: skip
    yield "prototype", json.dumps({"__class__": "x", "__proto__": {}, "basics": {**basics, "__init__": 1}})  # fmt: skip
    yield "template", json.dumps({"basics": {**basics, "name": "{{ 7*7 }}{% include '/etc/passwd' %}${7*7}"}, "work": [entry]})  # fmt: skip


def _others() -> Iterator[Hostile]:
    job = "Data Engineer\n\nRequirements\n- 5+ years of Python\n- SQL\n- Spark in production\n"
    yield Hostile(name="job-requirements-3000.txt", role="job", data=(job + _fill("- 3 years of Kafka\n", 90_000)).encode())  # fmt: skip
    yield Hostile(name="job-one-line.txt", role="job", data=(job + _fill("and Python ", 90_000)).encode())  # fmt: skip
    yield Hostile(name="job-too-long.txt", role="job", codes=("job_too_long",), data=(job + _fill("- 3 years of Kafka\n", 150_000)).encode())  # fmt: skip
    yield Hostile(name="job-pay-bait.txt", role="job", data=(job + _fill("$100k-$200k ", 90_000)).encode())  # fmt: skip
    yield Hostile(
        name="job-deep.html", role="job", data=("<html>" + "<div>" * 50_000 + job).encode()
    )
    aliases = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9))  # fmt: skip
    yield Hostile(name="answers-aliases.yml", role="answers", data=aliases.encode())
    yield Hostile(name="answers-python.yml", role="answers", data=b"a: !!python/object/apply:os.system ['touch /tmp/reportgen-evil']\n")  # fmt: skip
    yield Hostile(name="answers-deep.yml", role="answers", data=b"[" * 100_000)
    yield Hostile(name="answers-long.yml", role="answers", data=b"a: " + b"x" * 2_000_000)
    yield Hostile(name="analysis-deep.json", role="analysis", codes=("not_an_analysis",), data=b"[" * 200_000)  # fmt: skip
    yield Hostile(
        name="analysis-empty.json", role="analysis", codes=("not_an_analysis",), data=b"{}"
    )
    yield Hostile(name="analysis-wrong.json", role="analysis", codes=("not_an_analysis",), data=b'{"schema_version": 1, "resume": [], "gaps": 7}')  # fmt: skip
    yield Hostile(name="pack-aliases.yaml", role="pack", data=aliases.encode())
    yield Hostile(name="pack-python.yaml", role="pack", data=b"skills: !!python/object/apply:os.system ['true']\n")  # fmt: skip
    yield Hostile(name="pack-deep.yaml", role="pack", data=b"{a: " * 50_000)
    yield Hostile(name="pack-regex.yaml", role="pack", data=b"skills:\n  - id: evil\n    name: evil\n    aliases: ['((((a+)+)+)+)$']\n    dimension: coding\n    parent: languages\n")  # fmt: skip
    for name, data in (
        ("gif-script.html", b"GIF89a/*<script>*/=1;alert(1)//"),
        ("elf.txt", b"\x7fELF" + bytes(5_000)),
        ("exe.docx", b"MZ\x90\x00" + bytes(5_000)),
        ("gzip.pdf", b"\x1f\x8b\x08" + bytes(5_000)),
        ("rtf.docx", b"{\\rtf1 {\\object\\objdata 0105}" + b"{" * 50_000),
        ("ole.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5_000)),
        ("svg.html", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("no-suffix", RESUME.encode()),
        ("-o evil.txt", RESUME.encode()),
        ("name\nwith\x1b[31mbreaks.txt", RESUME.encode()[:30]),
    ):
        yield Hostile(name=name, data=data)
