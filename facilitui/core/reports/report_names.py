"""Taking people's names out of what was written.

The rule. A name is hidden as whole words only, so that nothing is touched that merely contains one:

- all of it, in any case, with anything but words between its parts, or as one word ("mialee"), with
  an initial for one part too ("mlopez", "mial");
- each of its parts alone, in any case: first names and surnames, both halves of "Anne-Marie",
  "Ana" and "Lee" in "AnaLee_exit.pdf"; accents do not count; with a capital letter also with the s
  of an owner ("Mias");
- a part of two letters, or one that is a word of English as well ("Quick", "Will"), with a capital
  letter or after a title only, and one of those that are first names or often surnames ("Will",
  "May", "Grace") not where it begins a sentence, unless "'s" follows; nor an everyday word of what
  only describes somebody ("my critical friend");
- of three or four signs of a script without spaces or of Hangul, the given name alone too; names of
  Hangul with particles behind them, and of Cyrillic letters with other endings (`name_endings`);
- a title before a name goes with it, one that is a word as well only with its capital letter ("We
  miss Ana"). Titles, roles, initials and small words between the parts
  ("van", "de") are no names by themselves.

Where that fails: "Will saw it." keeps its Will, "they will park" every Will Park in small letters,
"quick" every Becky Quick by her surname alone in small letters, and where that begins a sentence,
"Quick steps helped" loses its first word;
a heading that begins each word with a capital loses its "May"; other endings than s, an initial
with so short a surname as "mlee", and a nickname that is in no plan, group or log stay.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import filterfalse, pairwise
from typing import NamedTuple

from facilitui.core.privacy.ordinary_words import (
    DIVIDING,
    EVERYDAY,
    MODALS,
    NO_NAMES,
    ORDINARY,
    TITLES,
    TITLES_ONLY,
)
from facilitui.core.reports.name_endings import stems_of, without_ending
from facilitui.core.reports.name_keys import SHORT, WORDS, Keys, as_owner, looked_for
from facilitui.core.reports.report_words import (
    Hide,
    Span,
    Spoken,
    keys_of,
    merged,
    replaced,
    words_of,
)

PARTICIPANT, SOMEBODY = "a participant", "somebody"
"""What stands in the place of a name: of whoever took part, of anybody else."""
_SENTENCE_ENDS = ".!?:;…\n"
_BESIDE_WORDS = " \t\"'“”‘’«»()[]*_#>|-•–"
_LOOK_BACK = 40
"""Characters before a word in which a sentence's end is looked for."""
_SIGNED = re.compile(
    r"(?:(?<=[\"”»])[\s,]*[-–—~]?|\s[-–—~])\s?([^\W\d_][\w.'’ -]*)$"
    r"|\s?[(\[]([^\W\d_][\w.'’ -]*)[)\]]$"
)
"""What stands behind a quote, as whoever said it."""
_LONGEST = 60
"""Characters of a quote's end in which whoever said it is looked for."""
_OWN = re.compile(r"['’][sS](?![^\W_])")


class _Stand(NamedTuple):
    """What stands in the place of a name."""

    words: str
    who: frozenset[int]
    """Who of all is called so."""
    owner: bool
    """Whether its s of an owner tells it from the name itself."""
    described: bool
    """Whether it is of everyday words that only describe somebody."""


_Stands = dict[Keys, _Stand]
"""Names by their words, each with what stands in its place; the longest first."""


def without_names(participants: Iterable[str], others: Iterable[str] = ()) -> Hide:
    """Hides people by their names, as the rule of this module has it."""
    where = where_named(participants, others)
    return lambda text: replaced(text, where(text))


def where_named(
    participants: Iterable[str],
    others: Iterable[str] = (),
    sure: Callable[[str, Sequence[Spoken]], bool] = lambda text, here: True,
) -> Callable[[str], list[Span]]:
    """Finds where people are named in a text, each with what hides it there.

    `sure` says of the words of a name in a text whether they are taken for it there.
    """
    participants, others = tuple(participants), tuple(others)
    every = (*participants, *others)
    whole = dict.fromkeys(looked_for(participants), PARTICIPANT)
    whole |= dict.fromkeys(looked_for(others), SOMEBODY)
    owners = {own: whole[keys] for keys in whole for own in as_owner(keys)}
    stand_ins = owners | whole
    only_owners = owners.keys() - whole.keys()
    people = {keys for keys in looked_for(filterfalse(_describes, every))}
    whose = _whose(every)
    known: dict[str, _Stands] = {}
    for keys in sorted(stand_ins, key=len, reverse=True):
        stand = _Stand(stand_ins[keys], whose[keys], keys in only_owners, keys not in people)
        known.setdefault(keys[0], {})[keys] = stand

    stems = stems_of(key for keys in whole for key in keys)

    def where(text: str) -> list[Span]:
        words = list(_pieces(words_of(text), known, stems)) if known else []
        return merged(text, _found(text, words, known, sure))

    return where


