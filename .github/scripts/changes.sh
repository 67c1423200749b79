#!/usr/bin/env bash
# Writes down what a pull request changes in the list: changes.sh FOLDER
#   NUMBER    the pull request
#   BASE_REF  the branch it is to be merged into
set -euo pipefail
: "${NUMBER:?}" "${BASE_REF:?}"
folder=${1:?}

mkdir -p "$folder"
printf '%s\n' "$NUMBER" >"$folder/number"

# From where the two part, so that what was merged meanwhile does not count as taken away.
BASE_SHA=$(git merge-base HEAD "origin/$BASE_REF")

status=0
awesome-heads diff "$BASE_SHA" >"$folder/changes.md" || status=$?
case $status in
  0) ;;
  1) echo "The list cannot be read as it is proposed; the checks show, line by line, what to mend." \
    >"$folder/changes.md" ;;
  *) exit "$status" ;;
esac
