#!/usr/bin/env bash
# Commits what a run remembers of failing links, and pushes; where that is refused, a pull request carries it:
# ledger.sh FOLDER
#   BASE_BRANCH  the branch it belongs on, which is checked out
# The folder holds links/failing.yaml as the run left it, or lacks it where no link fails. Nothing else in it is taken.
set -euo pipefail
: "${BASE_BRANCH:?}"
# shellcheck source=SCRIPTDIR/shared.sh
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

readonly LEDGER=links/failing.yaml BRANCH=awesome-heads/links TITLE='Remember which links fail'
folder=${1:?}

if [[ -f $folder/$LEDGER && ! -L $folder/$LEDGER ]]; then
  mkdir -p links
  cp "$folder/$LEDGER" "$LEDGER"
  git add -- "$LEDGER"
else
  git rm --quiet --ignore-unmatch -- "$LEDGER"
fi
if git diff --cached --quiet; then
  echo "Nothing new is to be remembered."
  exit 0
fi
commit "$TITLE"

if push "HEAD:refs/heads/$BASE_BRANCH"; then
  echo "Pushed to $BASE_BRANCH."
  exit 0
fi

echo "::notice::$BASE_BRANCH took no push from here, so a pull request carries the change."
push --force "HEAD:refs/heads/$BRANCH"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/body.md" <<END
A link is called dead after it has failed on three days. \`$LEDGER\` remembers those days, and was written by the weekly
run that follows the links.

Rules of this repository keep a workflow from pushing to \`$BASE_BRANCH\`. Until this is merged, the next run does not
know of these days.
END
number=$(propose "$BRANCH" "$TITLE" "$work/body.md")
echo "Pull request #$number is open."
