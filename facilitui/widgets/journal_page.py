"""An entry of the journal as a page to read, and what verifying found as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from facilitui import text as t
from facilitui.core.debrief import FIRST_QUESTION, Answer, Debrief
from facilitui.core.errors import Problem
from facilitui.core.journal import Document, Finding
from facilitui.core.naming import UNTITLED
from facilitui.services.reviewing import EntryRow
from facilitui.widgets.search_line import emphasised

READING = 66
"""Lines of reading are no wider."""
FACTS = 44
Words = tuple[str, ...]


def entry_lines(
    document: Document, debrief: Debrief, when: datetime | None, words: Words, width: int
) -> t.Lines:
    """An entry to be read. `when` says the session's time and zone."""
    room = min(width, READING)
    page = _Page(room, words)
    saved = datetime.fromisoformat(str(document["made_at"]))
    saved = saved.astimezone(when.tzinfo) if when else saved
    page.said(debrief.title or UNTITLED, f"bold {t.INK}")
    page.told(_about(debrief, when))
    day = f"{t.day(saved)} {saved.year}"
    page.told(f"Revision {document['rev']}, saved {day}, {t.wall_clock(saved)}")
    page.question(FIRST_QUESTION, debrief.learned)
    page.questions("From the run", debrief.prompts)
    page.questions(debrief.frame_name or "Reflection", debrief.answers)
    page.listed("Quotes, told with consent", [f"“{quote}”" for quote in debrief.quotes])
    fates = [f"{each.text.rstrip('.')}: {each.fate.label.lower()}" for each in debrief.norms]
    page.listed("The norms", fates)
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
            self.said(each.ask, t.SOFT)
            self.said(each.text)
        if missing := len(answers) - len(answered):
            self.gap()
            self.told(f"{t.plural(missing, 'more question')}, not answered.")


def short_lines(row: EntryRow, words: Words, width: int) -> t.Lines:
    """An entry that is no debrief: what is known of it."""
    page = _Page(min(width, READING), words)
    page.said(row.title, f"bold {t.INK}")
    page.told(f"{t.day(row.when)} {row.when.year} · {row.kind}" if row.when else row.kind)
    page.gap()
    page.said(row.line)
    return page.lines


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
        lines += [t.BLANK, *_named(str(problem), "what this file holds cannot be shown", room)]
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
