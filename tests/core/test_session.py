"""No order of moves reaches an invalid state, however the machine behaves meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

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
from facilitui.core import moves
from facilitui.core.events import Head, follows, head_of
from facilitui.core.facts import session_facts
from facilitui.core.fold import fold
from facilitui.core.session import NoteKind, SessionState, Stage
from facilitui.core.timing import projected_end
from facilitui.core.vocabulary import Who
from tests.core.making import START, Script, agenda, part, timeless

KEYS = (
    *(moves.forward, moves.forward, moves.back, moves.skip),
    *(moves.pause_or_resume, moves.open_or_close_wait, moves.take_back),
)
ENDED = "after the end nothing changes but what is decided about the record"
lengths = st.integers(1, 12)


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
        self.kept: list[SessionState] = []

    @initialize(
        parts=st.lists(st.tuples(lengths, st.sampled_from([Who.PAIRS, Who.GROUP])), max_size=5)
    )
    def begin(self, parts: list[tuple[int, Who]]) -> None:
        self.script = Script(
            agenda(*(part(f"b{i // 2}/{i}", m, who=w) for i, (m, w) in enumerate(parts)))
        )

    @property
    def state(self) -> SessionState:
        return self.script.state

    @rule(seconds=st.integers(0, 400), key=st.sampled_from(KEYS))
    def press(self, seconds: int, key: object) -> None:
        self.script.wait(seconds).press(key)  # type: ignore[arg-type]

    @rule(by=st.sampled_from([1, -1]))
    def change_minutes(self, by: int) -> None:
        self.script.press(lambda state: moves.change_minutes(state, by))

    @precondition(lambda self: self.state.running)
    @rule(number=st.integers(0, 5), seconds=st.integers(1, 100))
    def mark(self, number: int, seconds: int) -> None:
        block = f"b{seconds % 3}"
        bodies: tuple[b.Body, ...] = (
            *(b.Marked(), b.Captured(text="x"), b.Parked(text="y"), b.VoiceHeard(seat=number)),
            *(b.LeadChanged(block=block, lead=f"L{seconds}"), b.AttendanceTaken(count=number)),
        )
        self.script.wait(seconds).append((bodies[number],))

    @precondition(lambda self: self.state.running)
    @rule(seconds=st.integers(31, 5000))
    def sleep(self, seconds: int) -> None:
        self.script.wait(seconds).append((b.GapNoticed(seconds=seconds),))

    @precondition(lambda self: self.state.running)
    @rule(away=st.integers(-500, 5000), boot=st.integers(0, 9))
    def reboot(self, away: int, boot: int) -> None:
        """The program is started anew, on a machine whose clock may be wrong."""
        wrong = self.script.wait(away).reading
        self.script.reading = replace(wrong, boot_id=f"again-{boot}", boot_seconds=float(boot))
        self.script.append((b.TakenOver(anchor=self.script.reading.anchor),))

    @rule(data=st.data(), counts=st.booleans())
    def decide(self, data: st.DataObject, counts: bool) -> None:
        for gap in self.state.gaps[:1]:
            self.script.append((b.GapDecided(gap=gap.seq, counts=counts),))
        for note in self.state.notes_of(NoteKind.CAPTURE)[:1]:
            self.script.append((b.CaptureReleased(capture=note.seq),))

    @precondition(lambda self: self.state.running)
    @rule(key=st.sampled_from(KEYS), seconds=st.integers(0, 100))
    def press_and_take_back(self, key: object, seconds: int) -> None:
        """A key taken back reads as if it had never been, its clock included."""
        before, keys = self.state, self.state.keys
        if key is moves.take_back:
            return
        self.script.press(key).wait(seconds)  # type: ignore[arg-type]
        if self.state.keys != keys:
            self.script.press(moves.take_back)
            assert timeless(self.state) == timeless(before)

    @precondition(lambda self: len(self.script.events) > 12)
    @rule()
    def end(self) -> None:
        self.script.press(moves.end)
        self.ended = self.ended or lasting(self.state)

    @invariant()
    def whole_and_by_steps_alike(self) -> None:
        assert fold(self.script.events) == self.state

    @invariant()
    def one_current_part(self) -> None:
        active = [
            i
            for i, run in enumerate(self.state.runs)
            if run.stage in {Stage.DIRECTIONS, Stage.RUNNING}
        ]
        assert active == ([] if self.state.current is None else [self.state.current])

    @invariant()
    def clocks_agree_with_stages(self) -> None:
        state = self.state
        for run in state.runs:
            runs = run.stage is Stage.RUNNING and not state.paused
            assert (run.since is not None) == runs
            assert (run.shown is not None) == (run.stage is Stage.DIRECTIONS)
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
        head, elapsed = Head(), 0.0
        for event in self.script.events:
            assert follows(event, head) and event.elapsed >= elapsed
            head, elapsed = head_of(event), event.elapsed
        assert self.state.began_at == START


TestHosting = Hosting.TestCase
TestHosting.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
