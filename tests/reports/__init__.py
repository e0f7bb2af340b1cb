"""Documents made out of the journal."""
