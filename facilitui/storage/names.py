"""Names that people and programs give to files, kept from ever being paths."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from facilitui.core.errors import NotFound
from facilitui.storage.toml_reasons import quoted

SLUG_CHARACTERS = 48
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


def slug(title: str) -> str:
    """A file's name made of a title: letters and digits of any script, and hyphens."""
    spoken = unicodedata.normalize("NFKC", title).lower()
    kept = "".join(c if unicodedata.category(c)[0] in "LNM" else " " for c in spoken)
    return "-".join(kept.split())[:SLUG_CHARACTERS].strip("-") or "untitled"


def numbered(stem: str, taken: Iterable[str]) -> str:
    """The name itself or, where it is taken in any spelling, the first free one with a number."""
    used = {name.casefold() for name in taken}
    name, number = stem, 1
    while name.casefold() in used:
        number += 1
        ending = f"-{number}"
        name = stem[: SLUG_CHARACTERS - len(ending)].rstrip("-") + ending
    return name


def free_path(folder: Path, stem: str, suffix: str) -> Path:
    """A file in a folder that is not there yet: STEM.toml, STEM-2.toml and so on."""
    path, number = folder / f"{stem}{suffix}", 1
    while path.exists() or path.is_symlink():
        number += 1
        path = folder / f"{stem}-{number}{suffix}"
    return path
