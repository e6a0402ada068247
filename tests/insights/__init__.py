"""Tests of what the recorded means."""
