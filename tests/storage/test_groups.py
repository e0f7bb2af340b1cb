"""Groups on disk: written as people would, left alone where somebody else was quicker."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import ChangedOnDisk, InputProblems, NotFound, NotSaved
from facilitui.core.library.norms import Norm
from facilitui.core.plans.group import Group, Learnt, Member, NormsVersion, Wish
from facilitui.core.plans.planning_ports import GroupStore
from facilitui.core.safe_text import storable
from facilitui.storage.disk import Disk
from facilitui.storage.groups import FileGroups, group_text
from facilitui.storage.library import FileLibrary
from facilitui.storage.paths import Home
from facilitui.storage.toml_files import parse_model
from facilitui.storage.toml_writing import storable_model
from tests.core.strategies import texts
from tests.storage.broken_disks import FullDisk

TEAM = Group(
    id="team",
    name="Grade 7",
    roster=(Member(name="Ana", role="coach"), Member(name="Ben")),
    norms=(
        NormsVersion(version=1, agreed=date(2026, 11, 4), norms=(Norm(id="n", text="Wait"),)),
        NormsVersion(version=2, session="s2"),
    ),
    wishes=(Wish(text="tea", session="s1", let_go=True),),
    learnt=(Learnt(session="s1", revision=2),),
    note="bring\nthe key",
)


@pytest.fixture
def groups(home: Path) -> Iterator[FileGroups]:
    """The groups of an empty home."""
    made = FileGroups(Home(home), Disk())
    yield made
    made.close()


def put(path: Path, text: str) -> Path:
    """Write a file by hand, as people do."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


async def test_a_group_is_saved_and_loaded(groups: FileGroups, home: Path) -> None:
    """Its file is private and named by its id; each saving is based on the one before."""
    port: GroupStore = groups
    first = await port.save(TEAM.id, TEAM, "")
    assert first.state == TEAM
    second = await port.save(TEAM.id, TEAM.model_copy(update={"name": "G7"}), first.digest)
    assert await port.load("team") == second
    assert stat.S_IMODE(os.stat(home / "groups/team.toml").st_mode) == 0o600
    assert stat.S_IMODE(os.stat(home / "groups").st_mode) == 0o700


members = st.builds(Member, name=texts, role=texts)
norm_lists = st.lists(texts, max_size=3).map(
    lambda found: tuple(Norm(id=f"n{i}", text=text) for i, text in enumerate(found))
)
any_group = st.builds(
    Group,
    id=st.just("team"),
    name=texts,
    roster=st.lists(members, max_size=3).map(tuple),
    norms=st.lists(norm_lists, max_size=3).map(
        lambda found: tuple(
            NormsVersion(version=i, agreed=date(2026, 1, i), norms=norms)
            for i, norms in enumerate(found, 1)
        )
    ),
    wishes=st.lists(st.builds(Wish, text=texts, answered_in=texts), max_size=3).map(tuple),
    note=texts,
)


@given(any_group)
def test_whatever_is_in_a_group_reads_back(group: Group) -> None:
    """Markup, controls and long lines come back; half characters become replacement signs."""
    stored = storable_model(group)
    text = group_text(stored)
    assert parse_model(text, Group, Path("team.toml")) == stored
    assert stored.name == storable(group.name)
    assert not any(ord(each) < 0x20 and each not in "\n\t" for each in text)


async def test_a_file_that_somebody_changed_is_left_alone(groups: FileGroups, home: Path) -> None:
    """Whether it was written, removed or made meanwhile."""
    path = home / "groups/team.toml"
    first = await groups.save(TEAM.id, TEAM, "")
    put(path, path.read_text("utf-8").replace("Ana", "Anna"))
    with pytest.raises(ChangedOnDisk, match="another program"):
        await groups.save(TEAM.id, TEAM, first.digest)
    assert "Anna" in path.read_text("utf-8")
    with pytest.raises(ChangedOnDisk, match="is there already"):
        await groups.save(TEAM.id, TEAM, "")
    path.unlink()
    with pytest.raises(ChangedOnDisk, match="moved or removed"):
        await groups.save(TEAM.id, TEAM, first.digest)


