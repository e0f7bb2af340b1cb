"""`pathway enrol`, `progress` and `document`: what they print, where, and how they end."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Coroutine
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from facilitui.bootstrap import Wiring
from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.roster import Roster
from facilitui.services.forms.day_hints import how_past_day
from facilitui.storage.paths import Home
from tests.story.commands import facilitui, process
from tests.story.held import debriefed, held
from tests.story.steps import HOSTILE

CLEE = "clee_part_time_facilitator"
CORE = "core_community_of_practice"
ID = re.compile(r"enrolment-[0-9a-f]+")


def enrolled(home: Path, pathway: str, name: str, *more: str) -> str:
    """Enrol somebody; the enrolment's id."""
    said = facilitui(home, "pathway", "enrol", pathway, "--name", name, *more)
    assert (said.returncode, said.stderr) == (0, ""), said
    found = ID.match(said.stdout)
    assert found is not None
    return found[0]


def done(home: Path, work: Callable[[Wiring], Coroutine[Any, Any, Any]]) -> None:
    """Do something with the home's services."""
    wiring = Wiring(Home(home))
    try:
        asyncio.run(work(wiring))
    finally:
        wiring.close()


def saved(home: Path, entry: str, kind: str, body: LogEntry | Roster) -> None:
    """An entry of the journal."""

    async def save(wiring: Wiring) -> None:
        said = body.model_dump(mode="json", exclude_defaults=True)
        at = datetime.now(UTC)
        await wiring.journal.save(entry_id=entry, kind=kind, body=said, made_at=at, salt="0" * 32)

    done(home, save)


def one_line(text: str) -> str:
    """A text without its line breaks."""
    return " ".join(text.split())


def test_somebody_enrols_and_sees_where_they_stand(home: Path) -> None:
    """Through the form of the screen: the pathway is kept with the enrolment, and read again."""
    said = facilitui(home, "pathway", "progress")
    assert (said.returncode, said.stderr) == (0, "") and "pathway enrol PATHWAY" in said.stdout
    ana = enrolled(home, CLEE, f"Ana {HOSTILE}", "--from", "2026-01-12")
    said = facilitui(home, "pathway", "progress")
    assert (said.returncode, said.stderr) == (0, "")
    text = one_line(said.stdout)
    assert f"Ana {HOSTILE} Id {ana} Pathway CLEE part-time facilitator, version" in text
    learning = "Phase 1: Learning, entered on 12 Jan 2026; being in it is no approval"
    assert f"Begun 12 Jan 2026 Now in {learning} Next " in text
    assert "PHASE 2: APPRENTICE Not entered yet. It asks for:" in text
    assert max(map(len, said.stdout.split("\n"))) <= 80
    for named in (ana, ana[:-2], ana.removeprefix("enrolment-"), "ana"):
        assert facilitui(home, "pathway", "progress", named).stdout == said.stdout

    group = enrolled(home, CORE, "Hill and Lake", "--school", "Hill", "--school", "Lake")
    both = facilitui(home, "pathway", "progress")
    assert both.returncode == 0 and both.stdout.count("  next: ") == 2
    assert {*ID.findall(both.stdout)} == {ana, group}
    assert "lacks: Hill" in facilitui(home, "pathway", "progress", group).stdout
    assert process(home, "pathway", "progress").stdout == both.stdout


def test_what_cannot_be_enrolled_is_said_in_one_sentence(home: Path) -> None:
    """And nothing is saved."""
    for arguments, told in (
        (("clee", "--name", "A"), f"did you mean “{CLEE}”?"),
        (("./my.toml", "--name", "A"), "“./my.toml”; name one that facilitui pathway list shows"),
        ((CLEE, "--name", "\u200b\n"), "say whose way it is"),
        ((CLEE, "--name", "A", "--from", "0001-01-01"), "in the year 1, not one from 1950 to"),
        ((CLEE, "--name", "A", "--from", "2099-01-01"), "--from: the day is still to come"),
        ((CLEE, "--name", "A", "--from", "soon"), f"is written {how_past_day(date.today())}\n"),
        ((CLEE, "--name", "A", "--school", "Hill"), "leave --school out"),
        ((CORE, "--name", "A", "--school", "B", "--school", "b"), "“b” is there twice"),
        ((CORE, "--name", "A" * 400), "--name: "),
    ):
        said = facilitui(home, "pathway", "enrol", *arguments)
        assert (said.returncode, said.stdout) == (1, "") and told in said.stderr, said
        assert said.stderr.count("\n") == 1
    assert facilitui(home, "pathway", "enrol", CLEE).returncode == 2
    assert not ID.search(facilitui(home, "pathway", "progress", "--all").stdout)


