"""Homes in a bad state: a clear sentence each, no crash, and everything else still loads."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitui.core.sealing import canonical, seal
from tests.story.commands import facilitui
from tests.story.steps import (
    HOSTILE,
    LIES_OPEN,
    kinds_of,
    lines_of,
    plan_file,
)
from tests.story.terminal import Terminal, until

WIDE = (160, 40)


@pytest.fixture(scope="module")
def seasoned(demonstrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a plan, a session that lies open, and one entry in the journal."""
    home = tmp_path_factory.mktemp("seasoned") / "home"
    shutil.copytree(demonstrated, home)
    plan_file(home)
    with Terminal(home, "run", "morning") as terminal:
        terminal.wait("not begun").press_for("n", "● live")
        for count in range(1, 5):
            terminal.press("m")
            log = open_log(home)
            until(lambda count=count, log=log: kinds_of(log).count("marked") == count, "a mark")  # type: ignore[misc]
        terminal.quit()
    return home


@pytest.fixture
def home_of_old(seasoned: Path, tmp_path: Path) -> Path:
    """The same home, to be spoilt."""
    return Path(shutil.copytree(seasoned, tmp_path / "old"))


def open_log(home: Path) -> Path:
    """The log of the session of the small plan."""
    (log,) = (home / "sessions").glob("*-morning-????/events.jsonl")
    return log


def month_of(home: Path) -> Path:
    """The only month of the journal."""
    (month,) = (home / "journal").glob("*.json")
    return month


def broken_files(home: Path) -> str:
    """Broken TOML among the plans and the protocols."""
    (home / "plans" / "broken.toml").write_text('kind = "plan"\ntitle = "x\n', "utf-8")
    (home / "protocols").mkdir(exist_ok=True)
    (home / "protocols" / "mine.toml").write_text("[[steps]\n", "utf-8")
    return r"mine\.toml:1:\d+"


def two_of_one_id(home: Path) -> str:
    """Two protocols that say they are the same one."""
    (home / "protocols").mkdir(exist_ok=True)
    text = (Path("protocols") / "chalk_talk.toml").read_text("utf-8")
    for name in ("one", "two"):
        (home / "protocols" / f"{name}.toml").write_text(text, "utf-8")
    return r"(one|two)\.toml:\d+:\d+|two\.toml|one\.toml"


def damaged_month(home: Path) -> str:
    """A month whose file was cut."""
    month = month_of(home)
    month.write_bytes(month.read_bytes()[:-50])
    return re.escape(month.name)


def newer_month(home: Path) -> str:
    """A month that a newer version wrote."""
    month = month_of(home)
    tables = json.loads(month.read_text("utf-8"))
    text = json.dumps(tables)
    newer = re.sub(r'("schema(?:_version)?": )\d+', r"\g<1>99", text)
    assert newer != text, text[:300]
    month.write_text(newer, "utf-8")
    return re.escape(month.name)


def broken_chain(home: Path) -> str:
    """A line changed in the middle of a session's log."""
    log = open_log(home)
    lines = lines_of(log)
    lines[4] = lines[4].replace(b'"kind":"', b'"kind":"x', 1)
    log.write_bytes(b"\n".join(lines) + b"\n")
    return "Morning: "


Spoil = Callable[[Path], str]
SPOILT: list[list[Spoil]] = [
    [broken_files, two_of_one_id],
    [damaged_month, broken_chain],
    [newer_month],
]


@pytest.mark.parametrize("spoilt", SPOILT, ids=["broken", "damaged", "newer"])
def test_home_names_what_is_wrong_and_shows_the_rest(
    home_of_old: Path, spoilt: list[Spoil]
) -> None:
    """Home says what cannot be read, and everything else is there and can be used."""
    told = [spoil(home_of_old) for spoil in spoilt]
    with Terminal(home_of_old, size=WIDE) as terminal:
        terminal.wait("Morning")
        for said in told:
            terminal.wait(f"! .*({said})")
        terminal.press_for("l", "Chalk Talk").wait("escape home").press_away("escape", "Chalk Talk")
        terminal.press_for("j", "escape home").press_away("escape", "escape home").wait("Morning")
        terminal.quit()


