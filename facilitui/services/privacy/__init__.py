"""Purging for privacy, and what it leaves to whoever was writing meanwhile."""
