"""Making folders: private to the user, and on the disk itself."""

from __future__ import annotations

from pathlib import Path

from facilitui.core import safe_text
from facilitui.core.errors import NotSaved
from facilitui.storage.disk import PRIVATE_FOLDER, Disk, reason


def make_folders(disk: Disk, root: Path, *within: Path) -> None:
    """Make folders that are not there, outermost first, each private to the user.

    Each is made by itself, because only the last of a path that is made at once is private. A new
    one is forced into the folder it lies in: what is saved in it would go with it when the power
    does. Raises NotSaved.
    """
    for folder in (*(each for each in reversed(root.parents) if not each.exists()), root, *within):
        if folder.is_dir():
            continue
        try:
            folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
            disk.sync_folder(folder.parent)
        except FileExistsError as error:
            why = f"a file lies where {safe_text.line(folder.name)}/ belongs"
            raise NotSaved(f"not saved, {why}", why) from error
        except OSError as error:
            words, why = f"not saved, cannot make the folder {folder.name}", reason(error)
            raise NotSaved(f"{safe_text.line(words)}: {why}", why) from error
