"""A file that somebody names: one way of telling what is there, whatever the file is for."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.errors import FacilituiError
from facilitui.core.plans.planning_ports import AGENDA, ANSWERS, Sought
from facilitui.storage.disk import Disk
from facilitui.storage.outside import read_named
from facilitui.storage.read_in_pieces import source


def told(file: Path, sought: Sought | None) -> str:
    """What is said of a file that is read as something sought, or as any file at all."""
    with pytest.raises(FacilituiError) as error:
        if sought is not None:
            read_named(Disk(), str(file), sought)
        else:
            with source(Disk(), str(file)) as opened:
                opened.check()
    return str(error.value)


@pytest.mark.parametrize(
    ("sought", "offered"), [(AGENDA, "day.md"), (ANSWERS, "answers.csv"), (None, "clip.mp4")]
)
def test_only_what_may_be_meant_is_offered(
    tmp_path: Path, sought: Sought | None, offered: str
) -> None:
    """By the ending of its name, in a folder and beside a name that is nearly right."""
    for name in ("day.md", "answers.csv", "clip.mp4", ".hidden.csv"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "folder.csv").mkdir()
    endings = sought.endings if sought is not None else ("",)
    fitting = {name for name in ("answers.csv", "clip.mp4", "day.md") if name.endswith(endings)}
    such = told(tmp_path, sought)
    assert "is a folder; name a file in it, such as “" in such
    assert {name for name in ("answers.csv", "clip.mp4", "day.md") if name in such} == fitting
    assert "hidden" not in such and "folder.csv" not in such
    assert f"did you mean “{offered}”?" in told(tmp_path / f"{offered}x", sought)
    near = told(tmp_path / "day.mdx", sought)
    assert near.startswith("there is no file “day.mdx”") and ("day.md”?" in near) == (
        "day.md" in fitting
    )
