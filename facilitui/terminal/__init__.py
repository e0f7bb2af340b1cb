"""What a terminal sends: keys, pasted text and answers, in the order they were meant."""
