"""What is said of an import, before it and after it, and of what can go once it is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from facilitui.core.errors import Problem
from facilitui.core.journals.journal_faults import BRINGS_BACK
from facilitui.core.journals.journal_ports import Imported, SpentMonth
from facilitui.core.journals.month_names import is_aside
from facilitui.core.journals.rivals import SETTLES_IT
from facilitui.core.privacy.purge_records import STILL_HERE
from facilitui.core.privacy.purged_here import UNTOLD
from facilitui.core.reviews.other_journal import is_same_name, name_shown
from facilitui.core.safe_text import line as safe_line
from facilitui.core.told import capital, plural

NO_WAY_BACK = (
    "It cannot be undone: the journal only grows. {} What is here already is not taken twice."
)
UNCHANGED = "Nothing of yours is changed."
CHANGED = "What your entries said before stays in their earlier revisions."
MOST_NAMED = 5
"""So many entries are named in a sentence, the others counted."""
MOST_REFUSED = 200
EMPTY = "is empty; ask for the file that `facilitui journal export` writes"
NOT_YOURS = "Nothing of it has to do with this journal: it may be another person's"
OF_ANOTHER = "This is {}'s journal, which you looked at as a mentor"
OF_SOMEBODY = "This is {}'s journal, and you are {}"
TAKEN_IN = (
    "{}. Taken in, it counts as your own, in your trends and commitments; facilitui review FILE "
    "only looks at it"
)
STAY_BLANK = "{} purged here, and what the file still says of that is not taken: {}"
STAY_CLEAN = (
    "names were taken out of {} here, and what the file still says with them is not taken: {}"
)
NAMED_AGAIN = (
    "{} was cleaned of names here; this revision of it was made elsewhere from what stood before, "
    "and may hold the names again: settle it without them, then purge the roster once more, which "
    "asks for the names and takes them out of what it said before"
)
NOTHING_IN_IT = "there is nothing in journal/{}: {}remove the file{}"
BACK = (f"{BRINGS_BACK}; ", " where none has it")
ALL_THAT_IS_LEFT = (
    "{} is all that is left of what could not be read: {}open it in an editor before you remove it "
    "by hand"
)
NOT_MINE = "nothing is taken; with --mine it is, if it is yours from another machine"


def strange(came: Imported, whose: str, own_name: str = "") -> str:
    """That a file may not be one's own, and what to do; empty where nothing speaks for it.

    `whose` is the name of the journal that it is known as, empty for none; `own_name` is what one
    is called oneself, empty where that is not known.
    """
    if whose:
        return TAKEN_IN.format(OF_ANOTHER.format(whose))
    if came.of and own_name.strip() and not is_same_name(came.of, name_shown(own_name)):
        return TAKEN_IN.format(OF_SOMEBODY.format(came.of, name_shown(own_name)))
    return TAKEN_IN.format(NOT_YOURS) if came.is_strange else ""


def counted(came: Imported, *, preview: bool = False) -> str:
    """How many documents were taken, or would be: 12 taken, 4 known already, 1 refused."""
    taken = "new" if preview else "taken"
    left = len(came.refused) + came.unnamed
    return f"{came.taken} {taken}, {came.known} known already, {left} refused"


def refused(came: Imported) -> Iterator[str]:
    """Why something is refused, a sentence each: of very many the first, the others counted."""
    yield from map(str, came.refused[:MOST_REFUSED])
    if (more := len(came.refused[MOST_REFUSED:]) + came.unnamed) > 0:
        yield f"and {more} more"


def conflicting(came: Imported) -> str:
    """That entries have rivals afterwards, and what to do; empty where none has any."""
    count = len(came.conflicting)
    if not count:
        return ""
    have = "has" if count == 1 else "have"
    entries = plural(count, "entry", "entries")
    return f"{entries} {have} conflicting revisions; {SETTLES_IT}"


def still_here(came: Imported) -> tuple[str, ...]:
    """That something purged is here still, or may be again, a sentence each with what to do."""
    named = (tuple(map(safe_line, each)) for each in came.still_here)
    again = (NAMED_AGAIN.format(safe_line(each)) for each in came.named_again)
    told = (*again, *(STILL_HERE.format(*each) for each in named), *map(UNTOLD.format, came.untold))
    return tuple(f"{each}." for each in told)


def stay_blank(came: Imported) -> str:
    """That words of the file stay out for good, and of which entries; empty where none do."""
    were = plural(len(came.blank), "entry was", "entries were")
    clean = plural(len(came.cleaned), "entry", "entries")
    several = ((STAY_BLANK, were, came.blank), (STAY_CLEAN, clean, came.cleaned))
    told = (
        each.format(many, _some(tuple(map(safe_line, ids)))) for each, many, ids in several if ids
    )
    return "; ".join(told)


def changing(came: Imported, *, preview: bool = False) -> str:
    """What becomes of one's own entries; empty where nothing does."""
    tense = ("changes", "withdraws") if preview else ("changed", "withdrew")
    both = zip(tense, (came.own.changed, came.own.withdrawn), strict=True)
    return "; ".join(
        f"{verb} {plural(len(names), 'entry', 'entries')} of yours: {_some(names)}"
        for verb, names in both
        if names
    )


