"""How people are divided, in words: "21 in fours: four fours and one five"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from facilitui.core.plans.grouping import in_so_many, sub_groups
from facilitui.core.plans.plan_words import SizeRule

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_SIZES = {2: "pair", 3: "three", 4: "four", 5: "five", 6: "six"}


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _people(number: int) -> str:
    return _number(number).capitalize()


def size_named(size: int, count: int) -> str:
    """The name of so many groups of a size: pair, fours, groups of seven."""
    plural = "s" if count != 1 else ""
    if size in _SIZES:
        return ("sixes" if plural else "six") if size == 6 else _SIZES[size] + plural
    return f"group{plural} of {_number(size)}"


def divided(people: int, size: int, rule: SizeRule = SizeRule.AT_LEAST) -> str:
    """People in sub-groups, in words; those of the size that was asked for come first."""
    sizes = sub_groups(people, size, rule)
    told = _counted(sizes, sorted(set(sizes), key=lambda each: (each != size, each)))
    return f"{_people(people)} in {size_named(size, 2)}: {told}"


def seated(sizes: Sequence[int]) -> str:
    """Sub-groups of these sizes in words, the most common one first: four threes and two fours."""
    return _counted(sizes, sorted(set(sizes), key=lambda each: (-sizes.count(each), each)))


def _counted(sizes: Sequence[int], order: Iterable[int]) -> str:
    counts = ((each, sizes.count(each)) for each in order)
    return " and ".join(f"{_number(count)} {size_named(each, count)}" for each, count in counts)


def usually(people: int, size: int | None) -> str:
    """People as a protocol has them, in words."""
    return divided(people, size) if size else f"{_people(people)} all together"


def in_parallel(people: int, number: int) -> str:
    """People in groups side by side, in words."""
    sizes = [(size, len(list(each))) for size, each in groupby(in_so_many(people, number))]
    begun = f"{_people(people)} people in {_number(number)} groups"
    if len(sizes) == 1:
        return f"{begun} of {_number(sizes[0][0])}"
    if number == len(sizes):
        return f"{begun}, of {' and '.join(_number(size) for size, _ in sizes)}"
    told = [f"{_number(count)} of {_number(size)}" for size, count in sizes]
    return f"{begun}: {' and '.join(told)}"
