"""What Home showed last, kept so that it can be shown again at once. Never the truth."""

from __future__ import annotations

import json

from facilitui.core.errors import NotSaved
from facilitui.core.overview import Overview, from_json, to_json
from facilitui.storage.disk import Disk, write_atomically
from facilitui.storage.folders import make_folders
from facilitui.storage.paths import Home

NAME = "home.json"


def read_overview(disk: Disk, home: Home) -> Overview | None:
    """The overview that was kept; None where there is none that can be read."""
    try:
        return from_json(json.loads(disk.read(home.cache / NAME)))
    except (OSError, ValueError, RecursionError):
        return None


def keep_overview(disk: Disk, home: Home, overview: Overview) -> None:
    """Keep an overview, if the disk will have it and it says something new."""
    if overview == read_overview(disk, home):
        return
    try:
        make_folders(disk, home.root, home.cache)
        write_atomically(disk, home.cache / NAME, json.dumps(to_json(overview)).encode("ascii"))
    except NotSaved:
        return
