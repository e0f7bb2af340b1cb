"""The closed lists of words that pathways use."""

from __future__ import annotations

from facilitui.core.words import Word


class Holder(Word):
    """Whose way through a pathway an enrolment is."""

    PERSON = "person", "One person"
    GROUP = "group", "A group"


class Per(Word):
    """What a requirement asks for anew: each cycle, each part of each cycle, each school."""

    CYCLE = "cycle"
    PART = "part"
    SCHOOL = "school"
    MEMBER = "member"


class Shows(Word):
    """What participants' feedback has to show (requirements A-41)."""

    EFFECT = "effect", "Effective facilitation"
    GROWTH = "growth", "Participants' growth"


class FieldType(Word):
    """What is written into one field of a log."""

    LINE = "line"
    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"
    SCALE = "scale"
    TICK = "tick"
    NUMBER = "number"
    TIME = "time"
    """A time of day."""
    LINK = "link"


class Standing(Word):
    """Where a requirement stands."""

    MET = "met"
    MISSING = "missing"
    LOGGED = "logged"
    """Something is there, and the programme prints no number: it decides."""
    WAITING = "waiting", "Waiting for an opportunity"
    UNKNOWN = "unknown", "Cannot be told yet"
    SET_ASIDE = "set_aside", "Set aside"
    NOT_NEEDED = "not_needed", "Not needed"
    """What it may stand in the place of is met."""


class StepKind(Word):
    """What the next step of an enrolment is about."""

    SORT = "sort", "Say which sessions count"
    AREAS = "areas", "Enter the priority areas"
    SCHOOLS = "schools", "Enter the schools"
    MEMBERS = "members", "Enter who takes part"
    DO = "do", "Do or log something"
    WAIT = "wait", "Wait for an opportunity"
    ENTER = "enter", "Enter the next phase"
    SUMMARY = "summary", "Take the evidence summary along"
    NOTHING = "nothing", "Nothing more is asked"
