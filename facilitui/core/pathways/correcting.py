"""Which statement a correction is of: the very one that somebody looked at, however much was
stated since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from facilitui.core.errors import Refused

_Statement = TypeVar("_Statement")
GONE = "what this corrects was taken out elsewhere: say that it is no correction"


def place_of(now: Sequence[_Statement], looked_at: Sequence[_Statement]) -> int:
    """The place among those that there are now of the one entered last where somebody looked.

    Where that was itself corrected meanwhile, it is what stands in its place. Both are in the order
    in which they were entered. Raises Refused where there is none any more.
    """
    same = [at for at, each in enumerate(now) if [each] == [*looked_at[-1:]]]
    if same:
        return same[-1]
    at = len(looked_at) - 1
    if not 0 <= at < len(now) or [*now[:at]] != [*looked_at[:at]]:
        raise Refused(GONE, "corrects")
    return at
