"""Finding who is named in what was noted as it ran: "Bruno Keller was on his phone".

Nobody wrote such a line to name people, and much has a capital letter that is nobody, so where it
stands has to tell a name:

- two words in a row with a capital letter are one, unless the first is what notes begin with
  ("Asked"), and so is what stands behind a title;
- a single one is, within a sentence, if it does what people do ("then Ana cried") or has it done to
  it ("asked Ana"), and is no everyday word; anywhere else only if it stands so in another sentence
  of what was written, and nowhere in small letters;
- in German, which writes every noun so, only two in a row tell a name, or one behind a title.

Everyday words before a name are none of it, behind its first word they are ("Ben Weeks"). What the
session, its agenda, blocks and steps are called is no name, nor is a single word of its purpose,
its goals or what was quoted with leave. Of a line in which every word has a capital letter nothing
can be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from facilitui.core.privacy.names_in_lines import from_own
from facilitui.core.privacy.ordinary_words import (
    DONE_TO_PEOPLE,
    EVERYDAY,
    GERMAN,
    GERMAN_TOO,
    NO_NAMES,
    NOTED,
    ORDINARY,
    PARTICLES,
    PEOPLE_DO,
    THINGS,
    TITLES,
)
from facilitui.core.reports.report_words import Spoken, keys_of, words_of

_SENTENCE_BEGINS = frozenset('.!?:;…\n“"«„‘(')
"""What stands before a word with which a sentence begins."""
_JOINS = frozenset({"", "-", "'", "’"})
"""What stands between the words of one name, but for spaces."""
_LIKE_A_WORD = ("ed", "ing", "ly")
"""How many a word ends that begins a note and is no name."""
_TITLED = 3
"""Words with a capital letter each from which on a line is a heading."""
_BEFORE_DOING = frozenset({"then", "also", "just", "never", "almost", "even", "has", "had"})
"""What stands between somebody and what they did: "Ben then left"."""
_BETWEEN_NAMES = PARTICLES | {"and"}
"""What stands between the names of several: "Ana and Ben van Dyk"."""
_NO_NAME = EVERYDAY | NO_NAMES | THINGS


class _Word(NamedTuple):
    """One word of a line, with what its place tells."""

    spoken: Spoken
    capital: bool
    begins: bool
    """Whether a sentence begins with it."""
    titled: bool
    """Whether a title stands before it."""
    joined: bool
    """Whether it may go on with what the word before it names."""
    acts: bool
    """Whether it does what people do, or has it done to it."""


def names_in_notes(
    notes: Iterable[str],
    written: Iterable[str],
    called: Iterable[str] = (),
    about: Iterable[str] = (),
) -> tuple[str, ...]:
    """Who is named in notes, by the rule of this module.

    `written` is what else was written of the session, `called` what it and its parts are called,
    and `about` what it is about, in words that everybody may read.
    """
    lines, titles = tuple(notes), _all_keys(called)
    no_names = titles | _all_keys(about)
    sure: list[str] = []
    unsure: list[str] = []
    for line in lines:
        for run in _runs(_words(line)):
            named, maybe = _judged(run, titles, no_names, german=_is_german(line))
            sure += [line[named[0].spoken.start : named[-1].spoken.end]] if named else []
            unsure += [each.spoken.key for each in maybe]
    known = _within(written if unsure else (), lines)
    return tuple(dict.fromkeys((*sure, *(key for key in unsure if key in known))))


def _all_keys(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(key for text in texts for key in keys_of(text))


def _words(line: str) -> list[_Word]:
    """The words of a line; none of a heading, whose capital letters tell nothing."""
    spoken = words_of(line)
    if len(spoken) >= _TITLED and not any(each.text[0].islower() for each in spoken):
        return []
    acting = _acting(line, spoken)
    placed = zip((None, *spoken), spoken, acting, strict=False)
    return [_placed(line, *each) for each in placed]


def _placed(line: str, before: Spoken | None, word: Spoken, acts: bool) -> _Word:
    capital = word.text[0].isupper() and not word.text.isupper()
    if before is None:
        return _Word(word, capital, begins=True, titled=False, joined=False, acts=acts)
    between = line[before.end : word.start]
    titled = before.key in TITLES and not between.strip(" .\N{NO-BREAK SPACE}")
    begins = not titled and not _SENTENCE_BEGINS.isdisjoint(between)
    joined = not titled and between.strip(" \N{NO-BREAK SPACE}") in _JOINS
    return _Word(word, capital, begins, titled, joined, acts)


def _acting(line: str, spoken: Sequence[Spoken]) -> list[bool]:
    """For each word whether it does what people do, or has it done to it.

    Of several that did something together all did: "Will and Anne-Marie argued".
    """
    acting: list[bool] = []
    doing = together = listed = False
    for word, after in reversed([*pairwise(spoken)]):
        between = line[word.end : after.start].strip()
        doing = not between and (after.key in PEOPLE_DO or (doing and after.key in _BEFORE_DOING))
        together &= between in _JOINS or (listed and between == ",")
        name = word.text[0].isupper()
        listed = together and (listed or word.key == "and")
        together = (doing and name) or (together and (name or word.key in _BETWEEN_NAMES))
        acting.append(together and name)
    acting = [*reversed(acting), False]
    for at, (before, word) in enumerate(pairwise(spoken), 1):
        beside = not line[before.end : word.start].strip()
        acting[at] |= beside and before.key in DONE_TO_PEOPLE and word.text[0].isupper()
    return acting


def _runs(words: Iterable[_Word]) -> Iterator[list[_Word]]:
    """Words in a row that may be a name, with the particles between them."""
    run: list[_Word] = []
    for word in words:
        key = word.spoken.key
        if run and not word.joined:
            yield run
            run = []
        if (word.capital and key not in NO_NAMES) or (run and key in PARTICLES):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _judged(
    run: Sequence[_Word], titles: Set[str], no_names: Set[str], *, german: bool
) -> tuple[Sequence[_Word], Sequence[_Word]]:
    """Of words in a row those that are a name, and those that may be one."""
    if run[0].titled:
        return run, ()
    everyday = _NO_NAME | GERMAN | GERMAN_TOO if german else _NO_NAME
    found = _from_own(run, everyday)
    if found and found[0].begins and not german and _is_like_a_word(found[0].spoken.key):
        found = _from_own(found[1:], everyday)
    if len(found) > 1:
        return (found if any(each.spoken.key not in titles for each in found) else ()), ()
    if german or not found or found[0].spoken.key in no_names:
        return (), ()
    name = found[0]
    if name.acts and not name.begins:
        return found, ()
    return (), (found if name.spoken.key not in ORDINARY else ())


def _from_own(run: Sequence[_Word], everyday: Set[str]) -> Sequence[_Word]:
    return from_own(run, (each.spoken.key for each in run), everyday)


def _is_like_a_word(key: str) -> bool:
    return key in NOTED or key.endswith(_LIKE_A_WORD)


def _is_german(text: str) -> bool:
    return not GERMAN.isdisjoint(keys_of(text))


def _within(written: Iterable[str], notes: Iterable[str]) -> frozenset[str]:
    """The words that do what people do within a sentence, and stand nowhere in small letters."""
    people: set[str] = set()
    small: set[str] = set()
    for text in (*written, *notes):
        german = _is_german(text)
        for word in _words(text):
            if word.spoken.text[0].islower():
                small.add(word.spoken.key)
            elif word.capital and word.acts and not word.begins and not german:
                people.add(word.spoken.key)
    return frozenset(people - small)
