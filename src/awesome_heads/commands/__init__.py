"""One short file a command: options in, exit code out."""
