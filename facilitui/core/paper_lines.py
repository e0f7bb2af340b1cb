"""A document in lines, as it is read on a screen."""

from __future__ import annotations

from typing import NamedTuple


class PaperLine(NamedTuple):
    """One line, harmless and no wider than it was made for."""

    text: str
    heads: bool = False
    """Whether it is the head of a section, or a part of one."""
