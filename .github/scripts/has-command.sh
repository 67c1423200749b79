#!/usr/bin/env bash
# Asks whether this version has a command: has-command.sh PROGRAM COMMAND. Sets the step's output `there`.
set -euo pipefail
program=${1:?} command=${2:?}

"$program" --version
if "$program" "$command" --help >/dev/null 2>&1; then
  echo "there=true" >>"$GITHUB_OUTPUT"
else
  echo "there=false" >>"$GITHUB_OUTPUT"
  echo "::notice::This version of $program has no command \"$command\", so there is nothing to do yet."
fi
