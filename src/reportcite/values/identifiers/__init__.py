"""Identifiers of works, persons and libraries: each is read, checked and linked in one module."""
