"""What `cite` prints and writes, and the filter of pandoc."""
