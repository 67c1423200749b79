#!/usr/bin/env bash
# Commits README.md and all else that follows from the records, if it changed, and pushes; where that is refused, a
# pull request carries it.
#   BASE_BRANCH  the branch they belong on, which is checked out
set -euo pipefail
: "${BASE_BRANCH:?}"
# shellcheck source=SCRIPTDIR/shared.sh
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

readonly BRANCH=awesome-heads/readme TITLE='Make README.md anew'
built_from=$(git rev-parse HEAD)

made=()
for path in README.md papers assets docs schema .github/ISSUE_TEMPLATE; do
  if [[ -e $path ]]; then
    made+=("$path")
  fi
done
git add --all -- "${made[@]}"
if git diff --cached --quiet; then
  echo "README.md is up to date."
  exit 0
fi
commit "$TITLE"

if push "HEAD:refs/heads/$BASE_BRANCH"; then
  echo "Pushed to $BASE_BRANCH."
  exit 0
fi

with_token fetch --quiet origin "refs/heads/$BASE_BRANCH"
if [[ $(git rev-parse FETCH_HEAD) != "$built_from" ]]; then
  echo "::notice::$BASE_BRANCH has moved on meanwhile; the run for its newest commit publishes that."
  exit 0
fi

echo "::notice::$BASE_BRANCH takes no pushes from here, so a pull request carries the change."
push --force "HEAD:refs/heads/$BRANCH"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/body.md" <<END
The records changed, and README.md and its pictures follow. Nothing here was written by hand.

Rules of this repository keep a workflow from pushing to \`$BASE_BRANCH\`. Until this is merged, the site is up to
date and README.md is not; a later change of the list updates this pull request. Where the checks do not start by
themselves, close it and open it again.
END
number=$(propose "$BRANCH" "$TITLE" "$work/body.md")
echo "Pull request #$number is open."
