"""What is on the screen: colours, messages, pages, tables."""
