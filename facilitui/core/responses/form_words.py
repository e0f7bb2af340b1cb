"""What answers to a form mean: words and figures as common form tools write them, as levels.

Nothing is guessed about a single answer. One way of reading holds for a whole column, is shown,
and can be changed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from facilitui.core import answer_words as known
from facilitui.core import safe_text
from facilitui.core.responses.feedback import EFFECT, GROWTH, Item
from facilitui.core.responses.feedback_scale import EVEN, SHARES, SURE, Scale
from facilitui.core.sealing import sha256
from facilitui.core.small_letters import small_letters, small_pattern
from facilitui.core.words import Word


class Reading(Word):
    """How the answers of a column are read."""

    STRONGLY = "strongly", "“strongly agree” is most"
    PLAINLY = "plainly", "“agree” is most"
    STRONGLY_NOT = "strongly_not", "turned round: “strongly disagree” is most"
    PLAINLY_NOT = "plainly_not", "turned round: “disagree” is most"
    UPWARDS = "upwards", "the highest figure is most"
    DOWNWARDS = "downwards", "turned round: the lowest figure is most"

    @property
    def turned(self) -> Reading:
        """The same the other way round, as where a question has a "not"."""
        return _TURNED[self]


_TURNED = {
    Reading.STRONGLY: Reading.STRONGLY_NOT,
    Reading.PLAINLY: Reading.PLAINLY_NOT,
    Reading.UPWARDS: Reading.DOWNWARDS,
}
_TURNED |= {turned: usual for usual, turned in _TURNED.items()}
ROUND = frozenset({Reading.STRONGLY_NOT, Reading.PLAINLY_NOT, Reading.DOWNWARDS})
"""The readings that turn a question round."""
IN_WORDS = (Reading.STRONGLY, Reading.PLAINLY, Reading.PLAINLY_NOT, Reading.STRONGLY_NOT)
"""In the order in which one key goes through them."""
IN_FIGURES = (Reading.UPWARDS, Reading.DOWNWARDS)

_PARTLY = 3
"""Neither agreed nor disagreed; four levels of agreement lack it."""
_NUMBER = r"(\d{1,6})(?:[.,]0{1,3})?"
_UNIT = r"(?:\s*(?:stars?|points?|sterne?|punkte?|étoiles?|estrellas?|puntos?))?"
_MEANING = r"(?:\s*[-–—:=(.,;]\D*)?"
"""What a form tool explains behind a figure; with another figure in it, it may be a range."""
_FIGURE = small_pattern(_NUMBER + _UNIT + _MEANING)
_CHOSEN = re.compile(r"(\d{1,6})\s+(\D+)")
"""A figure with words behind it: one that was chosen with them, or how a sentence begins."""
_OUT_OF = small_pattern(
    rf"{_NUMBER}\s*(?:(?:%|per ?cent|prozent)|\(?(?:/|(?:out )?of|von|sur|de)\s*(\d{{1,6}})\)?)"
    rf"{_UNIT}{_MEANING}"
)
"""A figure that is said to be out of something: 4/5, 6 of 7, 80 %."""
_BEHIND = re.compile(r"\D*\((\d{1,6})\)")
_MOMENT = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b.*")
_ENOUGH = 16
"""Characters of a digest by which words differ from all others."""
_STARS = re.compile(r"(★{0,5})☆{0,5}")


def said(text: str) -> str:
    """An answer as it is looked up: one line, small letters, no full stop."""
    words = " ".join(small_letters(text[:200]).replace("’", "'").split())
    return words.rstrip(".!: ").strip("\"“”'") if words != "?" else words


def is_nothing(text: str) -> bool:
    """Whether an answer is none."""
    return said(text) in known.NOTHING


def is_moment(text: str) -> bool:
    """Whether an answer is a date, alone or with a time."""
    return _MOMENT.fullmatch(text[:60].strip()) is not None


def figure_of(text: str) -> int | None:
    """The figure that an answer says: 4, "4 - quite", "agree (4)", "★★★★☆"; None without one.

    A range says none ("3-4", "1 or 2"), nor does a sentence that begins with one.
    """
    words = "" if is_moment(text) else said(text)
    if words and _STARS.fullmatch(words):
        return words.count("★")
    patterns = (_OUT_OF, _FIGURE, _BEHIND, _CHOSEN)
    found = next(filter(None, (each.fullmatch(words) for each in patterns)), None)
    if found is None or (found.re is _CHOSEN and not is_known(found[2])):
        return None
    return int(found[1])


def is_known(text: str) -> bool:
    """Whether an answer is one of the words that forms offer."""
    words = said(text)
    graded = words in known.GRADES and " " in words  # "Useful" alone may be a heading
    return graded or words in known.STRONGLY or words in known.SURE_LEVELS


def out_of(text: str) -> int | None:
    """The most that an answer names beside its figure: "4/5", "80 %", "★★★★☆"; else None."""
    words = "" if is_moment(text) else said(text)
    if "☆" in words and _STARS.fullmatch(words):
        return len(words)
    found = _OUT_OF.fullmatch(words)
    return (int(found[2]) if found[2] else SHARES.most) if found else None


def word_key(text: str) -> str:
    """By what an answer in words is known again, without the words."""
    return sha256(said(text))[:_ENOUGH]


def level(
    text: str, item: Item, reading: Reading, scale: Scale, order: Sequence[str] = ()
) -> int | None:
    """The level that an answer means; None for no answer. Raises ValueError for what is none.

    `order` are the keys of the words that somebody put in order, the lowest first.
    """
    if is_nothing(text):
        return None
    figure = figure_of(text)
    if order:
        key = word_key(text)
        found = scale.least + order.index(key) if key in order else None
    elif figure is None:
        found = _by_words(said(text), item, reading, scale)
    else:
        found = figure if out_of(text) in (None, scale.most) else None
    if found is None or found not in scale.levels:
        raise ValueError(f"{safe_text.quoted(text)} is not on its scale, {scale.label}")
    return scale.least + scale.most - found if reading in ROUND else found


def _by_words(words: str, item: Item, reading: Reading, scale: Scale) -> int | None:
    """A word as a level: only of the usual scale, or of four that have no middle."""
    plainly = reading in (Reading.PLAINLY, Reading.PLAINLY_NOT)
    agreed = (known.PLAINLY if plainly else known.STRONGLY).get(words)
    if agreed is None and item in EFFECT:
        agreed = known.AMOUNTS.get(words)
    if agreed is None:
        agreed = known.GRADES.get(words)
    if scale == SURE and item in GROWTH:
        return known.SURE_LEVELS.get(words, None if agreed is None else agreed - 1)
    if scale == EVEN and agreed != _PARTLY:
        return agreed if agreed is None or agreed < _PARTLY else agreed - 1
    return agreed if scale == item.usual else None


def reading_of(texts: tuple[str, ...], item: Item) -> Reading:
    """How answers are most likely meant; where that is open, as form tools write them."""
    if 2 * len(figures_of(texts)) >= len(texts):
        return Reading.UPWARDS
    words = {said(text) for text in texts}
    strong = not words.isdisjoint(known.STRONG_WORDS)
    rather = not words.isdisjoint(known.RATHER_WORDS)
    return Reading.PLAINLY if rather and not strong and item in EFFECT else Reading.STRONGLY


def figures_of(texts: tuple[str, ...]) -> list[int]:
    """The figures among some answers."""
    return [figure for text in texts if (figure := figure_of(text)) is not None]
