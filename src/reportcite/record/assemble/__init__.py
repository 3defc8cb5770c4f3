"""The door: records are made here and nowhere else."""
