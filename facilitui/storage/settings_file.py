"""The settings a person has chosen: `config.toml`, which may be edited by hand."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from facilitui.core.errors import NotSaved
from facilitui.core.sessions.live_settings import HUSHED, LiveSettings, live_settings
from facilitui.storage.disk import Disk, write_atomically
from facilitui.storage.home_lock import home_locked
from facilitui.storage.paths import Home
from facilitui.storage.worker import Worker

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

NAME = "config.toml"
FAVOURITES = "favourites"
OWN_NAME = "name"


def read_theme(disk: Disk, home: Home) -> str:
    """The name of the theme that was chosen; empty where none was, or none can be read."""
    theme = _settings(disk, home).get("theme")
    return theme if isinstance(theme, str) else ""


def keep_theme(disk: Disk, home: Home, theme: str) -> None:
    """Keep the choice of a theme, beside whatever else the file says. Raises NotSaved."""

    def choose(document: TOMLDocument) -> None:
        document["theme"] = theme

    _change(disk, home, choose)


def read_own_name(disk: Disk, home: Home) -> str:
    """What somebody is called; empty where they did not say, or it cannot be read."""
    name = _settings(disk, home).get(OWN_NAME)
    return name if isinstance(name, str) else ""


def keep_own_name(disk: Disk, home: Home, name: str) -> None:
    """Keep what somebody is called, beside whatever else the file says. Raises NotSaved."""

    def tell(document: TOMLDocument) -> None:
        document[OWN_NAME] = name

    _change(disk, home, tell)


def read_live_settings(disk: Disk, home: Home) -> LiveSettings:
    """What was set for running sessions; the defaults where nothing was, or nothing can be read."""
    return live_settings(_settings(disk, home))


def hush_prompt(disk: Disk, home: Home, prompt: str) -> None:
    """Never show a prompt of Live again, until its name is taken out. Raises NotSaved."""
    _change(disk, home, lambda document: _list(document, HUSHED, prompt, wanted=True))


class FileFavourites:
    """Favourites as a list of ids in the settings, on a thread of their own."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._home = home
        self._disk = disk
        self._worker = Worker("favourites")

    async def all(self) -> frozenset[str]:
        """The ids of all favourites; none where they cannot be read."""
        return await self._worker.do(self._all)

    async def mark(self, name: str, *, liked: bool) -> None:
        """Make something a favourite, or no longer. Raises NotSaved."""
        await self._worker.do(self._mark, name, liked=liked)

    def close(self) -> None:
        """Finish what was asked, then end the thread."""
        self._worker.close()

    def _all(self) -> frozenset[str]:
        listed = _settings(self._disk, self._home).get(FAVOURITES)
        names = listed if isinstance(listed, list) else []
        return frozenset(each for each in names if isinstance(each, str))

    def _mark(self, name: str, *, liked: bool) -> None:
        _change(self._disk, self._home, lambda found: _list(found, FAVOURITES, name, wanted=liked))


def _list(document: TOMLDocument, key: str, name: str, *, wanted: bool) -> None:
    """Put a name into one of the lists, or take it out; the list is otherwise as it was."""
    from tomlkit.items import Array

    names = document.get(key)
    if names is None:
        if not wanted:
            return
        names = document.setdefault(key, [])
    if not isinstance(names, Array):
        raise NotSaved(f"{key} in {NAME} is not a list; nothing was changed")
    present = [i for i, each in enumerate(names) if each == name]
    if wanted and not present:
        names.append(name)
    for i in reversed([] if wanted else present):
        del names[i]


def _settings(disk: Disk, home: Home) -> dict[str, Any]:
    """All settings; none where the file cannot be read."""
    try:
        return tomllib.loads(disk.read(home.root / NAME).decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}


def _change(disk: Disk, home: Home, change: Callable[[TOMLDocument], None]) -> None:
    """Change the settings and nothing else of the file. Raises NotSaved."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    with home_locked(disk, home, ".config.lock", "the settings"):
        before = b""
        try:
            before = disk.read(home.root / NAME)
            document = tomlkit.parse(before.decode("utf-8"))
        except FileNotFoundError:
            document = tomlkit.document()
        except (OSError, ValueError, RecursionError, TOMLKitError) as error:
            raise NotSaved(f"{NAME} cannot be read, so nothing was changed in it") from error
        change(document)
        try:
            data = tomlkit.dumps(document).encode("utf-8")
        except UnicodeEncodeError as error:
            raise NotSaved(f"{NAME} cannot hold a name that is not text") from error
        if data != before:
            write_atomically(disk, home.root / NAME, data)
