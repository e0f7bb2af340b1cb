"""The files that drafts lie in: each is one program's own for as long as that is running."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from facilitui.storage.home_lock import lock_of

_NUMBERED = re.compile(r"~~\d+\Z")
_ASIDE = re.compile(r"\.(damaged|unread)(-\d+)?\Z")
ALONE_SECONDS, ASKED_AGAIN_SECONDS = 0.5, 0.002
"""So long the folder's own lock is waited for, which nobody holds for longer than a look takes."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The file of one draft, held by this program."""

    path: Path
    lock: FileLock | None
    """None where the folder takes no locks."""


class Slots:
    """Those of one folder.

    Whoever takes one, looks at one or lets go of one holds the folder's own lock for that moment:
    so a look is never taken for somebody who writes, and what a slot is locked with goes with it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own = lock_of(folder / ".lock")

    def hold(self, path: Path) -> Slot | None:
        """Hold a file of one's own; None where a running program holds it."""
        with self._alone():
            return _held(path)

    def hold_new(self, paths: Iterable[Path]) -> Slot:
        """Hold the first of some files that is neither there nor held; one of them has to be."""
        with self._alone():
            for slot in map(_held, paths):
                if slot is not None and not slot.path.exists():
                    return slot
                if slot is not None:
                    _let_go(slot)
        raise LookupError("every file is there, or held")

    def free_among(self, paths: Iterable[Path]) -> frozenset[Path]:
        """The files that no running program holds. Nothing is taken from anybody by that."""
        with self._alone():
            return frozenset(path for path in paths if _is_free(path))

    def let_go(self, *slots: Slot) -> None:
        """Let others have them."""
        with self._alone():
            for slot in slots:
                _let_go(slot)

    def _alone(self) -> ExitStack:
        """Nobody else takes, looks or lets go meanwhile, where the folder takes locks."""
        alone = ExitStack()
        if self._folder.is_dir():
            with suppress(Timeout, OSError):
                taken = self._own.acquire(ALONE_SECONDS, poll_interval=ASKED_AGAIN_SECONDS)
                alone.enter_context(taken)
        return alone


def _held(path: Path) -> Slot | None:
    if not path.parent.is_dir():
        return Slot(path, None)
    lock = lock_of(_locked_with(path), 0)
    try:
        lock.acquire()
    except Timeout:
        return None
    except OSError:
        return Slot(path, None)
    return Slot(path, lock)


def _is_free(path: Path) -> bool:
    slot = _held(path) if _locked_with(path).exists() else Slot(path, None)
    if slot is not None:
        _let_go(slot)
    return slot is not None


def _let_go(slot: Slot) -> None:
    """What it is locked with goes while it is still held: who opened it meanwhile looks again."""
    if slot.lock is not None:
        with suppress(OSError):
            _locked_with(slot.path).unlink()
        slot.lock.release()


def _locked_with(path: Path) -> Path:
    return path.with_name(f".{path.stem}.lock")


def name_of(path: Path) -> str:
    """Of what a file is a draft."""
    return _NUMBERED.sub("", path.stem)


def was_set_aside(path: Path) -> bool:
    """Whether a file was a draft, and was set aside as it could not be read."""
    return _ASIDE.search(path.stem) is not None


def draft_of(path: Path) -> str:
    """Of what a file is a draft, or was before it was set aside."""
    return _ASIDE.sub("", name_of(path.with_name(f"{_ASIDE.sub('', path.stem)}.json")))


def changed(path: Path) -> float:
    """When it was last written, in seconds of the wall clock; 0 where that cannot be known."""
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0
