"""How lengths, times and days are told, by checks and in documents alike."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from math import floor

_A_MINUTE = timedelta(minutes=1)
_HALF_A_MINUTE = 29.9995
"""In seconds."""
_HALVES, _FIVE_SECONDS = 2, 12
"""Into how many parts a minute goes."""
_MANY = 1e6
"""So many minutes are no length of anything that runs, whatever a damaged log says."""
MINUS = "\N{MINUS SIGN}"
A_SECOND = 1 / 60
"""In minutes; sums of fractions that differ by less are the same to a person."""


def figure(value: float) -> str:
    """A number as people write it: no more than two places, and none where it is whole."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def nearest(value: float, parts: int = 1) -> float:
    """A figure to the nearest whole, or to the nearest of so many parts of one.

    A half goes away from nought, so that as much too early is told like as much too late.
    """
    size = floor(abs(value) * parts + 0.5) / parts
    return size if value >= 0 else 0 - size


def minutes(value: float) -> str:
    """Minutes as they are told, of a plan and of what ran: to the half, 5, 2.5.

    What is shorter than one is told to five seconds: 0.75.
    """
    return figure(_as_told(value))


def minutes_run(value: float) -> str:
    """How long something ran, as it stands in a column of minutes: 82, 2.5; below one, 45 s."""
    told = _as_told(value)
    return f"{told * 60:.0f} s" if 0 < told < 1 else figure(told)


def minutes_over(ran: float, planned: float) -> float:
    """How much longer than planned something ran, as whoever subtracts what is told finds it."""
    return _as_told(ran) - _as_told(planned)


_UNITS = re.compile(r"(?<=\d) (?=(?:s|min|%|of \d+)(?!\w))")


def unbroken(words: str) -> str:
    """Words in which no line ends between a figure and its unit: 45 s, 12 min, 3 of 4."""
    return _UNITS.sub("\N{NO-BREAK SPACE}", words)


def signed(minutes: float) -> str:
    """A difference as it stands in a column: +2.5, −1, 0."""
    sign = "+" if minutes > 0 else MINUS if minutes < 0 else ""
    return f"{sign}{figure(abs(minutes))}"


def _as_told(minutes: float) -> float:
    if not abs(minutes) < _MANY:
        return minutes
    return nearest(minutes, _HALVES if abs(minutes) >= 1 else _FIVE_SECONDS)


def capital(words: str) -> str:
    """Words as they begin a row or a sentence."""
    return words[:1].upper() + words[1:]


def sentence(words: str) -> str:
    """Words with one full stop: that of a quote which they end in is theirs."""
    return words if words.endswith((".", ".”")) else f"{words}."


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its word: 1 wait, 3 waits."""
    return f"{count} {one if count == 1 else many or one + 's'}"


QUOTES = ("“”", '""', "«»", "»«", "„“", "„”")
"""The pairs of quotation marks that people write, each as its opening and its closing one."""


def in_quotes(words: str) -> str:
    """Words in quotation marks: their own where somebody wrote some around all of them."""
    words = words.strip()
    around, within = words[:1] + words[-1:], words[1:-1]
    own = len(words) > 1 and around in QUOTES and not set(around) & set(within)
    return words if own else f"“{words}”"


def people(count: int, *, counted: bool) -> str:
    """How many came, or how many are expected for as long as nobody counted them."""
    if counted:
        return f"{count} here"
    return f"{count} expected" if count else "not told yet"


_LENGTHS = ((90, 1, "s"), (5 * 3600, 60, "min"), (48 * 3600, 3600, "h"), (1e8, 86_400, "days"))
"""Below how many seconds a length is told in which unit."""


def length(seconds: float) -> str:
    """How long something lasted, as closely as anybody wants to know: 40 s, 25 min, 26 h, 3 days.

    What would be years, as a damaged log may claim, is told as that.
    """
    for below, unit, word in _LENGTHS:
        if seconds < below:
            return f"{figure(nearest(seconds / unit))} {word}"
    return "years"


def unhosted(seconds: float) -> str:
    """How long a session ran without the program, and that this counts."""
    return f"{length(seconds)} without the program, counted"


def clock_set(seconds: float) -> str:
    """That the machine's own clock was set by so many seconds; at 0, that it no longer differs."""
    if not seconds:
        return "This machine's clock agrees with the session's own again."
    way = "forward" if seconds > 0 else "back"
    by = length(abs(seconds))
    return f"This machine's clock was set {by} {way}; times go by the session's own."


