"""What can be done: the only door to the journal for the commands and the interface."""
