"""The fields of what is logged: each is read as it is typed; what is asked no more stays."""

from __future__ import annotations

from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.words import FieldType
from tests.core.making import HOSTILE
from tests.services.pathways.enrolment_home import CLEE, fill
from tests.services.pathways.log_home import LogHome


async def test_answers_that_are_asked_for_no_more_stay_and_are_shown() -> None:
    """Of an old version of the pathway: a field, a choice, a whole requirement."""
    home = LogHome()
    id = await home.group()
    new = {"enrolment": id, "text": "Old", "on": "2026-11-25"}
    said = {"which": "Agenda", "[/b] \u202e gone": "Kept\nhere"}
    asks = {"which": "Which material?", "[/b] \u202e gone": HOSTILE}
    await home.write(
        "log_entry-a", "log_entry", **new, requirement="materials", values=said, asks=asks
    )
    made = await home.log.form("", "", entry="log_entry-a")
    (gone,) = (each for each in made.form.fields if each.key.startswith("before-"))
    assert gone.value == "Kept\nhere" and gone.section == "Asked for before"
    fill(made, **{"asked-changed": "x"}, reason="r")
    assert await made.save()
    assert home.logged("log_entry-a").values == {**said, "changed": "x"}
    again = await home.log.form("", "", entry="log_entry-a")
    fill(again, **{gone.key: ""}, reason="not needed")
    assert await again.save() and {*home.logged("log_entry-a").values} == {"which", "changed"}
    choice = {"to": "The mayor"}
    await home.write("log_entry-b", "log_entry", **new, requirement="contacts", values=choice)
    other = await home.log.form("", "", entry="log_entry-b")
    assert other.values["asked-to"] == "The mayor"
    await home.write("log_entry-c", "log_entry", **new, requirement="no_more", values=choice)
    whole = await home.log.form("", "", entry="log_entry-c")
    assert (whole.form.title, whole.form.lead) == ("Old", "")
    assert "asks for this no more" in str(whole.form.follow(whole.values)[""].hint)
    fill(whole, note="n", reason="r")
    assert await whole.save() and home.logged("log_entry-c").values == choice


async def test_every_type_of_field_is_read_as_it_is_typed() -> None:
    """A number, a time, a link, a tick, a date: each in its own notation, wrong ones told."""
    home = LogHome(_typed())
    id = await home.enrolled(CLEE)
    made = await home.log.form(id, "all")
    good = {
        "line": HOSTILE,
        "text": HOSTILE,
        "date": "3 Dec 2026",
        "choice": "b",
        "scale": "a",
        "tick": "yes",
        "number": "−1,5",
        "time": "3 pm",
        "link": "https://example.org/x",
    }
    for name, wrong in (
        *(("date", "25 N"), ("choice", "c"), ("number", "many"), ("time", "25:99")),
        *(("link", "/etc/passwd"), ("line", "x" * 301)),
    ):
        assert fill(made, **{f"asked-{name}": wrong}), name
    assert not fill(made, **{f"asked-{name}": value for name, value in good.items()})
    assert await made.save()
    values = home.logged(made.entry).values
    assert (values["date"], values["number"], values["time"]) == ("2026-12-03", "-1.5", "15:00")
    assert (values["tick"], values["choice"], values["scale"]) == ("yes", "b", "a")
    assert {*values} == {each.value for each in FieldType}
    again = await home.log.form("", "", entry=made.entry)
    assert not await again.save(), "what was saved stays as it is"
    fill(again, **{"asked-tick": ""}, reason="r")
    assert await again.save() and "tick" not in home.logged(made.entry).values


def _typed() -> Pathway:
    """A pathway with a log that has a field of each type."""
    fields = [
        {"id": each.value, "ask": each.value, "type": each.value, "optional": True}
        | ({"choices": ["a", "b"]} if each in (FieldType.CHOICE, FieldType.SCALE) else {})
        for each in FieldType
    ]
    asked = {"kind": "log", "id": "all", "text": "All", "fields": fields}
    phases = [{"id": "one", "name": "One", "requirements": [asked]}]
    about = {"name": "All", "programme": "p", "source": "s", "phases": phases}
    return Pathway.model_validate({"kind": "pathway", "id": CLEE, **about})
