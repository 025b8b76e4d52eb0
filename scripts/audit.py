"""Known vulnerabilities of the installed packages (``make audit``).

Two looks: the versions against the advisories listed below, which needs no network; and pip-audit,
which asks an index of advisories. That program reports "no known vulnerabilities" also when it
could ask about nothing, so its answer is counted here and what was not asked is said.

Usage: audit.py PYTHON_WITH_PIP_AUDIT. Ends with 1 if a package is vulnerable, with 2 if nothing
is known to be but the index could not be reached.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import metadata
from pathlib import Path

from packaging.version import Version

FIXED = {
    "fonttools": ("4.61.0", "CVE-2025-66034"),
    "jinja2": ("3.1.6", "CVE-2024-22195, CVE-2024-34064, CVE-2024-56201, CVE-2025-27516"),
    "lxml": ("6.1.0", "CVE-2026-41066"),
    "pdfminer.six": ("20260107", "CVE-2025-64512, GHSA-f83h-ghpp-7wcc"),
    "python-docx": ("0.8.6", "CVE-2016-5851"),
    "weasyprint": ("69.0", "CVE-2025-68616, CVE-2026-49452"),
}
"""Package -> the first version without the advisories named beside it. Those that a document or a
template of a stranger could reach; add one when it becomes known."""


def below(installed: Callable[[str], str] = metadata.version) -> list[str]:
    """A sentence for each package of ``FIXED`` that is older than its fix."""
    return [
        f"{name} {installed(name)} is older than {fixed}: {advisories}"
        for name, (fixed, advisories) in FIXED.items()
        if Version(installed(name)) < Version(fixed)
    ]


def tell(packages: Sequence[Mapping[str, object]]) -> tuple[int, str]:
    """pip-audit's list of packages -> exit code and what to say of it."""
    asked = [p for p in packages if "skip_reason" not in p]
    found = [p for p in asked if p.get("vulns")]
    unknown = sorted(str(p["name"]) for p in packages if "skip_reason" in p)
    lines = []
    for package in found:
        names = ", ".join(str(v["id"]) for v in package["vulns"])  # type: ignore[attr-defined]
        lines.append(f"VULNERABLE {package['name']} {package.get('version', '')}: {names}")
    if not asked:
        lines.append(
            f"No index of advisories can be reached: none of {len(unknown)} packages was looked up. "
            "Run it where pypi.org can be reached."
        )
        return 2, "\n".join(lines)
    lines.append(f"{len(asked)} packages looked up, {len(found)} with known vulnerabilities.")
    if unknown:
        lines.append(f"The index does not know {len(unknown)}: {', '.join(unknown)}.")
    return int(bool(found)), "\n".join(lines)


def ask(program: str) -> tuple[int, str]:
    """pip-audit, about the environment this runs in."""
    command = [program, "-m", "pip_audit", "--skip-editable", "--progress-spinner", "off", "-f", "json"]  # fmt: skip
    env = {**os.environ, "PIPAPI_PYTHON_LOCATION": sys.executable}
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    try:
        return tell(json.loads(result.stdout)["dependencies"])
    except (ValueError, KeyError):
        last = (result.stderr.strip().splitlines() or ["no message"])[-1]
        return 2, f"No index of advisories can be reached: nothing was looked up ({last[:200]})."


def main() -> int:
    """Both looks."""
    old = below()
    for line in old:
        print(f"VULNERABLE {line}")
    print(f"{len(FIXED)} packages against the advisories listed in {Path(__file__).name}: {len(old)} too old.")  # fmt: skip
    code, said = ask(sys.argv[1] if len(sys.argv) > 1 else sys.executable)
    print(said)
    return 1 if old else code


if __name__ == "__main__":
    sys.exit(main())
