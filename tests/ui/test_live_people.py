"""Live: norms, words for the moment, prompts and quotes, by their keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.errors import FacilituiError
from facilitui.core.library.cards import CardSet
from facilitui.core.library.norms import NormAnswer, NormMoment
from facilitui.opening.screens import Opening
from facilitui.screens.dialogs.cards import CardsDialog
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.live import LiveScreen
from facilitui.widgets.line_entry import LineEntry
from tests.storage.broken_disks import FullDisk
from tests.ui.driving import FARTHEST, SMALLEST
from tests.ui.hosting import Stage, hosted, kinds, log


def quiet(stage: Stage) -> str:
    """The one quiet line."""
    return stage.app.panel("quiet")


async def test_the_norm_to_watch_is_named_before_the_start(home: Path) -> None:
    """One digit; it is in the log that begins, and nothing is written before."""
    async with hosted(home, begin=False) as stage:
        assert "Wait for others" in stage.app.panel("side")
        await stage.app.press("o")
        assert "Which norm shall we watch?" in stage.app.text()
        await stage.app.press("1")
        assert "Listen first" in stage.app.panel("side") and not list(home.glob("sessions/*"))
        await stage.app.press("n")
        assert stage.state.watched == "listen"
        agreed = next(line for line in log(home) if line["kind"] == "norms_agreed")
        assert agreed["body"]["watch"] == "listen"


async def test_a_norm_is_called_on_in_two_keys(home: Path) -> None:
    """Enter for the watched one; each has its digit, whatever is watched or asked about."""
    async with hosted(home) as stage:
        await stage.app.press("o", "enter")
        await stage.app.press("o", "1")
        assert list(stage.state.invoked) == ["wait", "listen"]
        await stage.app.press("u")
        assert list(stage.state.invoked) == ["wait"]


async def test_norms_keep_their_digits(home: Path) -> None:
    """Another one watched or one more of our own changes no other's; what is not one has none."""
    async with hosted(home) as stage:
        await stage.app.press("o", "end", "up", "enter")
        await stage.app.press("1")
        await stage.app.press("o", "end", "enter")
        await stage.app.put("Phones away")
        await stage.app.press("enter")
        assert stage.app.notice == "norm added"
        await stage.app.press("o")
        rows = [row.strip(" ▌") for row in stage.app.rows("choices").split("\n")]
        first = [row.split("  ")[:2] for row in rows[:3]]
        assert first == [["1", "Listen first"], ["2", "Wait for others"], ["3", "Phones away"]]
        assert [row for row in rows[3:] if row] == ["Watch another norm", "Add one of our own"]
        await stage.app.press("2")
        assert list(stage.state.invoked) == ["wait"]


async def test_another_norm_is_watched(home: Path) -> None:
    """Behind the norms; the key is taken back as any other."""
    async with hosted(home) as stage:
        await stage.app.press("o", "end", "up", "enter")
        await stage.app.press("1")
        assert stage.state.watched == "listen" and "Listen first" in stage.app.panel("side")
        await stage.app.press("u")
        assert stage.state.watched == "wait"


async def test_the_group_is_asked_midway_and_at_the_end(home: Path) -> None:
    """A quiet line; no dialog by itself; the answers are in one of their own; once each."""
    async with hosted(home) as stage:
        await stage.move(590)
        assert quiet(stage) == ""
        await stage.move(15)
        assert " ".join(quiet(stage).split()) == (
            "How are we doing with: Wait for others A answers"
        )
        assert isinstance(stage.app.app.screen, LiveScreen)
        await stage.app.press("o", "2")
        assert list(stage.state.invoked) == ["wait"] and not stage.state.norm_checks
        await stage.app.press("A")
        assert stage.app.row_list("choices").keys == ("kept", "strained", "not_today")
        await stage.app.press("2")
        (check,) = stage.state.norm_checks
        assert (check.moment, check.answer) == (NormMoment.MIDWAY, NormAnswer.STRAINED)
        assert "How are we" not in quiet(stage) and "norm strained" in stage.app.notice
        await stage.app.press("A")
        assert stage.app.notice == "The norm to watch is asked about again at the end."
        await stage.app.press("n", "n", "n", "n")
        await stage.move(170)
        assert stage.state.now is not None and stage.state.now.part.id == "close"
        assert "How are we doing with" in quiet(stage)
        await stage.app.press("A", "1")
        assert [each.moment for each in stage.state.norm_checks] == list(NormMoment)
        assert "How are we" not in quiet(stage)


