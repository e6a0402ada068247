"""What it means: pure functions over small aggregates, without database, clock or I/O."""
