"""The command that prints trends. It never imports Textual."""

from __future__ import annotations

from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING

from facilitui.cli.printing import PROBLEM, WELL, complain, note, say, terminal_width
from facilitui.core.safe_text import line
from facilitui.core.told import plural, unbroken
from facilitui.core.trends.trend_picture import drawn_apart, spark
from facilitui.core.trends.trends import Trend

if TYPE_CHECKING:
    from facilitui.bootstrap import Wiring

NOTHING = (
    "Nothing to compare yet: run a session, debrief it and score yourself. From the third session "
    "on a trend says more than its sessions do."
)
_SMALL = 24
"""Sessions in a small picture."""
_INDENT = "    "


async def trends(wiring: Wiring, *, sessions: bool = False) -> int:
    """Every trend: its small picture and its sentences; with their `sessions`, the newest first."""
    trended = await wiring.trending.trends()
    if not trended.trends:
        say(NOTHING)
    else:
        last = f", pictures of the last {_SMALL}" if trended.trends[0].width > _SMALL else ""
        say(f"Trends over {plural(trended.sessions, 'session')}{last}")
    for group, some in groupby(trended.trends, key=lambda each: each.group):
        say("")
        say(line(group))
        for each in some:
            _tell(each)
            if sessions:
                _tell_sessions(each)
    for told in trended.left_out:
        note(told)
    for problem in trended.problems:
        complain(str(problem))
    return WELL if trended.is_whole and not trended.problems else PROBLEM


def _tell(trend: Trend) -> None:
    say(f"  {line(trend.name)}  {spark(trend, _SMALL).rstrip()}")
    for each in trend.said:
        told = unbroken(line(each))
        for part in (
            [told] if (width := terminal_width()) is None else wrap(told, width - len(_INDENT))
        ):
            say(f"{_INDENT}{part}")


def _tell_sessions(trend: Trend) -> None:
    apart = bool(drawn_apart(trend))
    for place in reversed(trend.places):
        told = (f"{who.label}: {p.words}" if apart else p.words for who, p in place.points)
        say(line(f"{_INDENT}{place.at.when:%Y-%m-%d}  {place.at.title}  {'; '.join(told)}"))
