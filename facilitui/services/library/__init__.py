"""The shelf to choose from, and protocols of one's own."""
