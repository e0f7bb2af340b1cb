"""Planning in a real terminal, with the keyboard alone, from an empty home."""

from __future__ import annotations

import shutil
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dateutil import tz  # type: ignore[import-untyped]

from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_changes import begun_from
from tests.reports.rfc5545 import read
from tests.story.commands import facilitui
from tests.story.steps import Over, Ticks, fill
from tests.story.terminal import ROOT, Terminal, until

WIDE = (120, 40)
AGENDAS = sorted(path.stem for path in (ROOT / "agendas").glob("*.toml"))
GOALS = (
    "tell description from judgement",
    "quote the work when they speak of it",
    "choose one task to change",
)


def plan_of(home: Path) -> dict[str, Any]:
    """The only plan of a home, as its file has it."""
    (file,) = (home / "plans").glob("*.toml")
    return tomllib.loads(file.read_text("utf-8"))


def blank_plan(terminal: Terminal) -> None:
    """From Home: a plan from nothing."""
    terminal.wait("Nothing is planned yet").press_for("n", "▌ An empty plan")
    terminal.press_for("enter", "Untitled session")


def add_block(terminal: Terminal, title: str, minutes: str, *goals: str) -> None:
    """A block behind the marked one, for goals by their numbers."""
    terminal.press_for("a", "Led by")
    ticks = Ticks("".join(goals)) if goals else None
    fill(terminal, Over("Title", "New", title), Over("Minutes", "10", minutes), ticks)
    terminal.wait(rf"{minutes} .*{title}")


def test_ninety_minutes_with_three_goals_from_nothing(home: Path) -> None:
    """Purpose, audience, goals, a protocol for twenty, a hole closed; then undone to the start."""
    with Terminal(home, size=WIDE) as terminal:
        blank_plan(terminal)
        why_and_who(terminal)
        for number, goal in enumerate(GOALS, 1):
            terminal.press_for("g", f"Goal G{number}")
            fill(terminal, goal)
            terminal.wait(rf"G{number} +{goal[:20]}")
        the_agenda(terminal)
        a_hole_is_caught_and_closed(terminal)
        terminal.wait("plan 4 of 4").wait("90 of 90 min")
        terminal.press_away("escape", "plan 4 of 4").wait("Looking at work")
        the_file_holds_it(home)
        terminal.quit()


def why_and_who(terminal: Terminal) -> None:
    """Start with why; then who comes."""
    terminal.press_for("tab", "▌ +Why").press_for("enter", "Zone").press("up")
    title = Over("Title", "Untitled", "Looking at work")
    fill(terminal, title, "See what the work tells us", None, Over("Minutes", "60", "90"))
    terminal.wait("of 90 min").press_for("down", "▌ +1  Audience").press_for("enter", "How many")
    fill(terminal, "grade 7 teachers", "20")
    terminal.wait("20 grade 7 teachers")


def the_agenda(terminal: Terminal) -> None:
    """Ninety minutes: The Final Word for twenty takes forty-two of them, in fours."""
    terminal.press_away("tab", "▌")
    add_block(terminal, "Welcome", "8", "1")
    terminal.press_for("p", "enter use")
    terminal.wait_cursor().type("final word").wait("▌ The Final Word")
    terminal.press_away("enter", "enter use").wait(r"42 +42 +The Final Word")
    terminal.wait("Presenter says why the quote struck|Quote and why")
    terminal.press_for("o", "20 in fours: five fours").press_away("escape", "five fours")
    add_block(terminal, "Write alone", "15", "1", "2")
    add_block(terminal, "Commitments", "20")
    terminal.press("2").press_for("5", "25▏").press_away("enter", "▏ +Commitments")
    terminal.wait("90 of 90 min")


def a_hole_is_caught_and_closed(terminal: Terminal) -> None:
    """G3 has no action; the check leads to the matrix, where a tick closes it. Then evidence."""
    terminal.press_for("c", "G3 has no action").wait("Nothing in the agenda works towards it")
    terminal.wait("▌ +! +G3 has no action").press_for("enter", "has an action")
    terminal.wait("▌ +8 +Welcome")
    for title in ("The Final Word", "Write alone", "Commitments"):
        terminal.press_for("down", rf"▌ +\d+ +{title}")
    terminal.press_for("space", r"Commitments[^\n]*‹●›").press_away("escape", "has an action")
    terminal.press_for("v", "4  Evidence")
    fill(terminal, "a sentence on a card", None, None, "at the door", "Ana")
    terminal.wait("a sentence on a card")


def the_file_holds_it(home: Path) -> None:
    """Everything that was typed, readable without the program."""
    plan = plan_of(home)
    assert (plan["minutes"], plan["audience"]["count"]) == (90, 20)
    assert [goal["text"] for goal in plan["goals"]] == list(GOALS)
    minutes = {block["title"]: block["minutes"] for block in plan["blocks"]}
    assert minutes == {"Welcome": 8, "The Final Word": 42, "Write alone": 15, "Commitments": 25}
    goals = {block["title"]: block.get("goals", []) for block in plan["blocks"]}
    assert goals["Commitments"] == ["G3"] and goals["Write alone"] == ["G1", "G2"]
    assert plan["evidence"][0]["goals"] == ["G1", "G2", "G3"]


