"""Hayagriva YAML, the bibliographies of Typst."""
