"""What participants' feedback shows (requirements A-41). No threshold is invented."""

from __future__ import annotations

from facilitui.core.pathways.case import Heard
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.requirements import ParticipantFeedback
from facilitui.core.pathways.standings.counting import Found, counted, sessions
from facilitui.core.pathways.standings.logged import named
from facilitui.core.pathways.standings.scope import Scope, order
from facilitui.core.pathways.words import Shows, Standing

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
    spread = sorted(scope.heard, key=lambda each: order(each.source))
    remarks = tuple(f"{named(each.source)}, {each.told}" for each in spread if each.responses)
    found = Found(sessions(each.source for each in heard), remarks=tuple(dict.fromkeys(remarks)))
    progress = counted(asked, found, asked.count)
    if not unseen:
        return progress
    lacks = tuple(_lack(one, scope) for one in dict.fromkeys(unseen))
    more = progress.lacks if heard else ()
    return Progress(
        asked,
        Standing.MISSING,
        by=progress.by,
        have=progress.have,
        need=progress.need,
        lacks=(*more, *lacks),
        remarks=progress.remarks,
        told="; ".join([progress.told, *(lacks if scope.heard else ())]),
    )


def _lack(shows: Shows, scope: Scope) -> str:
    """What is not shown: that nobody was asked is another thing than what they answered."""
    if shows is Shows.EFFECT:
        asked = any(each.rated for each in scope.heard)
    else:
        asked = any(each.surer or each.same or each.less for each in scope.heard)
    return (_NOT_SHOWN if asked else _UNANSWERED)[shows]


def _tells(heard: Heard, shows: Shows) -> bool:
    return (heard.effect if shows is Shows.EFFECT else heard.growth) > 0
