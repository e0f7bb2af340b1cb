"""The closed lists of words that only a plan uses."""

from __future__ import annotations

from facilitui.core.words import Word


class Outcome(Word):
    """What a goal is for in the end (requirements D-03)."""

    ACADEMIC = "academic"
    SOCIAL_EMOTIONAL = "social_emotional", "Social-emotional"
    CULTURE_CLIMATE = "culture_climate", "Culture and climate"


class AtEase(Word):
    """How comfortable a group is with something, before the session (requirements C-15, E-83)."""

    NOT_YET = "not_yet", "not yet at ease"
    MIXED = "mixed", "some are, some are not"
    AT_EASE = "at_ease", "at ease"


class SizeRule(Word):
    """Where people cannot be divided evenly: larger sub-groups, or smaller ones."""

    AT_LEAST = "at_least", "nobody in a smaller one"
    AT_MOST = "at_most", "nobody in a larger one"


class PlanLevel(Word):
    """Whose improvement plan something is part of (requirements C-16 to C-20)."""

    SCHOOL = "school", "School plan"
    BOARD = "board", "Board or district plan"
    MINISTRY = "ministry", "Ministry or state initiative"


class Outlook(Word):
    """What became of a commitment that was carried into a plan."""

    OPEN = "open"
    KEPT = "kept"
    PARTLY = "partly", "Kept in part"
    DROPPED = "dropped", "Let go"


class Use(Word):
    """Whether a resource was used, and whether it worked (requirements C-21)."""

    OPEN = "open", "not used yet"
    WORKED = "worked", "used, it worked"
    FAILED = "failed", "used, it did not work"
    UNUSED = "unused", "left unused"


class ReadyItem(Word):
    """What has to be done before people come, and needs no thinking."""

    LINK_SENT = "link_sent", "Link and time sent"
    ROOM = "room", "Room set up"
    MATERIALS = "materials", "Materials there"
    VISUALS_CREDITED = "visuals_credited", "Visuals credited"
    SCREEN_LOCK = "screen_lock", "Screen lock off"
    RUN_SHEET = "run_sheet", "Run sheet printed"
    PARTNER_BRIEFED = "partner_briefed", "Partner briefed"
