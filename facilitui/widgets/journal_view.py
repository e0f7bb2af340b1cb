"""What the journal shows: its entries as rows, one of them as a page, and what verifying found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from itertools import groupby

from textual.content import Content

from facilitui import text as t
from facilitui.core.debrief import FIRST_QUESTION, KIND, Answer, Debrief
from facilitui.core.errors import Problem
from facilitui.core.journal import Document, Finding
from facilitui.services.reviewing import EntryRow, Shown
from facilitui.widgets.row_list import Row, blank_row
from facilitui.widgets.search_line import emphasised, found_in

READING = 66
"""Lines of reading are no wider."""
FACTS = 44
WHEN = 8
"""The column behind a day."""
LOOKED_THROUGH = 4000
"""So many characters of what an entry says are looked through for its row."""
BEFORE = 14
"""So many characters are left before a found word."""
Words = tuple[str, ...]


def entry_rows(shown: Shown, words: Words, *, airy: bool) -> list[Row]:
    """Entries under their months, the newest first, and how many more there are."""
    rows: list[Row] = []
    for month, entries in groupby(shown.rows, key=_month):
        rows += [*([blank_row()] if rows else []), _head(month)]
        for i, each in enumerate(entries):
            rows += [*([blank_row()] if airy and i else []), _entry_row(each, words)]
    if shown.more:
        more = t.soft(f"{shown.more} more, keep typing")
        rows += [blank_row(), Row("", lambda width, marked: [t.fitted(more, width)])]
    return rows


def _month(row: EntryRow) -> str:
    return f"{row.when:%B %Y}" if row.when else "Without a date"


def _head(month: str) -> Row:
    return Row("", lambda width, marked: [t.fitted(t.heading(month), width)])


def _entry_row(row: EntryRow, words: Words) -> Row:
    day = t.padded(t.soft(f"{row.when:%a} {row.when.day:>2}" if row.when else ""), WHEN)

    @cache
    def said() -> Content:
        return emphasised(t.soft(_where_found(row.line, words)), words)

    def draw(width: int, marked: bool) -> t.Lines:
        title = emphasised(t.strong(row.title) if marked else t.ink(row.title), words)
        first = t.spread(t.join(day, title), t.soft(_kind(row)), width - 1)
        return [first, t.fitted(t.join(" " * WHEN, said()), width - 1)]

    return Row(row.id, draw, 2)


def _kind(row: EntryRow) -> str:
    """What kind of entry it is; a full debrief is the usual thing, so it is not said."""
    if row.kind != KIND:
        return row.kind
    return "door debrief" if row.door else ""


def _where_found(text: str, words: Words) -> str:
    """The beginning of a text, or the part of it in which a word was found."""
    text = " ".join(text[:LOOKED_THROUGH].split())
    found = found_in(text, words)
    if not found or found[0][0] <= BEFORE * 2:
        return text
    start = text.find(" ", found[0][0] - BEFORE, found[0][0])
    return t.ELLIPSIS + (text[start:] if start >= 0 else text[found[0][0] :])


def entry_lines(
    document: Document, debrief: Debrief, when: datetime | None, words: Words, width: int
) -> t.Lines:
    """An entry to be read. `when` says the session's time and zone."""
    room = min(width, READING)
    page = _Page(room, words)
    saved = datetime.fromisoformat(str(document["made_at"]))
    saved = saved.astimezone(when.tzinfo) if when else saved
    page.said(debrief.title or "Untitled session", f"bold {t.INK}")
    page.told(_about(debrief, when))
    page.told(f"Revision {document['rev']}, saved {t.day(saved)} {saved.year}, {t.clock(saved)}")
    page.question(FIRST_QUESTION, debrief.learned)
    page.questions("From the run", debrief.prompts)
    page.questions(debrief.frame_name or "Reflection", debrief.answers)
    if debrief.commitment.text:
        due = debrief.commitment.due
        page.gap()
        by = t.soft(f"by {due:%a} {due.day} {due:%b} {due.year}" if due else "no date")
        page.lines.append(t.spread(t.heading("One commitment"), by, room))
        page.said(debrief.commitment.text)
    if debrief.facts:
        page.gap()
        page.lines.append(t.heading("The run"))
        for fact in debrief.facts:
            page.lines += _fact_lines(fact.name, fact.value, min(room, FACTS))
    return page.lines


