"""Locators: the labels of pages, chapters and sections, and how people write them."""
