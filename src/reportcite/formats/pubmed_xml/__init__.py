"""PubMed XML, the records of the National Library of Medicine."""
