"""A keyboard-driven terminal journal for people who network for a living."""
