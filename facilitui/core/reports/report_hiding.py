"""Taking private lines out of what was written.

A line that was captured and not released stays with the host, also where it was pulled into an
answer. Words are compared, not letters, so that neither a comma, quotation marks nor capitals let
one out:

- where a whole line of three words or more stands, or five words of it in a row, a stand-in takes
  their place; of a script without spaces four signs are a line, and eight in a row are looked for;
- what was pulled in, “…” (15:40), goes as a whole where something private was typed at that time,
  whatever was changed in it and whatever its marks are, unless it is what may be told of that time.

Its quotation marks and its time go with it, so that the sentence around it can be read. Whoever
was not there gets no sentence of which little else is left; who gets a few lines of it, as a
sponsor does, none with a gap in it at all.

A line of one or two words is a word like any other: in prose it cannot be hidden without spoiling
other sentences, and is left out only where it is told as a capture or stands as it was pulled in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from facilitui.core.reports.report_pulled import Pulled, pulled_in
from facilitui.core.reports.report_words import (
    Hide,
    Span,
    Spoken,
    is_sign,
    keys_of,
    replaced,
    words_of,
)
from facilitui.core.sessions.session import Note, NoteKind
from facilitui.core.told import QUOTES, in_quotes

PRIVATE = "(private)"
"""What stands in the place of a private line."""
KEPT = "Kept private."
"""What stands where nothing is left of what was written."""
_ENOUGH = 5
"""Words beside a stand-in from which on a sentence still says something."""
_LINE, _ROW = 3, 5
_SIGNS, _SIGNS_ROW = 4, 8
_OPENING = "‘‚‹›" + "".join(pair[0] for pair in QUOTES)
_CLOSING = "’‘‹›" + "".join(pair[1] for pair in QUOTES)
_BEHIND = re.compile(
    rf"[.!?…]?(?P<quotes>[{re.escape(_CLOSING)}]*)(?P<time>[.!?…]?\s*\(\d{{1,2}}:\d\d\))?"
)
_MOST_MARKS = 4
"""Quotation marks in a row that belong to one line."""
_STAND_IN = re.escape(PRIVATE)
_TOUCHES = re.compile(rf"(?<=[\w.,;:!?)”])(?={_STAND_IN})|(?<={_STAND_IN})(?=\w)")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])(?=\s)|(?<=[。！？\n])")
_SMALL = frozenset(
    {
        *("a", "an", "and", "are", "as", "at", "be", "but", "by", "do", "for", "from", "had"),
        *("has", "have", "he", "i", "if", "in", "is", "it", "its", "me", "my", "not", "of", "on"),
        *("or", "our", "she", "so", "that", "the", "their", "them", "then", "there", "they"),
        *("this", "to", "was", "we", "were", "what", "when", "which", "who", "will", "with", "you"),
    }
)
"""Words of which a row is in everybody's mouth, and betrays nothing."""

HOSTS = (NoteKind.CAPTURE, NoteKind.MARK)
"""What is the host's alone for as long as it is not released."""
_Keys = tuple[str, ...]


def private_notes(notes: Iterable[Note], kind: NoteKind) -> tuple[Note, ...]:
    """The notes of a kind that were not released."""
    return tuple(each for each in notes if each.kind is kind and not each.released)


def _too_short(keys: _Keys) -> bool:
    """Whether a line of such words cannot be told from others in prose."""
    return len(keys) < _sizes(keys)[0]


def without_lines(notes: Iterable[Note], when: Callable[[Note], str] = lambda note: "") -> Hide:
    """Hides what was captured, or typed at a mark, and not released.

    `when` gives the time of day that stands behind a line where it is pulled in.
    """
    kept = [each for each in notes if each.text.strip()]
    private = [each for kind in HOSTS for each in private_notes(kept, kind)]
    open_lines = [keys_of(each.text) for each in kept if each not in private]
    if not private:
        return lambda text: text
    rows = _rows((keys_of(each.text) for each in private), open_lines)
    as_pulled = {in_quotes(each.text) for each in private}
    times = frozenset(when(each) for each in private) - {""}

    def is_private(found: Pulled) -> bool:
        return bool(found.times & times) and keys_of(found.words) not in open_lines

    def hide(text: str) -> str:
        return _set_off(_without(_without_rows(text, rows), is_private, as_pulled))

    return hide


def without_pulled(text: str) -> str:
    """The text without anything that was pulled in, where no log tells what may be read of it."""
    return _set_off(_without(text, lambda found: True, ()))


