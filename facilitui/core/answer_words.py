"""The words that forms offer as answers, and the levels that they stand for."""

from __future__ import annotations

from facilitui.core.small_letters import small_letters


def _words(group: str) -> list[str]:
    return small_letters(group).split("|")


_NONE = (
    "n/a|na|n.a|not applicable|does not apply|no answer|none|null|nan|don't know|do not know|"
    "i don't know|prefer not to say|prefer not to answer|no opinion|not answered|skipped|"
    "keine angabe|k.a|weiß nicht|trifft nicht auf mich zu|sans réponse|sans objet|"
    "ne sait pas|no aplica|sin respuesta|no sé|-|--|–|—|?"
)
NOTHING = frozenset(["", *_words(_NONE)])
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
_UNSURE = (
    "not sure|unsure|uncertain|not certain|unsicher|nicht sicher|incertain|incertaine|"
    "pas sûr|pas sûre|inseguro|insegura|no seguro|no segura"
)
"""How sure somebody is: not; of agreement, that it is neither yes nor no."""
_MIDDLE = (
    f"{_UNSURE}|"
    "neutral|neither agree nor disagree|neither|neither disagree nor agree|partly|undecided|"
    "in between|partly agree|partly agree, partly disagree|teils teils|teils/teils|"
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
    f"{_UNSURE}|not at all|not at all sure|not sure at all|not confident at all|"
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


_GRADED = (
    (
        "relevant|useful|helpful|clear|likely|satisfied|confident|valuable",
        "not at all {}|not {} at all|not {}|never {}",
        "not very {}|not so {}|not really {}|slightly {}|a little {}|hardly {}",
        "somewhat {}|moderately {}|fairly {}|partly {}|neutral",
        "{}|quite {}|rather {}|mostly {}|pretty {}",
        "very {}|extremely {}|highly {}|completely {}|totally {}|fully {}|really {}",
    ),
    (
        "relevant|nützlich|hilfreich|klar|wahrscheinlich|zufrieden|zuversichtlich|verständlich",
        "gar nicht {}|überhaupt nicht {}|nicht {}",
        "wenig {}|kaum {}|eher nicht {}|nicht sehr {}|weniger {}",
        "teilweise {}|teils {}|mittelmäßig {}|etwas {}|einigermaßen {}",
        "{}|eher {}|ziemlich {}|überwiegend {}",
        "sehr {}|äußerst {}|höchst {}|völlig {}|voll und ganz {}",
    ),
    (
        "pertinent|pertinente|utile|utiles|clair|claire|claires|probable|satisfait|satisfaite|"
        "satisfaits|satisfaites|confiant|confiante|confiants|confiantes",
        "pas du tout {}|pas {}",
        "peu {}|un peu {}|pas très {}|pas vraiment {}|plutôt pas {}",
        "moyennement {}",
        "{}|assez {}|plutôt {}",
        "très {}|tout à fait {}|extrêmement {}|complètement {}",
    ),
    (
        "relevante|relevantes|útil|útiles|claro|clara|claros|claras|probable|satisfecho|"
        "satisfecha|satisfechos|satisfechas|seguro|segura",
        "nada {}|para nada {}|no {}",
        "poco {}|un poco {}|no muy {}",
        "algo {}|medianamente {}|más o menos {}",
        "{}|bastante {}",
        "muy {}|totalmente {}|extremadamente {}|completamente {}",
    ),
)
"""Words that say how something was, each with what makes less or more of it, the least first."""
_OPPOSITES = (
    "very dissatisfied|very unsatisfied|extremely dissatisfied|very unlikely|extremely unlikely|"
    "irrelevant|useless|very unclear|very unhelpful|sehr unzufrieden|sehr unwahrscheinlich|"
    "irrelevant|nutzlos|sehr unklar|très insatisfait|très insatisfaite|très improbable|inutile|"
    "muy insatisfecho|muy insatisfecha|muy improbable|irrelevante|inútil",
    "dissatisfied|unsatisfied|somewhat dissatisfied|slightly dissatisfied|unlikely|"
    "somewhat unlikely|slightly unlikely|unclear|unhelpful|unzufrieden|eher unzufrieden|"
    "unwahrscheinlich|eher unwahrscheinlich|unklar|insatisfait|insatisfaite|plutôt insatisfait|"
    "plutôt insatisfaite|improbable|insatisfecho|insatisfecha",
    "neither satisfied nor dissatisfied|neither likely nor unlikely|"
    "weder zufrieden noch unzufrieden|ni satisfait ni insatisfait|ni satisfecho ni insatisfecho",
)


def _levels(*groups: tuple[int, str]) -> dict[str, int]:
    return {words: level for level, group in groups for words in _words(group)}


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
GRADES = {
    words: level
    for adjectives, *grades in _GRADED
    for level, group in enumerate(grades, 1)
    for grade in group.split("|")
    for words in _words("|".join(map(grade.format, adjectives.split("|"))))
} | _levels(*enumerate(_OPPOSITES, 1))
"""How relevant, useful, clear something was, as agreement that it was."""
AGREEMENT = frozenset(_words(f"{_MOST}|{_AGREE}|{_RATHER}|{_RATHER_NOT}|{_DISAGREE}|{_LEAST}")) - {
    "not at all"
}
"""What only somebody answers who was asked to agree."""
STRONG_WORDS = frozenset(_words(f"{_MOST}|{_LEAST}"))
RATHER_WORDS = frozenset(_words(f"{_RATHER}|{_RATHER_NOT}"))
