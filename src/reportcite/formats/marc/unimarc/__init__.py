"""UNIMARC, which libraries of France, Italy, Portugal, Russia and others have for MARC 21."""
