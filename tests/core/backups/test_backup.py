"""Which names may be in an archive, and what its manifest says."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitui.core.backups import backup
from facilitui.core.backups.backup import DamagedBackup, Manifest, Member

PARTS = st.one_of(
    st.sampled_from(
        ["plans", "journal", "..", ".", "", ".history", ".lock", "a.toml", "x\\y", "host"]
    ),
    st.text(max_size=8),
)
NAMES = st.lists(PARTS, min_size=1, max_size=6).map("/".join)


@given(name=NAMES)
@example("plans/../x.toml")
@example("/plans/x.toml")
@example("plans/a\x00/../b")
def test_a_name_that_fits_stays_within_one_folder_of_the_home(name: str) -> None:
    """Whatever is joined to the home's own path lies in it, under no hidden name but one."""
    if backup.unfit(name):
        return
    path = PurePosixPath("/home/x") / name
    assert str(path) == f"/home/x/{name}" and ".." not in path.parts
    assert name in backup.FILES or (path.parts[3] in backup.FOLDERS and len(path.parts) > 4)
    hidden = [part for part in path.parts if part.startswith(".")]
    assert set(hidden) <= {backup.HISTORY} and not path.name.startswith(".")
    assert name.isprintable() or not any(ord(sign) < 32 for sign in name)


@given(names=st.lists(NAMES.map(lambda name: f"plans/{name}"), max_size=6))
def test_names_that_pass_are_files_that_no_disk_takes_for_one(names: list[str]) -> None:
    """Each of its own, and none is another one's folder."""
    if backup.wrong_name(names):
        return
    keys = [backup.as_one(name) for name in names]
    assert len(set(keys)) == len(keys)
    assert not any(one != other and other.startswith(f"{one}/") for one in keys for other in keys)


def manifest(**fields: object) -> Manifest:
    """A manifest of one file."""
    member = Member(name="plans/a.toml", size=3, sha256="0" * 64, changed=1.5)
    told = {"kind": backup.KIND, "archive": 1, "version": "1", "counts": {"plans": 1}}
    at = datetime(2026, 11, 25, tzinfo=UTC)
    return Manifest.model_validate({**told, "made_at": at, "files": (member,), **fields})


def test_a_manifest_is_read_as_it_was_written() -> None:
    """By this version and by people."""
    written = backup.manifest_text(manifest(unread=("journal/2026-11.json",)))
    assert backup.manifest_in(written) == manifest(unread=("journal/2026-11.json",))
    assert b'"plans/a.toml"' in written and written.endswith(b"}\n")


@pytest.mark.parametrize("data", [b"", b"[]", b"3", b"\xff", b"{", b"[" * 100_000, b'{"kind":"x"}'])
def test_what_is_no_manifest_is_said_to_be_unreadable(data: bytes) -> None:
    """Never anything else than one clear refusal."""
    with pytest.raises(DamagedBackup):
        backup.manifest_in(data)


def test_things_are_counted_as_people_do() -> None:
    """A session is one, however many files it has; earlier states of a plan are none."""
    names = ["plans/a.toml", "plans/.history/a.1.toml", "sessions/s/plan.toml"]
    counts = backup.counted([*names, "sessions/s/events.jsonl", "sessions/t/events.jsonl"])
    assert counts == {"plans": 1, "sessions": 2}
