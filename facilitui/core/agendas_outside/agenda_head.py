"""What stands above an agenda about the whole session: its title, why, when, what for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import Enum

from facilitui.core.agendas_outside.agenda_when import When, possible, when_in
from facilitui.core.agendas_outside.days import Yearless
from facilitui.core.agendas_outside.figures import DAY, Clock, taken_apart
from facilitui.core.numbers import read_length
from facilitui.core.told import figure


class Said(Enum):
    """What a line above an agenda tells."""

    TITLE = "title"
    PURPOSE = "purpose"
    GOALS = "goals"
    DAY = "day"
    TIME = "time"
    WHEN = "when"
    """Day, time and place, in a line without a name."""
    LENGTH = "length"
    PLACE = "place"
    OTHER = "other"
    """About the session, but nothing that a plan takes from here: who is there, what is needed."""


_NAMES = {
    Said.TITLE: "title|session title|workshop title|meeting title|titel|titre|título|titulo",
    Said.PURPOSE: "purpose|our purpose|purpose of the meeting|purpose of the session|why|our why|"
    "why are we here|why we are here|aim|overall aim|intention|rationale|zweck|anliegen|anlass|"
    "worum es geht|raison d'être|finalité|but|propósito|proposito|finalidad",
    Said.GOALS: "goal|goals|our goals|session goals|meeting goals|goals for today|today's goals|"
    "objective|objectives|learning objectives|session objectives|meeting objectives|"
    "outcome|outcomes|desired outcomes|intended outcomes|learning outcomes|expected outcomes|"
    "learning goals|learning intentions|learning targets|ziel|ziele|lernziel|lernziele|"
    "objectif|objectifs|objetivo|objetivos",
    Said.DAY: "date|day|when|meeting date|date and time|date & time|date/time|datum|wann|tag|"
    "termin|quand|fecha|cuándo",
    Said.TIME: "time|times|start|start time|starts|begins|beginn|zeit|uhrzeit|heure|horaire|hora",
    Said.PLACE: "place|location|venue|room|where|ort|raum|wo|lieu|salle|où|lugar|sala|dónde",
    Said.LENGTH: "duration|length|total time|total duration|total length|dauer|gesamtdauer|durée|"
    "durée totale|duración|duracion",
    Said.OTHER: "facilitator|facilitators|facilitated by|led by|lead|leads|leader|chair|host|hosts|"
    "presenter|presenters|note taker|notetaker|scribe|timekeeper|attendees|attending|present|"
    "participants|audience|invited|regrets|absent|group|group size|materials|"
    "supplies|resources|preparation|prep|pre-work|link|zoom|zoom link|"
    "leitung|moderation|protokoll|teilnehmende|teilnehmer|anwesend|material|materialien|"
    "overview|details|logistics|about|about this session|background|context|session details|"
    "meeting details|überblick|vorbereitung|animation|animateur|animatrice|matériel|"
    "facilitador|facilitadora|participantes|materiales",
}
_KNOWN = {name: said for said, names in _NAMES.items() for name in names.split("|")}
_WITH_FIGURES = {Said.DAY, Said.TIME, Said.LENGTH, Said.OTHER}
_LINE = re.compile(r"\s*([^:：]{2,40}?)\s*[:：](?!//|\d)\s*(.*)", re.DOTALL)
_OUTCOMES = re.compile(
    r"\b(?:by the end|at the end|will be able to|participants will|you will|am ende|"
    r"à la fin|al final)\b.*[:…]\s*",
    re.IGNORECASE | re.DOTALL,
)
_MARK = re.compile(r"\s*(?:[-*•‣▪◦–]|\(?\d{1,2}[.)]|g\d{1,2}[.:)]?)\s+", re.IGNORECASE)
MOST_GOALS = 40


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of the whole session, as far as it is unmistakable."""

    title: str = ""
    purpose: str = ""
    goals: tuple[str, ...] = ()
    day: date | None = None
    begins: time | None = None
    place: str = ""
    minutes: float | None = None
    """The time there is, where that is said; its parts need not fill it."""
    yearless: Yearless | None = None
    """Its day as far as it is said, while its year is not known."""

    @property
    def over(self) -> Clock | None:
        """When it is over, as far as its begin and the time there is are known."""
        if self.begins is None or not self.minutes:
            return None
        return Clock(int(minute_of(self.begins) + self.minutes) % DAY, sure=True)

    @property
    def start(self) -> datetime | None:
        """When it begins, where both the day and the time are known."""
        begins = self.begins
        return datetime.combine(self.day, begins) if self.day and begins is not None else None

    def holds(self, moment: time) -> bool:
        """Whether a time of day is known to lie in it."""
        if self.begins is None:
            return False
        passed = minute_of(moment) - minute_of(self.begins)
        return 0 <= passed % DAY <= (self.minutes or 0)

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """What is known but the title, each with its name."""
        day = f"{self.day:%A} {self.day.day} {self.day:%B %Y}" if self.day else ""
        begins = f"{self.begins:%H:%M}" if self.begins is not None else ""
        length = f"{figure(self.minutes)} min" if self.minutes else ""
        known = (
            ("Purpose", self.purpose),
            ("When", ", ".join(filter(None, (day, begins, length)))),
            ("Place", self.place),
            *(("Goal", goal) for goal in self.goals),
        )
        return tuple((name, value) for name, value in known if value)

    def having(self, said: Said, value: str) -> Head:
        """The head with one thing more; what was said first stays, but for goals, which add up."""
        value = " ".join(value.split())
        if said is Said.GOALS:
            goal = _MARK.sub("", value, count=1) if _MARK.match(value) else value
            fits = goal and len(self.goals) < MOST_GOALS and goal not in self.goals
            return replace(self, goals=(*self.goals, goal)) if fits else self
        match said:
            case Said.TITLE:
                return replace(self, title=self.title or value)
            case Said.PURPOSE:
                return replace(self, purpose=self.purpose or value)
            case Said.PLACE:
                return replace(self, place=self.place or value)
            case Said.LENGTH:
                length = read_length(value)
                return self._at(When(minutes=possible(length.minutes if length else None)))
            case Said.DAY | Said.TIME:
                found = when_in(value)
                named = (words for words in found.others if said_in(words))
                return self._at(found)._in(*found.places, *named)
            case Said.WHEN:
                found = when_in(value)
                return self._at(found)._in(*found.places, *found.behind)
        return self

    def _at(self, when: When) -> Head:
        """With the day, the time and the minutes of a line."""
        named = self.day or self.yearless or when.day
        return replace(
            self,
            day=None if isinstance(named, Yearless) else named,
            yearless=named if isinstance(named, Yearless) else None,
            begins=self.begins if self.begins is not None else when.begins,
            minutes=self.minutes or when.minutes,
        )

    def _in(self, *words: str) -> Head:
        """With the words of a line that are its place, those with a name of their own as well."""
        told = (said_in(each) or (Said.PLACE, each) for each in dict.fromkeys(words))
        place = ", ".join(value for said, value in told if said is Said.PLACE)
        return replace(self, place=self.place or place)


