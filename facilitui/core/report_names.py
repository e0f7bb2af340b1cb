"""Taking people's names out of what was written.

The rule. A name is hidden as whole words only, so that nothing is touched that merely contains one:

- all of it, in any case, with anything but words between its parts;
- each of its parts alone, in any case: first names and surnames, both halves of "Anne-Marie",
  "Ana" and "Lee" in "AnaLee_exit.pdf"; accents do not count;
- a part of two letters, or one that is an ordinary word of English as well ("Will", "May",
  "Grace"), with a capital letter or after a title only, and such a word not where it begins a
  sentence, unless "'s" follows;
- a title before a name goes with it. Titles, roles, initials and small words between the parts
  ("van", "de") are no names by themselves.

Where that fails: "Will saw it." keeps its Will, a heading that begins each word with a capital
loses its "May", and a nickname that is in no plan, group or log stays.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from facilitui.core.ordinary_words import NO_NAMES, ORDINARY, PARTICLES, TITLES
from facilitui.core.report_words import Hide, Span, Spoken, is_sign, keys_of, replaced, words_of

PARTICIPANT, SOMEBODY = "a participant", "somebody"
"""What stands in the place of a name: of whoever took part, of anybody else."""
_SHORT = 2
"""Letters of a part that is known by its capital letter only."""
_BETWEEN = re.compile(r"[,;/&+()|\n]|\s(?:and|und|et|y)\s")
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
_Stands = dict[_Keys, str]
"""Names by their words, each with what stands in its place; the longest first."""


def names_in(line: str) -> tuple[str, ...]:
    """The names in a line that somebody wrote: "Ana Lee, and the principal" has one."""
    chunks = [each.split() for each in _BETWEEN.split(line)]
    if line == line.lower() != line.upper():  # nobody took the trouble of capital letters
        named = [chunk for chunk in chunks if not NO_NAMES.intersection(keys_of(" ".join(chunk)))]
    else:
        named = [_capitalised(chunk) for chunk in chunks]
    return tuple(dict.fromkeys(" ".join(name) for name in named if name))


def _capitalised(chunk: Sequence[str]) -> list[str]:
    """The first words in it that begin with a capital letter and tell no role."""
    name: list[str] = []
    for word in chunk:
        key = "".join(keys_of(word))
        begins = not word[0].islower() and key not in NO_NAMES
        if begins or (name and key in PARTICLES):
            name.append(word)
        elif name:
            break
    return name


def without_names(participants: Iterable[str], others: Iterable[str] = ()) -> Hide:
    """Hides people by their names, as the rule of this module has it."""
    stand_ins = dict.fromkeys(_all_keys(participants), PARTICIPANT)
    stand_ins |= dict.fromkeys(_all_keys(others), SOMEBODY)
    known: dict[str, _Stands] = {}
    for keys in sorted(stand_ins, key=len, reverse=True):
        known.setdefault(keys[0], {})[keys] = stand_ins[keys]

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
        yield from ((key,) for key in keys_of(name) if _is_part(key))


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
        keys: _Keys = next((each for each in names if _stands(text, words, at, each)), ())
        if keys:
            titled = at > 0 and _is_title(text, words[at - 1], words[at])
            begin = words[at - titled].start
            yield Span(begin, words[at + len(keys) - 1].end, names[keys])
        at += len(keys) or 1


def _stands(text: str, words: list[Spoken], at: int, keys: _Keys) -> bool:
    """Whether a name stands at a place, and is no ordinary word there."""
    here = words[at : at + len(keys)]
    if tuple(each.key for each in here) != keys:
        return False
    if any(len(key) > _SHORT and key not in ORDINARY | NO_NAMES for key in keys):
        return True
    if at and _is_title(text, words[at - 1], words[at]):
        return True
    if any(each.text[0].islower() for each in here):
        return False
    return len(keys) > 1 or keys[0] not in ORDINARY or _is_told(text, words[at])


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
