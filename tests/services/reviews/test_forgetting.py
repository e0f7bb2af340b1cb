"""What a mentor keeps of another person's journal can go as a whole, and stays gone."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from facilitui.core.errors import FacilituiError, NotFound, NotSaved
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.privacy.purge_intent import review_named
from facilitui.core.reviews.other_journal import KnownJournal
from facilitui.storage.disk import Disk
from facilitui.storage.drafts import FileDrafts
from facilitui.storage.home_lock import GOING, GOING_OR_COMING, acquired
from facilitui.storage.paths import Home
from tests.services.full_sessions import Full, opened
from tests.services.privacy.test_purged_restored import packed, restored
from tests.services.privacy.test_purging_meanwhile import close
from tests.storage.journals import diary

SECRET = "what Ana is told in confidence"


@pytest.fixture
def full(home: Path) -> Full:
    """A mentor's home with answers to two journals."""
    for name in ("ana", "ana-2"):
        place = home / "reviews" / name
        with diary(place) as journal:
            journal.save(
                "answer-1", {"to": "question-1", "text": f"{SECRET} {name}"}, kind="answer"
            )
        drafts = place / "drafts"
        drafts.mkdir()
        (drafts / "answer-2.json").write_text(f'{{"typed": {{"text": "{SECRET} {name}"}}}}')
    return opened(home)


def holding(home: Path, name: str) -> list[str]:
    """The files with what was said to one of them."""
    said = f"{SECRET} {name}".encode()
    paths = (path for path in home.rglob("*") if path.is_file() and "backups" not in path.parts)
    return [
        path.name for path in paths if any(said + end in path.read_bytes() for end in (b'"', b"\\"))
    ]


async def test_all_that_is_kept_of_one_journal_goes(full: Full, home: Path) -> None:
    """Nothing of another's; no backup brings it back, and the journal verifies."""
    file = await packed(full, "before.zip")
    survey = await full.wiring.forgetting.survey("reviews/ana")
    assert (survey.kept.answers, survey.kept.drafts) == (1, 1)
    assert "1 answer or note" in "\n".join(survey.lines)
    assert survey.lines[0].startswith("Purge all that is kept of the journal of ")
    assert {"This will be purged", "This will stay"} < set(survey.lines)  # as of every purge
    assert (await full.wiring.forgetting.purge(survey, Progress())).startswith("Purged: ")
    assert not (home / "reviews" / "ana").exists() and not holding(home, "ana")
    assert len(holding(home, "ana-2")) == 2
    assert not (await full.wiring.safekeeping.verify(Progress())).findings
    close(full)
    for replace in (False, True):
        came = await restored(home, file, replace=replace)
        assert len(came.left) >= 2 and not holding(home, "ana")
    assert len(holding(home, "ana-2")) == 2


@pytest.mark.parametrize(
    "name", ["reviews/", "reviews/..", "reviews/ana/drafts", "reviews/ben", "reviews"]
)
async def test_only_what_is_kept_of_a_journal_goes_so(full: Full, home: Path, name: str) -> None:
    """What is there is named."""
    with pytest.raises(NotFound):
        await full.wiring.forgetting.survey(name)
    assert len(holding(home, "ana")) == 2
    close(full)


async def test_what_is_half_typed_in_this_very_program_goes(full: Full, home: Path) -> None:
    """It is open in no other copy; and what is typed afterwards is kept anew."""
    drafts = full.wiring.reviews.place("ana", KnownJournal("Ana")).drafts
    await drafts.keep("answer-9", {"typed": {"text": f"{SECRET} ana"}})
    assert [each.name for each in (await full.wiring.reviews.left("answer-9"))[0].drafts]
    survey = await full.wiring.forgetting.survey("reviews/ana")
    assert survey.kept.drafts == 2
    await full.wiring.forgetting.purge(survey, Progress())
    assert not (home / "reviews" / "ana").exists() and not holding(home, "ana")
    assert await drafts.find("answer-9") is None
    await drafts.keep("answer-9", {"typed": {"text": "anew"}})
    assert await full.wiring.forgetting.keeps("ana")
    close(full)


