"""The words by which a name is looked for: all of it, its parts, and as one word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from facilitui.core.privacy.ordinary_words import EVERYDAY, NO_NAMES, ORDINARY
from facilitui.core.reports.name_endings import hangul_forms
from facilitui.core.reports.report_words import is_sign, keys_of

SHORT = 2
"""Letters of a part that is known by its capital letter only."""
WORDS = ORDINARY | NO_NAMES | EVERYDAY
"""What is no name by itself, or not by itself alone."""
_JOINED = 5
"""Letters of a name written as one word from which on it is looked for."""
_MOST_JOINED = 6
"""Parts of a name that are looked for so."""

Keys = tuple[str, ...]
"""Words as they are compared."""


def looked_for(names: Iterable[str]) -> Iterator[Keys]:
    """What each name is looked for by: all of it, what stands between spaces, and its parts."""
    for name in names:
        for several in (name, *name.split()):
            if keys := trimmed(keys_of(several)):
                yield keys
                yield from _given(keys)
        yield from _joined(trimmed(keys_of(name)))
        yield from ((each,) for each in hangul_forms(keys_of(name)))
        yield from ((key,) for key in keys_of(name) if is_part(key))


def _given(keys: Keys) -> Iterator[Keys]:
    """The given name alone, of three or four signs the last two; of four the first two as well."""
    if all(map(is_sign, keys)) and len(keys) in {3, 4}:
        yield from (keys[-2:], keys[:2])[: len(keys) - 2]


def _joined(keys: Keys) -> Iterator[Keys]:
    """A name written as one word, as in addresses: parts in their order, or all turned round."""
    parts = [key for key in keys if key.isalpha() and not is_sign(key)][:_MOST_JOINED]
    rows = [parts[begin:end] for begin, end in combinations(range(len(parts) + 1), 2)]
    for several in (*rows, parts[::-1], *_with_an_initial(parts)):
        word = "".join(several)
        if len(several) > 1 and len(word) >= _JOINED and word not in WORDS:
            yield (word,)


def _with_an_initial(parts: list[str]) -> Iterator[tuple[str, str]]:
    """A surname or first name and the initial of the other: of no ordinary word, as in "train"."""
    if len(parts) > 1 and parts[-1] not in WORDS:
        yield parts[0][:1], parts[-1]
    if len(parts) > 1 and parts[0] not in WORDS:
        yield parts[0], parts[-1][:1]


def as_owner(keys: Keys) -> Iterator[Keys]:
    """A name with the s of an owner, as languages without an apostrophe write it."""
    last = keys[-1]
    if len(last) > SHORT and last[-1] != "s" and not {last, f"{last}s"} & WORDS:
        yield (*keys[:-1], f"{last}s")


def trimmed(keys: Keys) -> Keys:
    """The keys without what is no name at either end; nothing where they name nobody."""
    own = [place for place, key in enumerate(keys) if key not in NO_NAMES]
    found = keys[own[0] : own[-1] + 1] if own else ()
    names = any(map(is_part, found)) or all(map(is_sign, found))
    return found if len(found) > 1 and names else ()


def is_part(key: str) -> bool:
    return len(key) >= SHORT and key.isalpha() and not is_sign(key) and key not in NO_NAMES
