"""Tests of the sample journals."""
