"""What vocabularies of the web say of works, wherever they stand."""
