"""A debrief as Markdown: what was asked, what was written, and the facts it was written beside."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import tzinfo

from facilitui.core.debriefs.debrief import FIRST_QUESTION, Answer, Commitment, Debrief
from facilitui.core.debriefs.debrief_about import about_told
from facilitui.core.debriefs.debrief_questions import by_frame
from facilitui.core.journals.entry_sections import sections
from facilitui.core.journals.said import Said
from facilitui.core.told import in_quotes, short_day
from facilitui.reports.markdown import bulleted, one_line, paragraphs


def debrief_markdown(debrief: Debrief, zone: tzinfo, *, revision: str = "") -> str:
    """The debrief as a document that anybody can read. Ends with a newline.

    `zone` is where the session was held: the day it is told by is that of its place.
    """
    lines = [f"# {one_line(debrief.title) or 'Debrief'}", "", _about(debrief, zone, revision)]
    lines += [f"\n*{about}*"] if (about := one_line(about_told(debrief))) else []
    lines += _question(FIRST_QUESTION, debrief.learned)
    lines += _answers("From the run", debrief.prompts)
    for group in by_frame(debrief):
        lines += _answers(one_line(group.heading) or "Reflection", group.answers)
    for section in sections(debrief):
        lines += ["", f"## {section.heading}", "", *bulleted(map(said_in_line, section.said))]
    lines += _paragraphs("Quotes, told with consent", map(in_quotes, debrief.quotes))
    norms = ((each.text, each.fate.label.lower()) for each in debrief.norms)
    lines += _table("The norms", "---", norms)
    lines += _paragraphs("Commitments", map(_promise, debrief.promised))
    lines += _table("The run", "---:", ((each.name, each.value) for each in debrief.facts))
    return "\n".join(lines) + "\n"


def _about(debrief: Debrief, zone: tzinfo, revision: str) -> str:
    parts = ["Door debrief" if debrief.door else "Debrief"]
    with suppress(OverflowError):  # a moment that no calendar holds there is left out
        if debrief.held_at:
            parts.append(f"session of {debrief.held_at.astimezone(zone):%Y-%m-%d}")
    parts += filter(None, [revision])
    if debrief.reason.strip():
        parts.append(f"changed because: {one_line(debrief.reason)}")
    return f"*{', '.join(parts)}*"


def said_in_line(said: Said) -> str:
    """One thing that an entry says, as an item of a list."""
    text = said.text.strip()
    first = f"{text.rstrip('.')}: {said.beside}" if said.beside else text
    return "\n".join((first, *said.below))


def _question(ask: str, text: str) -> list[str]:
    return ["", f"## {ask}", "", paragraphs(text) if text.strip() else "*not answered*"]


def _answers(heading: str, answers: Iterable[Answer]) -> list[str]:
    """What was written, each under its question; nothing where nothing was."""
    written = [each for each in answers if each.text.strip()]
    lines = ["", f"## {heading}"] if written else []
    for each in written:
        lines += ["", f"### {one_line(each.ask)}", "", paragraphs(each.text)]
    return lines


def _paragraphs(heading: str, texts: Iterable[str]) -> list[str]:
    told = [line for text in texts for line in ("", paragraphs(text))]
    return ["", f"## {heading}", *told] if told else []


def _promise(promise: Commitment) -> str:
    until = f"By {short_day(promise.due)}: " if promise.due else ""
    return f"{until}{promise.text}"


def _table(heading: str, rule: str, rows: Iterable[tuple[str, str]]) -> list[str]:
    told = [f"| {one_line(name)} | {one_line(value)} |" for name, value in rows]
    return ["", f"## {heading}", "", "| | |", f"| --- | {rule} |", *told] if told else []
