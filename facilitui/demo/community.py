"""A community of practice of two schools on its way through three cycles, to the day it closes."""

from __future__ import annotations

from facilitui.core.pathways.cycle_board import CycleBoard, cycle_board
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.told import plural
from facilitui.demo.way import Way
from facilitui.demo.writing import write
from facilitui.services.forms.log_scales import MEETING
from facilitui.services.forms.log_slot import UPON

PATHWAY = "core_community_of_practice"
NAME, SCHOOLS = "Hill and Lake, reading together", ("Hill School", "Lake School")
ROSTER = (
    "Ana Diaz, Facilitator of the community, Hill School",
    "Ben Okoro, Site educator, Hill School",
    "Mia Chen, Site educator, Hill School",
    "Ira Sand, Site educator, Lake School",
    "Lou Berg, District or school leader, Lake School",
)
A_CYCLE, BEGAN = 28, 98
"""Days."""
_FIRST = {
    "Hill School": "Few of our learners say what in a text made them think so.",
    "Lake School": "Our learners read aloud well and tell little of what they read.",
}
_NARROWER = "Few of our learners in grade 4 name the line of a text that made them think so."
_TRIED = {
    "Hill School": "Pairs underline the line that they mean before they answer.",
    "Lake School": "A minute of silence between reading and telling.",
}
_SHOWS = {
    "plan": "The question that we look at, and what we expect to see by it.",
    "do": "What four of us tried in their rooms, and where it went otherwise.",
    "study": "Thirty answers side by side: who names a line, and who does not yet.",
    "act": "We keep the pairs, and ask for the line also in writing.",
}
_VALUED = (
    "3 x Rather agree, 2 x Partly",
    "1 x Agree, 4 x Rather agree",
    "4 x Agree, 1 x Rather agree",
)
"""What all five said after a meeting of each cycle."""
_AGREES = ("Partly", "Rather agree", "Agree")


async def go_as_community(way: Way) -> None:
    """From the first meeting to the end, cell by cell; the board is counted after each."""
    await _begin(way)
    for cycle in (1, 2, 3):
        await _cycle(way, cycle)
    await _close(way)


async def _begin(way: Way) -> None:
    way.at(BEGAN)
    await way.enrol(PATHWAY, name=NAME, schools="\n".join(SCHOOLS))
    await write(await way.wiring.pathway_log.roster(way.id), members="\n".join(ROSTER))
    way.tell(f"{plural(len(ROSTER), 'person', 'people')} of two schools are on the roster")
    for part in ("A first meeting that began with getting to know one another", "Norms agreed on"):
        await way.log("relationships_and_norms", Slot(part=part), on=way.today)
    await way.log("cycle_explained", on=way.today)
    roles = {"roles": "Facilitator: keeps the time, Ana\nScribe: nobody yet"}
    await way.asked("roles_named", **roles, review_on=way.day(BEGAN - A_CYCLE))
    for name, school in (await _schools(way)).items():
        await way.asked("problem_of_practice", Slot(school=school), statement=_FIRST[name])
    way.tell("Each school has a problem of practice")


async def _cycle(way: Way, cycle: int) -> None:
    """One round: a check-in, the four parts, what else happens, a pulse."""
    begins = BEGAN - (cycle - 1) * A_CYCLE
    schools = await _schools(way)
    way.at(begins)
    check_in = await way.log("check_ins", Slot(cycle=cycle), on=way.day(begins - 14), planned="yes")
    for place, (part, shows) in enumerate(_SHOWS.items()):
        way.at(begins - 1 - 7 * place)
        if place == 2:
            await _is_held(way, check_in)
        if cycle == 1 and part == "study":
            await _narrow(way, schools["Hill School"])
        if part == "do":
            await _interventions(way, schools)
        await way.asked("evidence_cycle", Slot(cycle=cycle, part=part), shows=shows)
        board = await _board(way)
        there = sum(cell.is_there for cell in board.cells)
        way.tell(f"Cycle {cycle}, {part}: {there} of {plural(len(board.cells), 'cell')} filled")
    await way.asked("value_pulse", **{f"{MEETING}worth_it": _VALUED[cycle - 1]})
    said = {"moment": "At its end", "empowered": _AGREES[cycle - 1]}
    await way.asked("belief_pulse", Slot(cycle=cycle), **said, change_possible=_AGREES[cycle - 1])
    call = {"to": "District leaders", "how": "Call", "about": "Where the cycle stands."}
    await way.asked("contacts", **call)
    if cycle == 2:
        await _beside(way)


