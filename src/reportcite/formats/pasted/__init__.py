"""References as they are pasted out of a text, in the form of APA, Chicago, DIN, IEEE, ….

ISO 690, MLA, Harvard, Vancouver and AMA are read, too.
"""
