"""Style files: found, parsed, validated."""
