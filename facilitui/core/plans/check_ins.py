"""The dates of an asynchronous session: each keeps its name, so that calendars know it again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

from facilitui.core.plans.plan_parts import CheckIn


def named(check_ins: Sequence[CheckIn], before: Sequence[CheckIn] = ()) -> tuple[CheckIn, ...]:
    """Dates to check in, each with a name of its own.

    One without a name is the one of `before` that has the same prompt or the same time and is
    here no longer: it was moved, or is asked something else. All others get the next number.
    """
    here = {each.id for each in check_ins}
    gone = [each for each in before if each.id and each.id not in here]
    found = list(check_ins)
    for likeness in (_all_of_it, _prompt, _time):
        _take_names(found, gone, likeness)
    return tuple(_numbered(found, {each.id for each in (*found, *before)}))


def in_order(check_ins: Iterable[CheckIn]) -> tuple[CheckIn, ...]:
    """Dates to check in, the earliest first, as people meet them."""
    return tuple(sorted(check_ins, key=lambda each: each.at))


def _take_names(
    found: list[CheckIn], gone: list[CheckIn], likeness: Callable[[CheckIn], Hashable]
) -> None:
    for at, each in enumerate(found):
        like = [old for old in gone if likeness(old) == likeness(each)]
        if each.id is None and like:
            gone.remove(like[0])
            found[at] = each.model_copy(update={"id": like[0].id})


def _all_of_it(check_in: CheckIn) -> Hashable:
    return check_in.at, check_in.prompt


def _prompt(check_in: CheckIn) -> Hashable:
    return check_in.prompt


def _time(check_in: CheckIn) -> Hashable:
    return check_in.at


def _numbered(check_ins: Iterable[CheckIn], used: set[str | None]) -> Iterable[CheckIn]:
    """Numbers go on behind those there are, in the order of the dates as they are written."""
    number = 1
    for each in check_ins:
        if each.id is not None:
            yield each
            continue
        while f"check-in-{number}" in used:
            number += 1
        yield each.model_copy(update={"id": f"check-in-{number}"})
        number += 1
