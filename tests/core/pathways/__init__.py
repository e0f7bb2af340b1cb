"""Pathways: what their files hold, and what is wrong with one as a whole."""
