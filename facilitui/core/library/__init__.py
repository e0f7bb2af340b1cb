"""What the library holds: protocols, norms, waits, frames, rubrics, cards."""
