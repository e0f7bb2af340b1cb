"""Taking people's names out of what was written.

The rule. A name is hidden as whole words only, so that nothing is touched that merely contains one:

- all of it, in any case, with anything but words between its parts, or as one word ("mialee");
- each of its parts alone, in any case: first names and surnames, both halves of "Anne-Marie",
  "Ana" and "Lee" in "AnaLee_exit.pdf"; accents do not count; with a capital letter also with the s
  of an owner ("Mias");
- a part of two letters, or one that is a word of English as well ("Quick", "Will"), with a capital
  letter or after a title only, and one of those that are first names or often surnames ("Will",
  "May", "Grace") not where it begins a sentence, unless "'s" follows; nor an everyday word of what
  only describes somebody ("my critical friend");
- of three or four signs of a script without spaces, the given name alone too;
- a title before a name goes with it. Titles, roles, initials and small words between the parts
  ("van", "de") are no names by themselves.

Where that fails: "Will saw it." keeps its Will, "they will park" every Will Park in small letters,
"quick" every Becky Quick by her surname alone in small letters, and where that begins a sentence,
"Quick steps helped" loses its first word;
a heading that begins each word with a capital loses its "May"; other endings than s, an initial
that is written together with a surname ("mlee"), and a nickname that is in no plan, group or log
stay.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations, filterfalse, pairwise
from typing import NamedTuple

from facilitui.core.ordinary_words import (
    DIVIDING,
    EVERYDAY,
    MODALS,
    NO_NAMES,
    ORDINARY,
    TITLES,
)
from facilitui.core.report_words import Hide, Span, Spoken, is_sign, keys_of, replaced, words_of

PARTICIPANT, SOMEBODY = "a participant", "somebody"
"""What stands in the place of a name: of whoever took part, of anybody else."""
_SHORT = 2
"""Letters of a part that is known by its capital letter only."""
_JOINED = 5
"""Letters of a name written as one word from which on it is looked for."""
_MOST_JOINED = 6
"""Parts of a name that are looked for so."""
_WORDS = ORDINARY | NO_NAMES | EVERYDAY
"""What is no name by itself, or not by itself alone."""
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

_Keys = tuple[str, ...]


class _Stand(NamedTuple):
    """What stands in the place of a name."""

    words: str
    owner: bool
    """Whether its s of an owner tells it from the name itself."""
    described: bool
    """Whether it is of everyday words that only describe somebody."""


_Stands = dict[_Keys, _Stand]
"""Names by their words, each with what stands in its place; the longest first."""


def without_names(participants: Iterable[str], others: Iterable[str] = ()) -> Hide:
    """Hides people by their names, as the rule of this module has it."""
    participants, others = tuple(participants), tuple(others)
    whole = dict.fromkeys(_all_keys(participants), PARTICIPANT)
    whole |= dict.fromkeys(_all_keys(others), SOMEBODY)
    owners = {own: whole[keys] for keys in whole for own in _as_owner(keys)}
    stand_ins = owners | whole
    only_owners = owners.keys() - whole.keys()
    people = {keys for keys in _all_keys(filterfalse(_describes, (*participants, *others)))}
    known: dict[str, _Stands] = {}
    for keys in sorted(stand_ins, key=len, reverse=True):
        stand = _Stand(stand_ins[keys], keys in only_owners, keys not in people)
        known.setdefault(keys[0], {})[keys] = stand

    def hide(text: str) -> str:
        words = list(_pieces(words_of(text), known))
        return replaced(text, _found(text, words, known))

    return hide if known else lambda text: text


def without_signature(quote: str) -> str:
    """A quote without the name that it ends in, known or not: “We saw it” Mia; We saw it - Mia."""
    quote = quote.rstrip()
    found = _SIGNED.search(quote, max(0, len(quote) - _LONGEST))
    if found is None or any(word[0].islower() for word in (found[1] or found[2]).split()):
        return quote
    return quote[: found.start()].rstrip()


def _all_keys(names: Iterable[str]) -> Iterator[_Keys]:
    """What each name is looked for by: all of it, what stands between spaces, and its parts."""
    for name in names:
        for several in (name, *name.split()):
            if keys := _trimmed(keys_of(several)):
                yield keys
                yield from _given(keys)
        yield from _joined(_trimmed(keys_of(name)))
        yield from ((key,) for key in keys_of(name) if _is_part(key))


def _given(keys: _Keys) -> Iterator[_Keys]:
    """The given name alone, of three or four signs the last two; of four the first two as well."""
    if all(map(is_sign, keys)) and len(keys) in {3, 4}:
        yield from (keys[-2:], keys[:2])[: len(keys) - 2]


def _joined(keys: _Keys) -> Iterator[_Keys]:
    """A name written as one word, as in addresses: parts in their order, or all turned round."""
    parts = [key for key in keys if key.isalpha() and not is_sign(key)][:_MOST_JOINED]
    rows = [parts[begin:end] for begin, end in combinations(range(len(parts) + 1), 2)]
    for several in (*rows, parts[::-1]):
        word = "".join(several)
        if len(several) > 1 and len(word) >= _JOINED and word not in _WORDS:
            yield (word,)


def _as_owner(keys: _Keys) -> Iterator[_Keys]:
    """A name with the s of an owner, as languages without an apostrophe write it."""
    last = keys[-1]
    if len(last) > _SHORT and last[-1] != "s" and not {last, f"{last}s"} & _WORDS:
        yield (*keys[:-1], f"{last}s")


def _trimmed(keys: _Keys) -> _Keys:
    """The keys without what is no name at either end; nothing where they name nobody."""
    own = [place for place, key in enumerate(keys) if key not in NO_NAMES]
    found = keys[own[0] : own[-1] + 1] if own else ()
    names = any(map(_is_part, found)) or all(map(is_sign, found))
    return found if len(found) > 1 and names else ()


def _is_part(key: str) -> bool:
    return len(key) >= _SHORT and key.isalpha() and not is_sign(key) and key not in NO_NAMES


def _pieces(words: Iterable[Spoken], names: Collection[str]) -> Iterator[Spoken]:
    """The words, and the parts of one that is written like "AnaLee" and no name itself."""
    for word in words:
        inner = [at for at in range(1, len(word.text)) if _rises(word.text, at)]
        if not inner or word.key in names:
            yield word
            continue
        for begin, end in pairwise((0, *inner, len(word.text))):
            piece = word.text[begin:end]
            yield Spoken(word.start + begin, word.start + end, piece, "".join(keys_of(piece)))


def _rises(text: str, at: int) -> bool:
    return text[at].isupper() and text[at - 1].islower()


def _found(text: str, words: list[Spoken], known: Mapping[str, _Stands]) -> Iterator[Span]:
    """Where names stand, each with the title before it."""
    at = 0
    while at < len(words):
        names = known.get(words[at].key, {})
        found = (keys for keys, each in names.items() if _stands(text, words, at, keys, each))
        keys: _Keys = next(found, ())
        if keys:
            titled = at > 0 and _is_title(text, words[at - 1], words[at])
            begin = words[at - titled].start
            yield Span(begin, words[at + len(keys) - 1].end, names[keys].words)
        at += len(keys) or 1


def _stands(text: str, words: list[Spoken], at: int, keys: _Keys, stand: _Stand) -> bool:
    """Whether a name stands at a place, and is no ordinary word there."""
    here = words[at : at + len(keys)]
    if tuple(each.key for each in here) != keys:
        return False
    small = any(each.text[0].islower() for each in here)
    if stand.owner and small:
        return False
    if any(len(key) > _SHORT and key not in _WORDS for key in keys):
        return True
    if at and _is_title(text, words[at - 1], words[at]):
        return True
    if len(keys) > 1:
        return not small or _names_somebody(keys)
    sure = keys[0] not in ORDINARY and not stand.described
    return not small and (sure or _is_told(text, words[at]))


def _names_somebody(keys: _Keys) -> bool:
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
    return word.key in TITLES and text[word.end : name.start].strip(" \N{NO-BREAK SPACE}") in (
        "",
        ".",
    )
