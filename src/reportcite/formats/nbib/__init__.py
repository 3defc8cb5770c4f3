"""NBIB, the tagged format of PubMed."""
