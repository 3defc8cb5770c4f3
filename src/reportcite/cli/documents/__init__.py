"""Citations of documents on the command line: `cite --citation`, the filter of pandoc."""
