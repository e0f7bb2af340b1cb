"""A journal of ten years, sealed by the program's own code and written a month at a time."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from facilitui.core.journals import journal
from facilitui.core.journals.journal import Document, make_document
from facilitui.core.sealing import GENESIS, SALT_DIGITS, canonical
from facilitui.storage.database_text import Tables
from facilitui.storage.disk import Disk
from facilitui.storage.folders import make_folders
from facilitui.storage.journal_month import ENTRIES, META, SCHEMA, month_of
from facilitui.storage.paths import Home
from facilitui.storage.tinydb_storage import DurableStorage

YEARS = timedelta(days=3652)
LENGTH = 2000
"""Characters of an entry's body, more or less."""
RARE = "periwinkle"
"""A word that one entry of a thousand has."""
COMMON = "reasoning"
"""A word that most entries have."""
REVISED = 10
"""One entry of so many is revised once more, months later."""
LATE = 50
"""One entry of so many is about a session of the year before."""
KINDS = ("debrief", "scores", "debrief", "observation", "debrief")
PEOPLE = ("Ana Múñoz", "Jörg Weiß", "Priya", "Tom O’Hara", "Åse", "İpek", "Li Wei", "Ruth")
CRITERIA = ("Wait time", "Norms", "Neutral stance", "Pacing", "Equity of voice", "Closing")
TITLES = ("Looking at student work", "Tuning a unit", "Text protocol", "Peer visit", "Data talk")
Fields = dict[str, Any]


def decade(count: int, until: datetime) -> Iterator[dict[str, Any]]:
    """So many entries and their revisions as documents, in the order in which they were saved."""
    chance = random.Random(count)
    words = _words(chance)
    begun = until - YEARS
    due: list[tuple[datetime, str, str, Fields, Document]] = []
    after = GENESIS
    for number in range(count):
        made = begun + YEARS * (number + 1) / (count + 1)
        while due and due[0][0] <= made:
            at, entry, kind, body, last = due.pop(0)
            again = {**body, "reason": "said more plainly", "learned": body["learned"][:-200]}
            document = _sealed(entry, kind, again, at, after, chance, last)
            after = journal.link(document)
            yield document
        entry, kind, body = _entry(number, made, chance, words)
        document = _sealed(entry, kind, body, made, after, chance, None)
        after = journal.link(document)
        yield document
        if number % REVISED == REVISED - 1 and kind == "debrief":
            due.append((made + timedelta(days=90), entry, kind, body, document))


def write_decade(home: Home, count: int, until: datetime | None = None) -> int:
    """Write a journal of so many entries until now; how many documents it has."""
    tables: dict[str, Tables] = defaultdict(lambda: {META: {"1": {"schema": SCHEMA}}, ENTRIES: {}})
    written = 0
    for document in decade(count, until or datetime.now(UTC)):
        entries = tables[month_of(datetime.fromisoformat(document["made_at"]))][ENTRIES]
        entries[str(len(entries) + 1)] = document
        written += 1
    disk = Disk()
    make_folders(disk, home.root, home.journal)
    for name, month in tables.items():
        DurableStorage(home.journal / name, disk).write(month)
    return written


def _sealed(
    entry: str,
    kind: str,
    body: Mapping[str, Any],
    at: datetime,
    after: str,
    chance: random.Random,
    last: Document | None,
) -> dict[str, Any]:
    salt = f"{chance.getrandbits(4 * SALT_DIGITS):0{SALT_DIGITS}x}"
    return make_document(
        entry_id=entry, kind=kind, body=body, made_at=at, salt=salt, last=last, after=after
    )


def _words(chance: random.Random) -> list[str]:
    """Words as a language has them: a few that are everywhere, thousands that are rare."""
    parts = ("ba", "co", "de", "fi", "gro", "ha", "li", "mo", "ne", "pra", "que", "ri", "stu", "ta")
    made = sorted({"".join(chance.choices(parts, k=chance.randint(1, 4))) for _ in range(9000)})
    made[::40] = [f"{word}é" for word in made[::40]]
    chance.shuffle(made)
    return made


def _text(chance: random.Random, words: list[str], length: int) -> str:
    told: list[str] = [COMMON] if chance.random() < 0.8 else []
    room = length
    while room > 0:
        word = words[min(int(chance.paretovariate(0.6)) - 1, len(words) - 1)]
        told.append(word)
        room -= len(word) + 1
    return " ".join(told).capitalize() + "."


def _entry(
    number: int, made: datetime, chance: random.Random, words: list[str]
) -> tuple[str, str, Fields]:
    """An entry's id, kind and body; whatever follows a debrief is about the same session."""
    kind = KINDS[number % len(KINDS)]
    late = number % LATE == LATE - 1
    held = made - timedelta(days=chance.randint(300, 380)) if late else made - timedelta(hours=2)
    session = f"{held:%Y-%m-%d}-{number}"
    body: Fields = {
        "session": session,
        "title": f"{TITLES[number % len(TITLES)]} {number}",
        "held_at": held.isoformat(),
        "zone": "UTC",
    }
    people, rare = PEOPLE[number % len(PEOPLE)], f" {RARE}" if number % 1000 == 500 else ""
    if kind == "debrief":
        goal = {"goal": "G1", "text": "how reasoning shows in a draft", "verdict": "met"}
        body |= {
            "frame_name": "Four questions",
            "with_whom": people,
            "learned": _text(chance, words, LENGTH // 3) + rare,
            "commitments": [{"text": _text(chance, words, 60), "due": None}],
            "judgements": [{**goal, "evidence": _text(chance, words, 80)}],
            "facts": [{"name": "Minutes run", "value": "74"}],
        }
        said = _text(chance, words, LENGTH - len(canonical(body)) - 100)
        asked = "What did you notice about who spoke, and when?"
        return (
            f"debrief-{session}",
            kind,
            {**body, "answers": [{"id": "a", "ask": asked, "text": said}]},
        )
    body |= {"rubric": {"id": "craft", "version": "1", "name": "Facilitation craft"}}
    body |= (
        {"giver": people, "feedback": _text(chance, words, 800)} if kind == "observation" else {}
    )
    room = (LENGTH - len(canonical(body))) // len(CRITERIA) - 90
    body["scores"] = [
        {
            "criterion": each.lower().replace(" ", "-"),
            "name": each,
            "level": chance.randint(1, 4),
            "note": _text(chance, words, room) + rare,
        }
        for each in CRITERIA
    ]
    return f"{kind}-{session}", kind, body
