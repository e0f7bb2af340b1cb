"""A backup: what its archive is made of, and which names may be in one.

An archive is a zip file with the home's files under the names that they have there, and last of
all a manifest that names each of them with its size and hash. What can be worked out again, locks
and half-written files are no part of it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Annotated
from unicodedata import normalize

from pydantic import AwareDatetime, Field, ValidationError

from facilitui.core.base import Record
from facilitui.core.errors import FacilituiError, NotSaved
from facilitui.core.journals.month_names import is_month_name
from facilitui.core.safe_text import quoted

KIND = "facilitui backup"
BEGINNING = b"PK\x03\x04"
"""What every archive begins with, and no export."""
SCHEMA = 1
"""The version of how an archive is made."""
MANIFEST = "manifest.json"
HISTORY = ".history"
"""The one hidden folder that is a person's own: earlier states of what was edited."""
JOURNAL, SESSIONS, ATTACHMENTS, EXPORTS = "journal", "sessions", "attachments", "exports"
DRAFTS = "drafts"
FOLDERS = (
    *("plans", "protocols", "agendas", "pathways", "groups", "norms", "waits", "frames"),
    *("cards", "models", "rubrics", SESSIONS, JOURNAL, ATTACHMENTS, DRAFTS, "reviews", EXPORTS),
)
"""The folders of a home that hold what people made."""
PURGE = "purge.json"
"""A purge that was begun. It is in archives of before, and never obeyed out of one."""
FILES = ("config.toml", "forms.json", "looked.json", PURGE)
NOT_KEPT = ("cache", "logs", "backups")
"""The folders of a home that hold nothing of a person's own, or backups themselves."""
BACKUPS = "backups"
BEGUN_PURGE = "a purge was begun there and not finished, which is not gone on with here"
_A_COPY = re.compile(r"[0-9a-f]{64}")
"""The name of an attached copy is the hash of what it has."""
OTHER_CONTENT = "is not the file that its name stands for; attach the right one anew"
LOG = "events.jsonl"

_LONGEST, _LONGEST_PART, _DEEPEST = 1000, 255, 8
_LATEST = 253402300799.0
"""The end of the year 9999, in seconds of the wall clock."""
_LEAST_MANIFEST, _OF_A_NAME, _OF_A_FILE = 2**16, 6, 400
"""In bytes, of a manifest: without any file, and of each file so many for each byte of its name (as
JSON has it, twice where it is unread too) and beside it."""
_EASED, _TIGHTEST = 2**20, 100
"""A month of more bytes than this is not packed into less than the hundredth."""
_HOST = "host"
"""Who hosts a session just now."""


class DamagedBackup(FacilituiError):
    """An archive that is not whole, or not one of this program's; nothing of it was taken."""

    def __init__(self, told: str, why: str = "") -> None:
        super().__init__(told)
        self.why = why or told
        """The reason alone."""


class AlreadyThere(NotSaved):
    """A file that is where a backup should be written; it was left alone."""


class NewerBackup(DamagedBackup):
    """An archive that a newer version of the program made."""


