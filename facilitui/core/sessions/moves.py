"""What each key of the host does to a session: the events it makes, from the state alone.

A move that has nothing to do makes no events.
"""

from __future__ import annotations

from collections.abc import Callable

from facilitui.core import bodies as b
from facilitui.core.agendas_outside.lead_words import is_role
from facilitui.core.base import LONGEST_LINE
from facilitui.core.library.norms import Norm
from facilitui.core.sessions.session import PartRun, SessionState, Stage
from facilitui.core.vocabulary import BlockKind, Question

Move = tuple[b.Body, ...]
"""The bodies of one key's events, in order."""
Decide = Callable[[SessionState], Move]
"""What a key does, decided from the state at the moment it is obeyed."""

LEAST_MINUTES = 1.0
DEFAULT_WAIT_SECONDS = 5.0
"""Where neither the step nor the targets say more: an open opinion, in person (facts §4)."""


def open_part(run: PartRun) -> b.Body:
    """How a part begins: with directions where people have to move first, else at once."""
    if run.part.who.opens_on_cue and not run.ran:
        return b.StepShown(part=run.part.id)
    return b.StepStarted(part=run.part.id)


def forward(state: SessionState) -> Move:
    """Next: start the clock of the part that was shown, or finish it and open the one after."""
    if not state.running:
        return ()
    now = state.now
    closing = closing_wait(state)
    if now is not None and now.stage is Stage.DIRECTIONS:
        return (*closing, b.StepStarted(part=now.part.id))
    opening = (open_part(state.ahead[0]),) if state.ahead else ()
    if now is None:
        return (*closing, *opening)
    return (*closing, b.StepFinished(part=now.part.id), *opening)


def skip(state: SessionState) -> Move:
    """Leave the current part out and open the one after."""
    if not state.running or state.now is None:
        return ()
    opening = (open_part(state.ahead[0]),) if state.ahead else ()
    return (*closing_wait(state), b.StepSkipped(part=state.now.part.id), *opening)


def back(state: SessionState) -> Move:
    """Reopen the part before, with the time it had."""
    if not state.running:
        return ()
    before = state.runs[: state.current] if state.current is not None else state.runs
    reopened = next((run for run in reversed(before) if run.stage is Stage.DONE), None)
    if reopened is None:
        return ()
    return (*closing_wait(state), b.StepReopened(part=reopened.part.id))


def pause_or_resume(state: SessionState) -> Move:
    """Stop the part's clock, or let it go on. A wait that is open means nothing any more."""
    if not state.running or state.now is None or state.now.stage is not Stage.RUNNING:
        return ()
    return (b.Resumed(),) if state.paused else (*closing_wait(state, dropped=True), b.Paused())


def change_minutes(state: SessionState, by: float) -> Move:
    """Give the current part a minute more or less, down to one; a shorter one gets no shorter."""
    if not state.running or state.now is None:
        return ()
    minutes = max(min(LEAST_MINUTES, state.now.minutes), state.now.minutes + by)
    if minutes == state.now.minutes:
        return ()
    return (b.MinutesChanged(part=state.now.part.id, minutes=minutes),)


def one_minute_more(elapsed: float) -> Decide:
    """A minute more for the current part; for a break that is over, one from this moment on."""

    def decide(state: SessionState) -> Move:
        run = state.now
        block = state.block_of(run) if run is not None else None
        if run is None or block is None or block.kind is not BlockKind.BREAK:
            return change_minutes(state, 1)
        return change_minutes(state, 1 + max(0.0, run.seconds(elapsed) / 60 - run.minutes))

    return decide


def open_or_close_wait(state: SessionState) -> Move:
    """Open a wait with the target for the part's kind of question, or close the open one."""
    if not state.running or state.paused:
        return ()
    if state.wait is not None:
        return closing_wait(state)
    question = state.now.part.question if state.now is not None else None
    return (b.WaitOpened(question=question, target_seconds=wait_target(state, question)),)


def wait_target(state: SessionState, question: Question | None) -> float:
    """Seconds a wait is worth here, for the kind of question and how people meet."""
    targets = state.started.wait_targets
    wanted = question or Question.OPEN_OPINION
    return targets.get(wanted, DEFAULT_WAIT_SECONDS)


def take_back(state: SessionState) -> Move:
    """Make the last key as if it had never been pressed."""
    if not state.running or not state.keys:
        return ()
    return (b.KeyTakenBack(seq=state.keys[-1]),)


def end(state: SessionState) -> Move:
    """End the session here."""
    return (b.SessionEnded(),) if state.running else ()


def mark(state: SessionState) -> Move:
    """Mark the moment."""
    return while_running(state, b.Marked())


def invoke_norm(norm: str) -> Decide:
    """Call on a norm."""
    return lambda state: while_running(state, b.NormInvoked(norm=norm))


def capture(text: str) -> Decide:
    """Keep a line that stays private."""
    return lambda state: while_running(state, b.Captured(text=text))


def park(text: str) -> Decide:
    """Put a question aside."""
    return lambda state: while_running(state, b.Parked(text=text))


def add_norm(text: str) -> Decide:
    """Agree on a norm of the group's own. Raises ValueError where it is too long for a line."""
    if len(text) > LONGEST_LINE:
        raise ValueError(f"A norm is at most {LONGEST_LINE} characters long; this is {len(text)}.")

    def decide(state: SessionState) -> Move:
        taken = {each.id for each in state.norms}
        number = next(n for n in range(1, len(taken) + 2) if f"own-{n}" not in taken)
        norm = Norm(id=f"own-{number}", text=text)
        return while_running(state, b.NormAdded(norm=norm))

    return decide


def attend(count: int) -> Decide:
    """Say how many are here."""
    return lambda state: while_running(state, b.AttendanceTaken(count=count))


def one_more(state: SessionState) -> Move:
    """One more arrived."""
    return attend(state.attendance + 1)(state)


def lead(who: str) -> Decide:
    """Somebody else leads the current block; nothing where that is who leads it.

    An agenda's role is nobody yet: that it leads is news.
    """

    def decide(state: SessionState) -> Move:
        if not state.running or state.now is None:
            return ()
        block, leads = state.now.part.block, state.lead_of(state.now)
        known = who == leads and (block in state.leads or not is_role(who))
        return () if known else (b.LeadChanged(block=block, lead=who),)

    return decide


def while_running(state: SessionState, body: b.Body) -> Move:
    """A move of one event, which means something only while the session runs."""
    return (body,) if state.running else ()


def closing_wait(state: SessionState, *, dropped: bool = False) -> Move:
    """The end of an open wait, which any step key brings; `dropped` where its length is none."""
    return (b.WaitClosed(dropped=dropped),) if state.wait is not None else ()
