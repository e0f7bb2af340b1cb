"""Homes with something of every kind in them, and what lies in one, to be compared."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from facilitui.core.backups.backup import is_passing
from facilitui.core.backups.backup_ports import BackedUp, Restored
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.sealing import canonical
from facilitui.storage.backups import FileBackups
from facilitui.storage.disk import Disk
from facilitui.storage.home_files import END_MARK
from facilitui.storage.paths import Home
from tests.storage.chains import log_bytes, notes
from tests.storage.journals import AT, DECEMBER, diary

SESSION = "2026-11-25-1530-looking-f0e2"
LOG = f"sessions/{SESSION}/events.jsonl"
COPY = b"what they wrote on the poster" * 100
NOW = datetime(2026, 12, 3, 9, 30, tzinfo=UTC)
FILES: Mapping[str, bytes] = {
    "plans/looking.toml": b'kind = "plan"\ntitle = "Looking at caf\xc3\xa9 work"\n',
    "plans/.history/looking.1.toml": b'kind = "plan"\ntitle = "Looking"\n',
    "protocols/own.toml": b'kind = "protocol"\n',
    "norms/ours.toml": b'kind = "norms"\n',
    "groups/grade-7.toml": b'kind = "group"\n',
    "exports/agenda.md": b"# Looking\n",
    "drafts/debrief-x.json": b'{"learned":"half typ"}',
    f"attachments/{sha256(COPY).hexdigest()}": COPY,
    f"sessions/{SESSION}/plan.toml": b'kind = "plan"\n',
    LOG: log_bytes(notes(20)),
    "journal/2026-10.damaged-1.json": b'{"entries": {"1',
    "config.toml": b'theme = "dark"\n',
    "forms.json": b"{}\n",
}
PASSING = (
    *("cache/home.json", "logs/crash.log", "plans/.lock", "drafts/.debrief-x.lock", ".config.lock"),
    *(f"sessions/{SESSION}/host.lock", "attachments/.0011.tmp", "journal/.2026-11.json.0a.tmp"),
)
"""What is no part of a backup."""


def filled(root: Path, files: Mapping[str, bytes] = FILES) -> Path:
    """A home with these files, three entries in two months, and what only runs."""
    for name, data in files.items():
        put(root, name, data)
    for name in PASSING:
        put(root, name, b"of no use")
    with diary(root) as journal:
        journal.save("a", {"title": "Looking", "session": SESSION, "learned": "They waited."})
        journal.save("b", {"title": "Other", "learned": "Less talk. " * 50})
        journal.save("a", {"title": "Looking", "session": SESSION, "learned": "More."}, DECEMBER)
    return root


def put(root: Path, name: str, data: bytes) -> Path:
    """A file of a home."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def held(root: Path) -> dict[str, bytes]:
    """All files of a home by name, but for what only runs, and for backups of it."""
    found = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and not path.is_symlink()
    }
    skipped = ("cache/", "logs/", "backups/")
    return {
        name: data
        for name, data in found.items()
        if not name.startswith(skipped) and not is_passing(name)
    }


def back_up(root: Path, file: Path, disk: Disk | None = None, *, force: bool = False) -> BackedUp:
    """A backup of a home."""
    backups = FileBackups(Home(root), disk or Disk(), "1.0")
    try:
        return asyncio.run(backups.write(str(file), NOW, Progress(), force=force))
    finally:
        backups.close()


def bring_back(
    root: Path, file: Path, disk: Disk | None = None, *, replace: bool = False
) -> Restored:
    """A home after its files were restored; entries are still to be joined."""
    backups = FileBackups(Home(root), disk or Disk(), "1.0")
    try:
        return asyncio.run(backups.restore(str(file), NOW, Progress(), replace=replace))
    finally:
        backups.close()


def archive(file: Path, packed: Mapping[str, bytes], /, **told: object) -> Path:
    """An archive of these files, as one is made, except for what is told otherwise.

    `told` may name the fields of the manifest, `mark` for its end, and `last` for its last name.
    """
    members = [
        {"name": name, "size": len(data), "sha256": sha256(data).hexdigest()}
        for name, data in packed.items()
    ]
    manifest = {
        "kind": "facilitui backup",
        "archive": 1,
        "version": "0",
        "made_at": AT.isoformat(),
        "counts": {},
        "files": members,
        **{name: value for name, value in told.items() if name not in ("mark", "last")},
    }
    with ZipFile(file, "w") as made:
        for name, data in packed.items():
            made.writestr(ZipInfo(name), data, ZIP_DEFLATED)
        last = told.get("last", "manifest.json")
        made.writestr(str(last), json.dumps(manifest))
        mark = told.get("mark", END_MARK)
        assert isinstance(mark, bytes)
        made.comment = mark
    return file


def exported(root: Path) -> list[str]:
    """The documents of a journal without what is this journal's own, sorted."""
    with diary(root) as journal:
        documents = [dict(each) for each in journal.documents()]
    for each in documents:
        each.pop("imported", None)
    return sorted(map(canonical, documents))
