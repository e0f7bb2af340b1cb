"""An entry of the journal as a page to read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from textual.content import Content

from facilitui import text as t
from facilitui.core.debriefs.debrief import FIRST_QUESTION, Debrief
from facilitui.core.debriefs.debrief_questions import by_frame
from facilitui.core.debriefs.score_sections import beside_section
from facilitui.core.journals.entries import WITHDRAWN
from facilitui.core.journals.entry_moments import in_zone
from facilitui.core.journals.entry_sections import about, sections
from facilitui.core.journals.journal import Document, body_of
from facilitui.core.journals.journal_faults import altered_told
from facilitui.core.journals.journal_passages import Passage
from facilitui.core.journals.journal_rows import EntryRow
from facilitui.core.journals.rivals import settling_told, told
from facilitui.core.journals.said import Said, Section
from facilitui.core.naming import UNTITLED
from facilitui.core.responses.feedback import Feedback
from facilitui.core.responses.feedback_told import set_told
from facilitui.core.sessions.noted import Noted
from facilitui.core.told import capital, in_quotes, short_day
from facilitui.services.journals.opened import Opened
from facilitui.widgets.feedback_view import feedback_lines
from facilitui.widgets.journal_related import related_lines
from facilitui.widgets.reading_page import ReadingPage, Words

FACTS = 44
PART = "All answers of the session are told together; of this entry there are:"
UNKNOWN = (
    "This version of facilitui does not know this kind of entry. It is kept as it is, and goes "
    "with every export."
)

YOURS_ALONE = "You alone see it: no export and no report has it from here."
UNDATED = "saved on a date that cannot be read"
UNSAVED = "Changes are not saved yet: e goes on with them."
UNSAVED_SCORES = "Scores were given that are not saved yet: s goes on with them."


Keys = Sequence[tuple[str, str]]


def revision_keys(back: int, revisions: int, *, comparing: bool) -> Keys:
    """The keys that lead on from a revision so many before the newest, with their words."""
    if revisions < 2:
        return ()
    is_first, is_newest = back == revisions - 1, back == 0
    return (
        *(() if is_first else (("[", "revision before"),)),
        *(() if is_newest else (("]", "revision after"),)),
        *(() if is_first else (("d", "the entry" if comparing else "what changed"),)),
    )


def entry_lines(
    opened: Opened,
    words: Words,
    width: int,
    part: Passage | None = None,
    keys: Keys = (),
    onward: str = "",
) -> t.Lines:
    """An entry to be read, whatever its kind; `part` is what it was found by.

    `keys` are those that lead to its other revisions, with their words, and `onward` says how to
    get to what belongs to it; where it is only looked at there are none.
    """
    wide = t.reading(width)
    page, record, row = ReadingPage(wide, words), opened.record, opened.row
    page.said(row.title or UNTITLED, f"bold {t.INK}")
    page.asked(_about(opened))
    page.told(_revision(opened))
    page.lines += t.key_lines(keys, wide) if keys else []
    if opened.rivals:
        page.said(f"≠ {told(opened.rivals)} and settles which one goes on.")
    altered = altered_told(opened.altered)
    in_file = f"{capital(altered)}: v says in which file." if altered else ""
    for wrong in filter(None, (in_file, opened.flaw)):
        page.lines += t.labelled(t.accent("! "), t.wrapped(wrong, wide - 2), 2)
    if opened.lacking:
        page.told(capital(f"{opened.lacking}."))
    if opened.unsaved:
        page.said(UNSAVED if isinstance(record, Debrief) else UNSAVED_SCORES)
    if part is not None and part.noted is not None:
        _noted(page, part.noted, row.when)
    if isinstance(record, Debrief):
        _debrief(page, record, wide)
    elif isinstance(record, Feedback):
        page.gap()
        _feedback(page, record, opened.heard, wide)
    elif record is None:
        page.gap()
        page.said(row.line)
        page.gap()
        page.told(UNKNOWN)
    else:
        zone = row.when.tzinfo if row.when else None
        page.sections(sections(record, zone, lambda entry: opened.named.get(entry, entry)))
        page.sections(beside_section(each, opened.whose) for each in opened.beside)
    others = ReadingPage(wide, ())  # what other entries say was not searched for here
    others.sections(opened.between)
    page.lines += others.lines
    related_lines(page, opened, wide, onward)
    return page.lines


def _about(opened: Opened) -> str:
    """The day, with the time that the session began at where that is known, and what it is."""
    when, record = opened.row.when, opened.record
    began = f", {t.clock(when)}" if when and getattr(record, "held_at", None) else ""
    held = f"{t.day(when)} {when.year}{began}" if when else "no date"
    what = opened.row.shown_label or opened.row.label
    return " · ".join(part for part in (held, what, about(record)) if part)


def _revision(opened: Opened) -> str:
    """Which revision it is, up to which there are any, when it was saved and why."""
    document = opened.document
    of = f" of {opened.newest}" if opened.revisions > 1 else ""
    if settles := settling_told(document):
        return f"Revision {document['rev']}{of}, {saved_told(document, opened.row)}, {settles}"
    reason = body_of(document).get("reason")
    is_told = document["kind"] != WITHDRAWN and isinstance(reason, str) and reason.strip()
    why = f", because: {str(reason).strip()}" if is_told else ""  # a withdrawal says it itself
    return f"Revision {document['rev']}{of}, {saved_told(document, opened.row)}{why}"


def saved_told(document: Document, row: EntryRow) -> str:
    """When a revision was saved, by the calendar of its entry; another program may say anything."""
    zone = row.when.tzinfo if row.when is not None else None
    saved = in_zone(document["made_at"], zone or UTC)
    return f"saved {t.day(saved)} {saved.year}, {t.wall_clock(saved)}" if saved else UNDATED


def head_of(opened: Opened) -> tuple[Content, Content]:
    """What stays in sight of a page that is read on: its title, its day and what it is."""
    row = opened.row
    day = f"{t.day(row.when)} {row.when.year}" if row.when else ""
    said = (day, row.shown_label)
    return t.strong(row.title or UNTITLED), t.soft(" · ".join(filter(None, said)))


def _noted(page: ReadingPage, noted: Noted, began: datetime | None) -> None:
    """The line of the run that it was found by, at its moment."""
    at = t.clock(noted.when(began)) if began else ""
    page.sections((Section(f"{capital(noted.what)} in the run", (Said(noted.text, at),)),))
    page.told(YOURS_ALONE)


def _debrief(page: ReadingPage, debrief: Debrief, room: int) -> None:
    """What was asked and written, what stands beside it, and the facts of the run."""
    page.question(FIRST_QUESTION, debrief.learned)
    page.questions("From the run", debrief.prompts)
    for group in by_frame(debrief):
        page.questions(group.heading or "Reflection", group.answers)
    page.sections(sections(debrief))
    page.listed("Quotes, told with consent", list(map(in_quotes, debrief.quotes)))
    fates = [f"{each.text.rstrip('.')}: {each.fate.label.lower()}" for each in debrief.norms]
    page.listed("The norms", fates)
    for n, each in enumerate(debrief.promised):
        page.gap()
        by = t.soft(f"by {short_day(each.due)}" if each.due else "no date")
        page.lines.append(t.spread(t.heading("" if n else "Commitments"), by, room))
        page.said(each.text)
    if debrief.facts:
        page.gap()
        page.lines.append(t.heading("The run"))
        for fact in debrief.facts:
            page.fact(fact.name, fact.value, min(room, FACTS))


def _feedback(page: ReadingPage, feedback: Feedback, heard: Sequence[Feedback], room: int) -> None:
    """The answers of an entry; where they are a part of a session's, all of these as one."""
    if heard:
        page.told(f"{PART} {set_told(feedback)}")
        page.gap()
    for each in heard or (feedback,):
        page.drawn(feedback_lines(each, room))


def trouble_lines(title: str, trouble: str, width: int) -> t.Lines:
    """An entry that cannot be read, and why."""
    room = t.reading(width)
    return [*t.wrapped(title, room, f"bold {t.INK}"), t.BLANK, *t.wrapped(trouble, room)]
