"""A protocol that is being written when the power goes."""

from __future__ import annotations

from pathlib import Path

from tests.story.terminal import Terminal, until


def test_what_was_typed_survives_a_kill(home: Path) -> None:
    """A new protocol's name before it has a file, and a step after that, each within a second."""
    draft, file = home / "drafts/new-protocol.json", home / "protocols/deep_dive.toml"
    with Terminal(home, size=(100, 30)) as terminal:
        terminal.wait("all keys").press_for("l", "e change").press_for("n", "what it is called")
        terminal.wait_cursor().type("Deep dive")
        until(lambda: draft.exists() and b"Deep dive" in draft.read_bytes(), "the draft")
        terminal.kill()
    assert not file.exists()
    with Terminal(home, size=(100, 30)) as terminal:
        terminal.wait("all keys").press_for("l", "e change").press("n").wait("escape done")
        terminal.wait("Deep dive").press_away("escape", "escape done")
        until(file.exists, "the file")
        terminal.wait("your own").press_for("a", "what the step is called").type("Look long")
        kept = home / "drafts/protocol-deep_dive.json"
        until(
            lambda: (
                "Look long" in file.read_text("utf-8")
                or (kept.exists() and b"Look long" in kept.read_bytes())
            ),
            "the step",
        )
        terminal.kill()
    with Terminal(home, size=(100, 30)) as terminal:
        terminal.wait("all keys").press_for("l", "e change")
        terminal.wait("▌ Deep dive").press_for("e", "Look long")
        terminal.press_for("escape", "Library")
        assert 'id = "look_long"' in file.read_text("utf-8")
        terminal.quit()
