"""What all sessions and all of the journal show over time."""
