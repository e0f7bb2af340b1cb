"""Making a store's folders."""

from __future__ import annotations

from pathlib import Path

from facilitui.core.errors import NotSaved
from facilitui.storage.disk import Disk, make_folder, reason


def make_folders(disk: Disk, root: Path, *within: Path) -> None:
    """Make folders that are not there, outermost first, each private to the user.

    Each is made by itself, because only the last of a path that is made at once is private. A new
    one is forced into the folder it lies in: what is saved in it would go with it when the power
    does. Raises NotSaved.
    """
    make_folder(root)
    for folder in within:
        if folder.is_dir():
            continue
        make_folder(folder)
        try:
            disk.sync_folder(folder.parent)
        except OSError as error:
            raise NotSaved(f"cannot make the folder {folder}: {reason(error)}") from error
