"""Hosting, following, replaying: sessions while they run and when they are over."""
