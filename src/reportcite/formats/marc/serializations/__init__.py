"""How MARC records are serialized: as bytes (ISO 2709), XML and JSON."""
