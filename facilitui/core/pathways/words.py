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


class Standing(Word):
    """Where a requirement stands."""

    MET = "met"
    MISSING = "missing"
    LOGGED = "logged"
    """Something is there, and the programme prints no number: it decides."""
    WAITING = "waiting", "Waiting for an opportunity"
    UNKNOWN = "unknown", "Cannot be told yet"
    SET_ASIDE = "set_aside", "Set aside"
