"""Which columns of forms were taken for what: `forms.json`, offered when a form comes again."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from facilitui.core.errors import NotSaved
from facilitui.core.responses.form_memory import Forms, forms_in, forms_in_draft, with_form
from facilitui.core.sealing import canonical
from facilitui.storage.disk import Disk, reason, write_atomically
from facilitui.storage.home_lock import home_locked
from facilitui.storage.paths import Home
from facilitui.storage.worker import Worker

NAME = "forms.json"
_DRAFT = "feedback-columns.json"
"""The draft that versions before that file kept them in, read as long as there is no such file."""


class FileForms:
    """The forms of a home, changed under a lock: each copy of the program knows what all chose."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home, self._disk = home, disk
        self._worker = Worker("forms")

    async def forms(self) -> Forms:
        """The forms whose columns are remembered; none where they cannot be read."""
        return await self._worker.do(self._forms)

    async def remember(self, form: str, columns: list[dict[str, Any]]) -> None:
        """Remember a form's columns beside those of all others. Raises NotSaved."""
        await self._worker.do(self._remember, form, columns)

    def close(self) -> None:
        """Finish what was asked, then end the thread."""
        self._worker.close()

    def _forms(self) -> Forms:
        try:
            return self._read()
        except OSError:
            return ()

    def _read(self) -> Forms:
        """What the file holds; none of what nobody can read. Raises OSError."""
        try:
            return forms_in(json.loads(self._disk.read(self._home.root / NAME)))
        except FileNotFoundError:
            return self._read_draft()
        except (ValueError, RecursionError):
            return ()

    def _read_draft(self) -> Forms:
        try:
            return forms_in_draft(json.loads(self._disk.read(self._draft)))
        except (FileNotFoundError, NotADirectoryError, ValueError, RecursionError):
            return ()

    @property
    def _draft(self) -> Path:
        return self._home.drafts / _DRAFT

    def _remember(self, form: str, columns: list[dict[str, Any]]) -> None:
        with home_locked(self._disk, self._home, ".forms.lock", "the columns of forms"):
            try:
                forms = with_form(self._read(), form, columns)
            except OSError as error:
                raise NotSaved(f"cannot read {NAME}: {reason(error)}") from error
            data = canonical({"forms": list(forms)}).encode("ascii")
            write_atomically(self._disk, self._home.root / NAME, data)
            with suppress(OSError):  # it is not read any more
                self._draft.unlink(missing_ok=True)
