"""The command that reports on sessions for one kind of reader. It never imports Textual."""

from __future__ import annotations

import argparse
import asyncio

from facilitui.bootstrap import Wiring
from facilitui.cli.commands import give
from facilitui.cli.printing import PROBLEM, WELL, note
from facilitui.core.reports.handout import Format
from facilitui.core.reports.report_reader import Reader
from facilitui.storage.paths import find_home


def report(options: argparse.Namespace) -> int:
    """Make a report, to standard output or into a file; the code says how it went.

    What it leaves out, and what could not be read for it, goes to standard error. Raises
    FacilituiError.
    """
    wiring = Wiring(find_home(options.home))
    try:
        making = wiring.reporting.made(
            Reader(options.reader), options.sessions, Format(options.format)
        )
        made = asyncio.run(making)
        give(wiring, options, made.data, made.left_out)
    finally:
        wiring.close()
    if made.sensitive:
        note("a session marked sensitive is in it; read it before you pass it on")
    if made.warning:
        note(made.warning)
    for told in made.told:
        note(told)
    return PROBLEM if made.told else WELL