def test_everything_is_undone_and_done_again(home: Path) -> None:
    """Back to the empty plan, step by step, and forward to the end."""
    with Terminal(home, size=WIDE) as terminal:
        blank_plan(terminal)
        for title, minutes in (("One", "10"), ("Two", "20"), ("Three", "30")):
            add_block(terminal, title, minutes)
        terminal.press_for("K", r"Three[\s\S]*Two").press_for("k", "Parked")
        terminal.press_for("g", "Goal G1")
        fill(terminal, GOALS[0])
        terminal.wait("G1 +tell").wait("Parked")
        terminal.press_away("u", "G1 +tell").wait("Parked")
        terminal.press_away("u", "Parked").wait(r"Three[\s\S]*Two")
        terminal.press_for("u", r"Two[\s\S]*Three")
        for _ in range(9):
            terminal.press("u")
        terminal.wait("Nothing is on the agenda yet").wait("nothing to undo")
        for _ in range(12):
            terminal.press("U")
        terminal.wait("nothing to do again").wait("Parked").wait("G1 +tell")
        terminal.quit()
    plan = plan_of(home)
    assert [block["title"] for block in plan["blocks"]] == ["One", "Two"]
    assert [block["title"] for block in plan["parked"]] == ["Three"]


def test_a_plan_is_made_from_each_shipped_agenda(home: Path) -> None:
    """Chosen on Home; all four questions are answered, and nothing the agenda says is lost.

    The plan keeps what it began from besides.
    """
    with Terminal(home, size=WIDE) as terminal:
        terminal.wait("Nothing is planned yet")
        for place, agenda in enumerate(AGENDAS, 1):
            shipped = tomllib.loads((ROOT / "agendas" / f"{agenda}.toml").read_text("utf-8"))
            terminal.press_for("n", "▌ An empty plan")
            for _ in range(place):
                terminal.press("down")
            terminal.wait(rf"▌ {shipped['title'][:30]}").press_for("enter", "plan 4 of 4")
            terminal.wait(rf"{shipped['minutes']:g} of {shipped['minutes']:g} min")
            terminal.press_away("escape", "plan 4 of 4")
            plan = Plan.model_validate(plan_of(home))
            assert plan.began_from is not None and plan.began_from.on is not None
            as_shipped = Plan.model_validate(shipped)
            assert plan == begun_from(as_shipped, agenda, plan.began_from.on)
            shutil.rmtree(home / "plans")
        terminal.quit()


def test_a_plan_is_edited_by_hand_while_it_is_open(home: Path) -> None:
    """Shown without a key, as one step; undone, the file follows; both changed, it is settled."""
    with Terminal(home, size=WIDE) as terminal:
        blank_plan(terminal)
        add_block(terminal, "One", "10")
        until(lambda: plan_is(home, "One", 10), "the file")
        (file,) = (home / "plans").glob("*.toml")
        file.write_text(file.read_text("utf-8").replace("One", "By hand"), "utf-8")
        terminal.wait("u takes it back").wait("10 +By hand")
        terminal.press_for("u", r"10 +One")
        until(lambda: plan_is(home, "One", 10), "the file again")
        terminal.press_for("plus", r"11 +One")
        file.write_text(file.read_text("utf-8").replace("One", "Theirs"), "utf-8")
        terminal.wait("Another program changed the file").press_for("f", "Take the file as it is")
        terminal.press("down").wait("▌ Take the file").press_for("enter", "10 +Theirs")
        terminal.wait_gone("Another program changed the file").press_for("u", r"11 +One")
        until(lambda: plan_is(home, "One", 11), "what was typed in the file")
        terminal.quit()


def plan_is(home: Path, title: str, minutes: float) -> bool:
    """Whether the only plan's file says this of its first block, and nothing waits to be written.

    The draft is forgotten after the file is written.
    """
    written = list((home / "plans").glob("*.toml")) and not list((home / "drafts").glob("*.json"))
    block = plan_of(home).get("blocks", [{}])[0] if written else {}
    return block.get("title") == title and block.get("minutes") == minutes


def test_a_plan_is_handed_over_and_read_by_others(home: Path) -> None:
    """A calendar entry and a run sheet, from the plan as it is shown."""
    with Terminal(home, size=WIDE) as terminal:
        blank_plan(terminal)
        terminal.press_for("tab", "▌ +Why").press_for("enter", "Zone").press("up")
        title, when = Over("Title", "Untitled", "Handed over"), "2026-11-25 15:30"
        fill(terminal, title, "Why not", when, None, None, None, None, "America/Toronto")
        terminal.wait("Wed 25 Nov")
        terminal.press_for("E", "Calendar entry").press("end").wait("▌ Calendar entry")
        terminal.press_for("enter", "Written to").quit()
    (entry,) = (home / "exports").glob("*.ics")
    calendar = read(entry.read_bytes())
    (event,) = calendar.all("VEVENT")
    assert event.text("SUMMARY") == "Handed over" and event.text("DTSTAMP").endswith("Z")
    assert event.text("UID") == plan_of(home)["calendar"]["uid"]
    rules = tz.tzical(str(entry)).get("America/Toronto")
    start = datetime.strptime(event.text("DTSTART"), "%Y%m%dT%H%M%S").replace(tzinfo=rules)
    assert start.astimezone(UTC) == datetime(2026, 11, 25, 20, 30, tzinfo=UTC)
    assert [each.text("TRIGGER") for each in event.all("VALARM")] == ["-PT15M"]
    name = next((home / "plans").glob("*.toml")).stem
    again = facilitui(home, "plan", "export", name, "--format", "ics")
    assert again.returncode == 0 and "SEQUENCE:0" in again.stdout, again.stderr
