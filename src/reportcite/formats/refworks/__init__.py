"""The tagged format of RefWorks."""
