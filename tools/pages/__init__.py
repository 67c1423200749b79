"""The pages of docs/ that follow from the code, one a module."""
