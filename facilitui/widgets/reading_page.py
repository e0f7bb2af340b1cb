"""A page to be read, from the top to the bottom, with what was searched for in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitui import text as t
from facilitui.core.debriefs.debrief import Answer
from facilitui.core.journals.said import Said, Section
from facilitui.widgets.fact_rows import fact_rows
from facilitui.widgets.search_line import FOUND, FOUND_IN_ASKED, emphasised_lines

INDENT = 2
HASH = 12
"""So many letters tell one hash from another; papers and exports have all of them to check."""
Words = tuple[str, ...]


class ReadingPage:
    """Lines that grow from the top to the bottom."""

    def __init__(self, width: int, words: Words) -> None:
        self.lines: t.Lines = []
        self._width, self._words = width, words

    def gap(self) -> None:
        """Space between sections."""
        self.lines.append(t.BLANK)

    def said(self, text: str, style: str = t.INK) -> None:
        """What was written, with what was searched for."""
        self.lines += self._found(t.wrapped(text.strip(), self._width, style))

    def asked(self, text: str) -> None:
        """What the program asked and somebody answered, or what it calls the entry."""
        self.lines += self._found(t.wrapped(text.strip(), self._width, t.SOFT), FOUND_IN_ASKED)

    def fact(self, name: str, value: str, width: int) -> None:
        """A figure of the run beside its name."""
        self.lines += self._found(fact_rows(name, value, width), FOUND_IN_ASKED)

    def drawn(self, lines: t.Lines) -> None:
        """What somebody said, in lines that are drawn already."""
        self.lines += self._found(lines)

    def told(self, text: str) -> None:
        """What the program says."""
        self.lines += t.wrapped(text, self._width, t.SOFT)

    def listed(self, head: str, texts: Sequence[str]) -> None:
        """Texts one below the other under a head, where there are any."""
        if texts:
            self.gap()
            self.lines.append(t.heading(head))
        for each in texts:
            self.said(each)

    def question(self, ask: str, text: str) -> None:
        """A question and what was written to it."""
        self.gap()
        self.told(ask)
        if text:
            self.said(text)
        else:
            self.lines.append(t.soft("Not answered."))

    def questions(self, head: str, answers: Sequence[Answer]) -> None:
        """Questions under a head, those that were answered."""
        answered = [each for each in answers if each.text]
        if not answered:
            return
        self.gap()
        self.lines.append(t.fitted(t.heading(head), self._width))
        for i, each in enumerate(answered):
            if i:
                self.gap()
            self.asked(each.ask)
            self.said(each.text)
        if missing := len(answers) - len(answered):
            self.gap()
            self.told(f"{t.plural(missing, 'more question')}, not answered.")

    def sections(self, sections: Iterable[Section]) -> None:
        """What an entry says, part by part."""
        for section in sections:
            self.gap()
            heading = t.wrapped(section.heading, self._width, f"bold {t.SOFT}")
            self.lines += self._found(heading, FOUND_IN_ASKED)
            for each in section.said:
                self._beside(each)

    def _beside(self, said: Said) -> None:
        """One thing with what stands beside it; below it what belongs to it."""
        end, *_ = self._found([t.soft(said.beside)])
        room = self._width - end.cell_length - 2
        if said.beside and room >= self._width // 2:
            first, *others = self._found(t.wrapped(said.text.strip(), room))
            self.lines += [t.spread(first, end, self._width), *others]
        else:
            self.said(said.text)
            below = t.wrapped(said.beside, self._width, t.SOFT) if said.beside else []
            self.lines += self._found(below)
        for text in map(_begun, said.below) if said.is_hash else said.below:
            lines = self._found(t.wrapped(text.strip(), self._width - INDENT))
            self.lines += [t.join(" " * INDENT, each) for each in lines]

    def _found(self, lines: t.Lines, style: str = FOUND) -> t.Lines:
        """Lines with what was searched for."""
        return emphasised_lines(lines, self._words, style)


def _begun(hashed: str) -> str:
    return f"{hashed[:HASH]}…" if len(hashed) > HASH else hashed
