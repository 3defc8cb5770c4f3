"""The options that commands share, typed once, and what they mean together."""
