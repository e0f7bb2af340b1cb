"""Where a person's files are."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from facilitui.core import safe_text
from facilitui.core.errors import NotFound
from facilitui.storage.disk import reason

ENVIRONMENT = "FACILITUI_HOME"


@dataclass(frozen=True, slots=True)
class Home:
    """The folder that holds everything, and the places within it (design §6)."""

    root: Path

    @property
    def plans(self) -> Path:
        """Plans, one TOML file each."""
        return self.root / "plans"

    @property
    def history(self) -> Path:
        """Earlier states of plans."""
        return self.plans / ".history"

    @property
    def sessions(self) -> Path:
        """A folder for each session."""
        return self.root / "sessions"

    @property
    def journal(self) -> Path:
        """One TinyDB file a month."""
        return self.root / "journal"

    @property
    def drafts(self) -> Path:
        """What is being typed."""
        return self.root / "drafts"

    @property
    def cache(self) -> Path:
        """What can be worked out again."""
        return self.root / "cache"

    @property
    def logs(self) -> Path:
        """What went wrong."""
        return self.root / "logs"

    @property
    def begun_purge(self) -> Path:
        """A purge that was begun, until it is finished."""
        return self.root / "purge.json"

    def own(self, kind: str) -> Path:
        """A person's own folder of a kind of data, such as protocols or norms."""
        return self.root / kind


def find_home(chosen: str | None) -> Home:
    """The home that was chosen, else the environment's, else the platform's own folder.

    Raises NotFound where what lies there is no folder, or nothing can be called so.
    """
    if not (named := chosen or os.environ.get(ENVIRONMENT)):
        from platformdirs import user_data_path

        return Home(user_data_path("facilitui"))
    shown = f"the home {safe_text.line(named)}"
    try:
        root = Path(named).expanduser().absolute()
        is_folder = stat.S_ISDIR(root.stat().st_mode)
    except FileNotFoundError:
        return Home(root)
    except OSError as error:
        raise NotFound(f"{shown} cannot be used: {reason(error)}; name another folder") from error
    except (ValueError, RuntimeError):
        raise NotFound(f"{shown} cannot be the name of a folder") from None
    if not is_folder:
        raise NotFound(f"{shown} is a file; name a folder, which need not be there yet")
    return Home(root)