async def test_what_came_since_or_is_open_is_not_purged(full: Full, home: Path) -> None:
    """Nor is anything said to be."""
    survey = await full.wiring.forgetting.survey("reviews/ana")
    more = home / "reviews" / "ana" / "drafts" / "answer-3.json"
    more.write_text("{}")
    with pytest.raises(FacilituiError, match="look again"):
        await full.wiring.forgetting.purge(survey, Progress())
    drafts = FileDrafts(Home(home / "reviews" / "ana"), full.wiring.disk)
    await drafts.keep("answer-9", {"typed": {"text": "x"}})
    with pytest.raises(NotSaved, match="open in another copy"):
        await full.wiring.forgetting.survey("reviews/ana")
    drafts.close()
    assert len(holding(home, "ana")) == 2
    close(full)


@pytest.mark.parametrize("shut", ["journal/2026-11.json", "drafts/answer-2.json"])
async def test_what_cannot_be_read_is_not_purged_unseen(
    full: Full, home: Path, shut: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The survey would count nothing of it; one sentence names it, and nothing is done."""
    opening = Disk.open

    def refusing(disk: Disk, path: Path, flags: int) -> int:
        if str(path).endswith(f"ana/{shut}"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return opening(disk, path, flags)

    monkeypatch.setattr(Disk, "open", refusing)
    with pytest.raises(NotSaved, match=f"nothing can be purged while reviews/ana/{shut} cannot"):
        await full.wiring.forgetting.survey("reviews/ana")
    assert (await full.wiring.forgetting.survey("reviews/ana-2")).kept.drafts == 1
    close(full)


async def test_a_journal_that_is_no_folder_is_told(full: Full, home: Path) -> None:
    """And is no crash."""
    shutil.rmtree(home / "reviews" / "ana" / "journal")
    (home / "reviews" / "ana" / "journal").write_text("x")
    with pytest.raises(NotSaved, match="while reviews/ana/journal cannot be read"):
        await full.wiring.forgetting.survey("reviews/ana")
    close(full)


async def test_a_link_is_left_alone_and_offered_to_nobody(full: Full, home: Path) -> None:
    """What it leads to may be anything."""
    (home / "reviews" / "lnk").symlink_to(home / "plans")
    with pytest.raises(NotFound, match="reviews/lnk is a link"):
        await full.wiring.forgetting.survey("reviews/lnk")
    for named in ("reviews", "reviews/ben"):
        with pytest.raises(NotFound, match=r"reviews/ana, reviews/ana-2$"):
            await full.wiring.forgetting.survey(named)
    close(full)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *((each, "reviews/ana") for each in ("reviews/ana", "reviews/ana/", "./reviews//ana")),
        *((each, "reviews") for each in ("reviews", "reviews/", "./reviews", "reviews/.")),
        *((each, "") for each in ("", "ana", "reviews/..", "reviews/../plans", "reviews/ana/x")),
    ],
)
def test_a_folder_is_meant_however_a_shell_completes_it(typed: str, meant: str) -> None:
    """Anything else may be an entry or a session."""
    assert review_named(typed) == meant


async def test_one_that_was_stopped_before_its_record_is_done_once_more(
    full: Full, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is said to be purged that is there, and the empty folder tells of what was begun."""
    forgetting, folder = full.wiring.forgetting, home / "reviews" / "ana"

    async def refuse(*_: object) -> None:
        raise NotSaved("the disk is full")

    survey = await forgetting.survey("reviews/ana")
    for place, name in ((full.wiring.reviews, "empty"), (full.wiring.journal, "save")):
        with monkeypatch.context() as patched, pytest.raises(NotSaved, match="disk is full"):
            patched.setattr(place, name, lambda *_, **__: refuse())
            await forgetting.purge(survey, Progress())
        assert not await recorded(full)
    assert folder.is_dir() and not list(folder.iterdir())
    survey = await forgetting.survey("reviews/ana")
    await forgetting.purge(survey, Progress())
    assert not folder.exists() and await recorded(full)
    close(full)


async def recorded(full: Full) -> list[str]:
    """The records of purges."""
    rows = (await full.wiring.journal.contents()).documents
    return [each["id"] for _, each in rows if each["kind"] == "purge"]


async def test_nothing_is_forgotten_while_somebody_restores(full: Full, home: Path) -> None:
    """It would come back."""
    survey = await full.wiring.forgetting.survey("reviews/ana")
    lock = acquired(home / GOING, 0, GOING_OR_COMING)
    with pytest.raises(NotSaved, match=GOING_OR_COMING):
        await full.wiring.forgetting.purge(survey, Progress())
    lock.release()
    assert len(holding(home, "ana")) == 2
    close(full)
