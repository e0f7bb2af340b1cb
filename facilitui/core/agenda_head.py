"""What stands above an agenda about the whole session: its title, why, when, what for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import Enum

from facilitui.core.days import day_in
from facilitui.core.figures import Span, read_span, taken_apart


class Said(Enum):
    """What a line above an agenda tells."""

    TITLE = "title"
    PURPOSE = "purpose"
    GOALS = "goals"
    DAY = "day"
    TIME = "time"
    PLACE = "place"
    OTHER = "other"
    """About the session, but nothing that a plan takes from here: who is there, for how long."""


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
    Said.OTHER: "facilitator|facilitators|facilitated by|led by|lead|leads|leader|chair|host|hosts|"
    "presenter|presenters|note taker|notetaker|scribe|timekeeper|attendees|attending|present|"
    "participants|audience|invited|regrets|absent|group|group size|duration|length|total time|"
    "total duration|materials|supplies|resources|preparation|prep|pre-work|link|zoom|zoom link|"
    "leitung|moderation|protokoll|teilnehmende|teilnehmer|anwesend|dauer|material|materialien|"
    "overview|details|logistics|about|about this session|background|context|session details|"
    "meeting details|überblick|vorbereitung|animation|animateur|animatrice|durée|matériel|"
    "facilitador|facilitadora|participantes|duración|materiales",
}
_KNOWN = {name: said for said, names in _NAMES.items() for name in names.split("|")}
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

    @property
    def start(self) -> datetime | None:
        """When it begins, where both the day and the time are known."""
        begins = self.begins
        return datetime.combine(self.day, begins) if self.day and begins is not None else None

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """What is known but the title, each with its name."""
        day = f"{self.day:%A} {self.day.day} {self.day:%B %Y}" if self.day else ""
        begins = f"{self.begins:%H:%M}" if self.begins is not None else ""
        known = (
            ("Purpose", self.purpose),
            ("When", ", ".join(filter(None, (day, begins)))),
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
        if said in {Said.DAY, Said.TIME}:
            return self._at(value)
        match said:
            case Said.TITLE:
                return replace(self, title=self.title or value)
            case Said.PURPOSE:
                return replace(self, purpose=self.purpose or value)
            case Said.PLACE:
                return replace(self, place=self.place or value)
        return self

    def _at(self, value: str) -> Head:
        """With the day and the time that a text names."""
        day, rest = day_in(value)
        span = _span(rest)
        begins = self.begins if self.begins is not None or span is None else span.start.by_day.time
        return replace(self, day=self.day or day, begins=begins)


def _span(text: str) -> Span | None:
    return read_span(text) or taken_apart(text).span


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
    if said not in {Said.DAY, Said.TIME, Said.OTHER} and value and not taken_apart(value).rest:
        return None  # "Goals: 10 min" is a part of the agenda
    return said, value.strip()


def _plain(name: str) -> str:
    bare = re.sub(r"[^\w'’&/ -]+", " ", name.casefold()).replace("’", "'")
    return " ".join(re.sub(r"\((?:s|en)\)", "", bare).split()).removesuffix(" s")


def of_the_session(heading: str) -> Said | None:
    """What is told of the whole session under a heading; None under one of the agenda's parts."""
    return _KNOWN.get(_plain(heading))
