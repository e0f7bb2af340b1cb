"""What several sessions show over time."""
