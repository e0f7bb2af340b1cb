"""Reading numbers as people write them: how long something takes, and how many there are.

Whoever types a number, in a form, in a filter or in an agenda from outside, is understood by the
same rule and is told by the same sentence where a text is no number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from facilitui.core.safe_text import quoted_typing
from facilitui.core.told import figure

DASH = r"(?:-|\u2010|\u2011|\u2012|–|—|−|~|〜|～|bis|to|till|until|à)"
_SIGN = "[¼½¾⅓⅔]"
_ORDINARY: dict[int, int | str] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_ORDINARY |= {ord("¼"): " 1/4", ord("½"): " 1/2", ord("¾"): " 3/4", ord("⁄"): "/"}
_ORDINARY |= {ord("⅓"): " 1/3", ord("⅔"): " 2/3"}
_NUMBER = rf"(?:(?:\d{{1,2}}\s)?[1-9][/⁄][2-9]|\d{{0,2}}\s?{_SIGN}|\d{{1,4}}(?:[.,]\d{{1,2}})?)"
_ABOUT = (
    r"(?:(?:ca|approx|about|around|circa|roughly|etwa|rund|env|environ|max|up to)\b\.?\s?|[~≈]\s?)"
)
_HOURS = r"(?:hours?|hrs?|stunden?|std|heures?|horas?|h)\b\.?"
_MINUTES = r"(?:(?:minutes?|minuten|minutos?|mins?|m)\b\.?|['′’])"
_SECONDS = r"(?:(?:seconds?|secs?|sekunden?|sek|secondes?|segundos?|s)\b\.?|[\"″])"
_RANGE = rf"(?:\s?(?:{_HOURS}|{_MINUTES})?\s?{DASH}\s?{_NUMBER})?"
_LENGTHS = (
    rf"(?P<h>{_NUMBER}){_RANGE}\s?-?(?:of an? )?(?:{_HOURS}|h(?=\d))"
    rf"(?:,?\s?(?:and|und|et|y)?\s?(?P<hm>\d{{1,2}})(?:\s?{_MINUTES}|(?![\w:.])))?",
    rf"(?:(?P<x>\d{{1,2}})\s?[x×*]\s?)?(?P<m>{_NUMBER}){_RANGE}\s?-?{_MINUTES}(?:\s?(?P<ms>\d{{1,2}})\s?{_SECONDS})?",
)
LENGTH = re.compile(
    rf"(?<![\w.,:/]){_ABOUT}?(?:{'|'.join(_LENGTHS)})(?!\w)",
    re.IGNORECASE,
)
"""A length of time with its unit, anywhere in a text."""
IN_BRACKETS = re.compile(rf"[(\[]\s*(?:ca\.?|~)?\s?(?P<m>\d{{1,3}}){_RANGE}\s*[)\]]")
"""A bare number in brackets, which in an agenda is minutes."""
_CLOCKED = re.compile(rf"(?P<h>\d{{1,2}}):(?P<hm>\d{{2}})(?::(?P<ms>\d{{2}}))?(?:\s?{_HOURS})?")
_SHORT = re.compile(rf"{_ABOUT}?(?P<s>\d{{1,4}})\s?{_SECONDS}")
_BARE = re.compile(rf"{_ABOUT}?(?P<m>{_NUMBER}|\d{{5,9}}){_RANGE}")
_PEOPLE = r"(?:people|persons?|participants?|teachers|educators|adults|staff|leute|personen|seats)"
_COUNT = re.compile(rf"{_ABOUT}?(\d{{1,3}}(?:[,.’' ]\d{{3}})+|\d{{1,9}})\s?{_PEOPLE}?")
_RANGED = re.compile(rf"(?:\d|{_SIGN}|{_HOURS}|{_MINUTES})\s?{DASH}\s?\d", re.IGNORECASE)
_IN_ONE = {"h": 60, "hm": 1, "m": 1, "s": 1 / 60, "ms": 1 / 60}
"""Minutes in one of what each group of these patterns finds."""
_LONGEST = 60
"""Characters beyond which a text is no number."""
_SAID = {
    "a quarter of an hour|quarter of an hour|quarter hour|eine viertelstunde|viertelstunde|"
    "un quart d'heure": 15,
    "half an hour|half hour|a half hour|eine halbe stunde|halbe stunde|une demi-heure|"
    "demi-heure|media hora": 30,
    "three quarters of an hour|eine dreiviertelstunde|dreiviertelstunde": 45,
    "an hour|one hour|eine stunde|une heure|una hora": 60,
    "an hour and a half|one hour and a half|one and a half hours|anderthalb stunden|"
    "eineinhalb stunden|une heure et demie|una hora y media": 90,
    "two hours|zwei stunden|deux heures|dos horas": 120,
}
_IN_WORDS = {word: minutes for words, minutes in _SAID.items() for word in words.split("|")}


@dataclass(frozen=True, slots=True)
class Length:
    """How long something takes."""

    minutes: float
    ranged: bool = False
    """Whether more than one figure was written; `minutes` is then the first."""


def read_length(text: str) -> Length | None:
    """A text that is a length of time and nothing else; a bare number is minutes."""
    plain = _plain(text).strip("()[] ")
    if said := _IN_WORDS.get(plain):
        return Length(said)
    for pattern in (LENGTH, _CLOCKED, _BARE, _SHORT):
        if found := pattern.fullmatch(plain):
            return length_of(found)
    return None


def length_of(found: re.Match[str]) -> Length:
    """The length that one of the patterns here has found."""
    written = {part: text for part, text in found.groupdict().items() if text}
    times = int(written.pop("x", 1))
    minutes = times * sum(_value(text) * _IN_ONE[part] for part, text in written.items())
    return Length(minutes, bool(_RANGED.search(found[0])))


def _plain(text: str) -> str:
    """A number in the signs of everyday; "½" and full-width digits are ordinary ones."""
    return "" if len(text) > _LONGEST else " ".join(text.translate(_ORDINARY).casefold().split())


def _value(text: str) -> float:
    """What a figure is: whole, with a point or a comma, or with a fraction behind it."""
    value = 0.0
    for part in _plain(text).replace(",", ".").split():
        above, _, below = part.partition("/")
        value += float(above) / float(below or 1)
    return value


def minutes(typed: str, what: str) -> float:
    """Minutes that were typed. Raises ValueError, also for a range such as 15-20."""
    length = read_length(typed)
    if length is None:
        raise ValueError(no_length(what, typed))
    if length.ranged:
        one = figure(length.minutes)
        raise ValueError(f"{what} is one number such as {one}, not {quoted_typing(typed)}")
    return length.minutes


def no_length(what: str, typed: str) -> str:
    """The sentence about a text that is no length of time."""
    return f"{what} is a number such as 20 or 1 h 30, not {quoted_typing(typed)}"


def count(typed: str, what: str) -> int:
    """How many were typed. Raises ValueError, also for a range such as 15-20."""
    found = _COUNT.fullmatch(_plain(typed))
    if found is None:
        raise ValueError(f"{what} is a whole number, not {quoted_typing(typed)}")
    return int(re.sub(r"\D", "", found[1]))
