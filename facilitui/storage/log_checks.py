"""Checking the logs of a home's sessions: every one is read and verified, none is changed."""

from __future__ import annotations

from facilitui.core.errors import FacilituiError, Problem
from facilitui.storage.disk import Disk
from facilitui.storage.log_values import made_of, session_folders
from facilitui.storage.paths import Home
from facilitui.storage.session_folder import LOG


def check_logs(home: Home, disk: Disk) -> tuple[int, tuple[Problem, ...]]:
    """How many logs there are, and of each the first thing that is wrong with it.

    No log is read that is larger than one may be. Reads on the caller's own thread.
    """
    try:
        folders = sorted(session_folders(home))
    except FacilituiError as error:
        return 0, (Problem(str(home.sessions), 1, 1, str(error)),)
    found = [(folder / LOG, *made_of(disk, folder, lambda log: log.line)) for folder in folders]
    problems = (Problem(str(path), line or 1, 1, why) for path, line, why in found if why)
    return len(found), tuple(problems)
