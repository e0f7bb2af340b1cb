"""Two machines join their journals by the command line, and a damaged month comes back."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.services.two_machines import ENTRY, Machine, forked
from tests.story.commands import facilitui


@pytest.fixture
def machines(tmp_path: Path) -> tuple[Path, Path]:
    """A home, and what another machine exported that went on with the same entry."""

    async def made() -> tuple[Path, Path]:
        one, file = await forked(tmp_path)
        one.close()
        return one.root, file

    return asyncio.run(made())


def newest(home: Path) -> str:
    return facilitui(home, "journal", "show", ENTRY).stdout


def test_a_conflict_is_told_settled_and_settled_on_the_other_machine(
    machines: tuple[Path, Path], tmp_path: Path
) -> None:
    """Previewed, taken, taken again; each time the same is told, and nothing is damaged."""
    home, file = machines
    preview = facilitui(home, "journal", "import", file, "--preview")
    told = "1 entry has conflicting revisions; settle in Journal which holds\n  debrief-Tuning\n"
    assert (preview.returncode, preview.stdout) == (
        0,
        f"1 new, 1 known already, 0 refused\n{told}",
    )
    assert "They waited longer." in newest(home)
    taken = facilitui(home, "journal", "import", file)
    assert (taken.returncode, taken.stdout) == (0, f"1 taken, 1 known already, 0 refused\n{told}")
    assert "They asked." in newest(home)
    for asked in (("list",), ("search", "waited"), ("search", "asked")):  # either side finds it
        (row,) = facilitui(home, "journal", *asked).stdout.splitlines()
        assert ENTRY in row and row.endswith("revision 2, 2 conflicting revisions)")
    again = facilitui(home, "journal", "import", file)
    assert (again.returncode, again.stdout) == (0, f"0 taken, 2 known already, 0 refused\n{told}")
    verified = facilitui(home, "journal", "verify")
    assert verified.returncode == 0
    assert verified.stdout.count("has conflicting revisions; settle in") == 1

    async def settle() -> None:
        machine = Machine(home)
        await machine.wiring.rivalling.take(await machine.wiring.rivalling.open(ENTRY), right=True)
        machine.close()

    asyncio.run(settle())
    back = tmp_path / "back.jsonl"
    back.write_text(facilitui(home, "journal", "export").stdout)
    other = tmp_path / "other"
    joined = facilitui(other, "journal", "import", back)
    own = "changed 1 entry of yours: debrief of Fri 20 Nov 2026, “Tuning”\n"
    told = f"2 taken, 2 known already, 0 refused\n{own}"
    assert (joined.returncode, joined.stdout) == (0, told)
    assert "They waited longer." in newest(other) and newest(other) == newest(home)
    assert "conflicting" not in facilitui(other, "journal", "verify").stdout


def test_a_torn_month_comes_back_as_far_as_it_can_be_read(
    machines: tuple[Path, Path], tmp_path: Path
) -> None:
    """Each command says what is to be done next, until verifying finds nothing."""
    home, _ = machines
    (month,) = (home / "journal").glob("2*.json")
    whole = month.read_bytes()
    aside = month.with_name(f"{month.stem}.damaged-1.json")
    aside.write_bytes(whole[:-5])
    month.unlink()
    verified = facilitui(home, "journal", "verify")
    assert verified.returncode == 1
    assert "`facilitui journal import` of this file takes back what can" in verified.stderr
    taken = facilitui(home, "journal", "import", aside)
    assert taken.returncode == 1 and "every document of it that is whole was looked for" in (
        taken.stderr
    )
    assert taken.stdout.startswith("2 taken, 0 known already, 1 refused\n")
    assert f"the journal has 2 documents of journal/{aside.name} now" in taken.stdout
    aside.write_bytes(whole)
    mended = facilitui(home, "journal", "import", aside)
    assert mended.returncode == 0
    assert "the file can be removed" in mended.stdout
    aside.unlink()
    assert facilitui(home, "journal", "verify").returncode == 0
    assert "They waited longer." in newest(home)


def test_what_is_not_there_or_no_journal_is_told_in_a_sentence(home: Path, tmp_path: Path) -> None:
    """And ends with the same code as ever."""
    missing = facilitui(home, "journal", "import", tmp_path / "nowhere.jsonl")
    assert missing.returncode == 1 and missing.stdout == "" and "nowhere.jsonl" in missing.stderr
    (tmp_path / "x.json").write_text('{"entries": {"1": {"id"')
    torn = facilitui(home, "journal", "import", tmp_path / "x.json", "--preview")
    assert torn.returncode == 1 and torn.stdout == "0 new, 0 known already, 1 refused\n"
