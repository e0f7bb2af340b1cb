"""Where a name is so plain that it may be taken out of a text for good.

Papers hide whatever may be a name: what they hide wrongly is still in the journal. What a purge
takes out is nowhere any more, so here the rule is stricter (what papers hide besides stays, and is
told to be looked at):

- all of a name, its parts side by side ("ana quintero", "AnaQuintero", "QuinteroAna"), in any case;
  a part that is an ordinary word, a month or a weekday with a capital letter, and where all are,
  divided by spaces only ("Will May", but neither "will may" nor "April-June");
- one of its parts with a capital letter, unless it is an ordinary word, a month or a weekday; in a
  script without capitals none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from facilitui.core.privacy.links_out import LEFT_OUT, LINK
from facilitui.core.privacy.ordinary_words import CALENDAR, NO_NAMES, THINGS
from facilitui.core.reports.name_keys import SHORT, WORDS, Keys, as_owner, trimmed
from facilitui.core.reports.report_names import where_named
from facilitui.core.reports.report_words import Span, Spoken, is_sign, keys_of, merged

Where = Callable[[str], list[Span]]
"""Finds what is taken out of a text, each with what stands there then."""
_ORDINARY = WORDS | THINGS | CALENDAR
_SIDE_BY_SIDE = re.compile(r"[^\S\n]*|[-‐‑_.'’+]|\.[^\S\n]")
"""What stands between the parts of one name."""
_SPACES = re.compile(r"[^\S\n]+")


def where_for_good(people: Iterable[str]) -> Where:
    """Finds names that may go for good, and links with one in them, of which half leads nowhere."""
    people = tuple(people)
    whole = {keys for name in people for keys in _whole(name)}
    joined = {"".join(keys) for name in people for keys in _joined(name)}
    is_sure = _Sure(frozenset(whole), frozenset(joined))
    names_in = where_named(people, sure=is_sure)

    def where(text: str) -> list[Span]:
        names = names_in(text)
        links = (
            Span(found.start(), found.end(), LEFT_OUT)
            for found in LINK.finditer(text if names else "")
            if any(found.start() <= each.start < found.end() for each in names)
        )
        return merged(text, (*names, *links))

    return where


class _Sure:
    """Whether words that may be a name are taken for it."""

    def __init__(self, whole: frozenset[Keys], joined: frozenset[str]) -> None:
        self._whole, self._joined = whole, joined

    def __call__(self, text: str, here: Sequence[Spoken]) -> bool:
        keys = tuple(each.key for each in here)
        if len(here) == 1:
            is_all = keys in self._whole and not _is_word(here[0]) and _is_caseless(here[0])
            return is_all or keys[0] in self._joined or _is_plain(here[0])
        if not _are_beside(text, here, _SIDE_BY_SIDE):
            return False
        if all(map(is_sign, keys)):
            return keys in self._whole
        own = [each for each in here if each.key not in NO_NAMES]
        if keys not in self._whole:  # one part of several words: O'Brien, Anne-Marie
            return all(map(_has_capital, own)) and not all(map(_is_ordinary, own))
        telling = [each for each in own if not _is_ordinary(each)]
        if not telling and not _are_beside(text, here, _SPACES):
            return False
        is_told = len(telling) > 1  # then "o" in "sean o'brien" is of it as well
        return all(_has_capital(e) or e in telling or (is_told and not _is_word(e)) for e in own)


def _whole(name: str) -> Collection[Keys]:
    keys = keys_of(name)
    keys = trimmed(keys) if len(keys) > 1 else keys
    return {keys, *as_owner(keys)} if keys else ()


def _joined(name: str) -> Iterator[Keys]:
    """The words of a name that are one as well: none of ordinary words alone, as "Ever Green"."""
    for several in (name, *name.split()):
        keys = trimmed(keys_of(several))
        if not _ORDINARY.issuperset(keys):
            yield from (keys, keys[::-1])


def _are_beside(text: str, here: Sequence[Spoken], between: re.Pattern[str]) -> bool:
    gaps = (text[one.end : two.start] for one, two in pairwise(here))
    return all(between.fullmatch(gap) for gap in gaps)


def _is_plain(word: Spoken) -> bool:
    """Whether a part of a name by itself can be nothing else: "Ana", but no "AI" of an Ai."""
    is_short = len(word.key) <= SHORT and word.text.isupper()
    return _has_capital(word) and not is_short and not _is_word(word)


def _is_ordinary(word: Spoken) -> bool:
    return len(word.key) <= SHORT or _is_word(word)


def _is_word(word: Spoken) -> bool:
    """Whether it is an ordinary word, with the s of several of them too: "Plans"."""
    return not _ORDINARY.isdisjoint({word.key, word.key.removesuffix("s")})


def _is_caseless(word: Spoken) -> bool:
    return word.text.upper() == word.text.lower()


def _has_capital(word: Spoken) -> bool:
    return word.text[0].isupper()
