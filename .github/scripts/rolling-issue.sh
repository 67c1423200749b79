#!/usr/bin/env bash
# Keeps one issue about what a weekly run found: rolling-issue.sh NAME TITLE FILE
# It is opened where there are findings, updated while there are, and closed when there are none.
set -euo pipefail
# shellcheck source=SCRIPTDIR/shared.sh
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

name=${1:?} title=${2:?} findings=${3:?}
[[ $name =~ ^[a-z]+$ ]] || fail "The name marks the issue: small letters only."
readonly MOST_TEXT=50000 MARKER="<!-- awesome-heads:$name -->"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

open=$(gh api --paginate --method GET "$REPOSITORY/issues" --raw-field state=open --raw-field per_page=100 \
  --raw-field 'creator=github-actions[bot]' --jq ".[] | select((.body // \"\") | startswith(\"$MARKER\")) | .number")
number=$(first "$open")

if [[ ! -s $findings ]]; then
  if [[ -n $number ]]; then
    gh api --method PATCH "$REPOSITORY/issues/$number" --raw-field state=closed \
      --raw-field state_reason=completed --silent
    echo "Closed issue #$number: nothing is left of it."
  fi
  exit 0
fi

{
  printf '%s\nThe weekly run found this. The next one brings the text up to date, ' "$MARKER"
  printf 'and closes the issue once nothing is left.\n\n'
  shorten "$MOST_TEXT" <"$findings" | quote
} >"$work/body.md"
if [[ -n $number ]]; then
  gh api --method PATCH "$REPOSITORY/issues/$number" --raw-field "title=$title" --field "body=@$work/body.md" --silent
  echo "Updated issue #$number."
else
  gh api --method POST "$REPOSITORY/issues" --raw-field "title=$title" --field "body=@$work/body.md" --silent
  echo "Opened an issue."
fi
