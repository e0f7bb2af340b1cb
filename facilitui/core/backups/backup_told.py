"""What is said of a backup and of a restore, in sentences."""

from __future__ import annotations

from facilitui.core.backups.backup_ports import BackedUp, Restored
from facilitui.core.journals.journal_ports import Imported
from facilitui.core.told import plural, size

_COUNTED = {
    "plans": ("plan", "plans"),
    "sessions": ("session", "sessions"),
    "journal": ("month of the journal", "months of the journal"),
    "attachments": ("attachment", "attachments"),
    "drafts": ("draft", "drafts"),
    "exports": ("export", "exports"),
}
"""What is told of a backup by number; whatever else is in it is among its files."""
_HURT = "damaged or missing here, and no better in it; `facilitui journal verify` names what"
BEFORE = "what was here before is in {}"
NOT_NEEDED = "nothing here had to be replaced; {}, packed before, is not needed"
_MOST_NAMED = 20
"""More replaced things than this are counted; the rest is found in the backup made before."""
_UNREAD = "cannot be read and is in it as it is"


def backed_up(made: BackedUp) -> str:
    """What was packed, and where it lies: 9 files (2 plans, 1 session …), 214 kB: backup.zip."""
    named = [
        plural(made.counts[each], *words) for each, words in _COUNTED.items() if each in made.counts
    ]
    within = f" ({', '.join(named)})" if named else ""
    return f"{plural(made.files, 'file')}{within}, {size(made.size)}: {made.where}"


def lacking(made: BackedUp) -> tuple[str, ...]:
    """What somebody has to know who relies on a backup."""
    hurt = plural(made.unsound, "thing is", "things are")
    unsound = (f"{hurt} {_HURT}",) if made.unsound else ()
    return (*made.lost, *(f"{each} {_UNREAD}" for each in made.unread), *unsound)


def restored(came: Restored, joined: Imported) -> str:
    """What came of a restore: 312 files written, 4 known already, 1 left as it is: x."""
    parts = [f"{plural(came.written, 'file')} written", f"{came.known} known already"]
    taken = came.joined + joined.taken
    parts += [f"{plural(taken, 'revision')} joined"] if taken else []
    parts += [f"{plural(came.mended, 'revision')} mended"] if came.mended else []
    parts += [f"{plural(came.altered, 'altered revision')} left"] if came.altered else []
    parts += [f"{count} left as {_is(count)}"] if (count := len(came.left)) else []
    left = f": {', '.join(came.left)}" if came.left else ""
    return ", ".join(parts) + left


def _is(count: int) -> str:
    return "it is" if count == 1 else "they are"


def beside(came: Restored, joined: Imported) -> tuple[str, ...]:
    """What else there is to say of a restore."""
    refused = (f"{each.file}: {each.reason}" for each in joined.refused)
    more = (f"and {joined.unnamed} more",) if joined.unnamed else ()
    aside = (f"a month that could not be read was set aside as {each}" for each in came.aside)
    kept = BEFORE if came.replaced or came.aside else NOT_NEEDED
    before = (kept.format(came.before),) if came.before else ()
    return (*before, *aside, *refused, *more, *_replaced(came), *came.hurt, *came.notes)


def _replaced(came: Restored) -> tuple[str, ...]:
    """What is the archive's now, by its names, or the first of them."""
    if not came.replaced:
        return ()
    shown, more = came.replaced[:_MOST_NAMED], len(came.replaced) - _MOST_NAMED
    rest = f" and {more} more" if more > 0 else ""
    return (f"replaced by the archive's: {', '.join(shown)}{rest}",)
