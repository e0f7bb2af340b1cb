"""Files and entries that a purge is about: all by their names, or in groups to be read at once."""

from __future__ import annotations

from collections.abc import Sequence

from facilitui.core.privacy.purge_intent import listed
from facilitui.core.told import plural

NAMED = 2
"""So many of a group are told by their names in any case."""
_GROUPS = (
    ("plans/.history/", "earlier state of its plan", "earlier states of its plan"),
    ("plans/", "plan", "plans"),
    ("sessions/", "file of a session", "files of sessions"),
    ("drafts/", "draft", "drafts"),
    ("exports/", "export", "exports"),
)
"""Where files lie, and what one and several of them are; others are told by their names."""


def all_listed(names: Sequence[str]) -> str:
    """All of some names of files."""
    return listed(names, len(names))


def in_groups(files: Sequence[str]) -> str:
    """Some files, those of a group that are many only by how many there are."""
    left, told = list(files), []
    for folder, one, several in _GROUPS:
        own = [each for each in left if each.startswith(folder)]
        left = [each for each in left if each not in own]
        told += own if len(own) <= NAMED else [plural(len(own), one, several)]
    return all_listed([*left, *told])
