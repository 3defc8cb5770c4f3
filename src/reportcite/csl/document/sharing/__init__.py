"""Bibliographies whose items are held by several processes, each with a share of them."""