def whole_seconds(seconds: float) -> int:
    """The seconds of a wait that are full, as a clock shows them: all that is told or judged.

    A wait is marked by hand, about a second either way (design §1.6), so a fraction says nothing.
    """
    return int(seconds)


def whole_minutes(value: float) -> str:
    """Minutes as a room reads them: whole ones, and one at least of what takes any time."""
    return f"{max(value > 0, (value + 0.5) // 1):.0f} min"


def to_the_second(minutes: float) -> str:
    """How long a turn is: 2:00, 1:30."""
    whole, seconds = divmod(int(nearest(minutes * 60)), 60)
    return f"{whole}:{seconds:02}"


def nearest_minute(moment: datetime) -> datetime:
    """The whole minute nearest to a moment: what is reckoned is told as that, ends and lengths.

    A thousandth of a second does not decide it: sums of seconds are no closer than that.
    """
    whole, zone = moment.replace(second=0, microsecond=0), moment.tzinfo
    if moment.second + moment.microsecond / 1e6 < _HALF_A_MINUTE:
        return whole
    try:
        return (whole.astimezone(UTC) + _A_MINUTE).astimezone(zone) if zone else whole + _A_MINUTE
    except OverflowError:  # the last minute that a calendar holds
        return moment


def minutes_told(first: datetime, second: datetime) -> int:
    """How many minutes a moment lies after another; below zero if before.

    It is the difference of the two times of day as they are told, so that it never contradicts
    them.
    """
    apart = nearest_minute(second).astimezone(UTC) - nearest_minute(first).astimezone(UTC)
    return int(nearest(apart.total_seconds() / 60))


def clock(moment: datetime) -> str:
    """A moment that is reckoned as a time of day, to the nearest minute: 15:30.

    An end that is seconds from a whole minute is meant to be that; what was done at a moment is
    told by `wall_clock`.
    """
    return wall_clock(nearest_minute(moment))


def wall_clock(now: datetime) -> str:
    """What a clock on the wall shows, which is the minute that is running: 15:30.

    So is told what is done now, and when something was done: never as a minute still to come.
    """
    return f"{now:%H:%M}"


def day(moment: datetime) -> str:
    """A day: Wednesday 25 November 2026."""
    return f"{moment:%A} {moment.day} {moment:%B} {moment.year}"


def short_day(day: date, today: date | None = None) -> str:
    """A day in short, with its year where that is not this one: Tue 22 Dec, Tue 12 Jan 2027.

    Without a `today` the year always stands there, as in a document, which is read in any year.
    """
    return f"{day:%a} {day_of_month(day, today)}"


def day_of_month(day: date, today: date | None = None) -> str:
    """The same without its weekday, for a narrow column: 22 Dec, 12 Jan 2027."""
    this_year = today is not None and day.year == today.year
    return f"{day.day} {day:%b}{'' if this_year else f' {day.year}'}"


def offset(start: datetime, moment: datetime) -> str:
    """How long after the beginning something is, in hours and minutes: 0:00, 0:20, 1:05.

    It stands where a session has no time of day yet, and none shall be made up.
    """
    passed = (moment.astimezone(UTC) - start.astimezone(UTC)).total_seconds()
    hours, minutes = divmod(int(nearest(passed)) // 60, 60)
    return f"{hours}:{minutes:02}"


_SIZES = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB"))


def size(count: int) -> str:
    """How large a file is, as people say it: 2.1 GB, 48 MB, 900 bytes."""
    for unit, word in _SIZES:
        if count >= unit:
            value = count / unit
            return f"{value:.1f} {word}" if value < 10 else f"{value:.0f} {word}"
    return plural(count, "byte")
