"""Bibliographies as files of word processors: .docx and .odt."""
