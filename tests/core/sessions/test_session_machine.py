"""No order of moves reaches an invalid state, however the machine behaves meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from facilitui.core import bodies as b
from facilitui.core.library.norms import Norm
from facilitui.core.sessions import jumping, left_open, moves, recovering_moves
from facilitui.core.sessions.course import Course
from facilitui.core.sessions.events import Head, follows, head_of, read_event
from facilitui.core.sessions.facts import session_facts
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.gaps import decide_gap
from facilitui.core.sessions.session import SessionState, Stage
from facilitui.core.sessions.timing import projected_end
from facilitui.core.vocabulary import BlockKind, Silence, Who
from tests.core.every_move import MOVES, NO_KEYS, Move, moves_of_the_core, pressed
from tests.core.making import START, Script, agenda, part, timeless
from tests.core.state_text import state_text

KEYS = [move for move in MOVES if move is not moves.end]
OFTEN: list[Move] = [
    *(moves.forward, moves.forward, moves.back, moves.skip, jumping.jump, moves.take_back),
    *(moves.pause_or_resume, moves.pause_or_resume, moves.open_or_close_wait, moves.lead),
    *(recovering_moves.apply_recovery, recovering_moves.undo_recovery),
]
"""What moves clocks and changes what is ahead, which is what goes wrong."""
GOES_BACK: set[Move] = {moves.back, moves.take_back, jumping.jump, recovering_moves.undo_recovery}
"""What alone may change a part that is over."""
ENDED = "after the end nothing changes but what is decided about the record"
NORMS = (Norm(id="n", text="listen"), Norm(id="m", text="wait"))
PLANNED: dict[str, st.SearchStrategy[Any]] = {
    "minutes": st.integers(3, 12),
    "min": st.sampled_from([0, 0.75, 1, 2.5]),
    "who": st.sampled_from([Who.GROUP, Who.PAIRS]),
    "silence": st.sampled_from([Silence.NONE, Silence.NONE, Silence.ALL]),
    "protected": st.booleans(),
}
"""What parts are like."""
moments = st.integers(0, 400) | st.floats(0, 400)


def lasting(state: SessionState) -> SessionState:
    """What may never change after the end."""
    notes = tuple(replace(note, released=False) for note in state.notes)
    gaps = tuple(replace(gap, counts=True) for gap in state.gaps)
    return replace(timeless(state), notes=notes, gaps=gaps)


class Hosting(RuleBasedStateMachine):
    """A host who presses anything at any time, on a machine that sleeps and restarts."""

    def __init__(self) -> None:
        super().__init__()
        self.script = Script()
        self.ended: SessionState | None = None
        self.latest = 0.0

    @initialize(
        parts=st.lists(st.builds(dict, **PLANNED), max_size=6),
        kind=st.sampled_from([BlockKind.ACTIVITY, BlockKind.BREAK]),
    )
    def begin(self, parts: list[dict[str, Any]], kind: BlockKind) -> None:
        made = [part(f"b{i // 2}/{i}", **planned) for i, planned in enumerate(parts)]
        blocks = agenda(*made, kind=kind)
        planned_end = START + timedelta(minutes=sum(each.minutes for each in made))
        self.script = Script(blocks, planned_end=planned_end)
        self.script.append((b.NormsAgreed(norms=NORMS, watch="n", part_of=1),))

    @property
    def state(self) -> SessionState:
        return self.script.state

    @rule(keys=st.lists(st.sampled_from(OFTEN), min_size=3, max_size=6), data=st.data())
    def press_what_moves_clocks(self, keys: list[Move], data: st.DataObject) -> None:
        for key in keys:
            self.press(data.draw(moments), key, data)

    @rule(seconds=moments, key=st.sampled_from(KEYS), data=st.data())
    def press(self, seconds: float, key: Move, data: st.DataObject) -> None:
        """Any key, and a key taken back reads as if it had never been, its clock included."""
        before, last = self.script.wait(seconds).state, self.state.head.seq
        self.script.press(pressed(key, self.script, data.draw))
        self.look()
        self.only_what_may_change_has(key, before)
        if self.state.running and self.state.keys[-1:] == (last + 1,) and data.draw(st.booleans()):
            self.script.wait(data.draw(moments)).press(moves.take_back)
            assert timeless(self.state) == timeless(before)

    @precondition(lambda self: self.state.running)
    @rule(seconds=st.integers(31, 5000), anew=st.booleans())
    def sleep(self, seconds: int, anew: bool) -> None:
        """The machine slept, or the program was struck and is started again on the same boot."""
        if anew:
            self.start_anew()
        self.script.wait(seconds).append((b.GapNoticed(seconds=seconds),))

    @precondition(lambda self: self.state.running)
    @rule(away=st.integers(-500, 5000), boot=st.integers(0, 9))
    def reboot(self, away: int, boot: int) -> None:
        """The program goes on after a reboot, on a machine whose clock may be wrong."""
        self.start_anew()
        wrong = self.script.wait(away).reading
        self.script.reading = replace(wrong, boot_id=f"again-{boot}", boot_seconds=float(boot))
        self.latest = self.state.elapsed
        self.script.append(left_open.go_on(self.state, None, self.script.reading))

    def start_anew(self) -> None:
        """The program reads what was written, and stands where it stood, byte for byte."""
        stood = state_text(self.state)
        self.script.course = Course().along([read_event(e.line) for e in self.script.events])
        assert state_text(self.state) == stood

    @precondition(lambda self: bool(self.state.gaps))
    @rule(data=st.data(), counts=st.booleans())
    def decide(self, data: st.DataObject, counts: bool) -> None:
        gap = data.draw(st.sampled_from([gap.seq for gap in self.state.gaps]))
        self.script.append(decide_gap(gap, counts=counts)(self.state))

    @precondition(lambda self: len(self.script.events) > 30 and self.state.running)
    @rule(left=st.booleans())
    def end(self, left: bool) -> None:
        """Ended by its key, or later, where it was left."""
        ending = left_open.end_where_left(self.state, None, self.script.reading)
        self.script.append(ending if left else moves.end(self.state))
        self.ended = lasting(self.state)

    def look(self) -> None:
        """All that has to hold between any two keys."""
        self.clocks_agree_with_stages()
        self.no_time_is_made_or_lost()
        self.the_end_is_never_before_now()
        self.a_wait_is_of_this_part_and_moment()
        self.what_is_ahead_keeps_its_minimum()

    def only_what_may_change_has(self, key: Move, before: SessionState) -> None:
        """A part that is over stays as it is; a recovery changes only what is still to come."""
        for was, now in zip(before.runs, self.state.runs, strict=True):
            if was.over_and_done and key not in GOES_BACK:
                assert now == was
            if key is recovering_moves.apply_recovery and now != was:
                assert was.stage is Stage.AHEAD and now.minutes <= was.minutes
                kept = was.part.protected or was.part.silent
                assert now.stage is Stage.AHEAD or (now.stage is Stage.SKIPPED and not kept)

    @invariant()
    def what_is_ahead_keeps_its_minimum(self) -> None:
        for run in self.state.runs:
            if run.began is None:
                assert run.part.min <= run.minutes <= run.part.minutes

    @invariant()
    def whole_and_by_steps_alike(self) -> None:
        assert fold(self.script.events) == self.state

    @invariant()
    def elapsed_never_goes_back(self) -> None:
        assert self.script.elapsed >= max(self.latest, self.state.elapsed)
        self.latest = self.script.elapsed

    @invariant()
    def one_current_part(self) -> None:
        moving = {Stage.DIRECTIONS, Stage.RUNNING}
        active = [i for i, run in enumerate(self.state.runs) if run.stage in moving]
        assert active == ([] if self.state.current is None else [self.state.current])

    @invariant()
    def clocks_agree_with_stages(self) -> None:
        state = self.state
        for run in state.runs:
            runs = run.stage is Stage.RUNNING and not state.paused
            assert (run.since is not None) == runs
            assert (run.shown is not None) == (run.stage is Stage.DIRECTIONS)
            assert run.began is not None or run.stage in {Stage.AHEAD, Stage.SKIPPED}
        if state.paused:
            assert state.now is not None and state.now.stage is Stage.RUNNING

    @invariant()
    def no_time_is_made_or_lost(self) -> None:
        state, elapsed = self.state, self.script.elapsed
        runs = state.runs
        assert all(run.ran >= 0 and run.directions >= 0 and run.minutes >= 0 for run in runs)
        spent = sum(run.seconds(elapsed) + run.direction_seconds(elapsed) for run in runs)
        assert spent <= elapsed + 1e-6
        facts = session_facts(state)
        assert all(part.ran >= 0 and part.directions >= 0 for part in facts.parts)
        assert sum(facts.led.values()) <= facts.ran + 1e-6
        assert sum(state.led.values()) <= sum(run.ran for run in runs) + 1e-6

    @invariant()
    def waits_are_never_negative(self) -> None:
        assert all(wait.seconds is not None and wait.seconds >= 0 for wait in self.state.waits)
        assert self.state.wait is None or self.state.wait.began <= self.script.elapsed

    @invariant()
    def a_wait_is_of_this_part_and_moment(self) -> None:
        """A step that ends ends its wait, and so does a pause."""
        if (wait := self.state.wait) is not None:
            assert wait.part == (self.state.now.part.id if self.state.now else "")
            assert self.state.running and not self.state.paused

    @invariant()
    def the_end_is_never_before_now(self) -> None:
        if self.state.running:
            end = projected_end(self.state, self.script.elapsed, self.script.now, UTC)
            assert end >= self.script.now

    @invariant()
    def after_the_end_nothing_changes(self) -> None:
        if self.ended is not None:
            assert lasting(self.state) == self.ended, ENDED

    @invariant()
    def keys_can_be_named(self) -> None:
        seqs = {event.seq: event.body.part_of for event in self.script.events}  # type: ignore[union-attr]
        assert list(self.state.keys) == sorted(set(self.state.keys))
        assert all(seqs[key] is None for key in self.state.keys)

    def teardown(self) -> None:
        """In the end the log is one unbroken chain that never runs backwards."""
        self.start_anew()
        head, elapsed = Head(), 0.0
        for event in self.script.events:
            assert follows(event, head) and event.elapsed >= elapsed
            head, elapsed = head_of(event), event.elapsed
        assert self.state.began_at == START


TestHosting = Hosting.TestCase
TestHosting.settings = settings(stateful_step_count=20)


def test_every_move_is_pressed() -> None:
    """A move that is new to the core is not known to be safe before the host above presses it."""
    assert moves_of_the_core() == set(MOVES) | NO_KEYS
