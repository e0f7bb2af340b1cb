"""The forms of the session as a whole: what for, when and where, and who is coming."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial

from facilitui.core.plans import editing
from facilitui.core.plans.plan import Audience, Plan
from facilitui.core.plans.plan_parts import Comfort
from facilitui.core.plans.plan_words import AtEase
from facilitui.core.safe_text import quoted_typing
from facilitui.core.told import figure
from facilitui.core.vocabulary import Mode
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import Following, Form, FormField, Kind, Values, read_all, words
from facilitui.services.forms.moments import moment_or_day, told, told_day
from facilitui.services.forms.zones import Knows, zone

COMFORT_HINT = "one a line: recording, not yet; or some, or yes"
MOST_IN_LIST = 40
_START_HINT = "25 Nov 15:30, Wed 9:00, tomorrow 15:30; empty is open"


def about_form(plan: Plan, today: date, knows_zone: Knows | None = None) -> Form[Plan]:
    """What for, when and where; why it is held comes before how."""
    start = f"{plan.start:%Y-%m-%d %H:%M}" if plan.start else str(plan.day or "")
    fields = (
        FormField("title", "Title", plan.title, "what it is called", read=r.a_line("title")),
        FormField(
            "purpose",
            "Why",
            plan.purpose,
            "start with why: what you meet for, in a sentence",
            name="purpose",
            read=r.a_line("why"),
        ),
        FormField(
            "start", "Start", start, _START_HINT, read=lambda text: moment_or_day(text, today)
        ),
        FormField("minutes", "Minutes", figure(plan.minutes), "the time there is", read=r.minutes),
        FormField(
            "mode", "How", plan.mode.value, "how you meet", words(Mode), name="mode", read=Mode
        ),
        FormField("place", "Place", plan.place, "room 12", read=r.a_line("place")),
        FormField("link", "Link", plan.link, "where people join", read=r.a_line("link")),
        FormField(
            "zone",
            "Zone",
            plan.zone,
            "a city: Toronto; empty is here",
            read=lambda text: zone(text, knows_zone),
        ),
        FormField(
            "sensitive",
            "Sensitive",
            "yes" if plan.sensitive else "",
            "a difficult conversation, kept out of what is shared",
            kind=Kind.YES,
            section="A difficult conversation",
            read=r.yes,
        ),
        FormField(
            "aftercare",
            "Aftercare",
            plan.aftercare,
            "who may need a word, and when",
            read=r.a_line("aftercare"),
        ),
    )
    return Form(
        "The session",
        fields,
        lambda plan, values: editing.changed(plan, **_read(fields, values)),
        lambda values: _understood(values, today),
        subject="the session",
    )


def _read(fields: tuple[FormField, ...], values: Values) -> dict[str, object]:
    """What was typed; a start that is typed, or taken out, is all that is known of the day."""
    read = read_all(fields, values)
    if "start" not in read:
        return read
    start = read["start"]
    if start is None or isinstance(start, datetime):
        return {**read, "day": None}
    return {**read, "start": None, "day": start}


def _understood(values: Values, today: date) -> Mapping[str, Following]:
    """The start in words, so that one sees how it was understood."""
    try:
        at = moment_or_day(values["start"], today)
        minutes = r.minutes(values["minutes"])
    except ValueError:
        return {}
    if isinstance(at, datetime):
        return {"start": Following(hint=told(at, minutes))}
    return {"start": Following(hint=f"{told_day(at)}; its time is open")} if at else {}


def audience_form(plan: Plan) -> Form[Plan]:
    """Who is coming."""
    audience = plan.audience
    count = str(audience.count) if audience.count else ""
    fields = (
        FormField(
            "who", "Who", audience.who, "grade 7 teachers", name="people", read=r.a_line("who")
        ),
        FormField(
            "count",
            "How many",
            count,
            "9; empty is not known yet",
            name="number",
            read=r.count,
        ),
        FormField(
            "experience",
            "Experience",
            audience.experience,
            "new to protocols",
            read=r.a_line("experience"),
        ),
        FormField(
            "roles",
            "Roles",
            r.in_lines(audience.roles, r.flat),
            "teachers, leaders, counsellors; or one a line",
            kind=Kind.LIST,
            read=_roles(audience.roles),
        ),
        FormField(
            "needs",
            "Needs",
            audience.needs,
            "what would help them",
            section="Readiness",
            name="needs",
            read=r.a_line("needs"),
        ),
        FormField(
            "comfort",
            "How at ease",
            r.in_lines(audience.comfort, _comfort_shown),
            COMFORT_HINT,
            kind=Kind.LIST,
            name="comfort",
            read=r.listed(audience.comfort, _comfort_shown, _comfort, MOST_IN_LIST),
        ),
    )

    def change(plan: Plan, values: Values) -> Plan:
        changed = plan.audience.model_copy(update=read_all(fields, values))
        return editing.changed(plan, audience=changed)

    follow = partial(_asked_of, audience=audience)
    return Form("1  Audience", fields, change, follow, subject="the audience")


def _asked_of(values: Values, audience: Audience) -> Mapping[str, Following]:
    """What comfort can be asked about, while nothing of it is written."""
    if values["comfort"].strip() or audience.comfort:
        return {}
    told = "ask about: the site, recording, sharing work, the idea, the text"
    return {"comfort": Following(below=(told,))}


def _roles(before: tuple[str, ...]) -> Callable[[str], tuple[str, ...]]:
    """A reader of roles: several in a line are divided; a line that is as it was stays whole."""
    lines: list[tuple[str, ...]] = [(role,) for role in before]
    read_lines = r.listed(lines, lambda line: r.flat(line[0]), _roles_in, MOST_IN_LIST)

    def read(typed: str) -> tuple[str, ...]:
        roles = tuple(role for line in read_lines(typed) for role in line)
        if len(roles) > MOST_IN_LIST:
            raise ValueError(f"at most {MOST_IN_LIST} roles fit here")
        return roles

    return read


def _roles_in(entry: str) -> tuple[str, ...]:
    return tuple(r.line(piece, "a role") for piece in r.pieces(entry) if piece)


def _comfort_shown(comfort: Comfort) -> str:
    return r.shown(comfort.item, comfort.level.label if comfort.level else "")


LEVEL_WORDS = "not yet, some or yes"
_LEVELS = {
    "no": AtEase.NOT_YET,
    "not": AtEase.NOT_YET,
    "not yet": AtEase.NOT_YET,
    "some": AtEase.MIXED,
    "partly": AtEase.MIXED,
    "yes": AtEase.AT_EASE,
    "ok": AtEase.AT_EASE,
} | {name: level for level in AtEase for name in (level.value, level.label)}


def _comfort(entry: str) -> Comfort:
    """A thing that is asked of people, and how they are with it, which nobody knows untold."""
    item, level = entry, None
    for divider in (";", ":", ","):
        before, divided, after = entry.rpartition(divider)
        if divided:
            item, level = before.strip(), _level(after)
            break
    if not item:
        raise ValueError(f"say what they are at ease with: {COMFORT_HINT.partition(': ')[2]}")
    item = r.line(item, "an item")
    if level is None:
        raise ValueError(f"say {LEVEL_WORDS} behind {quoted_typing(item)}")
    return Comfort(item=item, level=level)


def _level(typed: str) -> AtEase:
    """How people are with something, said in whole words. Raises ValueError."""
    level = _LEVELS.get(" ".join(typed.casefold().split()))
    if level is None:
        raise ValueError(f"say {LEVEL_WORDS}, not {quoted_typing(typed)}")
    return level
