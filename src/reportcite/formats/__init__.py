"""The exchange formats: one folder a format, and what formats are made of."""