def test_a_file_that_cannot_be_read_is_no_pathway_to_enrol_in(home: Path) -> None:
    """It is there all the same, and which command tells what is wrong with it is said."""
    broken = home / "pathways/ours.toml"
    broken.parent.mkdir(exist_ok=True)
    broken.write_text('id = "ours"\n', encoding="utf-8")
    said = facilitui(home, "pathway", "enrol", "ours", "--name", "A")
    told = "facilitui: the file of the pathway “ours” cannot be read; `facilitui check` tells why\n"
    assert (said.returncode, said.stdout, said.stderr) == (1, "", told)


def test_a_name_is_one_line_of_what_can_be_seen(home: Path) -> None:
    """As a keyboard would have written it: one name is no several schools."""
    told = ("two\nlines\u200b \x1bx", "--school", "Hill\nLake", "--school", "Sea")
    group = enrolled(home, CORE, *told)

    async def look(wiring: Wiring) -> None:
        said = (await wiring.progressing.of(group)).enrolment
        assert said.name == "two lines x"
        assert [each.name for each in said.schools] == ["Hill Lake", "Sea"]

    done(home, look)


def test_who_enrols_twice_is_told_of_the_first(home: Path) -> None:
    """Both are there, and named by their ids; how the second is taken back is said."""
    first = enrolled(home, CLEE, "Ana", "--from", "2026-01-12")
    said = facilitui(home, "pathway", "enrol", CLEE, "--name", "Ana")
    assert said.returncode == 0 and said.stdout.startswith("enrolment-")
    second = said.stdout.split()[0]
    assert f"“Ana” since 12 Jan 2026 ({first}); this is one more" in said.stderr
    assert f"`facilitui journal withdraw {second} --reason TEXT`" in said.stderr
    which = facilitui(home, "pathway", "progress", "ana")
    assert which.returncode == 1 and first in which.stderr and second in which.stderr
    taken = facilitui(home, "journal", "withdraw", second, "--reason", "Twice")
    assert taken.returncode == 0
    assert facilitui(home, "pathway", "progress", "ana").returncode == 0
    enrolled(home, CORE, "Ana")


def test_what_somebody_began_to_type_on_the_screen_stays(home: Path) -> None:
    """The command begins anew, and the half-written enrolment is still there."""

    async def begin(wiring: Wiring) -> None:
        form = await wiring.pathway_desk.enrol(CORE)
        form.take({**form.values, "schools": "Half typed"})
        await form.keep()

    async def look(wiring: Wiring) -> None:
        form = await wiring.pathway_desk.enrol(CORE)
        assert form.values["schools"] == "Half typed"

    done(home, begin)
    enrolled(home, CORE, "Another")
    assert "Half typed" not in facilitui(home, "pathway", "progress").stdout
    done(home, look)


def test_a_closed_enrolment_is_listed_with_all_alone(home: Path) -> None:
    """And found by its name all the same."""
    ana = enrolled(home, CLEE, "Ana Silva")

    async def close(wiring: Wiring) -> None:
        form = await wiring.pathway_desk.closing(ana)
        await form.save()

    done(home, close)
    said = facilitui(home, "pathway", "progress")
    assert said.returncode == 0 and "--all shows them" in said.stdout
    assert "closed on" in facilitui(home, "pathway", "progress", "--all").stdout
    assert "Closed" in facilitui(home, "pathway", "progress", "Ana Silva").stdout


