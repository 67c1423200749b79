#!/usr/bin/env bash
# Keeps what a command finds: findings.sh FILE COMMAND...
# The file is empty where the command found nothing (exit code 0). Where it found something (1), the file holds that,
# and the errors that kept it from looking further.
set -euo pipefail
file=${1:?}
shift

notes=$(mktemp)
trap 'rm -f "$notes"' EXIT
status=0
"$@" >"$file" 2>"$notes" || status=$?
cat "$file"
cat "$notes" >&2
case $status in
  0) : >"$file" ;;
  1)
    [[ -s $file ]] || exit 1 # it broke off: findings would have been written
    grep -E '^(error:|  hint:)' "$notes" >>"$file" || true
    ;;
  *) exit "$status" ;;
esac
