"""What agendas call who leads a block, and which of that says that it was not the host."""

from __future__ import annotations

from collections.abc import Iterable

from facilitui.core.plans.plan_parts import Person
from facilitui.core.vocabulary import Role

HOSTS = frozenset({"facilitator", "lead facilitator"})
"""What the one who hosts is called."""
ROLES = HOSTS | {"apprentice", "chat host", "co-facilitator", "discussion leader"}
"""What agendas call who leads a block for as long as no name is known, as those shipped do."""
_PARTS = {"apprentice": Role.APPRENTICE, "co-facilitator": Role.CO_FACILITATOR}
"""Which of them are parts that a plan names people for."""


def is_role(lead: str) -> bool:
    """Whether who leads is told as a role only, which says nothing beside who speaks."""
    return _word(lead) in ROLES


def named(lead: str, people: Iterable[Person]) -> str:
    """Who leads: for a role those whom the plan names for it, where it names any."""
    part = _PARTS.get(_word(lead))
    return " and ".join(each.name for each in people if part and each.role is part) or lead


def host_of(people: Iterable[Person]) -> str:
    """The facilitator whom a plan names; empty where it names none, or several."""
    found = [each.name for each in people if each.role in {Role.FACILITATOR, Role.SELF}]
    return found[0] if len(found) == 1 else ""


def partner(lead: str, host: str, *, told: bool) -> str:
    """The name of who led, empty where that was the host.

    An agenda's role is nobody else until somebody is named for it, or it was told while it ran.
    """
    word = _word(lead)
    is_host = word in HOSTS or word == _word(host)
    return "" if is_host or (word in ROLES and not told) else lead.strip()


def _word(lead: str) -> str:
    return " ".join(lead.split()).casefold()