async def test_comments_are_not_lost(groups: FileGroups, home: Path) -> None:
    """The head stays in the file; others are kept in a copy, and that is said."""
    path = put(
        home / "groups/team.toml", '# ours\n\nkind = "group"\nid = "team" # x\nname = "Old"\n'
    )
    before = path.read_text("utf-8")
    stored = await groups.load("team")
    again = await groups.save(
        "team", stored.state.model_copy(update={"name": "New"}), stored.digest
    )
    assert path.read_text("utf-8").startswith('# ours\nkind = "group"\n')
    assert "First copied to groups/.history/" in again.notice
    assert (home / "groups/.history/team.before.toml").read_text("utf-8") == before
    more = await groups.save("team", again.state.model_copy(update={"name": "Newer"}), again.digest)
    assert more.notice == ""


async def test_a_full_disk_leaves_the_file_as_it_was(home: Path) -> None:
    """And nothing half written beside it."""
    whole = FileGroups(Home(home), Disk())
    stored = await whole.save(TEAM.id, TEAM, "")
    before = (home / "groups/team.toml").read_bytes()
    full = FileGroups(Home(home), FullDisk(room=40))
    with pytest.raises(NotSaved):
        await full.save(TEAM.id, TEAM.model_copy(update={"name": "G7"}), stored.digest)
    assert (home / "groups/team.toml").read_bytes() == before
    assert [each for each in os.listdir(home / "groups") if each.endswith(".tmp")] == []
    whole.close()
    full.close()


async def test_all_groups_by_name_with_what_is_wrong(groups: FileGroups, home: Path) -> None:
    """A bad file is named with its line, and the others are shown; hidden files are none."""
    await groups.save("b", TEAM.model_copy(update={"id": "b", "name": "beta"}), "")
    await groups.save("a", TEAM.model_copy(update={"id": "a", "name": "Alpha"}), "")
    put(home / "groups/bad.toml", 'kind = "group"\nid = "bad"\nnam = "x"\n')
    put(home / "groups/other.toml", 'kind = "group"\nid = "another"\nname = "x"\n')
    found, problems = await groups.groups()
    assert [group.name for group in found] == ["Alpha", "beta"]
    told = {(Path(each.file).name, each.line) for each in problems}
    assert told == {("bad.toml", 3), ("other.toml", 2)}
    assert "must be “other” like the file's name" in problems[-1].reason


async def test_groups_that_are_not_there(groups: FileGroups, home: Path) -> None:
    """No folder is no group; a path is no group's name; a folder is no file."""
    assert await groups.groups() == ((), ())
    for name in ("team", "../team", "", ".x"):
        with pytest.raises(NotFound):
            await groups.load(name)
    (home / "groups/team.toml").mkdir(parents=True)
    with pytest.raises(InputProblems, match="is a folder"):
        await groups.load("team")


async def test_a_new_group_has_an_id_of_its_own(groups: FileGroups) -> None:
    """Made of its name, in plain letters; numbered where another has it."""
    assert await groups.free_name("Grade 7 — Équipe") == "grade-7-equipe"
    assert await groups.free_name("日本 [x]") == "x"
    assert await groups.free_name("\ud800") == "group"
    await groups.save(TEAM.id, TEAM, "")
    assert await groups.free_name("Team") == "team-2"


def test_a_check_looks_at_groups(home: Path) -> None:
    """`facilitui check` names what is wrong with one, alone or with everything else."""
    bad = put(home / "groups/team.toml", 'kind = "group"\nid = "team"\nname = 7\n')
    with TemporaryDirectory() as nothing:
        library = FileLibrary(Home(home), Disk(), lambda kind: Path(nothing) / kind)
        for count, problems in (library.check_all(), library.check_paths([bad])):
            assert count == 1
            assert [(each.line, each.reason[:4]) for each in problems] == [(3, "name")]
        library.close()
