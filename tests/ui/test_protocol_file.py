"""The file of a protocol on the screen: whose it is, since when, who else writes it."""

from __future__ import annotations

from pathlib import Path

from facilitui.messages import going as m
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.form import FormDialog
from facilitui.screens.protocol import ProtocolScreen
from tests.storage.broken_disks import FullDisk
from tests.ui.driving import driven
from tests.ui.writing import MADE, desk, on_disk, writing


async def test_a_shipped_one_becomes_ones_own_under_its_id(home: Path) -> None:
    """It is asked first; the file is there from the first change on; the shipped one comes back."""
    async with driven(home, (120, 40)) as app:
        await app.show(await app.opening.protocol("tuning", copy=False))
        assert isinstance(app.app.screen, ChooseDialog)
        await app.press("enter")
        assert "as shipped" in app.panel("head")
        assert not (home / "protocols").exists()
        await app.press("b")
        assert "the shipped one as it is" in app.notice
        await app.press("plus", "escape")
        assert on_disk(home, "tuning").steps[0].ideal == 6
        await app.show(await app.opening.protocol("tuning", copy=False))
        assert "yours, in place of the shipped one" in app.panel("head")
        await app.press("b")
        assert isinstance(app.app.screen, ConfirmDialog)
        await app.press("escape", "b", "enter")
        assert "kept as" in app.notice
        assert "as shipped" in app.panel("head")
        assert not (home / "protocols/tuning.toml").exists()
        assert (home / "protocols/.history/tuning.removed.toml").exists()
        await app.press("u", "escape")
        assert on_disk(home, "tuning").steps[0].ideal == 6


async def test_a_shipped_one_can_be_left_as_it_is(home: Path) -> None:
    """Escape leaves it; a new one beside it has an id of its own."""
    async with driven(home) as app:
        await app.show(await app.opening.protocol("tuning", copy=False))
        await app.press("escape")
        assert not isinstance(app.app.screen, ProtocolScreen)
        await app.show(await app.opening.protocol("tuning", copy=False))
        await app.press("down", "enter")
        assert "your own" in app.panel("head")
        assert on_disk(home, "tuning_protocol_our_own").group == desk(app).protocol.group
        await app.press("b")
        assert "no shipped protocol" in app.notice


async def test_a_new_one_is_named_first(home: Path) -> None:
    """Its file is named after it, and left without a name there is none."""
    async with driven(home, (120, 40)) as app:
        app.app.post_message(m.ProtocolEditRequested())
        await app.settle()
        assert isinstance(app.app.screen, FormDialog)
        await app.press("escape", "escape")
        assert not (home / "protocols").exists()
        app.app.post_message(m.ProtocolEditRequested())
        await app.settle()
        await app.fill(name="Deep dive", purpose="Look long.")
        assert on_disk(home, "deep_dive").purpose == "Look long."
        assert "your own; id deep_dive" in app.panel("head")
        await app.press("a")
        await app.fill(name="Look")
        await app.press("escape")
        assert [each.id for each in on_disk(home, "deep_dive").steps] == ["introduction", "look"]


async def test_a_file_that_was_changed_elsewhere_is_settled(home: Path) -> None:
    """It is told and left alone; the file can be taken, the difference seen, both kept."""
    async with writing(home) as app:
        path = home / "protocols/own.toml"
        path.write_text(path.read_text("utf-8").replace('"Own"', '"Theirs"') + "# mine\n", "utf-8")
        await app.press("plus")
        await desk(app).write()
        await app.press("minus", "plus")
        assert "changed elsewhere, f settles" in app.panel("head")
        await app.press("f", "enter")
        assert 'name = "Theirs"' in app.panels()
        await app.press("escape", "f", "end", "enter")
        assert "# mine" in path.read_text("utf-8")
        assert on_disk(home, "own_2").steps[0].ideal == 6
        await app.press("f")
        assert app.notice == "The file is as it was left here."


async def test_comments_survive_writing_on_the_screen(home: Path) -> None:
    """Above, beside and between."""
    async with writing(home) as app:
        path = home / "protocols/own.toml"
        text = path.read_text("utf-8").replace("ideal = 5\n", "ideal = 5  # five\n")
        text = text.replace('[[steps]]\nid = "look"', '# dear\n[[steps]]\nid = "look"')
        path.write_text(text, "utf-8")
        await app.press("escape")
        await app.show(await app.opening.protocol("own", copy=False))
        await app.press("down", "plus", "shift+down", "a")
        await app.fill(name="More")
        await app.press("escape")
        after = path.read_text("utf-8")
        assert after.count("# five") == 3
        assert '# dear\n[[steps]]\nid = "look"' in after


async def test_what_cannot_be_kept_is_told_before_it_is_given_up(home: Path) -> None:
    """On a full disk escape says so, and only a second one leaves."""
    disk = FullDisk()
    async with driven(home, disk=disk) as app:
        await app.wiring.protocols.save(MADE.id, MADE, "")
        await app.show(await app.opening.protocol("own", copy=False))
        disk.room = 0
        await app.press("plus", "escape")
        assert "escape again leaves without this protocol: the disk is full" in app.notice
        assert isinstance(app.app.screen, ProtocolScreen)
        await app.press("escape")
        assert not isinstance(app.app.screen, ProtocolScreen)
        assert on_disk(home) == MADE
        disk.room = 1 << 20
