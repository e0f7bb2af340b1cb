"""Sessions by role and support, planning with staff, debriefs (requirements A-29 to A-31, A-36 to
A-38)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facilitui.core.pathways.case import SessionHeld
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.remarks import Lack
from facilitui.core.pathways.requirements import Debriefs, Planning, Sessions
from facilitui.core.pathways.standings.counting import Counted, counted, sessions
from facilitui.core.pathways.standings.scope import Scope
from facilitui.core.pathways.whose_words import Said, called, told, words


def of_sessions(asked: Sessions, scope: Scope) -> Progress:
    """Sessions in one of the roles, with no more help than is allowed."""

    def fits(held: SessionHeld) -> bool:
        in_role = not asked.roles or held.role in asked.roles
        in_mode = not asked.modes or held.mode in asked.modes
        limit = asked.support_at_most
        alone = limit is None or (held.support is not None and held.support <= limit)
        return in_role and in_mode and alone

    return _counted(asked, scope, fits, tuple(_unsaid(asked, scope)))


def of_planning(asked: Planning, scope: Scope) -> Progress:
    """Sessions that were planned with somebody, in one of the roles where any are named."""

    def fits(held: SessionHeld) -> bool:
        parts = held.planned_with or frozenset()
        return bool(parts & {*asked.roles} if asked.roles else parts)

    return _counted(asked, scope, fits)


def of_debriefs(asked: Debriefs, scope: Scope) -> Progress:
    """Debriefs with one of the partners, and led by oneself where that is asked."""

    def fits(held: SessionHeld) -> bool:
        with_them = not asked.partners or bool(held.partners & {*asked.partners})
        return held.debriefed and with_them and (held.led or not asked.led)

    return _counted(asked, scope, fits)


def _unsaid(asked: Sessions, scope: Scope) -> Iterator[Said]:
    """Which sessions may count once their debrief says one's role, or how much help there was."""
    for each in scope.sessions:
        may_fit = not asked.roles or each.role is None or each.role in asked.roles
        if asked.roles and each.role is None:
            yield words(called(each.source), " has no debrief that says your role")
        elif asked.support_at_most is not None and each.support is None and may_fit:
            yield words(called(each.source), " has no debrief that says how much help you had")


def _counted(
    asked: Sessions | Planning | Debriefs,
    scope: Scope,
    fits: Callable[[SessionHeld], bool],
    unsaid: tuple[Said, ...] = (),
) -> Progress:
    found = sessions(each.source for each in scope.sessions if fits(each))
    lacks = tuple(map(Lack, sorted({*unsaid}, key=told)))
    return counted(asked, Counted(found, lacks), asked.count)
