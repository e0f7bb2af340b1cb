"""A report is made while the screen goes on."""

from __future__ import annotations

from threading import Thread, current_thread, main_thread

from facilitui.core.reports.handout import Format, Written
from facilitui.core.reports.report import Report
from facilitui.core.reports.report_reader import Reader
from facilitui.reports.session_report import written_report
from tests.services.reports.test_reporting import Desk


async def test_the_screen_does_not_wait_for_a_report() -> None:
    """Making it safe and writing it is another thread's work: there may be 50,000 answers."""
    threads: list[Thread] = []

    def noting(report: Report, form: Format) -> Written:
        threads.append(current_thread())
        return written_report(report, form)

    desk = Desk(noting)
    await desk.debriefed("s1")
    await desk.made(Reader.LEADER, "s1")
    assert threads and main_thread() not in threads
