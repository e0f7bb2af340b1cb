"""What goes between an apprentice and their mentor."""
