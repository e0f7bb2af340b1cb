"""Only files are read: a pipe would be waited for, and a device may never end."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from facilitui.storage.disk import Disk
from facilitui.storage.journal_head import NAME, JournalHead
from facilitui.storage.paths import Home

SECONDS = 5.0
Read = Callable[[Path], object]
READS: list[Read] = [Disk().read, lambda path: Disk().read_from(path, 0)]


@pytest.fixture(autouse=True)
def _waited_for_no_longer() -> Iterator[None]:
    """Whatever waits for a pipe fails."""

    def fail(*_: object) -> None:
        pytest.fail("it waited")

    before = signal.signal(signal.SIGALRM, fail)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("read", READS)
def test_a_pipe_or_a_device_is_no_file(tmp_path: Path, read: Read) -> None:
    """Nor what a link to one leads to."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(os.devnull)
    for path in (tmp_path / "pipe", tmp_path / "link", Path(os.devnull)):
        with pytest.raises(OSError, match="it is not a file"):
            read(path)


@pytest.mark.parametrize("read", READS)
def test_a_folder_or_nothing_is_told_as_before(tmp_path: Path, read: Read) -> None:
    """Whoever asks tells them apart; no handle stays open."""
    handles = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").is_dir() else 0
    with pytest.raises(IsADirectoryError):
        read(tmp_path)
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "none")
    if handles:
        assert len(os.listdir("/proc/self/fd")) == handles


def test_a_file_is_read_from_a_place_on(tmp_path: Path) -> None:
    """Whole, or its end."""
    (tmp_path / "a").write_bytes(b"abc")
    assert Disk().read(tmp_path / "a") == b"abc"
    assert Disk().read_from(tmp_path / "a", 2) == b"c"


def test_a_pipe_in_place_of_the_head_remembers_nothing(home: Path) -> None:
    """Nothing waits for it."""
    home.mkdir(exist_ok=True)
    os.mkfifo(home / NAME)
    assert JournalHead(Home(home)).gone([]) == ()
