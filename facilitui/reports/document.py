"""A small tree that documents are made of. Writers turn it into Markdown, HTML or plain text.

All text in it is a person's or the program's own words, never markup: each writer makes it
harmless in its own way.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a section, of level 2 to 4; the title of the document is level 1."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Writing; its line breaks are kept."""

    text: str
    label: str = ""
    """A word or two before it, such as "Say"."""
    soft: bool = False
    """Whether it stands back, as an aside."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """Things under one another."""

    items: tuple[str, ...]
    boxes: tuple[bool, ...] = ()
    """Where the things are to be ticked off: which of them are."""


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that was recorded, or a few of one kind under what they are called."""

    text: str
    """Such as its day and its title; empty where its label or its answers say all of it."""
    label: str = ""
    """What sets it apart from those beside it, such as a school."""
    answers: tuple[tuple[str, str], ...] = ()
    """Questions with their signs, each with its answer; a line of its own has no question."""
    kept_as: str = ""
    """Where it is kept: it stands at the end, behind what was answered."""
    records: tuple[Record, ...] = ()
    """What stands under it."""

    @property
    def between(self) -> str:
        """What stands between its label and its text: its answers come behind a colon already."""
        return ", " if self.answers else ": "

    @property
    def in_a_line(self) -> bool:
        """Whether its one answer stands behind what it is called, and not below."""
        return len(self.answers) == 1 and bool(self.text.strip() or self.label.strip())


@dataclass(frozen=True, slots=True)
class Records:
    """Things that were recorded, under one another."""

    items: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """Room to write in by hand."""

    lines: int = 3


@dataclass(frozen=True, slots=True)
class Definitions:
    """Names, each with what it stands for, or with room to write that."""

    pairs: tuple[tuple[str, str | Room], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; some columns hold figures."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: frozenset[int] = frozenset()


Part = Heading | Paragraph | Bullets | Definitions | Records | Room | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A document, and what it leaves out."""

    title: str
    parts: tuple[Part, ...]
    left_out: tuple[str, ...] = ()
    lang: str = "en"
    closes: bool = True
    """Whether it ends by saying what it leaves out.

    A sheet to write on does not, nor what is left of a purged entry.
    """

    @property
    def closing(self) -> str:
        """The sentence at its end that says what is left out; empty on a sheet."""
        if not self.closes:
            return ""
        return f"Left out: {', '.join(self.left_out)}." if self.left_out else "Nothing left out."
