"""Sample journals: whole lives made up from a seed, to look around in and to measure with."""
