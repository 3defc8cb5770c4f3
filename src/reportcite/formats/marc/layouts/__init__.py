"""How MARC records are laid out as bytes, XML and JSON."""
