"""Text that is cased, punctuated, sorted and marked up."""
