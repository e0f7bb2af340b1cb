"""Something edited that has a file: every change kept, and what other programs write noticed."""

from __future__ import annotations

from asyncio import Lock
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import ClassVar, Generic, TypeVar

from facilitui.core.base import Model
from facilitui.core.edited import Edited
from facilitui.core.errors import ChangedOnDisk, InputProblems, NotFound, NotSaved
from facilitui.core.files import Conflict, Files, Stored, changed_twice, gone, unreadable
from facilitui.core.ports import DraftStore
from facilitui.services.forms.half import Halves, as_json

S = TypeVar("S", bound=Model)
TAKEN_IN = "The file changed elsewhere; u takes it back."
PUT_BESIDE = "The file changed elsewhere; both are here."
"""A line of 60 columns holds no more beside its last key."""

MOST_TRIES = 5
"""So often a file that changes again meanwhile is judged anew before it is left for later."""
KEEPS_CHANGING = "not saved, another program keeps changing the file"


class Filed(Edited[S], Generic[S]):
    """Something edited with its file and its draft.

    `keep_draft` makes a change durable within a second; `write` writes the file once there is a
    moment of quiet. A file that another program changed is taken in where nothing here waits to
    be written, or where both changes can be told apart. Otherwise it is left alone: the draft
    goes on, and `conflict` says so until it is settled.
    """

    what: ClassVar[str]
    """What one file holds, such as "plan"."""

    def __init__(self, stored: Stored[S], files: Files[S], drafts: DraftStore) -> None:
        super().__init__(stored.state)
        self._files = files
        self._drafts = drafts
        self.name = stored.name
        self.outside = stored.outside
        """Where the file lies if that is outside the home; else empty."""
        self.notice = stored.notice
        """Something to tell once."""
        self.conflict: Conflict | None = None
        """Why the file is left alone; None while it is written."""
        self.refused = ""
        """Why the disk does not take what was changed; empty while it does."""
        self._digest = stored.digest
        """That of the file which the state goes on from."""
        self._seen = stored.digest
        """That of the file as it was seen last."""
        self._before = stored.digest
        """That of the file before another program's change was taken in."""
        self._written = self._kept = stored.state
        self.half: Halves = {}
        """What is half typed, and so no part of the state: the draft keeps it beside that."""
        self._kept_half: Halves = self.half
        self._in_turn = Lock()
        """Held while the file is read or written, so that no two writings cross."""

    # What a kind of file decides

    @property
    def draft_name(self) -> str:
        """What the draft is called."""
        return draft_name(self.what, self.name)

    @property
    def held_back(self) -> bool:
        """Whether it has no name yet, and so no file: only its draft is kept."""
        return False

    def _merged(self, base: S, ours: S, theirs: S) -> S | None:
        """Two changes as one; None where somebody has to choose."""
        del base, ours, theirs
        return None

    # How it stands

    @property
    def unwritten(self) -> bool:
        """Whether the file lags behind."""
        return self.state is not self._written

    @property
    def has_file(self) -> bool:
        """Whether there is a file of it."""
        return bool(self._digest)

    @property
    def _to_be_written(self) -> bool:
        return self.unwritten and not (self.conflict or self.held_back)

    # Keeping

    async def keep_draft(self) -> None:
        """Keep what was changed since the last time. Raises NotSaved.

        What has no file yet gets one, or a draft where that cannot be written.
        """
        async with self._keeping():
            if self.has_file or self.conflict or not await self._is_begun():
                await self._keep_draft()

    async def write(self) -> bool:
        """Write the file if it lags behind; False where it must be left alone. Raises NotSaved."""
        async with self._keeping():
            return await self._write()

    async def finish(self) -> None:
        """Write everything before it is left. Raises NotSaved."""
        await self.write()

    @asynccontextmanager
    async def _keeping(self) -> AsyncIterator[None]:
        """One after another; what the disk does not take is remembered until it does."""
        async with self._in_turn:
            try:
                yield
            except NotSaved as error:
                if self.unwritten or self.half is not self._kept_half:
                    self.refused = self.refused or str(error).removeprefix("not saved, ")
                raise
            if not self._to_be_written:
                self.refused = ""

    async def _is_begun(self) -> bool:
        """Write the first file; whether that could be done."""
        with suppress(NotSaved):
            return await self._write()
        return False

    async def _keep_draft(self) -> None:
        """Keep a draft; where the file holds the state, a draft of that would only hide the file.

        What is half typed before there is a file is kept with the state, which people look for.
        """
        state, half = self.state, self.half
        if state is self._kept and half is self._kept_half:
            return
        settled = state is self._written and not self.conflict
        await self._draft(None if settled and (self.has_file or not half) else state)
        self._kept = state

    async def _draft(self, state: S | None) -> None:
        """Keep as the draft what the file does not hold; without any of it there is no draft."""
        half, body = self.half, {"digest": self._digest}
        whole = {} if state is None else {self.what: state.model_dump(mode="json")}
        beside = {"half": as_json(half)} if half else {}
        where = {"outside": self.outside} if self.outside else {}
        if whole or beside:
            await self._drafts.keep(self.draft_name, body | whole | beside | where)
        else:
            await self._drafts.drop(self.draft_name)
        self._kept_half = half

    async def _write(self) -> bool:
        for _ in range(MOST_TRIES):
            if not self._to_be_written:
                await self._keep_draft()
                return not self.conflict
            if await self._is_saved(self.state):
                return True
        await self._keep_draft()
        raise NotSaved(KEEPS_CHANGING)

    async def _is_saved(self, state: S) -> bool:
        """Whether the file took it; else what another program made of the file was looked at."""
        try:
            stored = await self._save(state)
        except ChangedOnDisk:
            await self._judge()
            return False
        self.notice = stored.notice or self.notice
        await self._is_file(stored.digest, state)
        return True

    async def _save(self, state: S) -> Stored[S]:
        return await self._files.save(self.name, state, self._digest)

    async def _is_file(self, digest: str, state: S) -> None:
        """The file holds this by now, so no draft of it is needed."""
        self._digest = self._seen = digest
        self.conflict = None
        self._written = self._kept = state
        await self._draft(None)

    # What other programs write

    async def _judge(self) -> None:
        """Find out what another program made of the file, and take it in if nothing is lost."""
        try:
            theirs = await self._files.load(self.name)
        except InputProblems as error:
            self.conflict = unreadable(error)
        except NotFound:
            self.conflict = gone(self.what, self.outside)
        else:
            await self._meet(theirs)

    async def _meet(self, theirs: Stored[S]) -> None:
        base, self._seen = self._written, theirs.digest
        if theirs.digest == self._digest:
            self._goes_on_from(theirs)
        elif self._merged(base, self.state, theirs.state) is not None:
            self.record(lambda state: self._merged(base, state, theirs.state), theirs.state)
            self._goes_on_from(theirs)
            self.notice = PUT_BESIDE
        elif not self.unwritten or self.state == theirs.state:
            draft = self.draft
            await self._take(theirs)
            self.notice = self.notice if self.draft is draft else TAKEN_IN
        else:
            self.conflict = changed_twice(self.what)

    def _goes_on_from(self, theirs: Stored[S]) -> None:
        """What is edited is a change of this file."""
        self._before, self._digest, self.conflict = self._digest, theirs.digest, None
        self._written = self.state if self.state == theirs.state else theirs.state

    async def _take(self, theirs: Stored[S]) -> None:
        """Go on from the file as it is now, as one step that can be undone."""
        self.take(theirs.state, "reload")
        self._before = self._digest
        await self._is_file(theirs.digest, self.state)

    def contradicted(self) -> None:
        """What another program wrote stays in the file, until somebody settles it."""
        self._digest, self.conflict = self._before, changed_twice(self.what)


def draft_name(what: str, name: str) -> str:
    """What the draft of a file is called."""
    return f"{what}-{name}"


async def drafted(drafts: DraftStore, what: str) -> list[str]:
    """The names of which drafts are left, also where there is no file of them."""
    beginning = draft_name(what, "")
    return [each.name.removeprefix(beginning) for each in await drafts.left(beginning)]
