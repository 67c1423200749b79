"""Run the command line as `python -m awesome_heads`."""

from awesome_heads.cli import main

if __name__ == "__main__":
    main()
