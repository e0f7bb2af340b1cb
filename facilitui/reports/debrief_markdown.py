"""A debrief as Markdown: what was asked, what was written, and the facts it was written beside."""

from __future__ import annotations

from contextlib import suppress
from datetime import tzinfo

from facilitui.core.debrief import FIRST_QUESTION, Answer, Debrief
from facilitui.reports.markdown import one_line, paragraphs


def debrief_markdown(debrief: Debrief, zone: tzinfo, *, rev: int = 1) -> str:
    """The debrief as a document that anybody can read. Ends with a newline.

    `zone` is where the session was held: the day it is told by is that of its place.
    """
    lines = [f"# {one_line(debrief.title) or 'Debrief'}", "", _about(debrief, zone, rev)]
    lines += _question(FIRST_QUESTION, debrief.learned)
    asked = [answer for answer in debrief.prompts if answer.text]
    if asked:
        lines += ["", "## From the run"]
        lines += _answers(asked)
    written = [answer for answer in debrief.answers if answer.text]
    if written:
        lines += ["", f"## {one_line(debrief.frame_name) or 'Reflection'}"]
        lines += _answers(written)
    if debrief.quotes:
        lines += ["", "## Quotes, told with consent"]
        lines += [line for each in debrief.quotes for line in ("", paragraphs(f"“{each}”"))]
    if debrief.norms:
        lines += ["", "## The norms", "", "| | |", "| --- | --- |"]
        lines += [f"| {one_line(n.text)} | {n.fate.label.lower()} |" for n in debrief.norms]
    if debrief.commitment.text:
        due = debrief.commitment.due
        until = f" (by {due.isoformat()})" if due else ""
        lines += ["", f"## One commitment{until}", "", paragraphs(debrief.commitment.text)]
    if debrief.facts:
        lines += ["", "## The run", "", "| | |", "| --- | ---: |"]
        lines += [f"| {one_line(f.name)} | {one_line(f.value)} |" for f in debrief.facts]
    return "\n".join(lines) + "\n"


def _about(debrief: Debrief, zone: tzinfo, rev: int) -> str:
    parts = ["Door debrief" if debrief.door else "Debrief"]
    with suppress(OverflowError):  # a moment that no calendar holds there is left out
        if debrief.held_at:
            parts.append(f"session of {debrief.held_at.astimezone(zone):%Y-%m-%d}")
    parts.append(debrief.my_role.label.lower())
    if debrief.with_whom:
        parts.append(f"with {one_line(debrief.with_whom)}")
    if rev > 1:
        parts.append(f"revision {rev}")
    return f"*{', '.join(parts)}*"


def _question(ask: str, text: str) -> list[str]:
    return ["", f"## {ask}", "", paragraphs(text) if text else "*not answered*"]


def _answers(answers: list[Answer]) -> list[str]:
    lines: list[str] = []
    for answer in answers:
        lines += ["", f"### {one_line(answer.ask)}", "", paragraphs(answer.text)]
    return lines
