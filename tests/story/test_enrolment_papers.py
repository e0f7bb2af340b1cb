"""`pathway document`: what it prints, what it writes, and what it leaves out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from facilitui.bootstrap import Wiring
from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.roster import Roster, RosterMember, roster_id
from tests.story.commands import facilitui
from tests.story.held import debriefed, held
from tests.story.test_enrolment_commands import (
    CLEE,
    CORE,
    done,
    enrolled,
    saved,
)


def test_a_summary_is_printed_or_written(home: Path, tmp_path: Path) -> None:
    """The title of a session that counts stands in it; nothing that was captured or reflected."""
    session = held(home, "Morning circle", 26, private="SECRET capture", quote="SECRET quote")
    debriefed(home, session, 24, {"learned": "SECRET reflection"})
    ana = enrolled(home, CLEE, "Ana", "--from", "2026-01-12")

    async def sort(wiring: Wiring) -> None:
        (found,) = (await wiring.progressing.of(ana)).progress.unsorted  # type: ignore[union-attr]
        await wiring.pathway_changes.sort(ana, {found.key: True})

    done(home, sort)
    said = facilitui(home, "pathway", "document", "ana")
    assert said.returncode == 0 and said.stdout.startswith("# My evidence summary: Ana\n")
    assert "SECRET" not in said.stdout and "Lead facilitator | " in said.stdout
    assert "left out: what was captured in sessions and reflected on" in said.stderr
    assert "read it before you hand it over" in said.stderr
    assert "not found" not in said.stdout, "every entry that it rests on has its hash"
    out = tmp_path / "summary.html"
    command = ("pathway", "document", ana, "summary", "--format", "html", "-o", out)
    assert facilitui(home, *command).stdout == ""
    assert out.read_text("utf-8").startswith("<!DOCTYPE html>")
    again = facilitui(home, *command)
    assert again.returncode == 1 and "--force replaces it" in again.stderr
    assert facilitui(home, *command, "--force").returncode == 0


def test_a_community_takes_its_cards_and_check_ins_along(home: Path) -> None:
    """Filled from what was logged; nobody on the roster is named."""
    group = enrolled(home, CORE, "Hill and Lake", "--school", "Hill")
    plan = LogEntry.model_validate(
        {
            "enrolment": group,
            "requirement": "evidence_cycle",
            "slot": {"cycle": 2, "part": "plan"},
            "on": datetime.now(UTC).date(),
            "values": {"shows": "Mia Lee brought data"},
            "asks": {"shows": "What does it show?"},
        }
    )
    saved(home, "log_entry-1", "log_entry", plan)
    check = plan.model_copy(update={"requirement": "check_ins", "values": {}, "note": "Mia"})
    saved(home, "log_entry-2", "log_entry", check)
    member = RosterMember(id="m1", name="Mia Lee")
    saved(home, roster_id(group), "roster", Roster(enrolment=group, members=(member,)))
    card = facilitui(home, "pathway", "document", "hill", "card-2")
    assert card.returncode == 0 and "A participant brought data" in card.stdout
    summary = facilitui(home, "pathway", "document", "hill")
    assert "A participant brought data" in summary.stdout
    dates = facilitui(home, "pathway", "document", "hill", "check-ins")
    assert dates.stdout.startswith("BEGIN:VCALENDAR") and "PDSA cycle 2 of 3" in dates.stdout
    assert "Mia" not in card.stdout + summary.stdout + dates.stdout


def test_an_empty_card_needs_no_enrolment(home: Path) -> None:
    """Of a pathway by its id; without a name what there is is told."""
    card = facilitui(home, "pathway", "document", CORE, "card")
    assert card.returncode == 0 and card.stdout.startswith("# PDSA cycle: CORE")
    which = facilitui(home, "pathway", "document", CORE)
    assert which.returncode == 1 and "which document is not told; there is card" in which.stderr


def test_what_is_on_no_list_is_told_in_one_sentence(home: Path) -> None:
    """An enrolment, a document, a kind of file."""
    enrolled(home, CLEE, "Ana Silva")
    for arguments, told in (
        (("Ana Sylva",), "did you mean “Ana Silva”?"),
        (("zzz\x1b[2J",), "`facilitui pathway progress --all` shows all"),
        (("ana", "sumary"), "did you mean “summary”?"),
        (("ana", "summary", "--format", "ics"), "is there as md or html only"),
        (("../x",), "there is no enrolment “../x”"),
    ):
        said = facilitui(home, "pathway", "document", *arguments)
        assert (said.returncode, said.stdout) == (1, "") and told in said.stderr, said
        assert said.stderr.count("\n") == 1 and "\x1b" not in said.stderr


def test_a_pathway_without_papers_says_whose_summary_there_is(home: Path) -> None:
    """A pathway of one person's has neither card nor document."""
    for which in ((), ("card",)):
        said = facilitui(home, "pathway", "document", CLEE, *which)
        assert (said.returncode, said.stdout) == (1, "")
        assert "has no card or document to be written on by hand; of an enrolment" in said.stderr
