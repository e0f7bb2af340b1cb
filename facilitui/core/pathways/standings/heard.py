"""What participants' feedback shows (requirements A-41). No threshold is invented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from facilitui.core.pathways.case import Heard
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.remarks import Lack, LackKind, Remark, RemarkKind
from facilitui.core.pathways.requirements import ParticipantFeedback
from facilitui.core.pathways.standings.counting import Counted, counted, sessions
from facilitui.core.pathways.standings.logged import named
from facilitui.core.pathways.standings.scope import Scope, order
from facilitui.core.pathways.whose_words import words
from facilitui.core.pathways.words import Shows, Standing
from facilitui.core.told import day_of_month

_UNANSWERED = {
    Shows.EFFECT: "nobody answered yet how a session worked",
    Shows.GROWTH: "nobody answered yet how they grew",
}
_NOT_SHOWN = {
    Shows.EFFECT: "nobody rated anything above the middle of its scale",
    Shows.GROWTH: "nobody is surer now than before, or told what they tried since",
}


def of_feedback(asked: ParticipantFeedback, scope: Scope) -> Progress:
    """Sessions whose answers show something of it: all that it has to show, in one or several.

    One rating above the middle shows effect, and one who is surer now, or tried something since,
    shows growth. How the answers spread is always told, also of sessions that show nothing:
    whether they are good enough only the programme says, who reads them.
    """
    heard = [each for each in scope.heard if any(_tells(each, one) for one in asked.shows)]
    unseen = [one for one in asked.shows if not any(_tells(each, one) for each in heard)]
    found = Counted(sessions(each.source for each in heard), remarks=tuple(_spread(asked, scope)))
    progress = counted(asked, found, asked.count)
    if not unseen:
        return progress
    kind = LackKind.NOT_SHOWN if scope.heard else LackKind.OPEN
    lacks = (Lack(_lack(one, scope.heard), kind) for one in dict.fromkeys(unseen))
    more = progress.lacks if heard else ()
    return replace(progress, standing=Standing.MISSING, lacks=(*more, *lacks))


def _spread(asked: ParticipantFeedback, scope: Scope) -> Iterator[Remark]:
    """How the answers of each session spread; of one that shows nothing also why."""
    told = sorted((each for each in scope.heard if each.responses), key=lambda e: order(e.source))
    for each in dict.fromkeys(told):
        shows = any(_tells(each, one) for one in asked.shows)
        why = () if shows else (_lack(one, (each,)) for one in dict.fromkeys(asked.shows))
        on = f" of {day_of_month(each.source.on)}" if each.source.on is not None else ""
        text = words(named(each.source), f"{on}, {each.told}")
        yield Remark(RemarkKind.ANSWERS, text, each.source, "; ".join(why))


def _lack(shows: Shows, heard: Iterable[Heard]) -> str:
    """What is not shown: that nobody was asked is another thing than what they answered."""
    if shows is Shows.EFFECT:
        asked = any(each.rated for each in heard)
    else:
        asked = any(each.surer or each.same or each.less for each in heard)
    return (_NOT_SHOWN if asked else _UNANSWERED)[shows]


def _tells(heard: Heard, shows: Shows) -> bool:
    return (heard.effect if shows is Shows.EFFECT else heard.growth) > 0
