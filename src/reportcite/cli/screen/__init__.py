"""What is on the screen: colours, pages, how far a run is."""
