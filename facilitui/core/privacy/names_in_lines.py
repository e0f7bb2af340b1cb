"""Finding who is named in a line that somebody wrote about people: "Ana Lee, and the principal".

Everyday words before a name are none of it; behind its first word they may well be a surname, as
in "Becky Quick", and behind a title they are one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from typing import TypeVar

from facilitui.core.privacy.ordinary_words import (
    COUNTED,
    DIVIDING,
    EVERYDAY,
    NO_FIRST_NAMES,
    NO_NAMES,
    ORDINARY,
    PARTICLES,
    TITLES,
)
from facilitui.core.reports.report_words import keys_of

_BETWEEN = re.compile(r"[,;/&+()|\n]|\s(?:and|und|et|y)\s")
_TURNED = re.compile(r"\s*([^\W\d_][\w'’-]*)\s*,\s*([^\W\d_][\w.'’-]*)\s*")
"""A name with its surname first: "Weeks, Jane"."""
_FIGURES = re.compile(r"\d+")
_SHORT = 2
"""Letters with a figure that tell a class and no name: "Y4"."""
_DESCRIBED = 2
"""Words behind "my" or "the" of which the last tells what they are: "the swimming club"."""
_IS_NAMED = DIVIDING & ORDINARY - {"my"}
"""Small words that are first names as well: "An Nguyen"."""
_Words = Sequence[str]
_Each = TypeVar("_Each")


def names_in(line: str) -> tuple[str, ...]:
    """The names in a line: those of "Ana Lee, and the principal" are one.

    Where nobody took the trouble of capital letters, words are names that are no everyday words,
    with what follows them. A figure is no name, nor is a room or a class that it counts.
    """
    chunks = [_without_figures(each.split()) for each in _BETWEEN.split(_turned(line))]
    if line == line.lower() != line.upper():
        found = (_in_small(before, part) for chunk in chunks for before, part in _divided(chunk))
    else:
        found = (_capitalised(chunk) for chunk in chunks)
    return tuple(dict.fromkeys(" ".join(name) for name in found if name))


def _turned(line: str) -> str:
    """The line, of two words with an everyday surname before the comma the other way round."""
    found = _TURNED.fullmatch(line)
    if found is None or line == line.lower() or _key(found[1]) not in EVERYDAY - DIVIDING:
        return line
    return f"{found[2]} {found[1]}"


def from_own(words: Sequence[_Each], keys: Iterable[str], no_names: Set[str]) -> Sequence[_Each]:
    """The words from the first on that is none of `no_names`; nothing where all of them are."""
    own = next((place for place, key in enumerate(keys) if key not in no_names), len(words))
    return words[own:]


def _key(word: str) -> str:
    return "".join(keys_of(word))


def _without_figures(chunk: _Words) -> list[str]:
    """The words but for figures and what these count: "Year 4", "4B", "Room12"."""
    figures = {place for place, word in enumerate(chunk) if _is_figure(word)}
    return [
        word
        for at, word in enumerate(chunk)
        if at not in figures and not (at + 1 in figures and _key(word) in COUNTED)
    ]


def _is_figure(word: str) -> bool:
    """Whether a word is a figure, or a class or a room by one; "Ana2" is Ana."""
    letters = _key(_FIGURES.sub("", word))
    begins = "".join(keys_of(word))[:1].isdigit()
    counts = len(letters) <= _SHORT or letters in EVERYDAY | NO_NAMES
    return any(map(str.isdigit, word)) and (begins or counts)


def _divided(chunk: _Words) -> Iterator[tuple[str, list[str]]]:
    """What small words divide, each with the one before it: "ana from year" is about ana."""
    part: list[str] = []
    before = ""
    for word in chunk:
        if _key(word) in DIVIDING:
            yield before, part
            before, part = _key(word), []
        else:
            part.append(word)
    yield before, part


def _in_small(before: str, words: _Words) -> _Words:
    """The name in words without capitals, if it is one, and `before` a small word before them."""
    if not words or _key(words[-1]) in NO_NAMES or _is_described(before, words):
        return []
    return next(_named(words, _is_role), [])


def _is_described(before: str, words: _Words) -> bool:
    """Whether the last word tells what they are: "my good friend", "the swimming club"."""
    if _key(words[-1]) not in EVERYDAY or any(_key(word) in TITLES for word in words):
        return False
    if before and len(words) == _DESCRIBED:
        return True
    return all(_key(word) in EVERYDAY | NO_FIRST_NAMES for word in words)


def _capitalised(words: _Words) -> _Words:
    """The first words that begin with a capital letter and tell no role, no place and no thing."""
    return next(_named(words, lambda word: word[0].islower() or _is_role(word)), [])


def _is_role(word: str) -> bool:
    return _key(word) in NO_NAMES


def _named(words: _Words, ends: Callable[[str], bool]) -> Iterator[_Words]:
    """Names in words, which `ends` divides."""
    for titled, run in _runs(words, ends):
        name = run if titled else _from_name(run)
        if name:
            yield name


def _runs(words: _Words, ends: Callable[[str], bool]) -> Iterator[tuple[bool, list[str]]]:
    """Words in a row that may be a name, particles between them, and whether behind a title."""
    run: list[str] = []
    titled = False
    for before, word in zip(("", *words), words, strict=False):
        if not ends(word) or (run and _key(word) in PARTICLES):
            titled = titled if run else _key(before) in TITLES
            run.append(word)
        elif run:
            yield titled, run
            run = []
    if run:
        yield titled, run


def _from_name(run: _Words) -> _Words:
    """The words without everyday and small ones before the name: "My Friend Ana"."""
    name = from_own(run, map(_key, run), EVERYDAY | DIVIDING)
    begin = len(run) - len(name)
    small = bool(name) and begin > 0 and _key(run[begin - 1]) in _IS_NAMED
    return run[begin - small :]
