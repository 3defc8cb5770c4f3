"""The clipboard of the desktop: formatted and plain text together, as word processors take them."""
