"""The JSON of OpenAlex's API."""
