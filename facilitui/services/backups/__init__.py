"""Everything checked, backed up, brought back and joined."""
