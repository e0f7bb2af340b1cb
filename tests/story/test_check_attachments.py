"""`facilitui check` and the copies of attached files."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.cli.commands import check
from facilitui.cli.printing import PROBLEM, WELL
from facilitui.core.journals.attaching_ports import Progress
from facilitui.storage.paths import Home
from tests.core.making import good_plan


async def attached(wiring: Wiring, file: Path) -> None:
    """A session with an attachment."""
    hosted = await wiring.hosting.prepare(good_plan(title="Tuning"), "tuning")
    await hosted.begin()
    await hosted.leave()
    await wiring.attaching.add(hosted.session, str(file), Progress())


def test_a_copy_that_is_missing_or_altered_is_named(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the name that the file had and its session, with what to do."""
    file = tmp_path / "poster [x].jpg"
    file.write_bytes(b"poster")
    wiring = Wiring(Home(home))
    try:
        asyncio.run(attached(wiring, file))
        (copy,) = (home / "attachments").iterdir()
        assert check(wiring, []) == WELL
        copy.write_bytes(b"other")
        assert check(wiring, []) == PROBLEM
        copy.unlink()
        (copy.parent / ("0" * 64)).write_bytes(b"nobody's")
        (copy.parent / ".0123.tmp").write_bytes(b"half")
        assert check(wiring, []) == PROBLEM
    finally:
        wiring.close()
    told = capsys.readouterr().err
    assert f"attachments/{'0' * 64}: is a copy that no entry of the journal names;" in told
    assert "attachments/.0123.tmp: was left half copied when the program was killed;" in told
    for flaw in ("was altered", "is missing"):
        assert f"“poster [x].jpg” of “Tuning”: its copy {flaw}; attach the file again" in told