def _some(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMED
    return ", ".join((*names[:MOST_NAMED], *((f"and {more} more",) if more > 0 else ())))


def settled(rev: int, left: int, more: int) -> str:
    """That a revision goes over two that stood side by side, and what is still to be settled.

    `left` revisions of the entry still stand beside it, and `more` entries have any.
    """
    told = f"Revision {rev} goes over both; the other text is a revision before it."
    if left:
        still = plural(left, "revision still stands", "revisions still stand")
        return f"{told} {still} beside it: c shows the next."
    entries = plural(more, "more entry has", "more entries have")
    return f"{told} {entries} conflicting revisions: c shows the next." if more else told


def can_go(spent: SpentMonth) -> str:
    """That a file is not needed any more, or only for what nobody could read of it."""
    file = f"journal/{spent.name}"
    has_backups = not spent.known and not is_aside(spent.name)
    back, where_none = BACK if has_backups else ("", "")
    if spent.lost:
        first = f"{back}{where_none.strip()}, " if back else ""
        return ALL_THAT_IS_LEFT.format(_taken_of(spent, file), first)
    if spent.says_purged:
        return f"{file} still says what was purged here: remove the file"
    if not spent.known:
        return NOTHING_IN_IT.format(spent.name, back, where_none)
    return f"everything in {file} is in the journal now: the file can be removed"


def _taken_of(spent: SpentMonth, file: str) -> str:
    if spent.says_purged:
        return f"{file} still says what was purged here, and"
    if spent.known:
        return f"the journal has {plural(spent.known, 'document')} of {file} now, and the file"
    return file


def told_of_spent(problems: Iterable[Problem], spent: Iterable[SpentMonth]) -> tuple[Problem, ...]:
    """Problems of files, of which those that are not needed any more are told as that."""
    told = {f"journal/{each.name}": can_go(each) for each in spent}
    return tuple(replace(each, reason=told.get(each.file, each.reason)) for each in problems)


def preview_lines(came: Imported) -> Iterator[str]:
    """What would come of an import, a sentence each; reasons of refusals are not among them."""
    yield f"{counted(came, preview=True)}."
    if came.brings:
        yield f"New: {', '.join(came.brings)}."
    if told := conflicting(came):
        yield f"{told}."
    if told := stay_blank(came):
        yield f"{capital(told)}."
    yield from still_here(came)
    if came.taken:
        told = changing(came, preview=True)
        if told:
            yield f"It {told}."
        yield NO_WAY_BACK.format(CHANGED if told or came.conflicting else UNCHANGED)
    elif came.known and not came.refused:
        yield "All of it is here already: there is nothing to take."
    else:
        yield "There is nothing to take."
