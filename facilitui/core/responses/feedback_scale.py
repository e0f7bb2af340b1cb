"""The scales that people answer on: each is kept as it was asked and told beside its figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitui.core.told import figure, plural

_STRAY = 20
"""One answer of so many may lie outside a scale and be a slip of the pen."""
_ODD, _OTHERS = 10, 5
"""One answer of so many is odd beside the others, a single one already beside so many others.

Among more than `_ODD` it does not stretch the scale either, unless another scale ends there.
"""


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole figures from the least to the most. Raises ValueError for what is none."""

    least: int
    most: int

    def __post_init__(self) -> None:
        if not 0 <= self.least < self.most <= 100:
            raise ValueError(f"{self.least} to {self.most} is no scale")

    @property
    def levels(self) -> range:
        """All its figures, the lowest first."""
        return range(self.least, self.most + 1)

    @property
    def label(self) -> str:
        """What it is called."""
        return f"{self.least} to {self.most}{'%' if self == SHARES else ''}"

    def told(self, value: float) -> str:
        """A figure with its scale, without which it says nothing."""
        if self == SHARES:
            return f"{figure(value)}%"
        return f"{figure(value)} of {self.most if self.least else f'0-{self.most}'}"

    def above_middle(self, level: int) -> bool:
        """Whether a figure says rather yes than no."""
        return 2 * level > self.least + self.most


AGREE = Scale(1, 5)
"""Agreement, as it is usually asked."""
SURE = Scale(0, 4)
"""How sure somebody is, as it is usually asked."""
EVEN = Scale(1, 4)
"""Agreement without a middle."""
SHARES = Scale(0, 100)
"""Per cent."""
OFFERED = (
    *(AGREE, SURE, Scale(1, 3), EVEN, Scale(1, 6), Scale(1, 7), Scale(1, 9), Scale(1, 10)),
    *(Scale(0, 3), Scale(0, 5), Scale(0, 6), Scale(0, 10), SHARES),
)
"""The scales that can be chosen, the usual ones first."""
_LIKELY = (AGREE, Scale(1, 7), SURE, Scale(0, 5), Scale(1, 10), Scale(0, 10), SHARES)
"""The scales that figures are taken for; the first on which they lie."""


_ENDS = frozenset(end for each in _LIKELY for end in (each.least, each.most))
"""Where scales end: an odd figure that is none of these is rather a slip than another scale."""


def odd_ones(figures: Iterable[int], usual: Scale) -> tuple[int, ...]:
    """The few figures that are not on the scale that all others are on; none where many are not."""
    told = sorted(figures)
    usual = _usual(told, usual)
    odd = tuple(each for each in told if each not in usual.levels)
    few = len(odd) <= max(1, len(told) // _ODD) and len(told) - len(odd) >= _OTHERS
    return odd if few else ()


def odd_told(odd: Sequence[int], figures: Iterable[int], scale: Scale) -> str:
    """That some of a column's figures are odd ones; nothing where none is."""
    own = [str(each) for each in figures if each in odd]
    count = f"{plural(len(own), 'answer')} apart from all others, {', '.join(own)}"
    return f"{count}: is it a slip, or is {scale.label} the wrong scale?" if own else ""


def _usual(told: list[int], usual: Scale) -> Scale:
    """The usual scale; 1 to 5 is asked far more often than 0 to 4, and 0 tells the two apart."""
    return AGREE if usual == SURE and told and told[0] else usual


def likely(figures: Iterable[int], usual: Scale) -> Scale:
    """The scale that figures are most likely on: the usual one, else the smallest that fits."""
    told = sorted(figures)
    odd = odd_ones(told, usual)
    if odd and len(told) > _ODD and _ENDS.isdisjoint(odd):
        return _usual(told, usual)
    stray = len(told) // _STRAY
    inner = told[: len(told) - stray]
    if not inner:
        return usual
    tried = (_usual(inner, usual), *_LIKELY)
    fits = (each for each in tried if each.least <= inner[0] and inner[-1] <= each.most)
    return next(fits, usual)
