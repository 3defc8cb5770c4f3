"""The functions of the Python library; `reportcite` itself has their names."""
