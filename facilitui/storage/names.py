"""Names that people and programs give to files, kept from ever being paths."""

from __future__ import annotations

from pathlib import Path

from facilitui.core.errors import NotFound
from facilitui.core.safe_text import quoted

_MOST_BYTES = 200
"""File systems take 255; the rest is for endings, and for the name of the file being written."""


def plain(name: str, what: str) -> str:
    """A name that is only a name. Raises NotFound for a path, a hidden file or nothing at all."""
    controls = any(ord(character) < 0x20 for character in name)
    if not name or name.startswith(".") or "/" in name or "\\" in name or ".." in name or controls:
        raise NotFound(f"{quoted(name)} cannot be the name of a {what}")
    if len(name.encode("utf-8", "surrogatepass")) > _MOST_BYTES:
        raise NotFound(f"{quoted(name)} is too long for the name of a {what}")
    return name


def free_path(folder: Path, stem: str, suffix: str) -> Path:
    """A file in a folder that is not there yet: STEM.toml, STEM-2.toml and so on."""
    path, number = folder / f"{stem}{suffix}", 1
    while path.exists() or path.is_symlink():
        number += 1
        path = folder / f"{stem}-{number}{suffix}"
    return path
