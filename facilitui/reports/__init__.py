"""Documents out of the journal."""
