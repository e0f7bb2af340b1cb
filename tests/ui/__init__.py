"""Flows through the screens, driven by keys and clicks, at the sizes they are laid out for."""