def _about(debrief: Debrief, when: datetime | None) -> str:
    held = f"{t.day(when)} {when.year}, {t.clock(when)}" if when else "no date"
    role = debrief.my_role.label.lower()
    who = f"{role} with {debrief.with_whom}" if debrief.with_whom else role
    return f"{held} · {'door debrief' if debrief.door else 'debrief'} · {who}"


def _fact_lines(name: str, value: str, width: int) -> t.Lines:
    if len(name) + len(value) + 2 <= width:
        return [t.spread(t.soft(name), t.ink(value), width)]
    return [*t.wrapped(name, width, t.SOFT), *t.wrapped(value, width)]


class _Page:
    """Lines that grow from the top to the bottom."""

    def __init__(self, width: int, words: Words) -> None:
        self.lines: t.Lines = []
        self._width, self._words = width, words

    def gap(self) -> None:
        """Space between sections."""
        self.lines.append(t.BLANK)

    def said(self, text: str, style: str = t.INK) -> None:
        """What was written, with what was searched for."""
        lines = t.wrapped(text.strip(), self._width, style)
        self.lines += [emphasised(line, self._words) for line in lines]

    def told(self, text: str) -> None:
        """What the program says."""
        self.lines += t.wrapped(text, self._width, t.SOFT)

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
            self.said(each.ask, t.SOFT)
            self.said(each.text)
        if missing := len(answers) - len(answered):
            self.gap()
            self.told(f"{t.plural(missing, 'more question')}, not answered.")


def trouble_lines(title: str, trouble: str, width: int) -> t.Lines:
    """An entry that cannot be read, and why."""
    room = min(width, READING)
    return [*t.wrapped(title, room, f"bold {t.INK}"), t.BLANK, *t.wrapped(trouble, room)]


def verdict(count: int, findings: Sequence[Finding], problems: Sequence[Problem]) -> str:
    """What verifying found, in one sentence."""
    documents = t.plural(count, "document")
    broken = sum(finding.broken for finding in findings) + len(problems)
    if broken:
        return f"{documents} looked at: {t.plural(broken, 'thing does', 'things do')} not hold."
    if findings:
        return f"{documents} verified; nothing is damaged, {len(findings)} to know about."
    return f"{documents} verified: nothing was changed or lost."


def verdict_lines(
    count: int,
    findings: Sequence[Finding],
    problems: Sequence[Problem],
    titles: Mapping[str, str],
    width: int,
) -> t.Lines:
    """What verifying found, each thing by name."""
    room = min(width, READING)
    lines = t.wrapped(verdict(count, findings, problems), room, f"bold {t.INK}")
    for problem in problems:
        lines += [t.BLANK, *_named(str(problem), "cannot be read", room)]
    for finding in findings:
        title = titles.get(finding.entry_id, finding.entry_id)
        lines += [t.BLANK, *_named(f"{title}: {finding.fault.value}", finding.place, room)]
    lines += [t.BLANK, *t.wrapped(_AFTER_VERIFYING, room, t.SOFT)]
    return lines


_AFTER_VERIFYING = (
    "Nothing was put right by this. The journal's files lie in the journal folder of your data; "
    "a backup of the named file brings back what it held."
)


def _named(what: str, where: str, width: int) -> t.Lines:
    told = [*t.wrapped(what, width - 2), *t.wrapped(where, width - 2, t.SOFT)]
    return [t.join(t.accent("! ") if i == 0 else "  ", line) for i, line in enumerate(told)]


def empty_lines(width: int) -> t.Lines:
    """What to do first."""
    return [
        t.strong("Nothing is written here yet."),
        t.BLANK,
        *t.wrapped(
            "The journal keeps your debriefs: what participants learned and what shows it, the "
            "facts of the run, and what you will try next. An entry is revised, never "
            "overwritten.",
            min(READING, width),
        ),
        t.BLANK,
        *t.wrapped("Run a session from Home and debrief it; it is here at once.", width),
        t.BLANK,
        t.join(t.strong("escape  "), t.ink("go home")),
    ]


def nothing_found(query: str) -> Callable[[int], t.Lines]:
    """No entry has these words, and how to go on."""
    return lambda width: [
        *t.wrapped(f"Nothing has “{query.strip()}” in it.", width),
        t.BLANK,
        *t.wrapped(
            "Every word must occur somewhere in an entry; a part of a word is enough.",
            width,
            t.SOFT,
        ),
        t.BLANK,
        t.join(t.strong("escape  "), t.ink("show everything again")),
    ]
