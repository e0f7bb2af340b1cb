"""The least Textual application: one static line and a count. Ratios are taken against it."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class Minimal(App[None]):
    count = 0

    def compose(self) -> ComposeResult:
        yield Static("ready 0", id="s")

    def on_key(self, event: events.Key) -> None:
        self.count += 1
        self.query_one("#s", Static).update(f"ready {self.count} {event.key}")


if __name__ == "__main__":
    Minimal().run()
