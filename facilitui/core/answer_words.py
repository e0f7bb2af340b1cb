"""The words that forms offer as answers, and the levels that they stand for."""

from __future__ import annotations

_NONE = (
    "n/a|na|n.a|not applicable|does not apply|no answer|none|null|nan|don't know|do not know|"
    "i don't know|prefer not to say|prefer not to answer|no opinion|not answered|skipped|"
    "keine angabe|k.a|weiß nicht|trifft nicht auf mich zu|sans réponse|sans objet|"
    "ne sait pas|no aplica|sin respuesta|no sé|-|--|–|—|?"
)
NOTHING = frozenset(["", *_NONE.split("|")])
"""Answers that say nothing about the question."""
_MOST = (
    "strongly agree|agree strongly|completely agree|totally agree|fully agree|entirely agree|"
    "very much agree|definitely|stimme voll zu|stimme voll und ganz zu|stimme völlig zu|"
    "stimme vollkommen zu|trifft voll zu|trifft voll und ganz zu|tout à fait d'accord|"
    "totalmente de acuerdo|muy de acuerdo|completamente de acuerdo"
)
_AGREE = "agree|stimme zu|trifft zu|d'accord|de acuerdo"
_RATHER = (
    "rather agree|somewhat agree|slightly agree|mostly agree|tend to agree|agree somewhat|"
    "agree slightly|agree a little|stimme eher zu|trifft eher zu|plutôt d'accord|"
    "algo de acuerdo|más bien de acuerdo"
)
_MIDDLE = (
    "neutral|neither agree nor disagree|neither|neither disagree nor agree|partly|undecided|"
    "unsure|not sure|in between|partly agree|partly agree, partly disagree|teils teils|teils/teils|"
    "teils, teils|weder noch|unentschieden|neutre|ni d'accord ni pas d'accord|"
    "ni de acuerdo ni en desacuerdo"
)
_RATHER_NOT = (
    "rather disagree|somewhat disagree|slightly disagree|mostly disagree|tend to disagree|"
    "disagree somewhat|disagree slightly|disagree a little|stimme eher nicht zu|"
    "trifft eher nicht zu|plutôt pas d'accord|algo en desacuerdo|más bien en desacuerdo"
)
_DISAGREE = "disagree|stimme nicht zu|trifft nicht zu|pas d'accord|en desacuerdo"
_LEAST = (
    "strongly disagree|disagree strongly|completely disagree|totally disagree|fully disagree|"
    "entirely disagree|not at all|stimme gar nicht zu|stimme überhaupt nicht zu|"
    "trifft gar nicht zu|trifft überhaupt nicht zu|pas du tout d'accord|"
    "totalmente en desacuerdo|muy en desacuerdo"
)
_SURE = (
    "not at all|not at all sure|not sure at all|not sure|not confident at all|"
    "not at all confident|no confidence|none at all|gar nicht|überhaupt nicht|garnicht|"
    "gar nicht sicher|pas du tout|nada|para nada",
    "a little|a little bit|slightly|a little sure|slightly sure|slightly confident|not very|"
    "not very sure|not very confident|not much|hardly|wenig|ein wenig|kaum|eher nicht|un peu|peu|"
    "un poco|poco",
    "somewhat|moderately|somewhat sure|somewhat confident|moderately confident|partly|neutral|"
    "fairly|to some extent|mittel|mittelmäßig|teilweise|teils|etwas|einigermaßen|moyennement|algo",
    "quite|quite sure|quite confident|confident|sure|mostly|a lot|quite a bit|quite a lot|much|"
    "ziemlich|ziemlich sicher|eher|eher sicher|sicher|viel|überwiegend|weitgehend|assez|plutôt|"
    "bastante|seguro",
    "very|very much|very sure|very confident|extremely|extremely confident|completely|"
    "completely sure|completely confident|fully|totally|a great deal|to a great extent|sehr|"
    "sehr viel|sehr sicher|völlig|voll und ganz|vollkommen|très|beaucoup|tout à fait|énormément|"
    "muy|mucho|totalmente|completamente|muy seguro",
)
_YES = (
    "no|nein|non",
    "rather no|mostly no|not really|not quite|eher nein|plutôt non|más bien no",
    "in part|yes and no|jein|zum teil|en partie|oui et non|en parte|sí y no",
    "rather yes|mostly yes|more or less|mostly|eher ja|plutôt oui|más o menos|más bien sí",
    "yes|ja|oui|sí|si",
)
"""Yes and no, as the ends of agreement; above answers they say nothing: "No." heads numbers."""


def _levels(*groups: tuple[int, str]) -> dict[str, int]:
    return {words: level for level, group in groups for words in group.split("|")}


STRONGLY = _levels(
    *((5, _MOST), (4, _AGREE), (4, _RATHER), (3, _MIDDLE)),
    *((2, _RATHER_NOT), (2, _DISAGREE), (1, _LEAST)),
)
"""Agreement where "strongly agree" is most."""
PLAINLY = STRONGLY | _levels((5, _AGREE), (1, _DISAGREE))
"""Agreement where "agree" is most."""
SURE_LEVELS = _levels(*enumerate(_SURE))
AMOUNTS = _levels(*enumerate(_YES, 1)) | _levels(*enumerate(_SURE, 1))
"""How much, as agreement: what a question for an effect is often answered with."""
STRONG_WORDS = frozenset(f"{_MOST}|{_LEAST}".split("|"))
RATHER_WORDS = frozenset(f"{_RATHER}|{_RATHER_NOT}".split("|"))
