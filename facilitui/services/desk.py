"""A file on the desk: changed with undo, looked after, and settled where it is in conflict."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from difflib import unified_diff
from typing import Generic, TypeVar

from facilitui.core.base import Model
from facilitui.core.draft import Draft
from facilitui.core.edited import Fact
from facilitui.core.errors import FacilituiError, NotSaved
from facilitui.core.files import Way, changed_twice
from facilitui.services.beside_others import written_as_new
from facilitui.services.filed import Filed, drafted
from facilitui.services.forms.form import Form, Values, taken
from facilitui.services.forms.half import Half, Halves, with_half

S = TypeVar("S", bound=Model)
Edit = Callable[[Draft[S]], Draft[S]]


class Desk(Filed[S], Generic[S]):
    """One file being edited; every change is a step that can be undone."""

    # What a kind of file decides

    @property
    def title(self) -> str:
        """What people call it; files are named after that."""
        raise NotImplementedError

    def _under(self, name: str) -> Callable[[S], S]:
        """What becomes of every state when it goes on in a file of its own."""
        del name
        return lambda state: state

    # Changing

    def fill_in(self, form: Form[S], values: Values, since: Draft[S]) -> str:
        """Take what a form says by now: however much is typed into it, it is one change.

        `since` is the draft when it was opened. What cannot be understood is kept as it was typed.
        Gives a sentence where there is such, else nothing.
        """
        why: dict[str, str] = {}

        def filled(state: S) -> S:
            nonlocal why
            made, why = taken(form, state, values)
            return made

        self.change(filled, form.what(values), since=since)
        self.keep_half(form.known_as, form.title, {key: values[key] for key in why})
        return next(iter(why.values()), "")

    def keep_half(self, place: str, title: str, typed: Values) -> None:
        """Keep beside the file what is half typed in a place, in place of what was there before."""
        self.half = with_half(self.half, place, Half(title, typed))

    def half_in(self, place: str) -> Values:
        """What is half typed in a place, by field."""
        return self.half[place].typed if place in self.half else {}

    def find_half(self, halves: Halves) -> None:
        """Go on with what was half typed when the file was open last."""
        self.half = self._kept_half = halves

    def take_up(self, typed: S, based_on: str) -> None:
        """Go on with what a draft holds, as one step that can be undone.

        `based_on` is the digest of the file when it was typed. Of another file it stays in
        conflict, also in the drafts that follow, until somebody settles that.
        """
        self.change(lambda _: typed, "what was typed last")
        self._kept = self.state
        if based_on != self._digest:
            self._digest, self.conflict = based_on, changed_twice(self.what)

    # The file, and what other programs make of it

    @property
    def where(self) -> str:
        """Where the file is, or would be."""
        return self.outside or f"{self.what}s/{self.name}.toml"

    async def look(self) -> bool:
        """Notice what another program made of the file; whether that is news."""
        async with self._in_turn:
            now = await self._files.digest(self.name) if self.has_file else self._seen
            if now == self._seen and not self._is_settled:
                return False
            self._seen, conflict, draft = now, self.conflict, self.draft
            with suppress(NotSaved):  # a draft that cannot be removed says what the file said
                await self._judge()
            return self.conflict != conflict or self.draft is not draft

    @property
    def _is_settled(self) -> bool:
        """Whether the file can be taken by now, as nothing is left that speaks against it."""
        takes = self.conflict is not None and Way.TAKE in self.conflict.ways
        return takes and not self.unwritten

    async def reload(self) -> None:
        """Take the file as another program left it, as one step that can be undone."""
        async with self._in_turn:
            await self._take(await self._files.load(self.name))

    async def write_again(self) -> None:
        """Write a file that is gone where it was. Raises ChangedOnDisk or NotSaved."""
        async with self._in_turn:
            state = self.state
            stored = await self._files.save(self.name, state, "")
            self.outside = stored.outside
            await self._is_file(stored.digest, state)

    async def save_as(self) -> str:
        """Go on in a file of its own, and leave the other one alone. Its name; raises NotSaved."""
        async with self._in_turn:
            await self._go_on_as(self.title)
        return self.name

    async def _go_on_as(self, title: str, edit: Edit[S] = lambda draft: draft) -> None:
        """Write it to a new file, leave the one before alone, and go on there. Raises NotSaved."""
        before, asked = self.draft, edit(self.draft)
        stored = await written_as_new(
            self._files,
            title,
            lambda name: self._under(name)(asked.state),
            await drafted(self._drafts, self.what),
        )
        rename = self._under(stored.name)
        made = asked.everywhere(rename)
        # What was typed while the file was written comes along.
        self.draft = made if self.draft is before else edit(self.draft).everywhere(rename)
        self._facts.append(Fact(rename))
        left, self.name, self.outside = self.draft_name, stored.name, stored.outside
        try:
            await self._is_file(stored.digest, made.state)
        finally:
            await self._drafts.drop(left)

    async def as_text(self) -> str:
        """It as its file would have it, with what is half typed; where that fails, as a draft."""
        try:
            text = await self._files.written(self.name, self.state)
        except FacilituiError:
            text = self.state.model_dump_json(indent=1)
        halves = (typed for half in self.half.values() for typed in half.typed.values())
        return "\n".join([text, *halves])

    async def differences(self) -> str:
        """What separates the file from what is edited, as lines a person can read."""
        theirs = await self._files.text(self.name)
        ours = await self._files.written(self.name, self.state)
        lines = unified_diff(
            theirs.splitlines(), ours.splitlines(), "the file", "here", lineterm="", n=1
        )
        return "\n".join(lines)
