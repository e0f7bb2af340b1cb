"""Files that somebody names from outside: which one is meant, and why there is none."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import unquote, urlsplit

from facilitui.core import safe_text
from facilitui.core.errors import NotFound
from facilitui.storage.disk import reason

_LISTED = 1000
"""Files of a folder among which one that was meant is looked for."""
_NAMED = 3
"""Files of a folder that are named as an example."""
_NEAR = 0.6
"""How much of a name is the same where it may have been meant, of 1."""


@contextmanager
def named(file: str, endings: tuple[str, ...] = ()) -> Iterator[Path]:
    """The path that a text names, around what is done to find out what lies there.

    Raises NotFound for what the system says against it; a file beside it with one of the
    `endings` may have been meant, any file where there are none.
    """
    shown = safe_text.quoted(os.path.basename(file) or file)
    try:
        path = path_meant(file)
        yield path
    except FileNotFoundError:
        raise NotFound(f"there is no file {shown}{_near(path, endings)}") from None
    except OSError as error:
        raise NotFound(f"cannot read {shown}: {reason(error)}") from error
    except (ValueError, RuntimeError):
        raise NotFound(f"{shown} cannot be the name of a file") from None


def path_meant(file: str) -> Path:
    """The path that a text names: as it is, else as terminals paste it, quoted or escaped."""
    path = Path(file).expanduser()
    if path.exists():
        return path
    if file.startswith("file://"):
        return Path(unquote(urlsplit(file).path))
    try:
        words = shlex.split(file)
    except ValueError:
        return path
    pasted = Path(words[0]).expanduser() if len(words) == 1 else path
    return pasted if pasted.exists() else path


def is_folder(path: Path, endings: tuple[str, ...] = ()) -> str:
    """What there is to say of a folder in the place of a file, with files of it that may do."""
    names = _files(path, endings)[:_NAMED]
    such = f", such as {', '.join(map(safe_text.quoted, names))}" if names else ""
    return f"is a folder; name a file in it{such}"


def _near(path: Path, endings: tuple[str, ...]) -> str:
    """The file beside a path that may have been meant, as the end of a sentence."""
    near = get_close_matches(path.name, _files(path.parent, endings), n=1, cutoff=_NEAR)
    return f"; did you mean {safe_text.quoted(near[0])}?" if near else ""


def _files(folder: Path, endings: tuple[str, ...]) -> list[str]:
    """The first files of a folder with one of these endings; none where it cannot be read."""
    try:
        with os.scandir(folder) as found:
            names = [each.name for each in found if each.is_file() and each.name[0] != "."]
    except OSError:
        return []
    return sorted(name for name in names if name.lower().endswith(endings or ""))[:_LISTED]
