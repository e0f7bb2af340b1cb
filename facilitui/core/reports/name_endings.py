"""Names with more letters right behind them: particles of Korean, endings of Slavic languages.

In Korean what a name does in its sentence is told right behind it ("김민수는"), in Slavic languages
by what its end becomes ("Нина", "Нины"). Other letters behind a name make another word of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from facilitui.core.reports.report_words import Spoken

_HANGUL = "\uac00-\ud7a3"
_ALL_HANGUL = re.compile(f"[{_HANGUL}]+")
_PARTICLE = re.compile(
    "이?(?:님|씨|양|군|들|네|쌤|샘|선생님|선생|학생|교사)*이?"
    "(?:은|는|이|가|을|를|의|에|에게|에게서|께|께서|한테|한테서|와|과|랑|하고|도|만|부터|까지|보다"
    "|처럼|로|으로|야|아|여|나|든지|마저|조차|밖에|라고|라는|에는|에게는|와는|과는|만은|예요|이에요|입니다|였다|다)?"
)
"""What stands behind a name, with a title before it; the other signs make a word of two."""
_TELLING = 3
"""So many signs of Hangul are a name, whatever is behind them."""
_STEM = 3
"""So many letters of a name stay as they are whatever it ends in."""
_VOWELS = "аеиоуыэюяіьъ"
_ENDING = re.compile(
    "а|я|у|ю|о|е|и|ы|і|ь|ом|ем|ам|ям|ою|ею|ой|еи|ои|ии|ах|ях|ов|ев|ей|ому|ему|ого|его|ым|"
    "им|ых|их|ую|юю|ая|яя|єю|ові|еві|ове|еве|ами|ями|ыми|ими|ову|еву|ова|ева|ин|ина|ино|"
    "ины"
)
"""What Slavic names end in, as it is compared: without accents."""


def is_hangul(key: str) -> bool:
    """Whether a word is of Hangul alone."""
    return _ALL_HANGUL.fullmatch(key) is not None


def hangul_forms(keys: tuple[str, ...]) -> Iterator[str]:
    """By what somebody with a Korean name is called: all of it as one word, the given name."""
    whole = "".join(keys)
    if is_hangul(whole) and len(whole) >= _TELLING:
        yield whole
        if len(keys) == 1 and len(whole) <= _TELLING + 1:
            yield whole[-2:]


def stems_of(keys: Iterable[str]) -> dict[str, str]:
    """Names of Cyrillic letters by what of them stays whatever they end in."""
    stems = ((key[:-1] if key[-1] in _VOWELS else key, key) for key in keys)
    return {stem: key for stem, key in stems if len(stem) >= _STEM and _is_cyrillic(stem)}


def without_ending(word: Spoken, known: Iterable[str], stems: Mapping[str, str]) -> Spoken | None:
    """The name with which a word begins, as far as it goes; None where it begins with none.

    Of Hangul what is behind the name stays; in Slavic languages the ending is a part of it.
    """
    key = word.key
    if word.text.isascii():
        return None
    if is_hangul(word.text):
        begins = (key[:end] for end in range(len(key) - 1, 1, -1) if key[:end] in known)
        name = next((each for each in begins if _may_end(each, key[len(each) :])), "")
        end = len(name)
        return Spoken(word.start, word.start + end, word.text[:end], name) if name else None
    if word.text[0].islower() or not _is_cyrillic(key):
        return None
    ends = (at for at in range(len(key) - 1, _STEM - 1, -1) if _ENDING.fullmatch(key, at))
    name = next((stems[key[:at]] for at in ends if key[:at] in stems), "")
    return word._replace(key=name) if name else None


def _may_end(name: str, behind: str) -> bool:
    return len(name) >= _TELLING or _PARTICLE.fullmatch(behind) is not None


def _is_cyrillic(key: str) -> bool:
    return all("\u0400" <= each <= "\u052f" for each in key)
