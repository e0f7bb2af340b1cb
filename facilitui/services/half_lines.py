"""Lines that are half typed: one for each purpose, kept while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from facilitui.core.errors import NotSaved
from facilitui.core.ports import Drafts
from facilitui.core.unkept import Unkept


def draft_name(session: str) -> str:
    """What the draft is called that keeps the half lines of a session, or of what is named so."""
    return f"line-{session}"


class HalfLines:
    """All half lines of a home, by what they are typed for.

    What the disk did not take is remembered for as long as the program runs.
    """

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._lines: dict[str, dict[str, str]] = {}
        """By the name of their draft."""
        self._refused: set[str] = set()
        """The names of those that the disk did not take."""

    async def of(self, name: str) -> Mapping[str, str]:
        """What is half typed; what no version of this program wrote is left out."""
        if name not in self._lines:
            lines = (await self._drafts.find(name) or {}).get("lines")
            found = lines.items() if isinstance(lines, dict) else ()
            if half := {what: text for what, text in found if text and isinstance(text, str)}:
                self._lines.setdefault(name, half)
        return self._lines.get(name, {})

    async def keep(self, name: str, purpose: str, text: str) -> None:
        """Keep what is typed for a purpose by now, or forget it if that is nothing.

        Raises NotSaved; it is remembered then.
        """
        others = {what: line for what, line in (await self.of(name)).items() if what != purpose}
        await self._write(name, {**others, purpose: text} if text else others)

    def forget(self, belongs: Callable[[str], bool]) -> None:
        """Remember nothing of the drafts of some names, which were deleted."""
        for name in [each for each in self._lines if belongs(each)]:
            del self._lines[name]
            self._refused.discard(name)

    async def move(self, before: str, after: str) -> None:
        """Lines that were typed under one name belong to another from now on.

        What the disk refuses is remembered, written with the next line, and told before it is lost.
        """
        if lines := dict(await self.of(before)):
            with suppress(NotSaved):
                await self._write(after, {**lines, **await self.of(after)})
                await self._write(before, {})

    async def unkept(self) -> tuple[Unkept, ...]:
        """The lines that the disk still does not take."""
        left = [(name, self._lines[name]) for name in sorted(self._refused)]
        tried = [await self._tried(name, lines) for name, lines in left if lines]
        return tuple(each for each in tried if each)

    async def _tried(self, name: str, lines: dict[str, str]) -> Unkept | None:
        try:
            await self._write(name, lines)
        except NotSaved as error:
            what = "this line" if len(lines) == 1 else f"these {len(lines)} lines"
            return Unkept(what, error.why, "\n".join(lines.values()))
        return None

    async def _write(self, name: str, lines: dict[str, str]) -> None:
        self._lines[name] = lines
        try:
            await (self._drafts.keep(name, {"lines": lines}) if lines else self._drafts.drop(name))
        except NotSaved:
            self._refused.add(name)
            raise
        self._refused.discard(name)
        if not lines and self._lines.get(name) is lines:  # nothing was typed meanwhile
            del self._lines[name]


class HalfBeside:
    """What is half typed beside one thing, by what it is typed for; a debrief's date, say."""

    def __init__(self, every: HalfLines, thing: str, found: Mapping[str, str]) -> None:
        """`thing` is what the draft is named after, `found` what was half typed before."""
        self._every, self._name, self._lines = every, draft_name(thing), dict(found)

    def __getitem__(self, purpose: str) -> str:
        """What is half typed for something; empty where nothing is."""
        return self._lines.get(purpose, "")

    def __setitem__(self, purpose: str, text: str) -> None:
        """From now on that is; it counts as kept once it is written."""
        self._lines[purpose] = text

    def fields(self, form: str) -> Mapping[str, str]:
        """What is half typed into a form, by field."""
        parts = ((what.partition(" "), text) for what, text in self._lines.items() if text)
        return {field: text for (of, _, field), text in parts if of == form and field}

    def set_fields(self, form: str, typed: Mapping[str, str]) -> None:
        """From now on that is half typed into a form, and nothing else."""
        for field in {*self.fields(form), *typed}:
            self[f"{form} {field}"] = typed.get(field, "")

    async def write(self) -> None:
        """Keep all of it. Raises NotSaved; it is remembered then."""
        kept, lines = dict(await self._every.of(self._name)), dict(self._lines)
        for purpose in {*kept, *lines}:
            if lines.get(purpose, "") != kept.get(purpose, ""):
                await self._every.keep(self._name, purpose, lines.get(purpose, ""))


async def beside(every: HalfLines, thing: str) -> HalfBeside:
    """What was half typed beside something."""
    return HalfBeside(every, thing, await every.of(draft_name(thing)))
