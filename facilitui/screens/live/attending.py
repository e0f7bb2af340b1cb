"""Who came: told before the start, with the agenda that this makes offered as a choice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.attending import Refit, accepted, expected, refit, starts_at
from facilitui.core.plans.proposals import Proposal
from facilitui.core.sessions import moves
from facilitui.core.sessions.starting import Prepared
from facilitui.core.told import capital
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
    _tell_here(screen, ready)


def _tell_here(screen: LiveScreen, ready: Prepared) -> None:
    offers = "; l offers the agenda for so many" if refit(ready) else ""
    screen.tell(f"{ready.attendance} here{offers}")
    screen.refresh_view()


def take_attendance(screen: LiveScreen, ready: Prepared, count: int) -> None:
    """So many are here before the start; what the agenda then becomes is a choice to make."""
    ready = expected(ready, count)
    screen.hosted.expect(ready)
    screen.refresh_view()
    if not screen.is_active:  # nothing of the host's is asked over the cover
        _tell_here(screen, ready)
    elif found := refit(ready):
        _offer(screen, ready, found, ())


def _offer(screen: LiveScreen, ready: Prepared, found: Refit, done: tuple[str, ...]) -> None:
    """Ask about the blocks that are not done: each of them, where there are several."""
    blocks = {block.id: block for block in _open(found, done)}
    ways = _ways(found, *blocks.values()) if len(blocks) == 1 else {}

    def take(choice: str | None) -> None:
        if choice == _RUN:
            screen.hosted.expect(accepted(ready, found.after))
            screen.tell("The agenda is the one for those who are here; u takes it back.")
        elif choice in ways:
            _take_way(screen, ready, found, done, *ways[choice])
        elif choice in blocks:
            _ask_for_way(screen, ready, found, done, blocks[choice])
        elif not done:
            screen.tell("The agenda stays as it was planned.")
        screen.refresh_view()

    start = starts_at(ready, screen.hosted.now()[1])
    screen.app.push_screen(refit_dialog(ready, found, start, done), take)


def _ask_for_way(
    screen: LiveScreen, ready: Prepared, found: Refit, done: tuple[str, ...], block: AgendaBlock
) -> None:
    """Ask how people are divided for one block of several."""
    ways = _ways(found, block)

    def take(choice: str | None) -> None:
        if choice in ways:
            _take_way(screen, ready, found, done, *ways[choice])

    start = starts_at(ready, screen.hosted.now()[1])
    choices = list(_way_choices(found, ways, start))
    screen.app.push_screen(_compared(block.title, choices, "leave it as it is"), take)


def _take_way(
    screen: LiveScreen,
    ready: Prepared,
    found: Refit,
    done: tuple[str, ...],
    block: AgendaBlock,
    way: Proposal,
) -> None:
    """A way to divide people is taken at once; then the other blocks are asked about."""
    taken, done = found.with_proposal(block.id, way), (*done, block.id)
    screen.hosted.expect(accepted(ready, taken.after))
    screen.tell(f"{block.title}: {way_told(way)}; u takes it back")
    screen.refresh_view()
    if _open(taken, done):
        _offer(screen, ready, taken, done)


def refit_dialog(
    ready: Prepared, found: Refit, start: datetime, done: tuple[str, ...] = ()
) -> ChooseDialog:
    """The agenda for those who are here, other ways to divide them, or the plan's own."""
    blocks = _open(found, done)
    about = "; ".join(f"{block.title}: {found.told(block)}" for block in found.asked)
    if len(blocks) == 1:
        others = list(_way_choices(found, _ways(found, *blocks), start))
    else:
        others = [Choice(each.id, f"{each.title} otherwise", found.told(each)) for each in blocks]
    if done:
        taken = ", ".join(block.title for block in found.after if block.id in done)
        first = Choice(_KEEP, "That is all", f"taken for {taken}", found.sums(start))
        return _compared(f"{blocks[0].title} as well?", [first, *others], "that is all")
    run = Choice(_RUN, f"Run it for {ready.attendance}", about, found.sums(start))
    kept = replace(found, after=found.before).sums(start)
    last = Choice(_KEEP, "As it was planned", "" if found.changed else about, kept)
    return _compared(
        f"{ready.attendance} here, planned for {ready.plan.audience.count}",
        [*([run] if found.changed else []), *others, last],
        "as it was planned",
    )


def _compared(title: str, choices: Sequence[Choice], away: str) -> ChooseDialog:
    """What most of the choices come to is told once; on a row stands only what differs from it."""
    figures = Counter(each.figure for each in choices if each.figure)
    common = max(figures, key=lambda figure: figures[figure], default="")
    if figures[common] < 2:
        return ChooseDialog(title, choices, away=away)
    rows = [replace(each, figure="") if each.figure == common else each for each in choices]
    return ChooseDialog(title, rows, away=away, common=common)


def _open(found: Refit, done: tuple[str, ...]) -> list[AgendaBlock]:
    """The blocks that can be run otherwise and were not decided about yet."""
    return [each for each in found.asked if each.id not in done and found.proposals(each)]


Ways = dict[str, tuple[AgendaBlock, Proposal]]
"""Ways to divide people, each with its block, by the key of its choice."""


def _ways(found: Refit, *blocks: AgendaBlock) -> Ways:
    """Each other way to divide people for these blocks."""
    return {
        f"{block.id}/{at}": (block, way)
        for block in blocks
        for at, way in enumerate(found.proposals(block))
    }


def _way_choices(found: Refit, ways: Ways, start: datetime) -> Iterator[Choice]:
    """Each way, what it needs, and when all is over then."""
    for key, (block, way) in ways.items():
        needs = ", ".join(("side by side", *way.needs)) if way.groups else ", ".join(way.needs)
        sums = found.with_proposal(block.id, way).sums(start)
        yield Choice(key, capital(way_told(way)), needs, sums)


def way_told(way: Proposal) -> str:
    """How people are divided, without the number of all who are here."""
    return way.text.rpartition(" people in ")[2].rpartition(": ")[2]
