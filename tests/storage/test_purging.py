"""Blanking in the files: what goes is gone from the very bytes, what stays is what it was."""

from __future__ import annotations

import asyncio
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tinydb import TinyDB

from facilitui.core.errors import NotSaved
from facilitui.core.journals.journal import is_blanked
from facilitui.core.journals.journal_faults import Fault
from facilitui.storage.disk import Disk
from facilitui.storage.journal_folder import JournalFolder
from facilitui.storage.paths import Home
from facilitui.storage.purging import FilePurging
from tests.storage.journals import AT, DECEMBER, MONTH, Diary, Writers, body_for, diary
from tests.storage.test_purged_logs import make_session

SECRET = "what Ana said [x] \\ “é” \ud800"


@pytest.fixture
def purging(home: Path) -> Iterator[FilePurging]:
    """The purges of an empty home."""
    made = FilePurging(Home(home), Disk())
    yield made
    made.close()


def everything(home: Path) -> bytes:
    """All bytes of the journal."""
    return b"".join(path.read_bytes() for path in sorted((home / "journal").iterdir()))


def test_every_month_is_gone_through(journal: Diary, home: Path, purging: FilePurging) -> None:
    """Revisions of an entry lie in the months that they were made in; others stay as they are."""
    for at in (AT, DECEMBER):
        journal.save("mine", {"learned": SECRET}, at)
        journal.save("other", {"learned": "kept"}, at)
    before = journal.documents()
    for _ in range(2):  # asked for again it does nothing
        asyncio.run(purging.blank_entries({"mine"}))
    after = journal.documents()
    assert [is_blanked(each) for each in after] == [each["id"] == "mine" for each in before]
    assert [dict(a) for a in after if a["id"] == "other"] == [
        dict(b) for b in before if b["id"] == "other"
    ]
    assert {each.fault for each in journal.verify()} == {Fault.BLANKED}
    assert b"what Ana said" not in everything(home)
    journal.save("mine", {"learned": "anew"})
    assert journal.documents()[-1]["body"] and not [e for e in journal.verify() if e.broken]


def test_what_is_not_the_journals_stays(journal: Diary, home: Path, purging: FilePurging) -> None:
    """Other tables and documents of other programs; one without a seal loses all its texts."""
    journal.save("mine", {"learned": SECRET})
    with TinyDB(home / "journal" / MONTH) as database:
        database.table("theirs").insert({"a": "b"})
        database.table("entries").insert({"no": "entry"})
        foreign = {"id": "mine", "rev": 9, "kind": "debrief", "made_at": "x", "body": SECRET}
        database.table("entries").insert({**foreign, "title": SECRET})
    asyncio.run(purging.blank_entries({"mine"}))
    tables = json.loads((home / "journal" / MONTH).read_bytes())
    assert tables["theirs"] == {"1": {"a": "b"}} and {"no": "entry"} in tables["entries"].values()
    assert {**foreign, "body": ""} in tables["entries"].values()
    assert "Ana" not in json.dumps(tables)


def test_a_month_of_a_newer_version_is_not_touched(
    journal: Diary, home: Path, purging: FilePurging
) -> None:
    """It is refused before anything is done."""
    journal.save("mine", {"learned": SECRET})
    path = home / "journal" / MONTH
    newer = json.loads(path.read_bytes())
    newer["meta"]["1"]["schema"] = 2
    path.write_text(json.dumps(newer))
    with pytest.raises(NotSaved, match="schema 2"):
        asyncio.run(purging.refuse_closed({"mine"}))
    asyncio.run(purging.refuse_closed({"other"}))


def test_a_month_that_nobody_can_read_is_named(
    journal: Diary, home: Path, purging: FilePurging
) -> None:
    """And left as it is, with what was set aside before; the others are blanked."""
    journal.save("mine", {"learned": SECRET}, AT)
    journal.save("mine", {"learned": SECRET}, DECEMBER)
    november = home / "journal" / MONTH
    november.write_bytes(november.read_bytes()[:-20])
    (home / "journal" / "2026-10.damaged-1.json").write_text(SECRET, errors="replace")
    asyncio.run(purging.blank_entries({"mine"}))
    aside = asyncio.run(purging.set_aside())
    assert aside == ("journal/2026-10.damaged-1.json", f"journal/{MONTH}")
    assert b"Ana" in november.read_bytes()
    asyncio.run(purging.delete(aside))
    journal.save("purge-1", {"paths": list(aside)}, DECEMBER, kind="purge")
    assert b"what Ana said" not in everything(home) and not journal.problems()


def test_what_killed_writers_left_goes_too(
    journal: Diary, home: Path, purging: FilePurging
) -> None:
    """Half a file under a name of its own, though no month is written."""
    journal.save("mine", {"learned": SECRET})
    asyncio.run(purging.blank_entries({"mine"}))
    (home / "journal" / f".{MONTH}.0badcafe.tmp").write_text("what Ana said")
    asyncio.run(purging.blank_entries({"mine"}))
    assert b"what Ana said" not in everything(home)


