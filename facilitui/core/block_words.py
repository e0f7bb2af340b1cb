"""What a block's title says about the part it plays."""

from __future__ import annotations

import re
from collections.abc import Collection

from facilitui.core.protocol import Protocol
from facilitui.core.vocabulary import BlockKind

_KINDS = (
    (
        BlockKind.PROCESS_DEBRIEF,
        r"process debrief|debrief (?:of |on )?(?:the |our )?(?:process|session|day)|"
        r"(?:debrief|reflect\w*|look\w* back) (?:on|at|of) (?:the|our|today.?s) "
        r"(?:process|session|meeting|work together)|plus.?delta|plus ?/ ?delta",
    ),
    (
        BlockKind.BREAK,
        r"break|coffee|tea|lunch|dinner|snacks?|recess|pause(?! (?:and|to))|kaffee(?:pause)?|"
        r"mittag(?:essen|spause)?|déjeuner|pausa|almuerzo|comida|intermission",
    ),
    (
        BlockKind.NORMS,
        r"norms?|agreements?|ground rules|working agreements|community agreements|"
        r"vereinbarungen|spielregeln|règles|normas|acuerdos",
    ),
    (
        BlockKind.OPENING,
        r"welcome|opening|openers?|check.?ins?|ice.?breakers?|introductions|arrivals?|"
        r"kick.?off|begrüßung|begrüssung|willkommen|eröffnung|ankommen|accueil|ouverture|"
        r"bienvenue|bienvenida|apertura",
    ),
    (
        BlockKind.CLOSING,
        r"closing|closure|^close$|wrap.?up|check.?outs?|good.?byes?|farewell|next steps|"
        r"exit tickets?|abschluss|verabschiedung|clôture|conclusion|cierre|despedida",
    ),
    (BlockKind.BREAKOUT, r"breakouts?|break.?out (?:rooms?|groups?|sessions?)"),
)
_PATTERNS = tuple(
    (kind, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for kind, words in _KINDS
)
_ENDS = re.compile(
    r"(?:the )?(?:end|ends|finish|adjourn\w*|end of (?:the )?(?:day|session|meeting)|"
    r"session ends|ende|schluss|fin)[.!]?",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:grand |sub)?(?:total|sum|summe|gesamt|somme|suma)\b(?: time| minutes| duration)?\s*:?",
    re.IGNORECASE,
)
_NO_BREAK = re.compile(
    r"(?<!\w)(?:break.?outs?|break.?through\w*|ice.?break\w*|break (?:up )?into)", re.IGNORECASE
)


def kind_of(title: str) -> BlockKind:
    """The part that a block of this title plays; an activity where no word tells."""
    for kind, pattern in _PATTERNS:
        searched = _NO_BREAK.sub(" ", title) if kind is BlockKind.BREAK else title
        if pattern.search(searched):
            return kind
    return BlockKind.ACTIVITY


def known_names(protocols: Collection[Protocol]) -> dict[str, str]:
    """The ids of protocols by what they may be called in a title."""
    names = {spoken(each.id): each.id for each in protocols}
    return names | {spoken(each.name): each.id for each in protocols}


def spoken(name: str) -> str:
    """A name without what people leave out: the article, "protocol", capitals and signs."""
    words = re.sub(r"[\W_]+", " ", name.casefold()).split()
    return " ".join(word for word in words if word not in {"the", "a", "protocol"})


def is_end(title: str) -> bool:
    """Whether a title only says that it is over."""
    return _ENDS.fullmatch(title.strip()) is not None


def is_total(title: str) -> bool:
    """Whether a title heads a sum."""
    return _TOTAL.fullmatch(title.strip()) is not None
