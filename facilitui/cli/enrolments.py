"""The commands about enrolments: enrol, progress, move, document. They never import Textual."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from facilitui.bootstrap import Wiring
from facilitui.cli.commands import give
from facilitui.cli.enrolment_named import NONE, already_told, enrolment_named, refuse_none
from facilitui.cli.pathway import PAPER, ended, no_pathway, say_below
from facilitui.cli.printing import PROBLEM, WELL, note, say, terminal_width
from facilitui.core.errors import FacilituiError, NotFound, Problem
from facilitui.core.pathways.document_offers import offers_of
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.reports.handout import Format
from facilitui.core.safe_text import quoted
from facilitui.core.safe_text import typed as as_typed
from facilitui.reports.plain_text import plain_text
from facilitui.reports.progress_page import BOARD, in_short, preview_page, progress_page
from facilitui.services.pathways.documents import MadeDocument

SUMMARY = "summary"
NOTHING_EMPTY = (
    "{} has no card or document to be written on by hand; of an enrolment in it, "
    "`facilitui pathway document ENROLMENT` prints the evidence summary"
)
ALL_CLOSED = "every enrolment is closed; --all shows them"
ALL_CLOSED_READ = "every enrolment that can be read is closed; --all shows them"
_OPTIONS = {"name": "--name", "started_on": "--from", "schools": "--school"}
"""What each field of the form is typed behind here."""


async def obey_enrolment(wiring: Wiring, options: argparse.Namespace) -> int:
    """Do what a command says; the code says how it went. Raises FacilituiError."""
    if options.action == "enrol":
        return await enrol(wiring, options)
    if options.action == "progress":
        return await progress(wiring, options.enrolment, closed=options.all)
    if options.action == "move":
        return await move(wiring, options.enrolment, wanted=options.yes)
    return await document(wiring, options)


async def enrol(wiring: Wiring, options: argparse.Namespace) -> int:
    """Begin a pathway; through the form that the screen shows. Raises FacilituiError."""
    shelf = await wiring.planning.shelf()
    if options.pathway not in shelf.pathways:
        raise NotFound(no_pathway(options.pathway, shelf))
    form = await wiring.pathway_desk.enrol(options.pathway, anew=True)
    typed = {"name": as_typed(options.name)}
    if options.since is not None:
        typed["started_on"] = options.since
    if options.schools:
        typed["schools"] = "\n".join(map(as_typed, options.schools))
    shown = {field.key: field.value for field in form.form.fields}
    if "schools" in typed.keys() - shown.keys():
        name = quoted(shelf.pathways[options.pathway].name)
        raise FacilituiError(f"{name} is one person's way and has no schools; leave --school out")
    if faults := form.form.faults({**shown, **typed}):
        field, fault = next(iter(faults.items()))
        raise FacilituiError(f"{_OPTIONS.get(field, field)}: {fault.told}")
    form.take({**shown, **typed})
    before = await wiring.progressing.all()
    await form.save()
    _say_short(await wiring.progressing.of(form.entry))
    note(already_told(before, options.pathway, form.entry))
    return WELL


async def progress(wiring: Wiring, told: str, *, closed: bool) -> int:
    """Where an enrolment stands; of several what is next of each. Raises NotFound or NotKnown."""
    everything, lost = await _all(wiring)
    shown = [each for each in everything if closed or each.enrolment.closed_on is None]
    if told:
        shown = [enrolment_named(told, everything, lost)]
    if told or (len(shown) == 1 and not closed):
        page = plain_text(progress_page(shown[0]), terminal_width() or PAPER)
        say(page.rstrip("\n"))
    else:
        for each in shown:
            _say_short(each)
        if not shown:
            refuse_none(everything, lost)
            say((ALL_CLOSED_READ if lost else ALL_CLOSED) if everything else NONE)
    return await _told(wiring, shown)


async def move(wiring: Wiring, told: str, *, wanted: bool) -> int:
    """What the changed file of an enrolment's pathway would change; where it is wanted, go by it.

    Raises FacilituiError.
    """
    found = enrolment_named(told, *await _all(wiring))
    preview = await wiring.pathway_changes.preview(found.id)
    page = plain_text(preview_page(found, preview), terminal_width() or PAPER)
    say(page.rstrip("\n"))
    if not wanted:
        note(f"nothing is changed yet; `facilitui pathway move {found.id} --yes` moves to it")
        return WELL
    note(await wiring.pathway_changes.move(found.id, preview.digest))
    note(f"its board is {BOARD}")
    return WELL


async def document(wiring: Wiring, options: argparse.Namespace) -> int:
    """A document, to standard output or into a file. Raises FacilituiError."""
    form = Format(options.format) if options.format is not None else None
    made = await _made(wiring, options.enrolment, options.which, form)
    give(wiring, options, made.data, made.left_out)
    note(made.warning)
    for told in made.told:
        note(told)
    return PROBLEM if made.told else WELL


async def _made(wiring: Wiring, told: str, which: str, form: Format | None) -> MadeDocument:
    """A document of the enrolment that is named, or an empty one of a pathway."""
    documents, (everything, lost) = wiring.pathway_documents, await _all(wiring)
    pathway = (await wiring.planning.shelf()).pathways.get(told)
    if pathway is not None and all(told != each.enrolment.name for each in everything):
        return await _empty(wiring, pathway, which, form)
    found = enrolment_named(told, everything, lost)
    return await documents.made(found.id, which or SUMMARY, form)


async def _empty(wiring: Wiring, pathway: Pathway, which: str, form: Format | None) -> MadeDocument:
    if not offers_of(pathway, enrolled=False):
        raise NotFound(NOTHING_EMPTY.format(quoted(pathway.name)))
    return await wiring.pathway_documents.empty(pathway, which, form)


async def _all(wiring: Wiring) -> tuple[tuple[Enrolled, ...], tuple[Problem, ...]]:
    """Every enrolment, and the problems by which there may be more."""
    return await wiring.progressing.all(), (await wiring.progressing.found()).lost


def _say_short(each: Enrolled) -> None:
    say(each.id)
    for line in in_short(each):
        say_below(line)


async def _told(wiring: Wiring, shown: Sequence[Enrolled]) -> int:
    """What makes it too little, told once; the code that says whether there is any."""
    read = [each.progress for each in shown if each.progress is not None]
    notices = dict.fromkeys(line for each in read for line in each.notices)
    for line in notices:
        note(line)
    code = ended((await wiring.progressing.found()).problems)
    return PROBLEM if notices or len(read) < len(shown) else code
