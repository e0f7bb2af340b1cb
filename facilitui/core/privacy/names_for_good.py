"""Where names stand that may be taken out of a text for good, and how certain each is.

What papers hide wrongly is still in the journal; what a purge takes out is nowhere any more. So
whoever purges is asked about every place that papers would hide. Where nobody can look, only what
is WHOLE may be taken:

- all of a name that has two parts or more, side by side in any order and case ("ana quintero",
  "QuinteroAna"), with one part at least that is no word; one that is has its capital letter
  ("Ana Plan"), unless there are three and more; a name of three signs and more of a script in
  which its parts stand together, where it stands free.

What is LIKELY is offered to whoever looks at it, as no list has all words of all languages:

- a part of a name with a capital letter that is no word, month, weekday or season in our lists
  (`words_of_languages`, `words_of_trades`), and no acronym: in capitals only where the name is
  typed so. In a script without capitals no part is likely, nor is a name of two signs.

All else is ASKED about, also what touches another letter ("AnaMaria"). A link in which a name
stands goes whole, as half of it leads nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from facilitui.core.privacy.links_out import LEFT_OUT, LINK
from facilitui.core.privacy.named_entries import Certainty, Chosen
from facilitui.core.privacy.ordinary_words import NO_NAMES, THINGS, TITLES
from facilitui.core.privacy.words_of_languages import ELSEWHERE
from facilitui.core.privacy.words_of_trades import FURTHER
from facilitui.core.reports.name_endings import is_hangul
from facilitui.core.reports.name_keys import SHORT, WORDS, Keys, as_owner, is_part, trimmed
from facilitui.core.reports.report_names import where_named
from facilitui.core.reports.report_words import UNSPACED, Span, Spoken, is_sign, keys_of, words_of


class Standing(NamedTuple):
    """Where a name stands that may go."""

    span: Span
    """With what stands there then."""
    word: str
    """What goes, as it is written there: a name, with the title before it, or a whole link."""
    certainty: Certainty

    @property
    def chosen(self) -> Chosen:
        """By what it is chosen to go."""
        return self.word, self.certainty

    @property
    def is_link(self) -> bool:
        """Whether it is a link."""
        return self.span.stand_in == LEFT_OUT


Where = Callable[[str], list[Standing]]
"""Finds all that may go in a text, in its order and without overlaps."""
_COMMON = WORDS | THINGS | ELSEWHERE
_ORDINARY = _COMMON | FURTHER
_SIDE_BY_SIDE = re.compile(r"[^\S\n]*|[-‐‑_.'’ʼ+]|\.[^\S\n]")
"""What stands between the parts of one name."""
_SIGNS = 3
"""So many signs of a script without capitals are a name and nothing else."""
_LONG = 3
"""So many words in a row as a name has them are it, whatever each of them is."""
_UNSPACED = re.compile(f"[{UNSPACED}]")
_LETTER = re.compile(rf"[^\W\d_{UNSPACED}]")


def where_for_good(people: Iterable[str]) -> Where:
    """Finds names that may go for good, and links with one in them."""
    people = tuple(people)
    certainty = _Certain(people)
    names_in = where_named(people, sure=_is_one)

    def where(text: str) -> list[Standing]:
        names = [Standing(e, text[e.start : e.end], certainty(text, e)) for e in names_in(text)]
        links = [found.span() for found in LINK.finditer(text if names else "")]
        return [*_with_links(text, names, links)]

    return where


def _with_links(
    text: str, names: Sequence[Standing], links: Iterable[tuple[int, int]]
) -> Iterator[Standing]:
    """The names, those in a link as one of the link."""
    left = [*names]
    for begin, end in links:
        inside = [e for e in left if e.span.start < end and begin < e.span.end]
        if not inside:
            continue
        yield from (each for each in left if each.span.end <= begin)
        left = [each for each in left if each.span.start >= end]
        first, last = min(begin, inside[0].span.start), max(end, inside[-1].span.end)
        word = text[first:last]
        is_asked = _UNSPACED.search(word) is not None
        certainty = Certainty.ASKED if is_asked else max(each.certainty for each in inside)
        yield Standing(Span(first, last, LEFT_OUT), word, certainty)
    yield from left


def _is_one(text: str, here: Sequence[Spoken]) -> bool:
    """Whether words stand side by side, as those of one name do: not in "Ana. Quintero"."""
    gaps = (text[one.end : two.start] for one, two in pairwise(here))
    return all(map(_SIDE_BY_SIDE.fullmatch, gaps))


class _Certain:
    """How surely what stands in a text is one of some people's names."""

    def __init__(self, people: Sequence[str]) -> None:
        several = [keys for name in people for keys in _turned(trimmed(keys_of(name)))]
        self._whole = {each for keys in several for each in (keys, *as_owner(keys))}
        self._alone = {keys for name in people if len(keys := keys_of(name)) == 1}
        parts = [keys for name in people for each in name.split() if (keys := keys_of(each))]
        self._compound = {each for keys in parts for each in (keys, *as_owner(keys))}
        self._joined, self._joined_parts = map(_as_one, (self._whole, self._compound))
        own = {(key,) for name in people for key in keys_of(name) if is_part(key)}
        self._parts = {key for each in own for (key,) in (each, *as_owner(each))}
        words = (word for name in people for word in words_of(name))
        self._capitals = {word.key for word in words if word.text.isupper()}

    def __call__(self, text: str, span: Span) -> Certainty:
        words = words_of(text[span.start : span.end])
        keys = tuple(each.key for each in words)
        before, behind = text[: span.start][-1:], text[span.end : span.end + 1]
        if keys and all(map(is_sign, keys)):
            if keys not in self._whole or len(keys) < _SIGNS:
                return Certainty.ASKED
            is_free = not any(map(_UNSPACED.match, (before, behind)))
            return Certainty.WHOLE if is_free else Certainty.LIKELY
        if _LETTER.match(behind) or _LETTER.match(before):
            return Certainty.ASKED
        while len(words) > 1 and words[0].key in TITLES:
            words = words[1:]
        return self._certainty(words, tuple(each.key for each in words))

    def _certainty(self, words: Sequence[Spoken], keys: Keys) -> Certainty:
        own = [each for each in words if each.key not in NO_NAMES]
        if keys in self._whole and len(own) > 1:
            is_whole = _is_telling(own) and (len(keys) >= _LONG or all(map(_is_known, own)))
            return Certainty.WHOLE if is_whole else Certainty.ASKED
        if len(keys) == 1 and keys[0] in self._joined:
            return Certainty.WHOLE if _is_in_parts(words[0]) else Certainty.LIKELY
        if len(keys) == 1 and keys[0] in self._joined_parts:
            return Certainty.LIKELY
        if keys in self._alone and len(keys[0]) >= _SIGNS and is_hangul(keys[0]):
            return Certainty.WHOLE
        if keys in self._compound and len(keys) > 1:
            is_likely = all(map(_has_capital, own)) and any(map(self._is_plain, own))
        else:
            is_likely = all(each.key in self._parts and self._is_plain(each) for each in own)
        return Certainty.LIKELY if is_likely else Certainty.ASKED

    def _is_plain(self, word: Spoken) -> bool:
        """Whether a part by itself can be nothing else: "Ana", but neither "ELA" nor "Will"."""
        is_caseless = word.text.upper() == word.text.lower()
        if is_caseless:
            return (word.key,) in self._alone and len(word.key) >= _SIGNS
        is_acronym = word.text.isupper() and word.key not in self._capitals
        return _has_capital(word) and not is_acronym and not _is_word(word) and len(word.key) > 1