def own_pathway(home: Path) -> Path:
    """A pathway of the home's own, which asks to meet."""
    own = home / "pathways" / "ours.toml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(
        'kind = "pathway"\nid = "ours"\nname = "Ours"\nprogramme = "P"\nsource = "S"\n'
        '[[phases]]\nid = "one"\nname = "One"\n'
        '[[phases.requirements]]\nkind = "sessions"\nid = "s"\ntext = "Meet"\n',
        encoding="utf-8",
    )
    return own


def test_it_is_told_by_the_version_that_was_enrolled_in(home: Path) -> None:
    """A file that changes, or goes, changes nothing; that it did is said."""
    own = own_pathway(home)
    ana = enrolled(home, "ours", "Ana")
    own.write_text(own.read_text("utf-8").replace("Meet", "Meet often"), encoding="utf-8")
    said = facilitui(home, "pathway", "progress", ana)
    assert said.returncode == 0 and "and says something else" in said.stdout
    assert "often" not in said.stdout
    summary = facilitui(home, "pathway", "document", ana).stdout
    assert "file says something else by now (version 1)" in summary and "often" not in summary
    own.unlink()
    assert "Meet" in facilitui(home, "pathway", "progress", ana).stdout


def test_a_changed_file_is_looked_at_and_moved_to(home: Path) -> None:
    """Nothing changes without --yes; the same version that says something else is told as that."""
    own = own_pathway(home)
    ana = enrolled(home, "ours", "Ana")
    nothing = facilitui(home, "pathway", "move", ana)
    assert (nothing.returncode, nothing.stdout) == (1, "")
    assert "there is nothing to move to" in nothing.stderr
    own.write_text(own.read_text("utf-8").replace("Meet", "Meet often"), encoding="utf-8")
    told = one_line(facilitui(home, "pathway", "progress", ana).stdout)
    assert "the file is still version 1, and says something else" in told
    assert f"`facilitui pathway move {ana}` prints what would change" in told
    said = facilitui(home, "pathway", "move", "ana")
    assert said.returncode == 0 and f"pathway move {ana} --yes` moves to it" in said.stderr
    assert "its words: “Meet” becomes “Meet often”." in one_line(said.stdout)
    assert max(map(len, said.stdout.split("\n"))) <= 80
    assert "often" not in facilitui(home, "pathway", "progress", ana).stdout
    moved = facilitui(home, "pathway", "move", ana, "--yes")
    assert moved.returncode == 0 and moved.stdout == said.stdout
    assert "by the file as it is now, still version 1" in moved.stderr
    assert "takes it back" not in moved.stderr, "no command has such a key"
    after = facilitui(home, "pathway", "progress", ana).stdout
    assert "Meet often" in after and "Changed" not in after


def test_what_is_to_be_sorted_is_told_with_where(home: Path) -> None:
    """The command does not sort; it says which key on which screen does."""
    debriefed(home, held(home, "Morning circle", 26), 24, {})
    enrolled(home, CLEE, "Ana", "--from", "2026-01-12")
    told = one_line(facilitui(home, "pathway", "progress").stdout)
    assert "1 session not sorted yet: s on its board (in facilitui: P, then enter)" in told


def test_what_cannot_be_told_any_more_is_said_and_not_made_up(home: Path) -> None:
    """Neither the file nor the journal has the pathway as it was."""
    own = own_pathway(home)
    ana = enrolled(home, "ours", "Ana")
    own.unlink()
    for month in (home / "journal").glob("*.json"):
        text = month.read_text("utf-8")
        month.write_text(text.replace("Meet", "Meat"), encoding="utf-8")
    for arguments in (("progress", ana), ("progress",), ("progress", "--all")):
        said = facilitui(home, "pathway", *arguments)
        assert said.returncode == 1 and "Ana" in said.stdout
        assert "“Ours” asked for when this was begun cannot be read" in one_line(said.stdout)
    refused = facilitui(home, "pathway", "document", ana)
    assert (refused.returncode, refused.stdout) == (1, "") and "cannot be read" in refused.stderr
