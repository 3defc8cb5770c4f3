"""What commands say of themselves: help on the terminal, and pages for `man`."""
