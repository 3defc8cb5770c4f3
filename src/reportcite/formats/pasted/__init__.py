"""References as they are pasted out of a text: in the form of APA, Chicago, DIN or ISO 690."""
