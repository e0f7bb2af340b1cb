"""What the headings of a form's columns say: who, when, which question, which scale, which goal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from facilitui.core.plans.plan import Goal
from facilitui.core.responses.feedback import GROWTH, Item
from facilitui.core.responses.feedback_scale import Scale
from facilitui.core.small_letters import small_letters, small_pattern

_NAMED = (
    r"(?:sur|user|nick|first|last|full|family|given|vor|nach|benutzer)?[ _-]?names?|initials|"
    r"(?:pré)?noms?|nombres?|apellidos?|signature"
)
_REACHED = (
    r"e-?mails?|phones?|mobiles?|cell ?phones?|telephones?|handy|telefon|courriel|téléphone|"
    r"teléfono|correo(?: electrónico)?|(?:e-?mail |ip |home |mail )?(?:address|adresse)"
)
_NUMBERED = r"id|(?:user|respondent|student|staff|person|employee|participant)[ _-]?(?:id|number)"
_ENDS = r"\s*(?:$|[(,/&:?*.]|and\b|or\b|und\b).*"
_PERSONAL = small_pattern(
    r"(?:.* – |\W*q?\d+\W+)?(?:"
    rf"(?:\w+(?:['’]s?)? ){{0,3}}(?:{_NAMED}|{_REACHED}|{_NUMBERED})"
    rf"(?: (?:address(?:es)?|adresse|number|no\.?|nummer))*{_ENDS}"
    r"|respondent\b.*|date of birth.*|birth ?day.*|geburtsdatum.*"
    r"|.*\b(?:your|ihre?|dein|votre|tu|su) (?:(?:full|first|last|own) )?"
    rf"(?:e-?mail address|e-?mail-adresse|phone number|names?|nom|nombre){_ENDS}"
    r"|.*\bwho (?:are you|is (?:this|answering|writing|filling)|answered|filled)\b.*"
    r"|.*\b(?:wer (?:bist du|sind sie)|qui êtes-vous|qui es-tu|quién eres|quién es usted)\b.*)"
)
"""A heading that is about a name, an address or a number; one that has such a word in it is not."""
_NEGATED = small_pattern(
    r"\b(?:not|never|nothing|hardly|nobody|no|without|lack(?:ed|ing|s)?|cannot|"
    r"too (?:little|few|fast|slow|much|many|long|short|hurried)|"
    r"useless|unhelpful|unclear|unsafe|uncomfortable|irrelevant|afraid|rushed|hurried|wasted?|"
    r"nicht|nie|kaum|keine?[nmrs]?|ohne|zu (?:wenig|schnell|kurz|viel)|"
    r"pas|jamais|trop|sans|nunca|poco|sin|demasiado)\b|n't\b"
)
_UNSURE = small_pattern(r"\b(?:unsure|uncertain|not sure|unsicher|incertaine?s?|insegur[oa]s?)\b")
_NO_NEGATION = small_pattern(
    r"\([^)]*\)|\d+\s*[=:].*|\bnot (?:at all|only|applicable)\b|\bor not\b|"
    r"(?:\b(?:did|do|does) not|n't|\bnot yet|\bnot|\bnicht|\bpas) (?:yet )?(?:know|understand)\w*|"
    r"\bnicht (?:wusste|weiß|verstand\w*)|\b(?:ne|n') ?\w+ pas\b(?=.*\bsav)|\bno (?:sabía|sé)\b"
)
"""What looks like a negation and is none: a scale's words, "what I did not know"."""
_MOMENTS = small_pattern(
    r"^(?:timestamp|zeitstempel|horodateur|marca temporal|date|datum|time|"
    r".*\b(?:start|end|completion|submit(?:ted)?|last modified|recorded|created)\b.*"
    r"\b(?:time|date|at|on)|duration.*|collector.*|progress|finished|status|language)\b"
)
_ASKED: Mapping[Item, str] = {
    Item.TRANSFER: r"since (?:then|the|our)|did you (?:try|use|apply)|seitdem|depuis|"
    r"desde entonces",
    Item.INTENTION: r"(?:will|would|going to|plan to|intend|want to) (?:you )?(?:try|use|do|apply)|"
    r"will you (?:try|use|do|apply)|next step|intention|commit|take[ -]?(?:aways?|home)\b|"
    r"tak(?:e|ing) (?:\w+ ){0,3}?(?:away|with|home|from)\b|ausprobieren|umsetzen|"
    r"nehmen? (?:\w+ ){1,4}mit\b|nimmst du|mitnehmen|essayer|mettre en pratique|"
    r"reten(?:ez|ir|u)|emport(?:ez|er|es)|repart(?:ez|ir|s)|probar|(?:te|se) llevas?|pondrás?",
    Item.ONE_CHANGE: r"chang|improv|suggest|better|differently|missing|next time|ändern|besser|"
    r"améliorer|changer|mejorar|cambiar",
    Item.BEFORE: r"\bbefore\b|\bprior\b|at the (?:start|beginning)|vorher|\bavant\b|\bantes\b|"
    r"\bvor (?:heute|der)\b",
    Item.NOW: r"\bnow\b|\bafter\b|at the end|\bjetzt\b|nachher|maintenant|\baprès\b|\bahora\b|"
    r"\bdespués\b",
    Item.SAFETY: r"(?:not|n't|nicht) know|\bsafe\b|safety|mistakes?|comfortable|sicher gefühlt|"
    r"en confiance|segur[oa]",
    Item.PACE: r"time to think|(?:enough|sufficient|adequate) (?:\w+ ){0,2}time|\bpac(?:e|ing)\b|"
    r"time (?:\w+ ){0,3}?(?:enough|sufficient|adequate)|tempo|"
    r"(?:genug|genügend|ausreichend) zeit|zeit (?:\w+ ){0,3}?(?:gereicht|ausreichend|genug)|"
    r"rythme|temps pour|(?:assez|suffisamment) de temps|temps (?:\w+ )?suffisant|ritmo|"
    r"tiempo (?:para|suficiente)|(?:suficiente|bastante) tiempo",
    Item.VOICE: r"\bvoice\b|speak|own way|\bheard\b|express|einbringen|zu wort|m'exprimer|expresar",
    Item.PROCESS: r"way of working|process|protocol|structure|method|format|vorgehen|methode|"
    r"démarche|método",
    Item.RELEVANCE: r"useful|relevan|helpful|valuable|my (?:work|practice|classroom)|nützlich|"
    r"hilfreich|utile|útil",
}
"""What headings say of an item, those that are most certain first."""
_ASKS = {item: small_pattern(asked) for item, asked in _ASKED.items()}
_RANGE = re.compile(
    r"\b(\d{1,3})\s*(?:-|–|—|to|through|bis|à|hasta|\.{2,3}|…)\s*(\d{1,3})\b(?!\s*%?\w)",
    re.IGNORECASE,
)
_MEANT = re.compile(r"\b(\d{1,3})\s*[=:]\s*[^\W\d]")
_SCALES = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 100})
"""Where scales end, as far as a heading alone is believed."""
_WEIGHTY = 4
"""Letters from which on a goal's word tells it from others; so many of them are compared."""
_ENOUGH = 0.6
"""The share of a goal's words by which a heading names it."""


