"""How the files of the journal's folder are called: months, and those that were set aside."""

from __future__ import annotations

import re

_MONTH = r"[0-9]{4}-(0[1-9]|1[0-2])"
_NAME = re.compile(rf"{_MONTH}\.json")
_SET_ASIDE = re.compile(rf"{_MONTH}\.damaged-[0-9]+\.json")


def is_month_name(name: str) -> bool:
    """Whether a file is called as a month is, such as 2026-11.json."""
    return _NAME.fullmatch(name) is not None


def is_aside(name: str) -> bool:
    """Whether a file is called as a month is that was set aside."""
    return _SET_ASIDE.fullmatch(name) is not None
