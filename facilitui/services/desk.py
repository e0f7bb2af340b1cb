"""A file on the desk: changed with undo, every change kept, left alone in a conflict."""

from __future__ import annotations

from asyncio import Lock
from collections.abc import Callable
from contextlib import suppress
from difflib import unified_diff
from typing import ClassVar, Generic, TypeVar

from facilitui.core.base import Model
from facilitui.core.draft import Draft
from facilitui.core.edited import Edited, Fact
from facilitui.core.errors import ChangedOnDisk, InputProblems, NotFound, NotSaved
from facilitui.core.files import Files, Stored
from facilitui.core.ports import DraftStore
from facilitui.services.forms.form import Form, Values, applied

S = TypeVar("S", bound=Model)
Edit = Callable[[Draft[S]], Draft[S]]


class Desk(Edited[S], Generic[S]):
    """One file being edited.

    Every change is a step that can be undone. `keep_draft` makes it durable within a second;
    `write` writes the file once there is a moment of quiet. A file that another program changed
    is left alone: the draft goes on, and `conflict` says so until it is settled. A kind of which
    two changes can be told apart takes in those of another program beside its own.
    """

    what: ClassVar[str]
    """What one file holds, such as "plan"."""

    def __init__(self, stored: Stored[S], files: Files[S], drafts: DraftStore) -> None:
        super().__init__(stored.state)
        self._files = files
        self._drafts = drafts
        self.name = stored.name
        self.notice = stored.notice
        self.conflict = ""
        """Why the file is left alone; empty while it is written."""
        self._digest = stored.digest
        self._written = stored.state
        self._kept = stored.state
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

    def _under(self, name: str) -> Callable[[S], S]:
        """What becomes of every state when it goes on in a file of its own."""
        del name
        return lambda state: state

    @property
    def title(self) -> str:
        """What people call it; files are named after that."""
        raise NotImplementedError

    # Changing

    @property
    def unwritten(self) -> bool:
        """Whether the file lags behind."""
        return self.state is not self._written

    @property
    def has_file(self) -> bool:
        """Whether there is a file of it."""
        return bool(self._digest)

    def fill_in(self, form: Form[S], values: Values, since: Draft[S]) -> str:
        """Take what a form says by now: however much is typed into it, it is one change.

        `since` is the draft when it was opened. Gives a sentence where something cannot be
        understood, else nothing.
        """
        told = ""

        def filled(state: S) -> S:
            nonlocal told
            made, told = applied(form, state, values)
            return made

        self.change(filled, form.what(values), since=since)
        return told

    def take_up(self, typed: S, based_on: str) -> None:
        """Go on with what a draft holds, as one step that can be undone.

        `based_on` is the digest of the file when it was typed. Of another file it stays in
        conflict, also in the drafts that follow, until somebody settles that.
        """
        self.change(lambda _: typed, "what was typed last")
        self._kept = self.state
        if based_on != self._digest:
            self._digest = based_on
            self.conflict = f"The file was changed elsewhere while this {self.what} was edited."

    def contradicted(self) -> None:
        """What another program wrote stays in the file, until somebody settles it."""
        self.conflict = "The file was changed by another program; it has been left alone."

    # Keeping

    async def keep_draft(self) -> None:
        """Keep what was changed since the last time. Raises NotSaved.

        What has no file yet gets one, or a draft where that cannot be written.
        """
        async with self._in_turn:
            if self.has_file or self.conflict or not await self._is_begun():
                await self._keep_draft()

    async def write(self) -> bool:
        """Write the file if it lags behind; False where it must be left alone. Raises NotSaved."""
        async with self._in_turn:
            return await self._write()

    async def finish(self) -> None:
        """Write everything before it is left. Raises NotSaved."""
        await self.write()

    async def _is_begun(self) -> bool:
        """Write the first file; whether that could be done."""
        with suppress(NotSaved):
            return await self._write()
        return False

    async def _keep_draft(self) -> None:
        """Keep a draft; where the file holds all of it, a draft would only hide the file."""
        state = self.state
        if state is self._kept:
            return
        if state is self._written and not self.conflict:
            await self._drafts.drop(self.draft_name)
        else:
            body = {"digest": self._digest, self.what: state.model_dump(mode="json")}
            await self._drafts.keep(self.draft_name, body)
        self._kept = state

    async def _write(self) -> bool:
        if self.conflict or self.held_back or not self.unwritten:
            await self._keep_draft()
            return not self.conflict
        state = self.state
        try:
            stored = await self._files.save(self.name, state, self._digest)
        except ChangedOnDisk as error:
            if await self._take_in():
                return await self._write()
            self.conflict = str(error)
            await self._keep_draft()
            return False
        self.notice = stored.notice or self.notice
        await self._is_file(stored.digest, state)
        return True

    async def _is_file(self, digest: str, state: S) -> None:
        """The file holds this by now, so no draft is needed."""
        self._digest, self.conflict = digest, ""
        self._written = self._kept = state
        await self._drafts.drop(self.draft_name)

    async def _go_on_as(
        self, name: str, rename: Callable[[S], S], edit: Edit[S] = lambda draft: draft
    ) -> None:
        """Write it to a new file, leave the one before alone, and go on there. Raises NotSaved."""
        before, asked = self.draft, edit(self.draft).everywhere(rename)
        stored = await self._files.save(name, asked.state, "")
        # What was typed while the file was written comes along.
        self.draft = asked if self.draft is before else edit(self.draft).everywhere(rename)
        self._facts.append(Fact(rename))
        left, self.name = self.draft_name, name
        try:
            await self._is_file(stored.digest, asked.state)
        finally:
            await self._drafts.drop(left)

    # A file that was changed elsewhere

    async def _take_in(self) -> bool:
        """Take in what another program changed, if that was something else."""
        try:
            theirs = await self._files.load(self.name)
        except (InputProblems, NotFound):
            return False
        base = self._written
        if self._merged(base, self.state, theirs.state) is None:
            return False
        self.record(lambda state: self._merged(base, state, theirs.state), theirs.state)
        self._digest, self._written = theirs.digest, theirs.state
        return True

    async def look(self) -> bool:
        """Notice that another program changed the file; whether that is news."""
        async with self._in_turn:
            if self.conflict or not self.has_file:
                return False
            if await self._files.is_as(self.name, self._digest):
                return False
            if not await self._take_in():
                self.contradicted()
            return True

    async def reload(self) -> None:
        """Take the file as another program left it, as one step that can be undone."""
        async with self._in_turn:
            stored = await self._files.load(self.name)
            self.draft = self.draft.changed(stored.state, "reload")
            await self._is_file(stored.digest, self.state)

    async def save_as(self) -> str:
        """Go on in a file of its own, and leave the other one alone. Its name; raises NotSaved."""
        async with self._in_turn:
            name = await self._files.free_name(self.title)
            await self._go_on_as(name, self._under(name))
        return self.name

    async def differences(self) -> str:
        """What separates the file from what is edited, as lines a person can read."""
        theirs = await self._files.text(self.name)
        ours = await self._files.written(self.name, self.state)
        lines = unified_diff(
            theirs.splitlines(), ours.splitlines(), "the file", "here", lineterm="", n=1
        )
        return "\n".join(lines)


def draft_name(what: str, name: str) -> str:
    """What the draft of a file is called."""
    return f"{what}-{name}"