def heading_words(heading: str) -> str:
    """A heading as it is looked through: one line, small letters."""
    return " ".join(small_letters(heading).split())


def tells_who(words: str) -> bool:
    """Whether a heading asks for a name, an address or a number of a person."""
    return _PERSONAL.fullmatch(words.strip()) is not None


def is_negated(words: str, item: Item) -> bool:
    """Whether a heading asks for the opposite of an item, so that agreeing with it is the least.

    How sure somebody was of a goal may have a "not" in the goal.
    """
    left = _NO_NEGATION.sub(" ", words.replace("’", "'"))
    return (_UNSURE if item in GROWTH else _NEGATED).search(left) is not None


def tells_when(words: str) -> bool:
    """Whether a heading stands above moments, or above what the form's tool noted itself."""
    return _MOMENTS.search(words) is not None


def items_named(words: str) -> list[Item]:
    """The items that a heading asks for, the most certain first."""
    named = [item for item in Item if small_letters(item.label).rstrip(".?") in words]
    return named + [item for item, asks in _ASKS.items() if asks.search(words)]


def scale_named(heading: str) -> Scale | None:
    """The scale that a heading tells: "(1-7)", "from 0 to 10", "1 = never, 5 = always"."""
    ends = [(int(found[1]), int(found[2])) for found in _RANGE.finditer(heading)]
    meant = [int(found[1]) for found in _MEANT.finditer(heading)]
    ends += [(min(meant), max(meant))] if len(meant) > 1 else []
    known = [Scale(*each) for each in ends if each[0] in (0, 1) and each[1] in _SCALES]
    return known[-1] if known else None


def goal_named(words: str, goals: Iterable[Goal]) -> str:
    """The id of the goal that a heading is about; empty where it is none, or not clear which."""
    known = tuple(goals)
    called = [each.id for each in known if _is_called(small_letters(each.id), words)]
    shares = {each.id: _shared(each.text, words) for each in known}
    near = [goal for goal, share in shares.items() if share >= _ENOUGH]
    found = called or [goal for goal in near if shares[goal] == max(shares.values())]
    return found[0] if len(found) == 1 else ""


def _is_called(goal: str, words: str) -> bool:
    """Whether a goal's id stands there: "G1", "goal 1"."""
    number = re.fullmatch(r"g(\d+)", goal)
    names = [re.escape(goal), *([rf"(?:goal|ziel|objecti[fv]o?)\s*{number[1]}"] if number else [])]
    return any(re.search(rf"(?<!\w){name}(?!\w)", words) for name in names)


def _shared(text: str, words: str) -> float:
    """The share of a goal's weighty words that a heading has too; none of a single word."""
    own, theirs = _stems(small_letters(text)), _stems(words)
    return len(own & theirs) / len(own) if len(own) > 1 else 0.0


def _stems(words: str) -> frozenset[str]:
    long = (each for each in re.findall(r"\w+", words) if len(each) >= _WEIGHTY)
    return frozenset(each[:_WEIGHTY] for each in long)
