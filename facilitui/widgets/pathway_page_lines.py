"""The lines of a board's page, part by part, from the top to the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from facilitui import text as t
from facilitui.core.pathways.case import Source
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.progress import PathwayProgress, Progress
from facilitui.core.pathways.remarks import still_open
from facilitui.core.pathways.requirement_words import asked
from facilitui.core.pathways.requirements import ScoreGate
from facilitui.core.pathways.where_recorded import Counted, written_elsewhere
from facilitui.core.pathways.words import Standing
from facilitui.core.safe_text import quoted
from facilitui.core.told import capital, day_of_month
from facilitui.widgets.pathway_rows import FITTING
from facilitui.widgets.pathway_words import (
    GLYPHS,
    is_begun,
    mark_of,
    not_asked,
    slot_told,
    standing_told,
    word_of,
)
from facilitui.widgets.set_in_lines import beside, titled

INDENT = 3
ANOTHER_WAY = "another way"
"""What may be done in place of something else is never told to be missing."""
MOST_BY = 60
"""So many of what meets a requirement are listed; all of them are in the journal."""


class PageLines:
    """Lines that grow from the top to the bottom."""

    def __init__(self, width: int, *, is_open: bool = True) -> None:
        """`is_open` where the enrolment still is."""
        self.lines: t.Lines = []
        self._width, self._is_open = width, is_open

    def gap(self) -> None:
        """A line of space, which is never two."""
        if self.lines and self.lines[-1] is not t.BLANK:
            self.lines.append(t.BLANK)

    def headed(self, head: str) -> None:
        self.gap()
        self.lines += t.wrapped(head, self._width, f"bold {t.SOFT}")

    def said(self, text: str, *, bold: bool = False) -> None:
        self.lines += t.wrapped(text, self._width, f"bold {t.INK}" if bold else t.INK)

    def told(self, text: str) -> None:
        self.lines += t.wrapped(text, self._width, t.SOFT) if text else []

    def told_together(self, parts: Sequence[str]) -> None:
        """In one line where all of it has room there, else in a line each."""
        whole = ", ".join(parts)
        for each in (whole,) if t.soft(whole).cell_length <= self._width else parts:
            self.told(each)

    def stands(self, each: Progress) -> None:
        """Where a requirement stands. What is only looked for is never told to be missing."""
        told = each.plain or self.told_of(each)
        if each.requirement.wished and each.standing is Standing.MISSING:
            self.marked_line(mark_of(each), told)
        else:
            says_itself = each.names_standing or is_begun(each)
            word = ANOTHER_WAY if not_asked(each) else word_of(each.standing, is_open=self._is_open)
            self.marked_line(mark_of(each), told if says_itself else f"{word}: {told}")

    def told_of(self, each: Progress) -> str:
        """The same in a few words, as in the list."""
        return standing_told(each, is_open=self._is_open)

    def marked_line(self, mark: str, told: str) -> None:
        """A mark and words alone."""
        self._behind(t.ink(mark), t.wrapped(capital(told), self._width - INDENT))

    def marked(self, mark: str, name: str, told: str) -> None:
        """One thing with its mark, and where it stands behind its first line, as in the list."""
        end, whole = t.soft(told), self._width - INDENT
        room = whole - end.cell_length - 2
        if room >= FITTING:
            first, *others = beside(name, room, whole)
            lines = [t.spread(first, end, whole), *others]
        else:
            lines = [*titled(name, whole), t.fitted(end, whole)]
        self._behind(t.ink(mark), lines)

    def _behind(self, mark: Content, lines: t.Lines) -> None:
        self.lines += t.labelled(mark, lines, INDENT)

    def listed(self, head: str, texts: Sequence[str]) -> None:
        if texts:
            self.headed(head)
        for each in dict.fromkeys(texts):
            self._behind(t.soft("○"), t.wrapped(capital(each), self._width - INDENT))

    def remarked(self, remarks: Sequence[str]) -> None:
        """What else is to be known of what is there."""
        if remarks:
            self.headed("Please note")
        for each in remarks:
            self.told(f"{capital(each)}.")

    def slots(self, each: Progress) -> None:
        """Each that it is asked for anew, or in parts, with what is there and what lacks there."""
        if each.slots:
            self.headed("Part by part")
        for slot in each.slots:
            told = slot_told(slot, each.requirement, is_open=self._is_open)
            self.marked(GLYPHS[slot.standing], slot.name, told)
            for source in slot.by[-MOST_BY:]:
                # Where nobody wrote anything it goes by what is asked, which stands above.
                told = "" if source.told == each.requirement.text else source.told
                room = self._beside_day - INDENT
                self._behind_day(source.on, t.wrapped(told, room) if told else [], INDENT)
            self._more(slot.by)
            for lack in still_open(slot.lacks):
                lines = t.wrapped(capital(lack), self._width - 2 * INDENT, t.SOFT)
                self._behind(t.BLANK, t.labelled("", lines, INDENT))

    def by(self, head: str, sources: Sequence[Source]) -> None:
        """What there is, the newest last, each behind its day, with what tells it from others."""
        if sources:
            self.headed(head)
        for each in sources[-MOST_BY:]:
            about = t.wrapped(each.about, self._beside_day, t.SOFT) if each.about else []
            self._behind_day(each.on, [*t.wrapped(each.told, self._beside_day), *about])
        self._more(sources)

    @property
    def _beside_day(self) -> int:
        return self._width - _DAY - 2

    def _more(self, sources: Sequence[Source]) -> None:
        if (more := len(sources) - MOST_BY) > 0:
            self.told(f"{more} more, in the journal")

    def _behind_day(self, on: date | None, lines: t.Lines, indent: int = 0) -> None:
        day = t.right(t.soft(day_of_month(on) if on else "no day"), indent + _DAY)
        self.lines += t.labelled(day, _indented(lines or [t.BLANK]), indent + _DAY)

    def how(self, each: Progress, *standings: Standing) -> None:
        """Where that is written which it counts; of what is logged its own key says so."""
        if isinstance(each.requirement, Counted) and each.standing in standings:
            self.headed("How it is met")
            key = "" if isinstance(each.requirement, ScoreGate) else ", with s"
            self.said(f"{capital(written_elsewhere(each.requirement))}{key}.")

    def rule(self, each: Progress, pathway: Pathway) -> None:
        """Who stated the rule, where it is not the file's, and what the file asks."""
        if (own := each.own_rule) is not None:
            since = f"So stated by {own.source} on {day_of_month(own.on)}."
            by_file = asked(each.requirement, pathway, each.areas)
            self.told(f"{since} The pathway's file: {by_file}.")

    def areas(self, each: Progress) -> None:
        """Which areas a gate goes by, and who said so."""
        if (found := each.areas) is None:
            return
        self.headed("Priority areas")
        for area in each.levels:
            level = "not scored" if area.level is None else f"{area.level}"
            end = t.ink(level) if area.level is not None else t.soft(level)
            first, *others = t.wrapped(area.name, self._width - end.cell_length - 2)
            self.lines += [t.spread(first, end, self._width), *others]
            if (by := area.source) is not None:
                told = ", ".join(filter(None, (quoted(by.told), by.about)))
                self._behind_day(by.on, t.wrapped(told, self._beside_day, t.SOFT))
        since = f", {day_of_month(found.on)}" if found.on is not None else ""
        self.told(f"As {found.source} said{since}")

    def source(self, whole: PathwayProgress) -> None:
        """Where the programme says so."""
        self.headed("Source")
        self.told(whole.pathway.source)


_DAY = len("23 Nov 2026")


def _indented(lines: t.Lines) -> t.Lines:
    return [t.join("  ", each) for each in lines]
