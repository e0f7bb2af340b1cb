"""The scales that people answer on: each is kept as it was asked and told beside its figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from facilitui.core.told import figure

_STRAY = 20
"""One answer of so many may lie outside a scale and be a slip of the pen."""


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


def likely(figures: Iterable[int], usual: Scale) -> Scale:
    """The scale that figures are most likely on: the usual one, else the smallest that fits."""
    told = sorted(figures)
    stray = len(told) // _STRAY
    inner = told[: len(told) - stray]
    if not inner:
        return usual
    # 1 to 5 is asked far more often than 0 to 4, and 0 tells the two apart.
    tried = (AGREE, *_LIKELY) if inner[0] and usual == SURE else (usual, *_LIKELY)
    fits = (each for each in tried if each.least <= inner[0] and inner[-1] <= each.most)
    return next(fits, usual)
