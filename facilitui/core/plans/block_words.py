"""What a block's title says about the part it plays."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from facilitui.core.library.protocol import Protocol
from facilitui.core.vocabulary import BlockKind

_KINDS = (
    (
        BlockKind.PROCESS_DEBRIEF,
        4,
        r"process debrief|"
        r"debrief (?:of |on )?(?:the |our )?(?:process|session|day|protocol|meeting)|"
        r"^(?:(?:final|short|quick|group|team|whole.group|closing|our|the) )*debrief(?:ing)?"
        r"(?: together)?(?: ?\([^)]*\))?[.!]?$|"
        r"(?:debrief|reflect\w*|look\w* back) (?:on|at|of) (?:the|our|today.?s) "
        r"(?:process|session|meeting|work together)|plus.?delta|plus ?/ ?delta|"
        r"prozess(?:reflexion|auswertung)|(?:reflexion|auswertung|nachbesprechung) "
        r"(?:des|der|unserer|unseres) (?:prozess\w*|sitzung|treffens|tag\w*|zusammenarbeit)|"
        r"^(?:kurze )?nachbesprechung$|^débriefing$|"
        r"(?:débriefing|bilan|retour) (?:du|de la|de notre|sur (?:le|la|notre)) "
        r"(?:processus|séance|journée|réunion|travail)|"
        r"(?:reflexión|evaluación|balance) (?:del|de la|sobre (?:el|la)) "
        r"(?:proceso|sesión|reunión|jornada|día)",
    ),
    (
        BlockKind.BREAK,
        3,
        r"break|lunch|dinner|recess|pause(?! (?:and|to|for|&))|kaffeepause|mittags?pause|"
        r"mittag(?:essen)?|déjeuner|pausa|almuerzo|comida|intermission|receso|descanso|recreo|cena|"
        r"abendessen|repas|récréation",
    ),
    (
        BlockKind.BREAK,
        1,
        r"coffee|tea|snacks?|refreshments|breakfast|kaffee|frühstück|imbiss|café|collation|"
        r"petit.déjeuner|desayuno|merienda",
    ),
    (
        BlockKind.NORMS,
        2,
        r"norms?|agreements?|ground rules|working agreements|community agreements|"
        r"vereinbarungen|arbeitsvereinbarungen|(?:spiel|gesprächs|gruppen)?regeln|règles|normes|"
        r"normas|acuerdos|reglas",
    ),
    (
        BlockKind.OPENING,
        2,
        r"welcome|opening|openers?|check.?ins?|ice.?breakers?|arriv(?:als?|e|ing)|registration|"
        r"sign.?in|doors open|call to order|kick.?off|land acknowledge?ments?|"
        r"begrüßung|begrüssung|begrüßungsrunde|willkommen|eröffnung|"
        r"ankommen|eintreffen|einchecken|accueil|ouverture|bienvenue|brise.glace|bienvenida|"
        r"apertura|rompehielos|llegada|warm.?ups?|einstieg|auftakt|bienvenidos|saludos?|"
        r"tour de table|inicio",
    ),
    (BlockKind.OPENING, 1, r"introductions|vorstellungsrunde|présentations|presentaciones"),
    (
        BlockKind.CLOSING,
        2,
        r"closing|closure|^close$|(?:and|&) close$|wrap.?up|check.?outs?|good.?byes?|"
        r"farewell|exit tickets?|dismissal|adjourn\w*|abschluss(?:runde|kreis)?|"
        r"schlussrunde|verabschiedung|abschied|ausklang|clôture|conclusion|"
        r"au revoir|cierre|despedida|clausura",
    ),
    (BlockKind.CLOSING, 1, r"next steps|nächste schritte|prochaines étapes|próximos pasos"),
    (BlockKind.BREAKOUT, 2, r"breakouts?|break.?out (?:rooms?|groups?|sessions?)"),
)
"""Words of each kind with their weight: coffee at a welcome does not make it a break."""
_PATTERNS = tuple(
    (kind, weight, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE))
    for kind, weight, words in _KINDS
)
_ENDS = re.compile(
    r"(?:the )?(?:end|ends|finish|adjourn\w*|dismissal|departure|"
    r"end of (?:the )?(?:day|session|meeting)|session ends|ende|schluss|fin)[.!]?",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:grand |sub)?(?:total|sum|summe|gesamt|somme|suma)\b(?: time| minutes| duration)?\s*:?",
    re.IGNORECASE,
)
_IDLE = re.compile(r"nothing planned|free until \d{1,2}:\d{2}", re.IGNORECASE)
"""What documents of this program say of time without a block."""
_NO_BREAK = re.compile(
    r"(?<!\w)(?:break.?outs?|break.?through\w*|ice.?break\w*|break (?:it |up |down )?(?:into|down)|"
    r"world café|working lunch|lunch (?:and|&|n|’n|'n) learn|"
    r"(?:after|before|from|since|until) (?:the |our )?(?:break|lunch|coffee|recess|tea))",
    re.IGNORECASE,
)


def kind_of(title: str) -> BlockKind:
    """The part that a block of this title plays; an activity where no word tells.

    What weighs most goes first, and of what weighs the same the earliest.
    """
    bare = _NO_BREAK.sub(lambda found: " " * len(found[0]), title)
    weights: Counter[BlockKind] = Counter()
    begins: dict[BlockKind, int] = {}
    for kind, weight, pattern in _PATTERNS:
        for found in pattern.finditer(bare if kind is BlockKind.BREAK else title):
            weights[kind] += weight
            begins[kind] = min(begins.get(kind, found.start()), found.start())
    return max(weights, key=lambda kind: (weights[kind], -begins[kind]), default=BlockKind.ACTIVITY)


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


def is_idle(title: str) -> bool:
    """Whether a title says that there is time in which nothing is planned."""
    return _IDLE.fullmatch(title.strip()) is not None