def whole_sentences(text: str, *, gaps: bool = True) -> tuple[str, tuple[str, ...]]:
    """The text without the sentences of which little but a stand-in is left, and these.

    Without `gaps` no sentence with a stand-in stays, however much of it is left.
    """
    if PRIVATE not in text:
        return text, ()
    sentences = _SENTENCE_ENDS.split(text)
    torn = tuple(s for s in sentences if is_torn(s) or (PRIVATE in s and not gaps))
    kept = "".join(each for each in sentences if each not in torn)
    return (kept.strip() or KEPT) if torn else text, torn


def is_torn(sentence: str) -> bool:
    """Whether little but a stand-in is left of a sentence."""
    return PRIVATE in sentence and len(words_of(sentence.replace(PRIVATE, " "))) < _ENOUGH


def _set_off(text: str) -> str:
    """The text with a space between a stand-in and a word that it would touch."""
    return _TOUCHES.sub(" ", text)


def _without(text: str, private: Callable[[Pulled], bool], whole: Collection[str]) -> str:
    """The text without what was pulled in and is private; `whole` is how it would stand there."""
    found = pulled_in(text, private, whole)
    return replaced(text, (Span(each.start, each.end, PRIVATE) for each in found))


def _rows(lines: Iterable[_Keys], told: Iterable[_Keys]) -> dict[_Keys, bool]:
    """The rows of words that betray a line, and whether one does so by itself."""
    rows: dict[_Keys, bool] = {}
    for keys in lines:
        size = min(len(keys), _sizes(keys)[1])
        found = [] if _too_short(keys) else [*_of_size(keys, size)]
        tell = {row: sum(key not in _SMALL for key in row) > 1 for row in found}
        if size == len(keys) or not any(tell.values()):
            tell = dict.fromkeys(found, True)
        rows |= {row: told or rows.get(row, False) for row, told in tell.items()}
    for size in {len(row) for row in rows}:
        for open_line in told:
            for row in _of_size(open_line, size):
                rows.pop(row, None)
    return rows


def _sizes(keys: _Keys) -> tuple[int, int]:
    """Words that make a line, and how many of them in a row are looked for."""
    return (_SIGNS, _SIGNS_ROW) if all(map(is_sign, keys)) else (_LINE, _ROW)


def _of_size(keys: Sequence[str], size: int) -> Iterator[_Keys]:
    return (tuple(keys[at : at + size]) for at in range(len(keys) - size + 1))


def _without_rows(text: str, rows: Mapping[_Keys, bool]) -> str:
    words = words_of(text)
    keys = [each.key for each in words]
    found = sorted(
        (at, at + size, rows[row])
        for size in {len(row) for row in rows}
        for at, row in enumerate(_of_size(keys, size))
        if row in rows
    )
    return replaced(text, (_widened(text, *each) for each in _stretches(words, found)))


def _widened(text: str, start: int, end: int) -> Span:
    """A private stretch with the quotation marks around it, and the time that stands behind it."""
    before = text[max(0, start - _MOST_MARKS) : start]
    marks = len(before) - len(before.rstrip(_OPENING))
    behind = _BEHIND.match(text, end)
    quoted, timed = (behind["quotes"], behind["time"]) if behind is not None else ("", "")
    if behind is not None and marks and quoted:
        return Span(start - marks, behind.end(), PRIVATE)
    if behind is not None and timed and not quoted:
        return Span(start, behind.end(), PRIVATE)
    return Span(start, end, PRIVATE)


def _stretches(
    words: Sequence[Spoken], found: Iterable[tuple[int, int, bool]]
) -> Iterator[tuple[int, int]]:
    """Stretches of rows that overlap or follow each other, if one of them betrays anything."""
    begin = end = 0
    tells = False
    for first, last, told in (*found, (len(words) + 1, 0, False)):
        if first > end:
            if tells:
                yield words[begin].start, words[end - 1].end
            begin, end, tells = first, first, False
        end, tells = max(end, last), tells or told


def short_ones_in(notes: Iterable[Note], texts: Iterable[str], kind: NoteKind) -> int:
    """How many private lines of a kind are too short to be hidden, and stand so in texts."""
    lines = map(keys_of, (each.text for each in private_notes(notes, kind)))
    short = [keys for keys in lines if keys and _too_short(keys)]
    said = [keys_of(text) for text in texts] if short else []
    return sum(any(keys in _of_size(each, len(keys)) for each in said) for keys in short)
