"""Making a report of what is known: safe for its reader, with all that was left out for it."""

from __future__ import annotations

from collections.abc import Sequence

from facilitui.core.reports.report import Coming, Report
from facilitui.core.reports.report_case import Case
from facilitui.core.reports.report_left_out import left_out
from facilitui.core.reports.report_privacy import for_reader
from facilitui.core.reports.report_reader import Reader
from facilitui.core.reports.report_stays import beside_hidden


def report_of(
    reader: Reader,
    cases: Sequence[Case],
    coming: tuple[Coming, ...] = (),
    hushed: tuple[str, ...] = (),
) -> Report:
    """What a reader gets of sessions, the oldest first, and of those that are planned.

    `hushed` is what was left out of the latter.
    """
    safe = tuple(for_reader(case, reader) for case in cases)
    left = (*left_out(cases, reader), *beside_hidden(cases, safe, reader), *hushed)
    return Report(reader, safe, coming, left)
