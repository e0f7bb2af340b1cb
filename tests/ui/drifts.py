"""Homes in which protocols were run before, for the tests of how they went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from facilitui.core.sessions import moves
from facilitui.core.sessions.events import Event
from tests.core.making import Script, agenda, part
from tests.storage.chains import log_bytes
from tests.storage.test_session_rows import put

Steps = Mapping[str, tuple[float, float]]
"""By step the minutes that were planned and that it ran."""


def run_of(protocol: str, steps: Steps) -> Sequence[Event]:
    """A session of a protocol."""
    parts = (part(f"t/{name}", planned, step=name) for name, (planned, _) in steps.items())
    script = Script(agenda(*parts, protocol_id=protocol))
    for _, took in steps.values():
        script.press(moves.forward).wait(took * 60)
    return script.press(moves.end).events


def were_run(home: Path, protocol: str, runs: Iterable[Steps]) -> None:
    """Put such sessions into a home."""
    for number, steps in enumerate(runs):
        put(home, f"{protocol}-{number}", log_bytes(run_of(protocol, steps)))
