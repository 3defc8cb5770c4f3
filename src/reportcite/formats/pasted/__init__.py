"""References as they are pasted out of a text, in the form of APA, Chicago, DIN, IEEE, ….

ISO 690, MLA, Harvard, Vancouver, AMA and the forms of chemists and of Nature, Springer and
Elsevier are read, too.
"""
