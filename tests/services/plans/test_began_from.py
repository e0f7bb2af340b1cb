"""What a plan began from stays with it: through changes, copies, files by hand, a session."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.errors import InputProblems
from facilitui.core.plans.began_from import BeganFrom
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_changes import since_begun
from facilitui.services.plans.planning import Planning
from facilitui.storage.paths import Home
from tests.core.making import good_plan
from tests.services.fakes import MemoryPlans
from tests.services.plan_home import titled

AGENDA = "collaborative_inquiry_student_work"


def began(plan: Plan) -> BeganFrom:
    """What it began from."""
    assert plan.began_from is not None
    return plan.began_from


def counted(plan: Plan) -> str:
    """How much of that it changed."""
    begun = since_begun(plan)
    return begun.counted if begun else "began from none"


def less(plan: Plan) -> Plan:
    """A plan without its first block."""
    return plan.model_copy(update={"blocks": plan.blocks[1:]})


async def test_a_plan_keeps_the_agenda_that_it_began_from(
    planning: Planning, plans: MemoryPlans
) -> None:
    """With its title, its goals and its blocks, in the file at once; an empty plan has none."""
    desk = await planning.begin("ready")
    kept, agenda = began((await plans.load(desk.name)).state), good_plan(title="Ready")
    assert (kept.agenda, kept.title, kept.on) == ("ready", "Ready", date(2026, 11, 25))
    assert [each.text for each in kept.goals] == [each.text for each in agenda.goals]
    assert [(each.title, each.minutes, each.protocol) for each in kept.blocks] == [
        (each.title, each.minutes, each.protocol) for each in agenda.blocks
    ]
    assert counted(desk.plan) == "nothing changed"
    assert (await planning.begin()).plan.began_from is None


async def test_no_undoing_and_no_copy_loses_it(planning: Planning, plans: MemoryPlans) -> None:
    """It is no edit; a copy that is saved keeps what the first began from."""
    desk = await planning.begin("ready")
    kept = began(desk.plan)
    titled(desk, "Mine")
    desk.change(less, "take out")
    assert counted(desk.plan) == "1 change"
    while desk.undo():
        assert began(desk.plan) == kept
    assert began(desk.plan) == kept and counted(desk.plan) == "nothing changed"
    while desk.redo():
        assert began(desk.plan) == kept
    copy = await desk.save_as()
    assert began((await plans.load(copy)).state) == kept and counted(desk.plan) == "1 change"


async def test_an_earlier_plan_is_opened_as_it_was(planning: Planning, plans: MemoryPlans) -> None:
    """It says of no agenda, and nothing of it is written."""
    desk = await planning.open("work")
    assert desk.plan.began_from is None and desk.view.begun is None
    assert await desk.write() and 'began_from":{' not in plans.texts["work"]


@pytest.fixture
def own_agenda(home: Path) -> Path:
    """An agenda of somebody's own, in a home."""
    file = home / "agendas" / "ours.toml"
    file.parent.mkdir(parents=True, mode=0o700)
    blocks = '[[blocks]]\nid = "a"\ntitle = "Ana opens"\n\n[[blocks]]\nid = "b"\ntitle = "Close"\n'
    file.write_text(f'kind = "plan"\ntitle = "Ours"\n\n{blocks}', "utf-8")
    return file


async def test_an_agenda_that_goes_or_changes_takes_nothing_away(
    home: Path, own_agenda: Path
) -> None:
    """The plan's file is enough, which somebody may write by hand as well."""
    wiring = Wiring(Home(home))
    name = (await wiring.planning.begin("ours")).name
    own_agenda.unlink()
    file = home / "plans" / f"{name}.toml"
    text = file.read_text("utf-8")
    head, _, _ = text.partition("[began_from]")
    outline = text[len(head) :]
    assert outline.startswith('[began_from]\nagenda = "ours"\ntitle = "Ours"\non = ')
    assert '[[began_from.blocks]]\nid = "a"\ntitle = "Ana opens"\nminutes = 10\n' in outline
    file.write_text(f"{head.replace('Ana opens', 'Bo opens')}{outline}", "utf-8")
    view = await wiring.planning.view(name)
    assert view.begun is not None
    assert [each.told() for each in view.begun.changes] == ["“Ana opens” is called “Bo opens”"]
    wiring.close()


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ('[began_from]\ntitel = "x"', "titel"),
        ('[began_from]\non = "some day"', "on"),
        ('[[began_from.blocks]]\nid = "a"\ntitle = "x"\nminutes = 0', "minutes"),
        ('[[began_from.blocks]]\nid = "../a"\ntitle = "x"', "id"),
        ('[[began_from.goals]]\nid = "G1"', "text"),
        (
            '[[began_from.goals]]\nid = "G1"\ntext = "x"\n' * 2,
            "began_from: two goals have the id G1",
        ),
        ('began_from = "ours"', "began_from"),
        (f'[began_from]\ntitle = "{"x" * 301}"', "301"),
    ],
)
async def test_a_mistake_in_it_is_named_by_its_line(home: Path, wrong: str, reason: str) -> None:
    """As any other in a plan's file."""
    file = home / "plans" / "wrong.toml"
    file.parent.mkdir(parents=True, mode=0o700)
    file.write_text(f'kind = "plan"\ntitle = "Wrong"\n{wrong}\n', "utf-8")
    wiring = Wiring(Home(home))
    _, problems = wiring.library.check_paths([file])
    assert problems and all(each.line >= 3 for each in problems), problems
    assert reason in " ".join(map(str, problems))
    with pytest.raises(InputProblems):
        await wiring.planning.open("wrong")
    wiring.close()


async def test_a_session_keeps_it_with_its_copy_of_the_plan(home: Path) -> None:
    """As it stood when it began, whatever the plan becomes afterwards."""
    wiring = Wiring(Home(home))
    desk = await wiring.planning.begin(AGENDA)
    desk.change(less, "take out")
    await desk.finish()
    hosted = await wiring.hosting.prepare_plan(desk.name)
    await hosted.begin()
    await hosted.leave()
    desk.change(less, "take out")
    await desk.finish()
    copy = await wiring.session_plans.read(hosted.session)
    assert began(copy) == began(desk.plan)
    assert (counted(copy), counted(desk.plan)) == ("1 change", "2 changes")
    wiring.close()
