"""A JSON cache in the user's cache folder: never needed, never in the way, never half written."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any


def load_cached(kind: str, key: str) -> Any:
    """What was stored under this key, or None."""
    try:
        stored = json.loads(_file(kind, key).read_text(encoding="utf-8"))
    except (OSError, ValueError, RuntimeError):
        return None
    return stored.get("data") if isinstance(stored, dict) and stored.get("key") == key else None


def store_cached(kind: str, key: str, data: Any) -> None:
    """Written beside and renamed, so that a reader never sees half a file. Silent on failure."""
    try:
        target = _file(kind, key)
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{kind}-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                out.write(json.dumps({"key": key, "data": data}, ensure_ascii=False))
            Path(name).replace(target)
            _forget_old(target, kind)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except (OSError, ValueError, TypeError, RuntimeError):
        return


def _forget_old(newest: Path, kind: str, keep: int = 6) -> None:
    files = [f for f in newest.parent.glob(f"{kind}-*.json") if f != newest]
    files.sort(key=lambda f: f.stat().st_mtime, reverse=True)
    for file in files[keep:]:
        file.unlink(missing_ok=True)


def _file(kind: str, key: str) -> Path:
    root = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    base = Path(root) if root else Path.home() / ".cache"
    return base / "reportgen" / f"{kind}-{key[:40]}.json"
