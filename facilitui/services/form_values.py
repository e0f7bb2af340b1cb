"""Reading what was typed into a form: each value in its own notation, each fault in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import count as count_up

from facilitui.core import editing
from facilitui.core.naming import slug
from facilitui.core.norms import Norm
from facilitui.core.plan import Plan
from facilitui.core.plan_parts import Person, PlannedWith
from facilitui.core.vocabulary import Role


def goal_hint(plan: Plan) -> str:
    """Which goals can be named."""
    return " ".join(goal.id for goal in plan.goals) + " or all" if plan.goals else "no goals yet"


def parts(text: str) -> list[str]:
    """The pieces of a text divided by semicolons."""
    return [part.strip() for part in text.split(";") if part.strip()]


def entry(text: str, size: int) -> list[str]:
    """The pieces of one entry divided by commas, as many as wanted, empty where left out."""
    pieces = [piece.strip() for piece in text.split(",")]
    return [line(piece, "name") for piece in [*pieces, "", "", ""][:size]]


def people(text: str) -> tuple[Person, ...]:
    """People with their roles. Raises ValueError."""
    entries = [entry(each, 2) for each in parts(text)]
    return tuple(Person(name=name, role=role(as_what)) for name, as_what in entries)


def planned_with(text: str) -> tuple[PlannedWith, ...]:
    """Who planned with the facilitator, in what role, for how many minutes. Raises ValueError."""
    entries = [entry(each, 3) for each in parts(text)]
    return tuple(
        PlannedWith(person=name, role=role(as_what), minutes=number(spent or "0", "minutes"))
        for name, as_what, spent in entries
    )


def norms(before: tuple[Norm, ...], text: str) -> tuple[Norm, ...]:
    """The group's own norms. One that keeps its words or its place keeps its id."""
    texts = [line(part, "norm") for part in parts(text)]
    left = list(before)
    found: dict[int, str] = {}
    for place, words in enumerate(texts):
        if same := next((norm for norm in left if norm.text == words), None):
            found[place] = same.id
            left.remove(same)
    for place in range(min(len(texts), len(before))):
        if place not in found and before[place] in left:
            found[place] = before[place].id
    taken = {norm.id for norm in before}
    for place, words in enumerate(texts):
        if place not in found:
            stem = f"own-{slug(words)[:20].strip('-')}"
            found[place] = next(name for name in _numbered(stem) if name not in taken)
            taken.add(found[place])
    return tuple(Norm(id=found[place], text=words) for place, words in enumerate(texts))


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}-{number}" for number in count_up(2))


def role(text: str) -> Role:
    """A role by its name. Raises ValueError."""
    wanted = slug(text, "other").replace("-", "_") if text else "co_facilitator"
    try:
        return Role(wanted)
    except ValueError:
        known = ", ".join(role.value for role in Role)
        raise ValueError(f"there is no role “{text}”; the roles are {known}") from None


def line(text: str, what: str) -> str:
    """A line that is not too long. Raises ValueError."""
    if len(text) > 300:
        raise ValueError(f"{what} is {len(text)} characters long; at most 300 fit")
    return text.strip()


def number(text: str, what: str) -> float:
    """A number from 0 to the minutes of a day. Raises ValueError."""
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        raise ValueError(f"{what} is a number, not “{text[:20]}”") from None
    if not 0 <= value <= 1440:
        raise ValueError(f"{what} is from 0 to 1440")
    return value


def minutes(text: str, what: str) -> float:
    """Minutes a block can take. Raises ValueError."""
    value = number(text, what)
    if not 0 < value <= editing.LONGEST_BLOCK:
        raise ValueError(f"{what} is more than 0 and at most {editing.LONGEST_BLOCK}")
    return value


def count(text: str) -> int:
    """A number of people, 0 where left empty. Raises ValueError."""
    if not text.strip():
        return 0
    value = number(text, "how many")
    if value > 1000 or value != int(value):
        raise ValueError("how many is a whole number up to 1000")
    return int(value)


def goals(plan: Plan, text: str) -> tuple[str, ...]:
    """Ids of the plan's goals. Raises ValueError."""
    known = {goal.id.lower(): goal.id for goal in plan.goals} | {"all": "all"}
    wanted = [word for word in text.replace(",", " ").split() if word.lower() != "none"]
    if unknown := next((name for name in wanted if name.lower() not in known), None):
        raise ValueError(f"there is no goal {unknown[:20]}; the goals are {goal_hint(plan)}")
    return tuple(dict.fromkeys(known[name.lower()] for name in wanted))


def moment(text: str, today: date) -> datetime | None:
    """A local date and time, a time alone being today's; None where left empty.

    Raises ValueError.
    """
    words = text.replace("T", " ").split()
    if not words:
        return None
    if len(words) == 1 or words[0].lower() == "today":
        words = [today.isoformat(), words[-1]]
    try:
        return datetime.strptime(" ".join(words), "%Y-%m-%d %H:%M")
    except ValueError:
        raise ValueError("the start is written 2026-11-25 15:30, or left empty") from None


def time_of_day(text: str) -> time | None:
    """A time of day, None where left empty. Raises ValueError."""
    if not text.strip():
        return None
    try:
        return datetime.strptime(text.strip(), "%H:%M").time()
    except ValueError:
        raise ValueError("a pinned start is written 15:45, or left empty") from None
