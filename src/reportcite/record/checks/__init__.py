"""What is wrong with a record, and what it lacks."""