def _whose(names: Iterable[str]) -> Mapping[Keys, frozenset[int]]:
    """By what is looked for who is called so, each by their place among the names."""
    found: defaultdict[Keys, frozenset[int]] = defaultdict(frozenset)
    for place, name in enumerate(names):
        for keys in looked_for((name,)):
            for each in (keys, *as_owner(keys)):
                found[each] |= {place}
    return found


def without_signature(quote: str) -> str:
    """A quote without the name that it ends in, known or not: “We saw it” Mia; We saw it - Mia."""
    quote = quote.rstrip()
    found = _SIGNED.search(quote, max(0, len(quote) - _LONGEST))
    if found is None or any(word[0].islower() for word in (found[1] or found[2]).split()):
        return quote
    return quote[: found.start()].rstrip()


def _pieces(
    words: Iterable[Spoken], names: Collection[str], stems: Mapping[str, str]
) -> Iterator[Spoken]:
    """The words, and the parts of one that is written like "AnaLee" and no name itself; of one that
    is a name with more letters behind it the name."""
    for word in words:
        if word.key not in names and (name := without_ending(word, names, stems)) is not None:
            yield name
            continue
        inner = [at for at in range(1, len(word.text)) if _rises(word.text, at)]
        if not inner or word.key in names:
            yield word
            continue
        for begin, end in pairwise((0, *inner, len(word.text))):
            piece = word.text[begin:end]
            yield Spoken(word.start + begin, word.start + end, piece, "".join(keys_of(piece)))


def _rises(text: str, at: int) -> bool:
    return text[at].isupper() and text[at - 1].islower()


def _found(
    text: str,
    words: list[Spoken],
    known: Mapping[str, _Stands],
    sure: Callable[[str, Sequence[Spoken]], bool],
) -> Iterator[Span]:
    """Where names stand, each with the title before it."""
    at = 0
    while at < len(words):
        names = known.get(words[at].key, {})
        found = (
            keys
            for keys, each in names.items()
            if _stands(text, words, at, keys, each) and sure(text, words[at : at + len(keys)])
        )
        keys: Keys = next(found, ())
        if keys:
            titled = at > 0 and _is_title(text, words[at - 1], words[at])
            begin = words[at - titled].start
            stand = names[keys]
            yield Span(begin, words[at + len(keys) - 1].end, stand.words, stand.who)
        at += len(keys) or 1


def _stands(text: str, words: list[Spoken], at: int, keys: Keys, stand: _Stand) -> bool:
    """Whether a name stands at a place, and is no ordinary word there."""
    here = words[at : at + len(keys)]
    if tuple(each.key for each in here) != keys:
        return False
    small = any(each.text[0].islower() for each in here)
    if stand.owner and small:
        return False
    if any(len(key) > SHORT and key not in WORDS for key in keys):
        return True
    if at and _is_title(text, words[at - 1], words[at]):
        return True
    if len(keys) > 1:
        return not small or _names_somebody(keys)
    sure = keys[0] not in ORDINARY and not stand.described
    return not small and (sure or _is_told(text, words[at]))


def _names_somebody(keys: Keys) -> bool:
    """Whether words together are a name in small letters too: not "will park", nor "a friend"."""
    if keys[0] in MODALS and ORDINARY.issuperset(keys):
        return False
    return any(key not in EVERYDAY for key in keys)


def _describes(name: str) -> bool:
    """Whether several words tell only what somebody is: "my critical friend"."""
    keys = keys_of(name)
    titled = bool(keys) and keys[0] in TITLES
    return len(keys) > 1 and not titled and {*keys} <= EVERYDAY | DIVIDING | NO_NAMES


def _is_told(text: str, word: Spoken) -> bool:
    """Whether an ordinary word with a capital letter is a name: it owns, or begins no sentence."""
    before = text[max(0, word.start - _LOOK_BACK) : word.start].rstrip(_BESIDE_WORDS)
    within = before != "" and before[-1] not in _SENTENCE_ENDS
    return within or _OWN.match(text, word.end) is not None


def _is_title(text: str, word: Spoken, name: Spoken) -> bool:
    is_one = word.key in TITLES_ONLY or (word.key in TITLES and word.text[0].isupper())
    between = text[word.end : name.start].strip(" \N{NO-BREAK SPACE}")
    return is_one and between in ("", ".")
