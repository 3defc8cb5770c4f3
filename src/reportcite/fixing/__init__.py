"""Puts right in files what leaves no doubt, and leaves every other byte as it is."""
