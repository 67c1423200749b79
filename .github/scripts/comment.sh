#!/usr/bin/env bash
# Tells a pull request what it changes, in one comment that later runs update.
#   RUN_ID           the run that left the artifact `changes`
#   HEAD_SHA         the commit it ran for
#   HEAD_REPOSITORY  the id of the repository that commit is from
# Whoever opens a pull request decides what is in that artifact. So it is small, it is text, it is for the pull request
# that the run was for, and nothing in it is ever run.
set -euo pipefail
: "${RUN_ID:?}" "${HEAD_SHA:?}" "${HEAD_REPOSITORY:?}"
# shellcheck source=SCRIPTDIR/shared.sh
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

readonly MARKER='<!-- awesome-heads:changes -->'
readonly MOST_ZIPPED=1000000 MOST_TEXT=60000
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One file of the artifact, and no more of it than is wanted: unzip_one NAME BYTES
unzip_one() {
  python3 -c '
import sys, zipfile
archive, name, most = sys.argv[1:]
with zipfile.ZipFile(archive) as whole, whole.open(name) as file:
    sys.stdout.buffer.write(file.read(int(most)))
' "$work/changes.zip" "$1" "$2"
}

artifact=$(gh api "$REPOSITORY/actions/runs/$RUN_ID/artifacts?name=changes" \
  --jq '.artifacts[] | select(.expired | not) | "\(.id) \(.size_in_bytes)"')
if [[ -z $artifact ]]; then
  echo "That run left nothing to tell."
  exit 0
fi
read -r id size <<<"$(first "$artifact")"
((size <= MOST_ZIPPED)) || fail "The artifact has $size bytes; $MOST_ZIPPED are allowed."
gh api "$REPOSITORY/actions/artifacts/$id/zip" >"$work/changes.zip"

unzip_one number 20 >"$work/number" || fail "The artifact does not say which pull request it is for."
number=$(tr -d '\0' <"$work/number")
[[ $number =~ ^[1-9][0-9]{0,8}$ ]] || fail "The artifact names no pull request by its number."

pull=$(gh api "$REPOSITORY/pulls/$number" --jq '"\(.state) \(.head.sha) \(.head.repo.id)"')
if [[ $pull != "open $HEAD_SHA $HEAD_REPOSITORY" ]]; then
  echo "The run is not for what pull request #$number is now, so nothing is said there."
  exit 0
fi

unzip_one changes.md "$((MOST_TEXT + 1))" >"$work/changes.md" || fail "The artifact does not hold what changes."

if [[ $(head -c 100 "$work/changes.md" | tr -d '\0') == "Nothing in the list changes." ]]; then
  if [[ -z $(find_comment "$number" "$MARKER") ]]; then
    echo "Pull request #$number changes nothing in the list, so nothing is said there."
    exit 0
  fi
fi

{
  printf '%s\n### What this changes in the list\n\n' "$MARKER"
  # A no-break space of no width keeps a name from calling its bearer here; in an address it is left alone.
  shorten "$MOST_TEXT" <"$work/changes.md" | sed -E $'s#(^|[^[:alnum:]/._-])@([[:alnum:]])#\\1@\xe2\x81\xa0\\2#g'
  printf '\n<sub>As of %s. Made from the files of the pull request; a later commit updates it.</sub>\n' \
    "${HEAD_SHA:0:12}"
} >"$work/body.md"
keep_comment "$number" "$MARKER" "$work/body.md"
echo "Told pull request #$number."
