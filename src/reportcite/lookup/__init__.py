"""Records from the network: by DOI, ISBN, arXiv number, PMID or the address of a page."""
