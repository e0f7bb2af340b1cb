"""Files that a purge is about, told in groups: none is left out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.privacy.purge_files import all_listed, in_groups

FOLDERS = ("plans/.history/", "plans/", "sessions/", "drafts/", "exports/", "logs/")


def test_many_of_a_group_are_counted_and_few_are_named() -> None:
    """Whatever lies elsewhere is named."""
    files = [f"sessions/s{n}/events.jsonl" for n in range(10)]
    states = [f"plans/.history/p.{n}.toml" for n in range(5)]
    told = in_groups(
        ["backup.zip", *states, *files, "exports/a.md", "exports/b.md", "plans/p.toml"]
    )
    assert told == (
        "backup.zip, 5 earlier states of its plan, plans/p.toml, 10 files of sessions, "
        "exports/a.md and exports/b.md"
    )
    assert all(each in all_listed(files) for each in files)


@given(st.lists(st.sampled_from(FOLDERS), unique=False, max_size=30))
def test_every_file_is_named_or_counted(folders: list[str]) -> None:
    """In one group only."""
    files = [f"{folder}{n}" for n, folder in enumerate(folders)]
    told = in_groups(files).replace(" and ", ", ").split(", ") if files else []
    counted = [int(each.split()[0]) for each in told if each not in files]
    assert sum(counted) + sum(each in files for each in told) == len(files)