def minute_of(moment: time) -> int:
    """Minutes since midnight."""
    return 60 * moment.hour + moment.minute


def when_line(line: str, *, ahead: bool) -> When | None:
    """What a line without a name tells of when all of it is; None for a part of the agenda.

    Words that name no known kind of place may be one too, if the line stands `ahead` of a list
    or a table that is the agenda.
    """
    found = when_in(line)
    others = [words for words in found.others if said_in(words) is None]
    if found.day is None:
        whole = ahead and found.begins is not None and found.minutes is not None
        return found if whole and not others else None
    return found if not others or (ahead and found.begins is not None) else None


def beside_when(line: str) -> tuple[str, ...]:
    """What a line without a name says before its day or its time, if that is no place."""
    found = when_in(line)
    return tuple(each for each in found.ahead if each in found.others and not said_in(each))


def said_in(line: str) -> tuple[Said, str] | None:
    """What a line such as "Purpose: …" tells, and its words; None for any other line.

    A line with a name and nothing behind it is about what follows.
    """
    if _OUTCOMES.fullmatch(line):
        return Said.GOALS, ""
    found = _LINE.fullmatch(line)
    name, value = (found[1], found[2]) if found else (line, "")
    said = _KNOWN.get(_plain(name))
    if said is None or (found is None and said not in {Said.PURPOSE, Said.GOALS}):
        return None
    if said not in _WITH_FIGURES and value and not taken_apart(value).rest:
        return None  # "Goals: 10 min" is a part of the agenda
    return said, value.strip()


def _plain(name: str) -> str:
    bare = re.sub(r"[^\w'’&/ -]+", " ", name.casefold()).replace("’", "'")
    return " ".join(re.sub(r"\((?:s|en)\)", "", bare).split()).removesuffix(" s")


def of_the_session(heading: str) -> Said | None:
    """What is told of the whole session under a heading; None under one of the agenda's parts."""
    return _KNOWN.get(_plain(heading))
