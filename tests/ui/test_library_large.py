"""A library of hundreds: what is listed, which ones are one's own, and what stays marked."""

from __future__ import annotations

from pathlib import Path

from tests.ui.driving import driven
from tests.ui.shelves import count, library, told_below

PROTOCOLS = Path(__file__).resolve().parents[2] / "protocols"
MORE = 180


def many(home: Path) -> None:
    """So many of one's own, all after one that was shipped."""
    text = (PROTOCOLS / "tuning.toml").read_text("utf-8")
    folder = home / "protocols"
    folder.mkdir(mode=0o700, exist_ok=True)
    for number in range(MORE):
        own = text.replace('id = "tuning"', f'id = "mine_{number:03}"')
        own = own.replace('name = "Tuning Protocol"', f'name = "Mine {number:03}"')
        (folder / f"mine_{number:03}.toml").write_text(own, encoding="utf-8")


async def test_at_most_two_hundred_are_listed(home: Path) -> None:
    """How many more there are is said; a search finds the others, and says it as well."""
    many(home)
    async with driven(home, (80, 24), "library") as app:
        everything = 43 + MORE
        assert count(app) == f"{everything} protocols"
        assert len(library(app).rows.keys) == 200
        assert f"{everything - 200} more, search or filter for them" in told_below(app)
        left = {f"mine_{number:03}" for number in range(MORE)} - set(library(app).rows.keys)
        await app.press("slash")
        await app.write("mine 179")
        assert library(app).rows.keys == ("mine_179",) and left
        assert "more" not in told_below(app)


async def test_what_is_marked_is_listed_however_many_there_are(home: Path) -> None:
    """So that a copy that was just written is not lost behind the two hundredth."""
    many(home)
    async with driven(home, (80, 24), "library") as app:
        for wanted in ("mine_179", "world_cafe", "wagon_wheels"):
            library(app)._go_to_written(wanted)
            library(app).look_up()
            await app.settle()
            assert library(app).rows.marked == wanted
            assert len(library(app).rows.keys) == 200


async def test_ones_own_are_told_from_the_shipped(home: Path) -> None:
    """In the list and on the page, also one that takes the place of a shipped one."""
    (home / "protocols").mkdir(mode=0o700)
    own = (PROTOCOLS / "tuning.toml").read_text("utf-8")
    (home / "protocols" / "tuning.toml").write_text(own, encoding="utf-8")
    async with driven(home, (120, 40), "library") as app:
        rows = [line for line in app.rows("rows").split("\n") if "· yours" in line]
        assert len(rows) == 1 and "Tuning Protocol" in rows[0]
        library(app).rows.mark("tuning")
        await app.settle()
        assert "id tuning; e changes it" in app.page()
        library(app).rows.mark("final_word")
        await app.settle()
        assert "e changes it" not in app.page()
