"""Facts of sessions and observations in words: whoever took part is told by the role alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitui.core.debriefs.debrief_words import Support
from facilitui.core.pathways.case import Observed, SessionHeld
from facilitui.core.pathways.names_in_a_row import joined
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.vocabulary import Role

_SUPPORT = {
    Support.NONE: "without support",
    Support.LITTLE: "with a little support",
    Support.SOME: "with some support",
    Support.MUCH: "with a great deal of support",
}


def role_told(role: Role, pathway: Pathway) -> str:
    """What the programme calls a role: of several names one that is for this role alone."""
    named = sorted(
        (each for each in pathway.roles if role in each.roles), key=lambda each: len(each.roles)
    )
    if not named or named[0].name.casefold() == role.label.casefold():
        return role.label.lower()
    name = named[0].name
    name = name if name[1:2].isupper() else f"{name[:1].lower()}{name[1:]}"
    return name if named[0].roles[0] is role else f"{name} ({role.label.lower()})"


def run_told(held: SessionHeld, pathway: Pathway) -> Iterator[str]:
    """In which role somebody ran a session, and with how much help."""
    if held.role is not None:
        yield f"as {role_told(held.role, pathway)}"
    if held.support is not None:
        yield _SUPPORT[held.support]


def planned_told(held: SessionHeld, pathway: Pathway) -> Iterator[str]:
    """With whom it was planned; nothing where that was nobody, or nothing says so."""
    if held.planned_with:
        yield f"planned with {_all(role_told(each, pathway) for each in held.planned_with)}"


def debriefed_told(held: SessionHeld) -> Iterator[str]:
    """With whom it was debriefed, and whether one led that."""
    partners = f" with {_all(each.beside for each in held.partners)}" if held.partners else ""
    if held.debriefed and (partners or held.led):
        yield f"debriefed{partners}{', led by oneself' if held.led else ''}"


def met_told(held: SessionHeld) -> Iterator[str]:
    """How people met."""
    if held.mode is not None:
        yield held.mode.label.lower()


def observed_told(observed: Observed, pathway: Pathway) -> str:
    """How a session was observed, and by whom."""
    mode = f" {observed.mode.label.lower()}" if observed.mode is not None else ""
    return f"observed{mode} by {role_told(observed.role, pathway)}"


def _all(words: Iterable[str]) -> str:
    return joined(sorted(words), "and")