class Member(Record):
    """One file of an archive."""

    name: str
    """Where it lies in a home, with / between folders and file."""
    size: Annotated[int, Field(ge=0)]
    """In bytes."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    changed: Annotated[float, Field(ge=0, le=_LATEST)] = 0.0
    """When it was last written, in seconds of the wall clock; 0 where that is not known."""


class Manifest(Record):
    """What an archive says of itself."""

    kind: str
    archive: int
    """The version of how it is made."""
    version: str
    """That of the program that made it."""
    made_at: AwareDatetime
    counts: dict[str, int]
    """How many things of each folder there are."""
    unread: tuple[str, ...] = ()
    """The months that could not be read already when it was made; they are in it as they were."""
    files: tuple[Member, ...]


def counted(names: Iterable[str]) -> dict[str, int]:
    """How many things of each folder there are: sessions, else files but for earlier states."""
    parts = [name.split("/") for name in names]
    found = Counter(each[0] for each in parts if HISTORY not in each and each[0] != SESSIONS)
    sessions = len({each[1] for each in parts if each[0] == SESSIONS})
    return dict(sorted({**found, **({SESSIONS: sessions} if sessions else {})}.items()))


def manifest_text(manifest: Manifest) -> bytes:
    """A manifest as it stands in an archive, to be read by people too."""
    told = manifest.model_dump(mode="json")
    return (json.dumps(told, indent=1, ensure_ascii=True) + "\n").encode("ascii")


def manifest_in(data: bytes) -> Manifest:
    """What a manifest says. Raises DamagedBackup, with the reason alone."""
    try:
        told = json.loads(data)
        if isinstance(told, dict) and told.get("kind") == KIND:
            _refuse_newer(told.get("archive"))
        manifest = Manifest.model_validate(told)
    except (ValidationError, ValueError, RecursionError):
        raise DamagedBackup(f"its {MANIFEST} cannot be read") from None
    if manifest.kind != KIND:
        raise DamagedBackup("it is no backup of facilitui's")
    return manifest


def most_manifest(names: Iterable[str]) -> int:
    """How many bytes a manifest of these files has at most: more are not unpacked."""
    sizes = (len(name.encode("utf-8", "replace")) for name in names)
    return _LEAST_MANIFEST + sum(_OF_A_NAME * size + _OF_A_FILE for size in sizes)


def is_too_tight(name: str, size: int, packed: int) -> bool:
    """Whether unpacking a file of `size` bytes is refused as a trap: it is to be read as a whole.

    It is packed into `packed` bytes. What this program writes is never packed so tightly.
    """
    return is_month(name) and size > _EASED and size > _TIGHTEST * packed


def _refuse_newer(schema: object) -> None:
    if isinstance(schema, int) and schema > SCHEMA:
        raise NewerBackup("a newer version of facilitui made it; update facilitui")


def is_month(name: str) -> bool:
    """Whether a file of a home is a month of its journal."""
    folder, _, file = name.rpartition("/")
    return folder == "journal" and is_month_name(file)


def is_log(name: str) -> bool:
    """Whether a file of a home is a session's log, which is only ever added to."""
    return name.startswith(f"{SESSIONS}/") and name.endswith(f"/{LOG}")


def is_passing(name: str) -> bool:
    """Whether a file of a home is only there while the program runs, or is the system's own."""
    *folders, last = name.split("/")
    if any(each.startswith(".") and each != HISTORY for each in folders):
        return True
    return (
        last.startswith(".")
        or last.endswith((".lock", ".tmp"))
        or (folders[:1] == [SESSIONS] and len(folders) == 2 and last == _HOST)
    )


def unfit(name: str) -> str:
    """Why a name can be no file of a home in an archive; empty where it can."""
    try:
        size = len(name.encode("utf-8"))
    except UnicodeEncodeError:
        return "has a name that is no text"
    parts = name.split("/")
    if any(ord(sign) < 32 or ord(sign) == 127 or sign == "\\" for sign in name):
        return "has a name with signs that no file here may have"
    if any(part in ("", ".", "..") for part in parts):
        return "has a name that leads elsewhere"
    if size > _LONGEST or len(parts) > _DEEPEST or any(map(_too_long, parts)):
        return "has a name that is too long"
    if name not in FILES and (parts[0] not in FOLDERS or len(parts) < 2):
        return "is no file of a home"
    return "is only there while the program runs" if is_passing(name) else ""


def _too_long(part: str) -> bool:
    return len(part.encode("utf-8")) > _LONGEST_PART


def never_comes(member: Member) -> str:
    """Why a file of an archive comes into no home at all; empty where it may."""
    if member.name == PURGE:
        return BEGUN_PURGE
    folder, _, name = member.name.rpartition("/")
    is_copy = folder == ATTACHMENTS and _A_COPY.fullmatch(name)
    return OTHER_CONTENT if is_copy and name != member.sha256 else ""


def as_one(name: str) -> str:
    """What names are compared by: two that differ in case or accents' form alone are one file."""
    return normalize("NFC", normalize("NFC", name).casefold())


def wrong_name(names: Iterable[str]) -> str:
    """The first thing wrong with the names of an archive, in words; empty where nothing is."""
    seen: set[str] = set()
    folders: set[str] = set()
    for name in names:
        if why := unfit(name):
            return f"{quoted(name)} {why}"
        key = as_one(name)
        if key in seen:
            return f"{quoted(name)} is in it twice, or under two names that are one to some disks"
        seen.add(key)
        parts = key.split("/")
        folders |= {"/".join(parts[:n]) for n in range(1, len(parts))}
    both = sorted(seen & folders)
    return f"{quoted(both[0])} is a file and a folder in it" if both else ""
