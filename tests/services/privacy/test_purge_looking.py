"""What a purge would do is told in full, by names that people know, before anything is done."""

from __future__ import annotations

import pytest

from facilitui.core.backups.import_told import can_go
from facilitui.core.debriefs.debrief import Debrief, Judgement, NormSorted
from facilitui.core.debriefs.observation import Observation
from facilitui.core.errors import FacilituiError, NotFound
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.library.norms import NormFate
from facilitui.core.privacy.purge_lines import also_told, survey_lines
from facilitui.services.reviews.mentoring import GONE
from tests.services.full_sessions import Full, run_one
from tests.services.privacy.test_purging import purged

SHIPPED = "Separate describing from interpreting from implications when looking at data"
"""The program's own words."""


async def test_what_is_half_typed_is_looked_for_elsewhere_too(full: Full) -> None:
    """A log file with it is named, as one with saved words is."""
    half = next(word for word in full.words if "half observation" in word)
    logs = full.root / "logs"
    logs.mkdir(exist_ok=True)
    (logs / "typed.log").write_text(f"typed: {half}\n", "utf-8")
    survey = await full.wiring.purging.survey(full.session)
    assert "logs/typed.log" in survey.remains


async def test_sessions_of_the_same_plan_are_not_named_for_its_words(full: Full) -> None:
    """The plan stays, with what it says; the files that matter are not lost among them."""
    other = await run_one(full.root, evidence=False)
    survey = await full.wiring.purging.survey(full.session)
    assert not [each for each in survey.remains if each.startswith("sessions/")]
    (full.root / "plans" / "work.toml").unlink()
    gone = await full.wiring.purging.survey(full.session)
    assert [each for each in gone.remains if each.startswith("sessions/")]
    other.wiring.close()


async def test_what_a_torn_month_alone_has_is_counted(full: Full) -> None:
    """It stays by itself; nobody deletes other entries for want of knowing of them."""
    w = full.wiring
    for n in range(3):
        await full.write(f"observation-{n}", "observation", Observation(feedback=f"other {n}"))
    (month,) = (full.root / "journal").glob("????-??.json")
    month.write_bytes(month.read_bytes()[:-300])
    survey = await w.purging.survey(full.session)
    file = f"journal/{month.name}"
    assert survey.set_aside == (file,) and survey.only_there[file] == 2
    (line,) = [each for each in also_told(survey) if each.startswith(file)]
    assert "NAMES what goes" in line and "2 other entries are only there" in line
    told = await purged(full, survey)
    assert month.exists() and "1 file of the journal that cannot be read may still say it" in told


async def test_entries_are_told_by_kind_day_and_title(full: Full) -> None:
    """Ids say nothing to whoever wrote them; each stands there once."""
    survey = await full.wiring.purging.survey(full.debrief)
    title = next(word for word in full.words if "title" in word)
    head, *lines = survey_lines(survey, ())
    assert head.startswith("Purge the debrief of Wed 25 Nov 2026, “") and title[:20] in head
    assert lines[0] == "This will be purged" and "This will stay" in lines
    assert full.debrief not in "\n".join(each for each in lines if "entries of" in each)


@pytest.mark.parametrize("named", ["x" * 300, "../x", "no-such"])
async def test_what_is_not_there_is_said_so(full: Full, named: str) -> None:
    """However long a name it has."""
    with pytest.raises(NotFound, match="there is no entry and no session"):
        await full.wiring.purging.survey(named)


async def test_of_what_is_purged_nothing_is_marked_or_asked(full: Full) -> None:
    """Neither of an entry without words nor of the record; the list says what is left of it."""
    w = full.wiring
    scores = f"scores-{full.session}"
    await purged(full, await w.purging.survey(scores))
    rows = {row.id: row for row in (await w.reviewing.searching.find("")).rows}
    assert rows[scores].line == f"only its day, its numbers and its hashes are left · {scores}"
    assert (rows[scores].title, rows[scores].shown_label) == ("Purged", "self-scores")
    record = next(row for row in rows.values() if row.kind == "purge")
    assert record.line == "1 revision"
    for entry in (scores, record.id):
        for begin in (w.mentoring.mark, w.mentoring.question):
            with pytest.raises(FacilituiError, match=GONE):
                await begin(entry)


async def test_a_withdrawn_entry_is_purged_as_what_it_was(full: Full) -> None:
    """And not as a withdrawal: its id alone still says it."""
    w = full.wiring
    await w.withdrawing.withdraw(full.debrief, "counted the wrong room")
    assert (await w.withdrawing.called(full.debrief)).startswith("debrief of Wed 25 Nov 2026, “")
    await purged(full, await w.purging.survey(full.debrief))
    (row,) = [e for e in (await w.reviewing.searching.find("")).rows if e.id == full.debrief]
    assert row.label == "purged debrief"


