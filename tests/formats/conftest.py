"""How the properties of the formats are run."""

from __future__ import annotations

from hypothesis import settings

# How long a case takes says nothing here: the machine may be busy.
settings.register_profile("formats", deadline=None)
settings.load_profile("formats")
