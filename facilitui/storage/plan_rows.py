"""Plans as a list shows them, read without checking all that is in them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time
from functools import partial
from pathlib import Path

from facilitui.core.errors import InputProblems
from facilitui.core.ports import PlanRow
from facilitui.storage.disk import Disk, reason
from facilitui.storage.file_cache import FileCache
from facilitui.storage.toml_files import decoded, listed_files, parse_table, read_bytes


class PlanRows:
    """The plans of one folder; a file is read again only when it changed."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder = folder
        self._read = partial(_row, disk)
        self._cache: FileCache[PlanRow] = FileCache()

    def read(self) -> tuple[PlanRow, ...]:
        """All of them by start and name. Raises InputProblems where they cannot be listed."""
        found, problems = listed_files(self._folder)
        if problems:
            raise InputProblems(tuple(problems))
        rows = [self._cache.get(path, self._read) for path in found]
        self._cache.forget_all_but(found)
        return tuple(sorted(rows, key=_by_start))


def _row(disk: Disk, path: Path) -> PlanRow:
    changed = 0.0
    try:
        changed = path.stat().st_mtime
        table = parse_table(decoded(read_bytes(disk, path), path), path)
    except InputProblems as error:
        return PlanRow(path.stem, path.stem, None, changed, str(error.problems[0]))
    except OSError as error:
        return PlanRow(path.stem, path.stem, None, changed, f"cannot be read: {reason(error)}")
    title = table.get("title")
    named = title if isinstance(title, str) and title.strip() else path.stem
    when = _when(table.get("start")) or _when(table.get("day"))
    start = when if isinstance(when, datetime) else None
    return PlanRow(path.stem, named, start, changed, day=start.date() if start else when)


def _when(value: object) -> date | None:
    """A start as plans mean it: a local time or a day; anything else is for `load` to refuse."""
    if isinstance(value, str):
        with suppress(ValueError):
            return _when(date.fromisoformat(value))
        with suppress(ValueError):
            return _when(datetime.fromisoformat(value))
    if isinstance(value, datetime):
        return value if value.tzinfo is None else None
    return value if isinstance(value, date) else None


def _by_start(row: PlanRow) -> tuple[date, time, str]:
    at = row.start.time() if row.start else time()
    return row.day or date.max, at, row.name