@pytest.mark.parametrize("spoil", [broken_files, two_of_one_id], ids=["broken", "two"])
def test_check_names_what_home_names(home_of_old: Path, spoil: Spoil) -> None:
    """The command line names each such file, and ends with 1."""
    spoil(home_of_old)
    said = facilitui(home_of_old, "check")
    assert said.returncode == 1
    for line in said.stderr.splitlines():
        assert re.match(r"/\S+\.toml:\d+:\d+: \S", line), line


def test_a_month_of_a_newer_version_is_never_written(home_of_old: Path) -> None:
    """What a newer version wrote is left alone: a debrief is refused in words, and kept."""
    newer_month(home_of_old)
    before = month_of(home_of_old).read_bytes()
    with Terminal(home_of_old, size=WIDE) as terminal:
        terminal.wait(LIES_OPEN).press_for("r", "● live")
        terminal.press_for("e", "End the session").press_for("enter", "Ended")
        terminal.press_for("d", "▌ +1 ").wait_cursor().type("kept all the same")
        terminal.wait("kept all the same").press_for("ctrl+s", r"! .*(newer|schema)")
        terminal.quit()
    assert month_of(home_of_old).read_bytes() == before
    with Terminal(home_of_old, size=WIDE) as terminal:
        terminal.wait("no debrief yet|Morning").quit()
    drafts = "".join(file.read_text() for file in (home_of_old / "drafts").glob("*.json"))
    assert "kept all the same" in drafts


def test_a_log_torn_inside_a_character_goes_on_without_its_last_line(home_of_old: Path) -> None:
    """A last line that was cut, in the middle of a character too, is no reason to stop."""
    log = open_log(home_of_old)
    whole = lines_of(log)
    log.write_bytes(log.read_bytes() + whole[-1][:80] + "é".encode()[:1])
    with Terminal(home_of_old) as terminal:
        terminal.wait(LIES_OPEN).press_for("r", "● live").press_for("m", "marked").quit()
    after = lines_of(log)
    assert after[: len(whole)] == whole
    assert kinds_of(log)[-1] == "marked"


def test_a_broken_chain_opens_read_only_and_goes_on_in_a_copy(home_of_old: Path) -> None:
    """It says so, changes nothing, and goes on from the last sound event under another name."""
    broken_chain(home_of_old)
    before = open_log(home_of_old).read_bytes()
    with Terminal(home_of_old, "run", "morning", size=WIDE) as terminal:
        terminal.wait("lies open").press_for("enter", "read only")
        terminal.wait("(?i)chain|damaged|line 5")
        terminal.press("m").press_for("a", "● live")
        terminal.press_for("m", "marked").quit()
    assert open_log(home_of_old).read_bytes() == before
    (copy,) = (home_of_old / "sessions").glob("*-copy-*/events.jsonl")
    assert lines_of(copy)[:4] == before.split(b"\n")[:4]
    assert kinds_of(copy)[-1] == "marked"


@pytest.mark.parametrize("essential", [False, True], ids=["ignored", "essential"])
def test_an_unknown_kind_of_event(home_of_old: Path, essential: bool) -> None:
    """Of a newer version: kept and passed over; one that matters opens the session read only."""
    log = open_log(home_of_old)
    append_unknown(log, essential=essential)
    before = log.read_bytes()
    with Terminal(home_of_old, "run", "morning", size=WIDE) as terminal:
        terminal.wait("lies open").press_for("enter", "read only" if essential else "● live")
        terminal.press("m")
        terminal.wait("newer" if essential else "marked")
        terminal.quit()
    after = log.read_bytes()
    assert after.startswith(before)
    assert (after == before) is essential


def append_unknown(log: Path, *, essential: bool) -> None:
    """An event that nobody here knows, properly chained."""
    last = json.loads(lines_of(log)[-1])
    fields = {
        name: last[name] for name in last if name not in {"body", "salt", "body_hash", "hash"}
    }
    fields |= {"seq": last["seq"] + 1, "kind": "from_the_future", "essential": essential}
    event = seal({**fields, "prev": last["hash"]}, canonical({"what": HOSTILE}), last["salt"])
    log.write_bytes(log.read_bytes() + canonical(event).encode("ascii") + b"\n")
