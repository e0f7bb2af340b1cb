"""The terminal's own title: it says what is private, and is given back."""

from __future__ import annotations

from facilitui.widgets.terminal_title import give_title_back, keep_title, set_title


def test_the_terminals_title_says_private_and_is_given_back() -> None:
    """Nothing in a plan's title reaches the terminal as a control."""

    class Driver:
        """What was written to the terminal."""

        written = ""

        def write(self, text: str) -> None:
            self.written += text

    class App:
        """Only what the helpers ask."""

        is_headless = False
        _driver = Driver()

    app = App()
    keep_title(app)  # type: ignore[arg-type]
    set_title(app, "PRIVATE · \x1b]2;x\x07\x9c[x]\n")  # type: ignore[arg-type]
    give_title_back(app)  # type: ignore[arg-type]
    written = app._driver.written
    title = written.split("\x1b]2;")[1]
    assert title.startswith("PRIVATE · ") and title.endswith("\x07") and "[x]" in title
    assert title.count("\x07") == 1 and not {"\x1b", "\x9c", "\n"} & set(title[:-1])
    assert written.startswith("\x1b[22;2t") and written.endswith("\x1b[23;2t")
