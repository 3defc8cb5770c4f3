"""What commands say of themselves on the terminal."""
