"""The settings a person has chosen: `config.toml`, which may be edited by hand."""

from __future__ import annotations

import tomllib

from facilitui.core.errors import NotSaved
from facilitui.storage.disk import Disk, write_atomically
from facilitui.storage.folders import make_folders
from facilitui.storage.paths import Home

NAME = "config.toml"


def read_theme(disk: Disk, home: Home) -> str:
    """The name of the theme that was chosen; empty where none was, or none can be read."""
    try:
        theme = tomllib.loads(disk.read(home.root / NAME).decode("utf-8")).get("theme")
    except (OSError, ValueError, RecursionError):
        return ""
    return theme if isinstance(theme, str) else ""


def keep_theme(disk: Disk, home: Home, theme: str) -> None:
    """Keep the choice of a theme, beside whatever else the file says, if the disk will have it."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(disk.read(home.root / NAME).decode("utf-8"))
    except FileNotFoundError:
        document = tomlkit.document()
    except (OSError, ValueError, TOMLKitError):
        return  # a file that cannot be read is left for its owner to mend
    document["theme"] = theme
    try:
        make_folders(disk, home.root)
        write_atomically(disk, home.root / NAME, tomlkit.dumps(document).encode("utf-8"))
    except NotSaved:
        return
