"""The one place that makes the line of where a requirement stands out of its parts.

In this order: that it waits, what comes first, how much is there, by what that is judged, what
else is to be known, and what answers do not show. What another requirement settles, and what was
set aside, is told by that alone, and by how much is there of it all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from facilitui.core.base import LONGEST_LINE
from facilitui.core.pathways.remarks import (
    Lack,
    LackKind,
    Remark,
    RemarkKind,
    all_said,
    texts,
    without,
)
from facilitui.core.pathways.whose_words import Said, Typed, joined, told, words
from facilitui.core.pathways.words import Standing
from facilitui.core.safe_text import line, quoted

if TYPE_CHECKING:
    from facilitui.core.pathways.progress import Progress

_REMARKS_TOLD = 2
"""More than that make no line."""
_BY_ITSELF = frozenset(
    {Standing.WAITING, Standing.UNKNOWN, Standing.SET_ASIDE, Standing.NOT_NEEDED}
)
"""Where the line begins with the words for where it stands."""


def whole(each: Progress) -> str:
    """All of it in a line."""
    if _is_settled(each):
        return line(told(_settled(each)))
    remarks = (one for group in _groups(each.remarks) for one in _told(group))
    return line(told(joined((*_before(each), *remarks, *_not_shown(each)))))


def plain(each: Progress) -> str:
    """The same without remarks."""
    return line(told(plain_said(each)))


def plain_said(each: Progress) -> Said:
    """The same without remarks, with whose words it is."""
    if _is_settled(each):
        return _settled(each)
    return joined((*_before(each), *_not_shown(each)))


def more(each: Progress) -> tuple[Remark, ...]:
    """Those remarks that the line does not tell."""
    if _is_settled(each):
        return each.remarks
    there = [one for group in _groups(each.remarks) for one in group[:_REMARKS_TOLD]]
    return tuple(one for one in each.remarks if one not in there)


def still_open_beside(each: Progress) -> tuple[Lack, ...]:
    """What is missing that the line does not say: of what comes first it tells the first alone."""
    first = _first(each)
    left = without(each.lacks, LackKind.NOTHING, LackKind.COUNTED, LackKind.NOT_SHOWN)
    return tuple(one for one in left if one not in first)


def names_standing(each: Progress) -> bool:
    """Whether the line says by itself where it stands.

    What is logged says so where it is counted in one number, and not in so many of its slots.
    """
    is_logged = each.standing is Standing.LOGGED and not each.slots
    return bool(each.other) or is_logged or each.standing in _BY_ITSELF


def _is_settled(each: Progress) -> bool:
    return bool(each.other) or each.standing is Standing.SET_ASIDE


def idle(each: Progress) -> str:
    """How much is there of what is settled without it; empty for nothing, and elsewhere."""
    count = len(each.there) if _is_settled(each) else 0
    return f"{count} {'is' if count == 1 else 'are'} there" if count else ""


def _settled(each: Progress) -> Said:
    return joined((_settled_by(each), idle(each)))


def _settled_by(each: Progress) -> Said:
    if each.standing is Standing.SET_ASIDE:
        return words("set aside: ", _reason(each)) if each.reason.strip() else "set aside"
    named = quoted(each.other, LONGEST_LINE)
    not_needed = each.standing is Standing.NOT_NEEDED
    return f"not needed: {named} is met" if not_needed else f"met by {named}"


def _before(each: Progress) -> Sequence[Said]:
    """What stands before all remarks."""
    return (_waiting(each), all_said(_first(each)), each.count, each.rule)


def _waiting(each: Progress) -> Said:
    if each.standing is not Standing.WAITING:
        return ""
    why = words(" (", _reason(each), ")") if each.reason.strip() else ""
    return words("waiting for an opportunity", why)


def _reason(each: Progress) -> Typed:
    return Typed(each.reason, in_quotes=False)


def _first(each: Progress) -> tuple[Lack, ...]:
    return tuple(one for one in each.lacks if one.kind is LackKind.FIRST)[:1]


def _not_shown(each: Progress) -> tuple[str, ...]:
    return texts(one for one in each.lacks if one.kind is LackKind.NOT_SHOWN)


def _groups(remarks: Sequence[Remark]) -> tuple[Sequence[Remark], Sequence[Remark]]:
    """What is so today, and behind it what will be: neither takes the room of the other."""
    ahead = [one for one in remarks if one.kind is RemarkKind.AHEAD]
    return [one for one in remarks if one.kind is not RemarkKind.AHEAD], ahead


def _told(group: Sequence[Remark]) -> tuple[str, ...]:
    left = len(group) - _REMARKS_TOLD
    return (*texts(group[:_REMARKS_TOLD]), *([f"and {left} more"] if left > 0 else []))
