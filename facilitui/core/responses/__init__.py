"""What participants answered, and how answers from outside are read."""
