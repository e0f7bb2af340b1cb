"""Backups, and what comes back from elsewhere."""
