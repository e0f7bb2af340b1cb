"""Who came: told before the start, with the agenda that this makes offered as a choice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from facilitui.core import moves
from facilitui.core.attending import Refit, accepted, expected, refit, starts_at
from facilitui.core.proposals import Proposal
from facilitui.core.starting import Prepared
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.live.presses import Press

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen

_RUN, _KEEP = "run", "keep"


async def one_more(screen: LiveScreen) -> None:
    """One more arrived."""
    ready = screen.hosted.ready
    if ready is None:
        await screen.press(Press(moves.one_more, nothing="The session is over."))
        return
    ready = expected(ready, ready.attendance + 1)
    screen.hosted.expect(ready)
    offers = "; l offers the agenda for so many" if refit(ready) else ""
    screen.tell(f"{ready.attendance} here{offers}")
    screen.refresh_view()


def take_attendance(screen: LiveScreen, ready: Prepared, count: int) -> None:
    """So many are here before the start; what the agenda then becomes is a choice to make."""
    ready = expected(ready, count)
    screen.hosted.expect(ready)
    screen.refresh_view()
    if found := refit(ready):
        _offer(screen, ready, found)


def _offer(screen: LiveScreen, ready: Prepared, found: Refit) -> None:
    ways = {f"{block}/{at}": way for at, (block, way) in enumerate(_ways(found))}

    def take(choice: str | None) -> None:
        if choice == _RUN:
            screen.hosted.expect(accepted(ready, found.after))
            screen.tell("The agenda is the one for those who are here.")
        elif choice in ways:
            block, _, _ = choice.rpartition("/")
            _offer(screen, ready, found.with_proposal(block, ways[choice]))
        else:
            screen.tell("The agenda stays as it was planned.")
        screen.refresh_view()

    _, now = screen.hosted.now()
    screen.app.push_screen(refit_dialog(ready, found, starts_at(ready, now)), take)


def refit_dialog(ready: Prepared, found: Refit, start: datetime) -> ChooseDialog:
    """The agenda for those who are here, other ways to divide them, or the plan's own."""
    about = "; ".join(f"{block.title}: {found.told(block)}" for block in found.changed)
    titles = {block.id: block.title for block in found.changed}
    kept = replace(found, after=found.before)
    return ChooseDialog(
        f"{ready.attendance} here, planned for {ready.plan.audience.count}",
        [
            Choice(_RUN, f"Run it for {ready.attendance}", about, found.sums(start)),
            *(
                Choice(
                    f"{block}/{at}",
                    f"{titles[block]}: {way.text.rpartition(': ')[2]}",
                    found.with_proposal(block, way).sums(start),
                )
                for at, (block, way) in enumerate(_ways(found))
            ),
            Choice(_KEEP, "Keep the plan as it was", kept.sums(start)),
        ],
    )


def _ways(found: Refit) -> Iterator[tuple[str, Proposal]]:
    """Each other way to divide people, with the block it is for."""
    for block in found.changed:
        for way in found.proposals(block):
            yield block.id, way