def _as_one(several: Iterable[Keys]) -> set[str]:
    """Names of several words written as one, but for those that are a word."""
    own = (keys for keys in several if len(keys) > 1 and not _ORDINARY.issuperset(keys))
    return {"".join(keys) for keys in own} - _ORDINARY


def _is_in_parts(word: Spoken) -> bool:
    """Whether several names written as one word are seen to be several: a "CarPet", no carpet."""
    is_risen = any(map(str.isupper, word.text[1:])) and not word.text.isupper()
    return is_risen or (is_hangul(word.text) and len(word.key) >= _SIGNS)


def _turned(keys: Keys) -> Iterator[Keys]:
    """A name as it is said, with its surname first, and turned round."""
    if keys:
        yield from (keys, (*keys[-1:], *keys[:-1]), keys[::-1])


def _is_word(word: Spoken, words: Set[str] = _ORDINARY) -> bool:
    """Whether it is an ordinary word, with the s of several of them too: "Plans"."""
    return not words.isdisjoint({word.key, word.key.removesuffix("s")})


def _is_telling(own: Sequence[Spoken]) -> bool:
    """Whether words in a row are no phrase: "Pierre Dubois" are words of French, and somebody."""
    is_written_so = all(map(_has_capital, own))
    common = _COMMON if is_written_so else _ORDINARY
    return any(not _is_word(each, common) and len(each.key) > 1 for each in own)


def _is_known(word: Spoken) -> bool:
    """Whether a part beside another one is a name as it is written."""
    if _has_capital(word) or is_hangul(word.key):
        return True
    return not _is_word(word) and len(word.key) > SHORT


def _has_capital(word: Spoken) -> bool:
    return word.text[0].isupper()
