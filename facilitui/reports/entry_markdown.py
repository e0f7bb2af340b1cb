"""An entry of the journal as Markdown, whatever its kind."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, tzinfo
from types import MappingProxyType

from facilitui.core.base import Record
from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.journals import entries
from facilitui.core.journals.entry_named import label_of
from facilitui.core.journals.entry_sections import about, left_out, sections
from facilitui.core.journals.journal import Document as Entry
from facilitui.core.journals.journal import body_of, is_altered, is_blanked
from facilitui.core.journals.journal_faults import Fault
from facilitui.core.journals.unread_months import revision_told
from facilitui.core.reports.report_few import without_few
from facilitui.core.responses.feedback import Feedback
from facilitui.reports.debrief_markdown import debrief_markdown, said_in_line
from facilitui.reports.document import Bullets, Document, Heading, Paragraph, Part
from facilitui.reports.markdown import markdown

UNKNOWN = (
    "This version of facilitui does not know this kind of entry. It is kept as it is; "
    "an export as JSON has all that it says."
)


def entry_markdown(
    entry: Entry,
    record: Record | None,
    zone: tzinfo,
    named: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """The entry as a document that anybody can read. Ends with a newline.

    `zone` is where its session was held: the day it is told by is that of its place. `named` is
    what things are called that it names by their ids; whatever is not among it stands there so.
    """
    if isinstance(record, Debrief):
        return debrief_markdown(record, zone, revision=_revision(entry))
    left = left_out(record)
    record = without_few(record) if isinstance(record, Feedback) else record
    body = body_of(entry)
    parts: list[Part] = [Paragraph(_about(entry, zone), soft=True)]
    told = about(record)
    parts += [Paragraph(told, soft=True)] if told else []
    parts += [Paragraph(entries.line(entry["kind"], body))] if record is None else []
    parts += [Paragraph(UNKNOWN, soft=True)] if record is None else []
    for section in sections(record, zone, lambda id: named.get(id, id)):
        parts += [Heading(section.heading), Bullets(tuple(map(said_in_line, section.said)))]
    title, closes = entries.title(entry["id"], body), not is_blanked(entry)
    return markdown(Document(title, tuple(parts), left, closes=closes))


def _revision(entry: Entry) -> str:
    """Which revision it is, but for the first, and that it is not as it was saved; else empty."""
    revision = revision_told(entry["rev"], entry["made_at"]) if entry["rev"] > 1 else ""
    return ", ".join(filter(None, (revision, Fault.ALTERED.value if is_altered(entry) else "")))


def _about(entry: Entry, zone: tzinfo) -> str:
    """What kind of entry it is, of which day, in which revision, and why that was made."""
    body = body_of(entry)
    parts = [label_of(entry)]
    with suppress(ValueError, OverflowError):
        held = datetime.fromisoformat(entries.day(body, entry["made_at"]))
        parts.append(f"{held.astimezone(zone) if held.tzinfo else held:%Y-%m-%d}")
    parts += filter(None, [_revision(entry)])
    reason = body.get("reason")
    if isinstance(reason, str) and reason.strip() and entry["kind"] != entries.WITHDRAWN:
        parts.append(f"changed because: {reason.strip()}")
    return ", ".join(parts)