async def test_a_torn_month_that_was_kept_is_told_to_say_it_still(full: Full) -> None:
    """Once all else of it is in the journal there is no reason left to keep it."""
    w = full.wiring
    await full.write("observation-x", "observation", Observation(feedback="another"))
    (month,) = (full.root / "journal").glob("????-??.json")
    month.write_bytes(month.read_bytes()[:-3])
    await purged(full, await w.purging.survey(full.session))
    (aside,) = (full.root / "journal").glob("*damaged*")
    came = await w.journal.import_lines(aside.read_text(), full.clock.at, aside.name, Progress())
    (spent,) = await w.joining.spent()
    assert came.taken and spent.says_purged
    (told,) = [e for e in (await w.safekeeping.verify()).problems if aside.name in e.file]
    assert told.reason == can_go(spent)


async def test_earlier_states_of_the_plan_that_are_kept_stand_among_what_stays(full: Full) -> None:
    """Whoever reads what will be left finds them there, by their names."""
    survey = await full.wiring.purging.survey(full.session)
    (state,) = survey.history
    goes, _, stays = "\n".join(survey_lines(survey, ())).partition("This will stay")
    assert f"1 earlier state of the plan work: {state}" in stays and state not in goes
    goes, _, stays = "\n".join(survey_lines(survey, survey.history)).partition("This will stay")
    assert state in goes and state not in stays


async def test_the_last_entrys_own_record_is_no_file_to_look_into(full: Full) -> None:
    """It has hashes and an id, which stay anyway."""
    await full.write("observation-last", "observation", Observation(feedback="the last"))
    survey = await full.wiring.purging.survey("observation-last")
    assert not [each for each in survey.remains if "journal-last" in each]


async def test_the_log_and_the_files_that_an_entry_leaves_are_told_first(full: Full) -> None:
    """They say in other words what it said, so they are named whatever they say."""
    survey = await full.wiring.purging.survey(full.debrief)
    log = f"sessions/{full.session}/events.jsonl"
    told = survey.stays()[0]
    assert f"the log of its run with 1 capture: {log}; 1 attached file" in told
    assert f"`facilitui journal purge {full.session}`" in told and log not in survey.remains
    whole = await full.wiring.purging.survey(full.session)
    assert not whole.run.told


async def test_only_what_was_typed_is_looked_for(full: Full) -> None:
    """A goal stands in every plan like it, and a protocol's words in all that follow it."""
    goal = Judgement(goal="G1", text="know the criteria", evidence="What was seen of it")
    begun = Judgement(goal="G2", evidence=f"{SHIPPED}, and Ana left the room in tears")
    body = Debrief(session=full.session, judgements=(goal, begun), learned=SHIPPED)
    await full.write(full.debrief, "debrief", body)
    exports = full.root / "exports"
    exports.mkdir(exist_ok=True)
    own = {"begun": begun.evidence, "seen": goal.evidence}
    for name, text in (*own.items(), ("goal", goal.text), ("shipped", SHIPPED)):
        (exports / f"{name}.md").write_text(text, "utf-8")
    survey = await full.wiring.purging.survey(full.debrief)
    found = [each for each in survey.remains if each.startswith("exports/")]
    assert found == [f"exports/{name}.md" for name in own]


@pytest.mark.parametrize("session", [True, False])
async def test_goals_and_norms_are_ones_own_where_no_plan_has_them(
    full: Full, session: bool
) -> None:
    """Whoever changed the plan since, or imported the debrief, wrote them there alone."""
    texts = {"plan": "know the criteria", "goal": "Help Ana know the criteria", "norm": "Be kind!"}
    body = Debrief(
        session=full.session if session else "",
        plan="work",
        judgements=(
            Judgement(goal="G1", text=texts["plan"]),
            Judgement(goal="G2", text=texts["goal"]),
        ),
        norms=(NormSorted(norm="n", text=texts["norm"], fate=NormFate.KEPT),),
    )
    await full.write("debrief-other", "debrief", body)
    exports = full.root / "exports"
    exports.mkdir(exist_ok=True)
    for name, text in texts.items():
        (exports / f"{name}.md").write_text(f"# It\n\n- {text}\n", "utf-8")

    async def found() -> list[str]:
        remains = (await full.wiring.purging.survey("debrief-other")).remains
        return [each for each in remains if each.startswith("exports/")]

    assert await found() == ["exports/goal.md", "exports/norm.md"]
    (full.root / "plans" / "work.toml").unlink()
    of_plan = [] if session else ["exports/plan.md"]  # its log has it still
    assert await found() == ["exports/goal.md", "exports/norm.md", *of_plan]
