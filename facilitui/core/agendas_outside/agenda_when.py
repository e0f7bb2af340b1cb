"""When and where a session is, out of one line: "March 4, 3:00–4:30 pm, Rm 204"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

from facilitui.core.agendas_outside.days import Yearless, any_day_in
from facilitui.core.agendas_outside.figures import DAY, NOON, Span, span_in
from facilitui.core.numbers import LENGTH, length_of
from facilitui.core.plans.editing import LONGEST_BLOCK

_CUT = "\x00"
"""What stands where a figure was taken out; no file holds it."""
_SPLIT = re.compile(rf"[,;|·•()\[\]{_CUT}]|\s[-–—@/]\s|\s*[–—-]\s*(?={_CUT}|$)|(?<={_CUT})\s*[–—-]")
_WEEKDAYS = (
    "monday|mon|tuesday|tues|tue|wednesday|wed|thursday|thurs|thur|thu|friday|fri|saturday|sat|"
    r"sunday|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|(?:mo|di|mi|do|fr|sa|so)(?=\.|$)|"
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    "lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo"
)
_ZONES = r"[ECMP][SD]?T|CES?T|MES?Z|GMT|UTC|BST|[A-Z][a-z]+/[A-Z]\w+"
_JOINING = "on|at|from|in|the|am|um|von|vom|im|ab|den|le|à|el|a las|On|At|From|Am|Vom|uhr|Uhr"
_NOTHING = rf"(?:(?i:{_WEEKDAYS})|{_ZONES}|{_JOINING})"
_BEFORE = re.compile(rf"(?:{_NOTHING}(?!\w)[.:\s]*)+")
_BEHIND = re.compile(rf"(?:(?<!\w){_NOTHING}[.:\s]*)+$")
_PLACE = re.compile(
    r"\b(?:rooms?|rm|halls?|library|gym|gymnasium|cafeteria|auditorium|lab|building|bldg|campus|"
    r"schools?|college|university|cent(?:er|re)|office|lounge|floor|street|zoom|teams|meet|webex|"
    r"online|virtual|remote|hybrid|raum|saal|aula|bibliothek|mensa|schule|gymnasium|turnhalle|"
    r"gebäude|lehrerzimmer|salle|bibliothèque|école|lycée|collège|sala|biblioteca|escuela|colegio|"
    r"instituto|edificio)\b|^\W*\w?\d{2,4}\w?\W*$",
    re.IGNORECASE,
)
_LONGEST = 160
"""Characters of a line beyond which it is writing."""


@dataclass(frozen=True, slots=True)
class When:
    """What a line tells of when and where, and the words of it that are neither."""

    day: date | Yearless | None = None
    begins: time | None = None
    minutes: float | None = None
    """From its beginning to its end, or as it says."""
    ahead: tuple[str, ...] = ()
    """What stands before the first figure."""
    behind: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """The words that name a place by themselves."""
        return tuple(words for words in (*self.ahead, *self.behind) if is_place(words))

    @property
    def others(self) -> tuple[str, ...]:
        """The words that name no place."""
        return tuple(words for words in (*self.ahead, *self.behind) if not is_place(words))


def is_place(words: str) -> bool:
    """Whether words name a room, a building or a way to meet."""
    return _PLACE.search(words) is not None


def when_in(line: str) -> When:
    """What a line tells of when and where; nothing where it is too long for that."""
    if len(line) > _LONGEST:
        return When()
    text = line.replace(_CUT, " ")
    found_day = any_day_in(text)
    if found_day is not None:
        text = f"{found_day.before}{_CUT}{found_day.behind}"
    found_span = span_in(text)
    if found_span is not None:
        text = _CUT.join(found_span[1:])
    found_length = LENGTH.search(text)
    if found_length is not None:
        text = f"{text[: found_length.start()]}{_CUT}{text[found_length.end() :]}"
    span = found_span[0] if found_span else None
    said = length_of(found_length).minutes if found_length else None
    ahead, _, behind = text.partition(_CUT)
    return When(
        day=found_day.day if found_day else None,
        begins=span.start.by_day.time if span else None,
        minutes=(_lasting(span) if span else None) or possible(said),
        ahead=_words(ahead),
        behind=_words(behind),
    )


def _lasting(span: Span) -> float | None:
    """Minutes from a beginning to an end; 11:30 to 1:00 goes past noon."""
    if span.end is None:
        return None
    minutes = (span.end.minute - span.start.minute) % DAY
    sure = span.start.sure and span.end.sure
    return possible(minutes if sure or minutes <= LONGEST_BLOCK else minutes % NOON)


def possible(minutes: float | None) -> float | None:
    """Minutes that a session can have."""
    return minutes if minutes is not None and 0 < minutes <= LONGEST_BLOCK else None


def _words(text: str) -> tuple[str, ...]:
    """The words between strokes, those left out that only lead over to a day or a time."""
    parts = (" ".join(part.split()).strip(" .:!–—-") for part in _SPLIT.split(text))
    bare = (_BEHIND.sub("", _without_begin(part)).strip(" .:–—-") for part in parts)
    return tuple(part for part in bare if re.search(r"\w", part))


def _without_begin(part: str) -> str:
    found = _BEFORE.match(part)
    return part[found.end() :] if found else part
