"""`make pictures`: every screen in every size and state, out of a real terminal.

They go into the ignored folder `pictures`. Names of scenes as arguments take only those. What is
missing afterwards is named, and then the exit code is 1.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests.picture_camera import FOLDER, Scene, Stage
from tests.picture_evidence import EVIDENCE, EVIDENCE_THEMED
from tests.picture_journal import JOURNAL
from tests.picture_list import ALL_STATES_IN, THEMES, expected
from tests.picture_pathways import PATHWAYS, PATHWAYS_THEMED
from tests.picture_planning import authoring, choosing, groups, plan, planning
from tests.picture_running import RUNNING, live, to_the_end
from tests.picture_states import BEFORE, PictureHomes

AT_ONCE = 2
"""Programs side by side."""
SEARCHED = "reasoning"


def nothing_yet(stage: Stage) -> None:
    """A home without anything: what every screen says first."""
    with stage.opened("nothing", stage.homes.empty("nothing"), BEFORE) as camera:
        camera.take("home", "empty", "Nothing is planned yet")
        camera.press("j", seen="Nothing is written here yet")
        camera.take("journal", "empty", "Nothing is written here yet")
        camera.press("escape", "n", seen="An empty plan")
        camera.press("enter", seen="Untitled session")
        camera.take("plan", "empty", "Untitled session")


def about(stage: Stage, theme: str = "") -> None:
    """Home, help, Library and Journal of a full home."""
    name = f"about{theme}"
    home = stage.homes.copy(stage.homes.full, name)
    with stage.opened(name, home, BEFORE, theme=theme) as camera:
        camera.take("home", "full", "Recent debriefs")
        camera.press("?", seen="In the whole program")
        camera.take("help", "home", "In the whole program")
        camera.press("escape", "l", seen=r"\d+ protocols")
        camera.take("library", "protocols", r"\d+ protocols")
        camera.press("enter", seen="Pitfalls")
        camera.take("library", "preview", "Pitfalls")
        camera.press("escape", "tab", seen=r"\d+ agendas")
        camera.take("library", "agendas", r"\d+ agendas")
        camera.press("escape", "j", seen=r"\d entries")
        camera.take("journal", "list", r"\d entries")
        camera.press("/", seen="Journal")
        camera.type(SEARCHED, rf"Journal +{SEARCHED}[\s\S]*found")
        camera.take("journal", "searching", r"\d found")
        camera.type("zz", "Nothing has")
        camera.take("journal", "nothing-found", "Nothing has")


def problems(stage: Stage) -> None:
    """Home with files that cannot be read."""
    with stage.opened("problems", stage.homes.troubled, BEFORE) as camera:
        camera.take("home", "problems", r"^ *! .*(toml|json)")


def left_open(stage: Stage) -> None:
    """Home while another copy hosts a session, with one of the day before that nobody ended."""
    with stage.resumed("open"):
        home = stage.homes.running.parent / "open"
        with stage.opened("beside-open", home, stage.homes.running_at) as camera:
            camera.take("home", "open", "another copy hosts it")
            camera.press("down", "enter", seen="Nobody ended")
            camera.press("down", seen="does not count")
            camera.take("home", "unended", "does not count")


def ended(stage: Stage, theme: str = "") -> None:
    """The end of a session."""
    with stage.resumed(f"ended{theme}", theme) as camera:
        to_the_end(camera, seen=True)


def door(stage: Stage) -> None:
    """The debrief in two minutes."""
    with stage.resumed("door") as camera:
        to_the_end(camera, seen=False)
        camera.press("f", seen="What did participants learn")
        camera.take("debrief", "door", "What did participants learn")


SCENES: dict[str, Scene] = {
    **{
        each.__name__: each
        for each in (*RUNNING, ended, about, plan, planning, choosing, *PATHWAYS_THEMED)
    },
    **{
        each.__name__: each
        for each in (
            *(authoring, groups, nothing_yet, problems, left_open, door),
            *(*EVIDENCE, *JOURNAL, *PATHWAYS),
        )
    },
    **{
        f"{each.__name__} {theme}": partial(each, theme=theme)
        for theme in THEMES
        for each in (
            *(about, plan, *EVIDENCE_THEMED, *PATHWAYS_THEMED),
            *((ended, *RUNNING) if theme in ALL_STATES_IN else (live,)),
        )
    },
}


def _taken(stage: Stage, name: str) -> str:
    """Take one scene; gives what went wrong, empty if nothing."""
    begun = time.monotonic()
    try:
        SCENES[name](stage)
    except Exception as error:  # the other scenes are wanted all the same
        return f"{name}: {error}"
    print(f"{name}: {time.monotonic() - begun:.0f} s", flush=True)
    return ""


def main(wanted: list[str]) -> int:
    """Take everything, or the scenes that are named; 1 if a picture is missing."""
    if unknown := [name for name in wanted if name not in SCENES]:
        print(f"there is no scene {unknown[0]!r}; there are {', '.join(SCENES)}", file=sys.stderr)
        return 2
    if not wanted:
        shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="facilitui-pictures-") as folder:
        stage = Stage(PictureHomes(Path(folder)))
        with ThreadPoolExecutor(AT_ONCE) as pool:
            troubles = list(pool.map(partial(_taken, stage), wanted or list(SCENES)))
    for trouble in filter(None, troubles):
        print(trouble, file=sys.stderr)
    missing = [name for name in expected() if not (FOLDER / f"{name}.png").exists()]
    if missing and not wanted:
        print(f"{len(missing)} pictures are missing: {', '.join(missing)}", file=sys.stderr)
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER}")
    return 1 if (missing and not wanted) or any(troubles) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
