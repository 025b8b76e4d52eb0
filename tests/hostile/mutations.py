"""Real documents, damaged by chance: bytes, lines, and the structure inside archives and JSON."""

from __future__ import annotations

import contextlib
import io
import json
import re
import zipfile
import zlib
from random import Random
from typing import Any

_ODD = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\t" * 40, b"(" * 60, b"<<", b">>", b"[", b"]", b"obj", b"endobj",
    b"stream\n", b"</p>", b"<div>" * 30, b"&#x110000;", b"&lt;", b"<!--", b"-->", b"- ", b"# ", b"* * *", b"| a | b |",
    b"%", b"9" * 30, b"-1", b"1e400", b"0 R", b"2019-13-45", b"0000-00", b"31/02/2020 - Present", b"Present - 2019",
    "\u202e".encode(), "\u200b".encode(), "\ufeff".encode(), "\U0001f600".encode(), "ﬀ".encode(), "İ".encode(), "ß".encode(), "٣".encode(),
    b"\xc3\x28", b"\xed\xa0\x80", b"$", b"{{x}}", b"{%", b"\\", b"'", b'"', b"`", b"a" * 3_000, b"\n" * 50, b"Experience\n", b"Skills:",
)  # fmt: skip
_VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 1e308, 2**70, "", " ", "x" * 3_000, "\u0000", "2019-13", "9999-99-99", [], {}, [[]], [None], {"a": {}}, ["x"] * 50, "\u202e", "İ",
)  # fmt: skip


def mutated(data: bytes, name: str, random: Random) -> bytes:
    """The document with one to six kinds of damage, inside its structure where it has one."""
    inside = random.random() < 0.7
    if inside and name.endswith(".docx"):
        return _archive(data, random)
    if inside and name.endswith(".json"):
        with contextlib.suppress(ValueError):
            return json.dumps(_tree(json.loads(data), random)).encode()
    if inside and name.endswith(".pdf"):
        return _streams(data, random)
    return damaged(data, random)


def damaged(data: bytes, random: Random) -> bytes:
    """Bytes and lines: cut, dropped, repeated, swapped, flipped, replaced, odd ones put in."""
    for _ in range(random.randint(1, 6)):
        at = random.randrange(len(data) + 1)
        end = min(len(data), at + random.choice((1, 4, 30, 400)))
        kind = random.randrange(9)
        if kind == 0:
            data = data[:at]
        elif kind == 1:
            data = data[:at] + data[end:]
        elif kind == 2:
            data = data[:end] + data[at:end] * random.choice((1, 3, 20)) + data[end:]
        elif kind == 3:
            data = (
                data[:at] + bytes(b ^ (1 << random.randrange(8)) for b in data[at:end]) + data[end:]
            )
        elif kind in (4, 5):
            data = data[:at] + random.choice(_ODD) + data[end if kind == 4 else at :]
        elif kind == 6:
            lines = data.split(b"\n")
            a, b = random.randrange(len(lines)), random.randrange(len(lines))
            lines[a], lines[b] = lines[b], lines[a]
            data = b"\n".join(lines)
        elif kind == 7:
            number = str(random.choice((0, -1, 3, 99, 10**9, 10**20))).encode()
            data = data[:at] + re.sub(rb"\d+", number, data[at:], count=1)
        else:
            lines = data.split(b"\n")
            a = random.randrange(len(lines))
            data = b"\n".join(
                [*lines[:a], *random.choice(((), (b"",), (lines[a],) * 30)), *lines[a + 1 :]]
            )
    return data


def _archive(data: bytes, random: Random) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        names = old.namelist()
        chosen = {"word/document.xml" if random.random() < 0.7 else random.choice(names)}
        for name in names:
            part = old.read(name)
            if name in chosen:
                part = _markup(part, random) if random.random() < 0.8 else damaged(part, random)
            new.writestr(name, part)
    return out.getvalue()


def _markup(part: bytes, random: Random) -> bytes:
    """Tags and attributes changed so that it is mostly still XML."""
    tags = list(re.finditer(rb"<[^<>]+/>|>[^<>]+<|\"[^\"<>]*\"", part))
    for match in sorted(random.sample(tags, min(len(tags), random.randint(1, 8))), key=lambda m: -m.start()):  # fmt: skip
        old = match.group()
        if old.startswith(b"<"):
            new = random.choice((b"", old * 20))
        elif old.startswith(b">"):
            new = (
                b">"
                + random.choice(
                    (b"", b"x" * 3_000, "\u202e\u200bÄ".encode(), b"2019 - 2018", b"&#9;")
                )
                + b"<"
            )
        else:
            new = b'"' + random.choice((b"", b"-1", b"99999999999", b"x", b"true")) + b'"'
        part = part[: match.start()] + new + part[match.end() :]
    return part


def _streams(data: bytes, random: Random) -> bytes:
    """A flate stream of a PDF unpacked, damaged and packed again."""
    found = list(re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL))
    if not found:
        return damaged(data, random)
    match = random.choice(found)
    try:
        inner = zlib.decompress(match[1])
    except zlib.error:
        return damaged(data, random)
    return data[: match.start(1)] + zlib.compress(damaged(inner, random)) + data[match.end(1) :]


def _tree(value: Any, random: Random) -> Any:
    """JSON with one to five values replaced, dropped or doubled, anywhere in it."""
    for _ in range(random.randint(1, 5)):
        nodes = [n for n in _nodes(value) if n]
        if not nodes:
            return random.choice(_VALUES)
        node = random.choice(nodes)
        key = random.choice(list(node)) if isinstance(node, dict) else random.randrange(len(node))
        kind = random.randrange(4)
        if kind == 0:
            del node[key]
        elif kind == 1 and isinstance(node, list):
            node.extend([node[key]] * random.choice((1, 30)))
        elif kind == 2 and isinstance(node, dict):
            node[random.choice(("", "x", "id", str(key) + "s"))] = node.pop(key)
        else:
            node[key] = random.choice(_VALUES)
    return value


def _nodes(value: Any) -> list[Any]:
    here = [value] if isinstance(value, dict | list) else []
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return here + [node for part in parts for node in _nodes(part)]
