"""Who leads a part of an agenda, where that stands in brackets behind its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from facilitui.core.agendas_outside.agenda_rows import ReadRow, first_of, one_line
from facilitui.core.plans.block_words import kind_of
from facilitui.core.vocabulary import BlockKind

_NAME = r"[^\W\d_](?:[^\W\d_]|['’.-])*"
_BEHIND = re.compile(
    r"[(\[]\s?(?P<said>(?:led by\s|(?:lead|leader|facilitator|host):)\s?)?"
    rf"(?P<names>{_NAME}(?:(?:\s|\s?[,/&+]\s?|\s(?:and|und|et|y)\s){_NAME})?)\s?[)\]]$",
    re.IGNORECASE,
)
_AND = {"and", "und", "et", "y"}
_WORDS = (
    "all alle tous todos everyone everybody whole full half small large big entire pair pairs "
    "trio trios triad triads quad quads fours fives group groups team teams table tables "
    "individual individuals alone solo silent silence quiet plenary plenum partner partners "
    "gruppe gruppen kleingruppen paare einzeln optional required new draft tbd tbc tba part teil "
    "round phase step day session continued again review recap activity protocol discussion "
    "reading writing video film slide slides deck handout handouts poster whiteboard chart padlet "
    "jamboard miro mural slido zoom meet webex online virtual remote hybrid recorded room raum "
    "saal hall gym library cafeteria foyer lobby cafe café office lab outside inside main know do "
    "both why how what when goal goals minutes hours facilitator facilitators presenter "
    "participants teachers staff leaders principal coach host monday tuesday wednesday thursday "
    "friday saturday sunday morning afternoon evening live fast slow short long"
)
_NO_NAMES = frozenset(_WORDS.split())
"""Words that stand in brackets behind a title and are nobody's name."""
_LONGEST = 400
"""Characters of a title beyond which nobody is looked for."""


def with_leads(read: Sequence[ReadRow], told: list[str]) -> list[ReadRow]:
    """Rows with whoever is named behind their titles; that it was taken so is told."""
    found = [_led(row) for row in read]
    led = [row for row, before in zip(found, read, strict=True) if row is not before]
    told += first_of(
        [
            f"line {row.line}: “{row.lead}” is taken as who leads “{one_line(row.title)[:40]}”"
            for row in led
        ]
    )
    return found


def _led(row: ReadRow) -> ReadRow:
    """A row with its title and its lead apart, where both are there and unmistakable."""
    found = _BEHIND.search(row.title) if len(row.title) <= _LONGEST else None
    if found is None or not (found["said"] or _are_names(found["names"])):
        return row
    title = row.title[: found.start()].rstrip(" \t,;:–—-")
    return replace(row, title=title, lead=found["names"]) if re.search(r"\w", title) else row


def _are_names(said: str) -> bool:
    """Whether words are written as names are, and none of them is known as something else."""
    words = [word for word in re.split(r"[\s,/&+]+", said) if word not in _AND]
    return kind_of(said) is BlockKind.ACTIVITY and all(map(_is_name, words))


def _is_name(word: str) -> bool:
    """Ana, O'Neill, J. but neither NGSS nor any word that is nobody's name."""
    bare = word.rstrip(".")
    shaped = word[0].isupper() and (len(bare) == 1 or not bare.isupper())
    return shaped and bare.casefold() not in _NO_NAMES
