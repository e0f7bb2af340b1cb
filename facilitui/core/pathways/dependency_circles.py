"""Names that lead back to themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def circles(named: Mapping[str, Sequence[str]]) -> Iterator[Sequence[str]]:
    """Circles of two names or more, each from the first of its names on, the shortest from there.

    Each name that lies in any is in one of those told. A name that names itself, and what is named
    but names nothing, make no circle.
    """
    told: set[str] = set()
    for start in named:
        if start not in told and (circle := _back_to(start, named)):
            told.update(circle)
            yield circle


def _back_to(start: str, named: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """The shortest way from a name until it is named again; empty where there is none."""
    came_from = {start: ""}
    found = [start]
    for name in found:
        for following in named.get(name, ()):
            if following == start and name != start:
                return _way(name, came_from)
            if following not in came_from:
                came_from[following] = name
                found.append(following)
    return ()


def _way(name: str, came_from: Mapping[str, str]) -> Sequence[str]:
    way = [name]
    while before := came_from[way[-1]]:
        way.append(before)
    return way[::-1]
