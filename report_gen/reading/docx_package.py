"""The DOCX archive: checked against bombs, its XML parts parsed without entities or network."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any

from report_gen import limits
from report_gen.reading.refusals import refuse

_SMALL = 1_000_000
"""Members up to this size may have any ratio: a page of empty table cells packs very well."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Package:
    """An opened DOCX: ``part`` gives a parsed XML part or None, ``targets`` its relationships."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.limits = limits.active()
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
            members = self.archive.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
            raise refuse("damaged_docx", name) from None
        self.names = {member.filename for member in members}
        self._refuse_bombs(members)
        self._refuse_other_formats()

    def _refuse_bombs(self, members: list[zipfile.ZipInfo]) -> None:
        most = self.limits
        if len(members) > most.members:
            raise refuse("archive_bomb", self.name, f"{len(members):,} members")
        if sum(member.file_size for member in members) > most.archive:
            raise refuse("archive_bomb", self.name, f"more than {most.archive // 1_000_000} MB")
        for member in members:
            text = member.filename.endswith((".xml", ".rels"))
            if text and member.file_size > most.member:
                raise refuse("archive_bomb", self.name, f"a part of more than {most.member // 1_000_000} MB")  # fmt: skip
            packed = max(1, member.compress_size)
            if member.file_size > _SMALL and member.file_size / packed > most.ratio:
                raise refuse(
                    "archive_bomb", self.name, f"a part packed more than {most.ratio} to 1"
                )

    def _refuse_other_formats(self) -> None:
        if "word/document.xml" in self.names or self._main_part() is not None:
            return
        kind = self.archive.read("mimetype")[:80] if "mimetype" in self.names else b""
        if b"opendocument.text" in kind:
            raise refuse("odt", self.name)
        if any(member.startswith("Index/") and member.endswith(".iwa") for member in self.names) or "Index.zip" in self.names:  # fmt: skip
            raise refuse("pages", self.name)
        if any(member.startswith(("xl/", "ppt/")) for member in self.names):
            raise refuse("wrong_type", self.name, "a spreadsheet or presentation")
        if "[Content_Types].xml" in self.names:
            raise refuse("damaged_docx", self.name)
        raise refuse("wrong_type", self.name, "a ZIP archive")

    def _main_part(self) -> str | None:
        for kind, target in self.targets("").values():
            if kind.endswith("/officeDocument") and target.startswith("word") and target.endswith(".xml"):  # fmt: skip
                return target
        return None

    @property
    def main(self) -> str:
        """The path of the document part (Office 365 sometimes calls it document2.xml)."""
        return self._main_part() or "word/document.xml"

    def part(self, path: str) -> Any:
        """The root element of an XML part, or None if there is none.

        Raises ``damaged_docx`` when the archive or the XML is broken.
        """
        from lxml import etree

        if path not in self.names:
            return None
        try:
            with self.archive.open(path) as stream:
                data = stream.read(self.limits.member + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError):
            raise refuse("damaged_docx", self.name) from None
        except RuntimeError:  # an encrypted member
            raise refuse("password", self.name) from None
        if len(data) > self.limits.member:
            raise refuse("archive_bomb", self.name, f"a part of more than {self.limits.member // 1_000_000} MB")  # fmt: skip
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)  # fmt: skip
        try:
            return etree.fromstring(data.replace(_STRICT, _TRANSITIONAL), parser)
        except (etree.XMLSyntaxError, ValueError):
            raise refuse("damaged_docx", self.name) from None

    def targets(self, path: str) -> dict[str, tuple[str, str]]:
        """Relationship id -> (type, target) of a part; inner targets as paths in the archive."""
        folder, base = posixpath.split(path)
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for item in root if root is not None else ():
            target = item.get("Target") or ""
            if item.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[item.get("Id") or ""] = (item.get("Type") or "", target)
        return found
