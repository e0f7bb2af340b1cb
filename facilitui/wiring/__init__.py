"""Joining services with the stores of one home."""
