"""What a piece of Markdown says when it is read aloud: its words, without its signs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt

from facilitui.core.agendas_outside.figures import Figured, taken_apart

_LOOKED_AT = 4000
"""Characters of one paragraph whose signs are read; what comes after is taken as it is."""
_BOX = re.compile(r"\[[ xX✓]?\]\s+")
_SIGNS = re.compile(r"[*_`\[\]<>&~\\!\n]|://|www\.")
"""What makes a text more than its words."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_INLINE = MarkdownIt("commonmark").enable(["strikethrough"])


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words of a paragraph."""

    text: str
    """With a line break where the writer wanted one."""
    strong: int = 0
    """How many of its first characters reach to the end of words in bold at its beginning."""
    links: tuple[str, ...] = ()
    """The addresses that words of it lead to."""


def spoken(content: str) -> Spoken:
    """The words of a paragraph, a cell or a heading."""
    content = _BOX.sub("", content, count=1) if _BOX.match(content) else content
    if not _SIGNS.search(content):
        return Spoken(content.strip())
    children = _INLINE.parseInline(content[:_LOOKED_AT])[0].children or []
    words, strong, links = "", 0, []
    opened = -1
    for token in children:
        if token.type in {"text", "code_inline", "image"}:
            words += token.content
        elif token.type == "softbreak":
            words += " "
        elif token.type == "hardbreak" or _BREAK.fullmatch(token.content):
            words += "\n"
        elif token.type == "strong_open" and not strong:
            opened = len(words)
        elif token.type == "strong_close" and opened >= 0 and not strong:
            strong = len(words) if _only_figures(words[:opened]) else 0
            opened = -1
        elif token.type == "link_open" and token.info != "auto":
            links.append(str(token.attrGet("href") or ""))
    return Spoken(words + content[_LOOKED_AT:], strong, tuple(links))


def _only_figures(text: str) -> bool:
    return not re.search(r"\w", taken_apart(text).rest)


@dataclass(frozen=True, slots=True)
class Entry:
    """What may be one part of an agenda."""

    line: int
    title: str
    time: str
    minutes: str
    note: str

    @property
    def figured(self) -> bool:
        """Whether it says when it is or how long it takes."""
        return bool(self.time or self.minutes)

    def with_note(self, note: str) -> Entry:
        """The entry with more to its note."""
        joined = "\n".join(part for part in (self.note, note) if part.strip())
        return Entry(self.line, self.title, self.time, self.minutes, joined)


def entry(line: int, content: str) -> Entry:
    """A paragraph as a part of an agenda: words in bold at its beginning are its title."""
    said = spoken(content)
    first, _, more = said.text.partition("\n")
    bold = taken_apart(first[: said.strong])
    if bold.rest:
        apart, beside = bold, taken_apart(first[said.strong :])
    else:
        apart, beside = taken_apart(first), Figured("")
    aside = beside.rest.lstrip(" :,;.-")
    kept = (aside, more.strip(), *said.links)
    return Entry(
        line,
        apart.rest.rstrip(" :"),
        apart.span_text or beside.span_text,
        apart.length_text or beside.length_text,
        "\n".join(part for part in kept if part.strip()),
    )
