"""Tests of how the journal is kept."""
