"""What is run beside the program; nothing of it is installed."""