def test_one_that_saves_meanwhile_loses_nothing(home: Path, purging: FilePurging) -> None:
    """Two processes: each save that is told to be kept is, word for word; what is purged is not."""
    with diary(home) as journal:
        for n in range(20):
            journal.save(f"secret-{n}", {"learned": SECRET})
    writers = Writers(home)
    writers.start("w0", 120)
    kept: set[str] = set()
    acknowledged = writers.kept()
    for n in range(20):
        kept |= {next(acknowledged), next(acknowledged)}
        asyncio.run(purging.blank_entries({f"secret-{n}"}))
    kept |= set(acknowledged)
    writers.close()
    with diary(home) as journal:
        found = {f"{d['id']} {d['rev']} {d['hash']}": d for d in journal.documents()}
        assert {each.fault for each in journal.verify()} == {Fault.BLANKED}
    assert len(kept) == 120 and kept <= found.keys()
    for name in kept:
        document = found[name]
        assert json.loads(document["body"]) == body_for(document["id"], document["rev"])
    secrets = [each for each in found.values() if each["id"].startswith("secret")]
    assert len(secrets) == 20 and all(map(is_blanked, secrets))


def test_a_busy_journal_is_waited_for(journal: Diary, home: Path, purging: FilePurging) -> None:
    """The lock is the journal's own: nothing is written while another holds it."""
    journal.save("mine", {"learned": SECRET})

    async def ask() -> None:
        with JournalFolder(Home(home), Disk()).held():
            asked = asyncio.ensure_future(purging.blank_entries({"mine"}))
            done, _ = await asyncio.wait({asked}, timeout=0.05)
            assert not done and b"Ana" in everything(home)
        await asked

    asyncio.run(ask())
    assert b"Ana" not in everything(home)


def test_the_states_of_a_plan_are_its_own(home: Path, purging: FilePurging) -> None:
    """Not those of a plan whose name only begins so."""
    history = home / "plans" / ".history"
    history.mkdir(parents=True)
    own = ["work.1.toml", "work.20.toml", "work.before.toml", "work.before-2.toml"]
    for name in (*own, "work-2.1.toml", "work.more.1.toml", "workshop.1.toml"):
        (history / name).write_text("x")
    found, others = asyncio.run(purging.history("work", ("s",)))
    assert sorted(found) == sorted(f"plans/.history/{each}" for each in own) and not others
    make_session(home, "s")
    make_session(home, "t")
    assert asyncio.run(purging.history("book", ("s", "t"))) == ((), False)
    assert asyncio.run(purging.history("book", ("s",)))[1]


def test_files_that_have_some_of_it_are_named(home: Path, purging: FilePurging) -> None:
    """As text, in JSON and HTML, broken into lines; an archive may have anything."""
    exports = home / "exports"
    exports.mkdir()
    text = "what “Ana” said & thought"
    (exports / "a.md").write_text("> what “Ana”\nsaid &   thought", "utf-8")
    (exports / "b.json").write_text(json.dumps({"a": text}))
    (exports / "c.html").write_text("what “Ana” said &amp; thought", "utf-8")
    (exports / "d.md").write_text("nothing of the kind", "utf-8")
    with zipfile.ZipFile(exports / "e.zip", "w") as archive:
        archive.writestr("x", "y")
    for folder in ("cache", "journal", "attachments"):
        (home / folder).mkdir()
        (home / folder / "f.json").write_text(text, "utf-8")
    found = asyncio.run(purging.remains((text,), (), {"exports/c.html"}))
    copies = {"attachments/f.json", "journal/f.json"}
    assert set(found) - copies == {"exports/a.md", "exports/b.json", "exports/e.zip"}


def test_whatever_is_no_text_is_named(home: Path, purging: FilePurging) -> None:
    """Whatever packed or wrote it, and a folder behind a link, which is not gone into."""
    exports = home / "exports"
    exports.mkdir()
    for name, packed in {
        "a.7z": b"7z\xbc\xaf'\x1c",
        "b.pdf": b"%PDF\n\xe2\xe3",
        "c": b"a\0b",
    }.items():
        (exports / name).write_bytes(packed)
    (exports / "words.md").write_text("Größe, and nothing of the kind", "utf-8")
    (exports / "elsewhere").symlink_to(home, target_is_directory=True)
    found = asyncio.run(purging.remains(("what Ana said",), (), ()))
    assert set(found) == {f"exports/{each}" for each in ("a.7z", "b.pdf", "c", "elsewhere/")}


def test_many_files_that_are_no_text_are_named_by_their_folder(
    home: Path, purging: FilePurging
) -> None:
    """As the objects of a repository; one that is known to have some of it still by its name."""
    objects = home / ".git" / "objects"
    objects.mkdir(parents=True)
    for number in range(30):
        (objects / str(number)).write_bytes(b"x\x9c\0")
    (objects / "said.md").write_text("what Ana said", "utf-8")
    found = asyncio.run(purging.remains(("what Ana said",), (), ()))
    assert set(found) == {".git/", ".git/objects/said.md"}


def test_the_cache_goes_but_for_its_locks(home: Path, purging: FilePurging) -> None:
    """Another program may hold one; a file that is gone already is no error."""
    cache = home / "cache" / "deep"
    cache.mkdir(parents=True)
    for file in (cache / "a.json", home / "cache" / "home.json", home / "cache" / "begin.lock"):
        file.write_text("x")
    asyncio.run(purging.delete(("drafts/nothing.json",)))
    left = [path.name for path in (home / "cache").rglob("*") if path.is_file()]
    assert left == ["begin.lock"]


def test_two_purges_do_not_go_on_at_once(home: Path, purging: FilePurging) -> None:
    """The second is told to try again."""
    other = FilePurging(Home(home), Disk())

    async def ask() -> None:
        async with purging.alone():
            with pytest.raises(NotSaved, match="busy with a purge"):
                async with other.alone():
                    raise AssertionError
        async with other.alone():
            pass

    asyncio.run(ask())
    other.close()
