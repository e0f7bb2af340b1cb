"""Every move that the core knows, found by itself, and what each can be pressed with."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import strategies as st

from facilitui.core import sessions
from facilitui.core.bodies import RecoveryApplied
from facilitui.core.library.norms import NormAnswer, NormMoment
from facilitui.core.sessions import (
    gaps,
    half_kept,
    jumping,
    left_open,
    moves,
    people_moves,
    recovering_moves,
    starting,
)
from facilitui.core.sessions.moves import Decide
from facilitui.core.sessions.recovery import Moment, proposals
from facilitui.core.sessions.session import NoteKind
from tests.core.making import Script
from tests.core.strategies import texts

NO_KEYS = {
    *(moves.while_running, moves.closing_wait, starting.opening, half_kept.kept_lines),
    *(left_open.go_on, left_open.end_where_left, left_open.leave_as_it_is, gaps.decide_gap),
}
"""What moves are made of, what begins a session, takes it up again or is decided in its debrief:
none of them is a key."""

Move = Callable[..., Any]
Wanted = Mapping[str, st.SearchStrategy[Any]]
"""What a move is told, by name."""


def _nothing(script: Script) -> Wanted:
    return {}


def _text(name: str) -> Callable[[Script], Wanted]:
    return lambda script: {name: texts}


def _norm(script: Script) -> Wanted:
    return {"norm": st.sampled_from([norm.id for norm in script.state.norms] + ["no norm"])}


def _check(script: Script) -> Wanted:
    return {"moment": st.sampled_from(NormMoment), "answer": st.sampled_from(NormAnswer)}


def _part(script: Script) -> Wanted:
    return {"part": st.sampled_from([run.part.id for run in script.state.runs] + ["nowhere"])}


def _capture(script: Script) -> Wanted:
    seqs = [note.seq for note in script.state.notes_of(NoteKind.CAPTURE)]
    return {"capture": st.sampled_from([*seqs, 1]), "withdrawn": st.booleans()}


def _offer(script: Script) -> Wanted:
    at = Moment(script.elapsed, script.now)
    offered = proposals(script.state, at) if script.state.running else ()
    bodies = [each.body for each in offered]
    return {"shown": st.sampled_from([*bodies, RecoveryApplied()]), "at": st.just(at)}


def _recovery(script: Script) -> Wanted:
    return {"seq": st.sampled_from([each.seq for each in script.state.recoveries] + [1])}


MOVES: Mapping[Move, Callable[[Script], Wanted]] = {
    moves.forward: _nothing,
    moves.skip: _nothing,
    moves.back: _nothing,
    moves.pause_or_resume: _nothing,
    moves.change_minutes: lambda script: {"by": st.sampled_from([1, -1])},
    moves.one_minute_more: lambda script: {"elapsed": st.just(script.elapsed)},
    moves.open_or_close_wait: _nothing,
    moves.take_back: _nothing,
    moves.end: _nothing,
    moves.mark: _nothing,
    moves.invoke_norm: _norm,
    moves.capture: _text("text"),
    moves.park: _text("text"),
    moves.add_norm: _text("text"),
    moves.attend: lambda script: {"count": st.integers(0, 40)},
    moves.one_more: _nothing,
    moves.lead: _text("who"),
    jumping.jump: _part,
    people_moves.watch_norm: _norm,
    people_moves.check_norm: _check,
    people_moves.hear: lambda script: {"seat": st.integers(1, 9)},
    people_moves.dismiss_prompt: _text("prompt"),
    people_moves.release: _capture,
    recovering_moves.apply_recovery: _offer,
    recovering_moves.undo_recovery: _recovery,
}
"""Every key, with what it can be told as a session stands."""


def pressed(move: Move, script: Script, draw: Callable[[st.SearchStrategy[Any]], Any]) -> Decide:
    """A key ready to be pressed, told something that fits the session, or not quite."""
    told = {name: draw(each) for name, each in MOVES[move](script).items()}
    if _gives(move) == "Move":
        return lambda state: move(state, **told)
    decide: Decide = move(**told)
    return decide


def moves_of_the_core() -> set[Move]:
    """Every public function of the core that says it gives a move, or what a key does."""
    names = [found.name for found in pkgutil.iter_modules(sessions.__path__)]
    modules = [importlib.import_module(f"{sessions.__name__}.{name}") for name in names]
    return {
        value
        for module in modules
        for name, value in vars(module).items()
        if not name.startswith("_")
        and getattr(value, "__module__", "") == module.__name__
        and _gives(value) in {"Move", "Decide"}
    }


def _gives(value: object) -> str:
    return str(getattr(value, "__annotations__", {}).get("return", ""))
