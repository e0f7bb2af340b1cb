"""What is asked in the middle of something: a choice, a line, a form."""
