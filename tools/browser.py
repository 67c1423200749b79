"""See to a browser for the tests: the system's Chromium or Chrome, else one from Playwright.

Usage: python tools/browser.py
"""

import shutil
import subprocess
import sys

# The shell is the same browser without its windows, and drives the tests in half the time.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)

ADVICE = f"""\
The tests drive a real browser, and there is none here. The system has none of
{", ".join(NAMES)};
and Playwright none of its own, for the reason above.
  Debian:          sudo apt install chromium-headless-shell
  Fedora:          sudo dnf install chromium
  anywhere else:   give this machine access to the network for once, and run this again
"""


def system_browser() -> str | None:
    """The path of the system's Chromium or Chrome, first of the one that takes least."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def main() -> int:
    """Install Playwright's Chromium where there is no other; where it is there, nothing happens."""
    if system_browser():
        return 0
    install = (sys.executable, "-m", "playwright", "install", "--only-shell", "chromium")
    # Which program and which arguments is written above.
    if subprocess.run(install, check=False).returncode == 0:  # noqa: S603
        return 0
    sys.stderr.write(ADVICE)
    return 1


if __name__ == "__main__":
    sys.exit(main())
