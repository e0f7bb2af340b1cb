"""The lines of a board's page, part by part, from the top to the bottom."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from facilitui import text as t
from facilitui.core.pathways.case import Source
from facilitui.core.pathways.elsewhere import Counted, written_elsewhere
from facilitui.core.pathways.progress import PathwayProgress, Progress, SlotProgress
from facilitui.core.pathways.requirements import ScoreGate
from facilitui.core.pathways.rules import own_rule_of
from facilitui.core.pathways.told import asked
from facilitui.core.pathways.words import Standing
from facilitui.core.safe_text import line
from facilitui.core.told import capital, day_of_month
from facilitui.widgets.pathway_rows import FITTING
from facilitui.widgets.pathway_words import GLYPHS, WORDS, standing_told

INDENT = 3
MOST_BY = 60
"""So many of what meets a requirement are listed; all of them are in the journal."""


class PageLines:
    """Lines that grow from the top to the bottom."""

    def __init__(self, width: int) -> None:
        self.lines: t.Lines = []
        self._width = width

    def gap(self) -> None:
        self.lines.append(t.BLANK)

    def headed(self, head: str) -> None:
        self.gap()
        self.lines += t.wrapped(head, self._width, f"bold {t.SOFT}")

    def said(self, text: str, *, bold: bool = False) -> None:
        self.lines += t.wrapped(text, self._width, f"bold {t.INK}" if bold else t.INK)

    def told(self, text: str) -> None:
        self.lines += t.wrapped(text, self._width, t.SOFT) if text else []

    def stands(self, each: Progress) -> None:
        """Where a requirement stands. What is only looked for is never told to be missing."""
        told = each.told or standing_told(each)
        if each.requirement.wished and each.standing is Standing.MISSING:
            self.marked_line(each.standing, told)
        else:
            self.standing(each.standing, told)

    def standing(self, standing: Standing, told: str) -> None:
        """A mark and words; where these do not name the standing, its word before them."""
        word = WORDS[standing]
        self.marked_line(standing, told if word in told.lower() else f"{word}: {told}")

    def marked_line(self, standing: Standing, told: str) -> None:
        """A mark and words alone."""
        self._behind(t.ink(GLYPHS[standing]), t.wrapped(capital(told), self._width - INDENT))

    def marked(self, standing: Standing, name: str, told: str) -> None:
        """One thing with its mark, and where it stands behind its first line, as in the list."""
        end, whole = t.soft(told), self._width - INDENT
        room = whole - end.cell_length - 2
        if room >= FITTING:
            first, *others = t.wrapped(name, room)
            lines = [t.spread(first, end, whole), *others]
        else:
            lines = [*t.wrapped(name, whole), t.fitted(end, whole)]
        self._behind(t.ink(GLYPHS[standing]), lines)

    def _behind(self, mark: Content, lines: t.Lines) -> None:
        self.lines += t.labelled(mark, lines, INDENT)

    def reason(self, each: Progress) -> None:
        """Why it waits or was set aside, where that was too long for its line."""
        if each.reason and line(each.reason) not in each.told:
            word = "Waiting" if each.standing is Standing.WAITING else "Set aside"
            self.told(f"{word}: {each.reason}")

    def listed(self, head: str, texts: Sequence[str]) -> None:
        if texts:
            self.headed(head)
        for each in texts:
            self._behind(t.soft("○"), t.wrapped(capital(each), self._width - INDENT))

    def remarked(self, remarks: Sequence[str]) -> None:
        """What else is to be known of what is there."""
        if remarks:
            self.headed("To be known")
        for each in remarks:
            self.told(f"{capital(each)}.")

    def slots(self, slots: Sequence[SlotProgress]) -> None:
        """Each that it is asked for anew, or in parts, with what lacks there."""
        if slots:
            self.headed("Part by part")
        for each in slots:
            there = f"{len(each.by)} there" if each.by and each.standing is not Standing.MET else ""
            self.marked(each.standing, each.name, there or WORDS[each.standing])
            for lack in each.lacks:
                lines = t.wrapped(capital(lack), self._width - 2 * INDENT, t.SOFT)
                self._behind(t.BLANK, t.labelled("", lines, INDENT))

    def by(self, head: str, sources: Sequence[Source]) -> None:
        """What there is, the newest last, each behind its day."""
        if sources:
            self.headed(head)
        for each in sources[-MOST_BY:]:
            on = day_of_month(each.on) if each.on else "no day"
            lines = t.wrapped(each.told, self._width - _DAY - 2)
            self._behind_day(on, lines)
        if more := len(sources) - MOST_BY:
            self.told(f"{more} more, in the journal" if more > 0 else "")

    def _behind_day(self, on: str, lines: t.Lines) -> None:
        self.lines += t.labelled(t.right(t.soft(on), _DAY), _indented(lines), _DAY)

    def how(self, each: Progress, *standings: Standing) -> None:
        """Where that is written which it counts; of what is logged its own key says so."""
        if isinstance(each.requirement, Counted) and each.standing in standings:
            self.headed("How it is met")
            self.said(f"{capital(written_elsewhere(each.requirement))}.")

    def rule(self, each: Progress, whole: PathwayProgress) -> None:
        """Who stated the rule, where it is not the file's, and what the file asks."""
        gate = each.requirement
        own = own_rule_of(gate, whole.enrolment) if isinstance(gate, ScoreGate) else None
        if own is not None:
            since = f"So stated by {own.source} on {day_of_month(own.on)}."
            self.told(f"{since} The pathway's file: {asked(gate, whole.pathway, each.areas)}.")

    def areas(self, each: Progress) -> None:
        """Which areas a gate goes by, and who said so."""
        if (found := each.areas) is None:
            return
        self.headed("Priority areas")
        for area in found.areas:
            self.said(found.names.get(area, area))
        since = f", {day_of_month(found.on)}" if found.on is not None else ""
        self.told(f"As {found.source} said{since}")

    def source(self, whole: PathwayProgress) -> None:
        """Where the programme says so."""
        self.headed("Source")
        self.told(whole.pathway.source)


_DAY = len("23 Nov 2026")


def _indented(lines: t.Lines) -> t.Lines:
    return [t.join("  ", each) for each in lines]
