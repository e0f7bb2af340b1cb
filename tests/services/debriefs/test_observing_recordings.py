"""Recordings of what was observed: a link that can be opened, a file by its name and hash."""

from __future__ import annotations

from facilitui.core.debriefs.observation import Observation
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal import body_of
from tests.services.debriefs.test_observing import fill
from tests.services.evidence_home import EvidenceHome


async def test_only_the_name_and_the_hash_of_a_recording_are_kept() -> None:
    """A path that nobody has read is not taken; read, it stands for a hash."""
    home = EvidenceHome()
    session = await home.run()
    home.attachments.outside["/home/me/secret · sha256 x.mp4"] = b"film"
    made = await home.observing.open(session)
    told = fill(made, mode="recorded", file="/home/me/secret · sha256 x.mp4")
    assert told.startswith("enter on the file reads it")
    assert not made.state.file_hash and not made.state.file_name
    read = await home.observing.read_recording("/home/me/secret · sha256 x.mp4", Progress())
    assert not fill(made, mode="recorded", file=read)
    await made.save()
    body = body_of(home.journal.documents[0])
    assert len(body["file_hash"]) == 64 and body["file_name"].endswith("x.mp4")
    assert home.attachments.copies == {}
    again = await home.observing.open(session, made.entry)
    field = next(each for each in again.form.fields if each.key == "file")
    assert field.value == read
    fill(again, file="", reason="another film")
    await again.save()
    assert body_of(home.journal.documents[1])["file_hash"] == ""


async def test_a_link_is_one_that_can_be_opened() -> None:
    """What cannot be is told with what to do; what an earlier version saved stays as it is."""
    home = EvidenceHome()
    session = await home.run()
    made = await home.observing.open(session)
    assert "is no link; one is written https://" in fill(made, link="the film")
    assert "belongs under File" in fill(made, link="~/film.mp4")
    assert not fill(made, link=" https://example.org/film ")
    assert made.state.link == "https://example.org/film"
    body = Observation(session=session, link="on Ana's disk").model_dump(mode="json")
    at = home.clock.read().at
    await home.journal.save(
        entry_id="observation-1", kind="observation", body=body, made_at=at, salt="00"
    )
    made = await home.observing.open(session, "observation-1")
    assert not fill(made, giver="Ana", reason="her name") and made.state.link == "on Ana's disk"