@pytest.mark.parametrize("size", SMALLEST)
async def test_words_for_the_moment_are_two_keys_away(home: Path, size: tuple[int, int]) -> None:
    """A digit shows two lines whole, another digit another card; nothing is written."""
    async with hosted(home, size) as stage:
        before = kinds(home)
        await stage.app.press("h")
        assert isinstance(stage.app.app.screen, CardsDialog)
        assert "7  Technology fails" in stage.app.text()
        await stage.app.press("3")
        told = " ".join(stage.app.panel("card").split())
        assert "Take a minute to think, and write if that helps. I will wait." in told
        assert "Then we listen to a few." in told
        await stage.app.press("7")
        assert "Technology fails" in stage.app.text()
        await stage.app.press("escape")
        assert isinstance(stage.app.app.screen, LiveScreen) and kinds(home) == before


async def test_a_card_parks_or_calls_on_a_norm(home: Path) -> None:
    """As `p` and `o` do by themselves."""
    async with hosted(home) as stage:
        await stage.app.press("h", "1")
        await stage.app.press("p")
        entry = stage.screen.query_one(LineEntry)
        assert entry.is_open and entry.purpose == "park"
        await stage.app.write("the budget")
        await stage.app.press("enter")
        assert log(home)[-1]["body"]["text"] == "the budget"
        await stage.app.press("h", "2")
        await stage.app.press("o")
        assert isinstance(stage.app.app.screen, ChooseDialog)
        await stage.app.press("2")
        assert list(stage.state.invoked) == ["wait"]


async def test_a_persons_own_cards_take_the_place_of_the_shipped(home: Path) -> None:
    """By their file's name; whatever they say is only text."""
    (home / "cards").mkdir(parents=True)
    text = 'kind = "cards"\nid = "default"\nname = "Mine"\n[[cards]]\nid = "a"\n'
    text += 'name = "[x] [/b] 日本"\nsay = ["[@click=app.quit]one[/]", "two"]\n'
    (home / "cards" / "default.toml").write_text(text, encoding="utf-8")
    async with hosted(home) as stage:
        await stage.app.press("h")
        assert "1  [x] [/b] 日本" in stage.app.text()
        await stage.app.press("1")
        assert "“[@click=app.quit]one[/]”" in stage.app.text()


async def test_a_prompt_is_put_away_and_then_for_good(home: Path) -> None:
    """One key for this session, the same again writes its name into the settings."""
    async with hosted(home) as stage:
        await stage.app.press("o", "end", "up", "enter")
        await stage.app.press("escape")
        await stage.app.press("X")
        assert "There is no prompt" in stage.app.notice
        await stage.move(605)
        await stage.app.press("A", "1")
        assert "Ask them what they need now." in quiet(stage) and "X away" in quiet(stage)
        await stage.app.press("X")
        assert quiet(stage) == "" and kinds(home)[-1] == "prompt_dismissed"
        assert not (home / "config.toml").exists()
        await stage.app.press("X")
        assert "ask_what_they_need" in (home / "config.toml").read_text()
        assert "hushed_prompts in config.toml" in stage.app.notice
        await stage.app.press("u")
        assert quiet(stage) == "", "taken back it still is hushed for good"


async def test_what_cannot_be_hushed_for_good_is_told(home: Path) -> None:
    """A full disk changes nothing in the session."""
    disk = FullDisk()
    async with hosted(home, disk=disk) as stage:
        await stage.move(605)
        await stage.app.press("A", "1")
        await stage.app.press("X")
        disk.room = 0
        await stage.app.press("X")
        assert "disk is full" in stage.app.notice


async def test_the_groups_own_norms_are_told_apart_in_their_block(home: Path) -> None:
    """Beside those that came from a set."""
    async with hosted(home) as stage:
        await stage.app.press("o", "end", "enter")
        await stage.app.put("[x] Phones away")
        await stage.app.press("enter")
        await stage.app.press("o")
        assert "[x] Phones away" in stage.app.rows("choices")
        assert stage.app.rows("choices").count("our own\n") == 3


@pytest.mark.parametrize("size", FARTHEST)
async def test_the_guide_gives_way_to_the_quiet_line(home: Path, size: tuple[int, int]) -> None:
    """It is whole in every window, and nothing else of the guide is drawn under it."""
    async with hosted(home, size) as stage:
        await stage.move(605)
        assert "How are we doing" in stage.app.text()
        guide = stage.app.panel("guide").split("\n")
        assert len(guide) <= stage.screen.query_one("#guide").size.height
        assert "Next" in stage.app.text()


async def test_what_cannot_be_read_for_a_key_is_only_told(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library that fails gives a sentence, and the session goes on."""

    async def unreadable(opening: Opening) -> CardSet | None:
        raise FacilituiError("the library cannot be read")

    monkeypatch.setattr(Opening, "cards", unreadable)
    async with hosted(home) as stage:
        await stage.app.press("h")
        assert "the library cannot be read" in stage.app.notice
        await stage.app.press("m")
        assert kinds(home)[-1] == "marked"