async def _narrow(way: Way, school: str) -> None:
    """A school's statement in its second version."""
    why = "Thirty answers showed where it is."
    typed = {"statement": _NARROWER, "changed": why}
    await way.asked("problem_of_practice", Slot(school=school), **typed, reason=why)
    way.tell("Hill School's problem of practice is in its second version")


async def _is_held(way: Way, check_in: str) -> None:
    """What was planned has been held."""
    made = await way.wiring.pathway_log.form(way.id, "check_ins", None, check_in)
    await write(made, on=way.today, planned="")


async def _interventions(way: Way, schools: dict[str, str]) -> None:
    """What each school tries, resting on its statement as it stands."""
    for name, school in schools.items():
        tried = {"what": _TRIED[name], "why": "It makes them look at the text again."}
        await way.asked("interventions", Slot(school=school), **tried, state="Being tried")


async def _beside(way: Way) -> None:
    """What is asked beside the cycles."""
    need = {"raised_by": "The community", "need": "A reader on naming evidence", "state": "Open"}
    await way.asked("support_requests", **need)
    read = {"from": "Reading", "title": "An article on close reading", "learnt": "Ask for lines."}
    await way.asked("shared_knowledge", **read, upon=await _statement(way))
    await way.asked("materials", which="Our agenda", changed="Ten minutes of silence at its start")
    await way.asked("difficult_conversations", about="Whom we expect little of")
    await way.log("peer_check_ins", on=way.today)
    way.tell("Support is asked for; materials, readings and a difficult talk are written down")


async def _close(way: Way) -> None:
    """What shows an effect, then the end, and what is offered with it."""
    way.at(0)
    for school in (await _schools(way)).values():
        slot = Slot(school=school)
        gain = {"measure": "Answers that name a line", "before": "9 of 30", "after": "21 of 30"}
        await way.asked("evidence_students", slot, **gain)
        practice = {"practice": "Asking for the line", "change": "Silence comes first."}
        await way.asked("evidence_practice", slot, **practice)
        update = {"given_on": way.today, "to": "The council", "gist": "What we try, and why."}
        await way.asked("evidence_council", slot, **update)
    way.tell("Four kinds of evidence are there")
    way.tell(f"Next: {(await way.progress()).step.text}")
    await way.paper("summary")
    await write(await way.wiring.pathway_desk.closing(way.id), note="Three cycles are done.")
    way.tell("Closed")
    members = (await way.wiring.progressing.found()).case.members.get(way.id, ())
    named = plural(len(members), "person", "people")
    way.tell_more(f"Its roster still names {named}: P in Journal purges it for good")


async def _schools(way: Way) -> dict[str, str]:
    """The ids of its schools, by their names."""
    return {each.name: each.id for each in (await way.progress()).enrolment.schools}


async def _statement(way: Way) -> str:
    """A school's statement as it stands now, for what rests on it."""
    made = await way.wiring.pathway_log.form(way.id, "shared_knowledge")
    (field,) = (each for each in made.form.fields if each.key == UPON)
    return field.choices[-1][0]


async def _board(way: Way) -> CycleBoard:
    case = (await way.wiring.progressing.found()).case
    board = cycle_board(await way.progress(), case)
    assert board is not None, PATHWAY
    return board
