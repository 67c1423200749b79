#!/usr/bin/env bash
# Turns what record.sh made into a pull request, and answers the issue: add-paper.sh ANSWER
#   ISSUE        the issue it was made of
#   BASE_BRANCH  the branch that is checked out
set -euo pipefail
: "${ISSUE:?}" "${BASE_BRANCH:?}"
# shellcheck source=SCRIPTDIR/shared.sh
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

readonly MARKER='<!-- awesome-heads:add-paper -->' BRANCH=add-paper/issue-$ISSUE MOST_TEXT=60000
given=${1:?}
[[ $ISSUE =~ ^[1-9][0-9]*$ ]] || fail "An issue has a number."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

answer() {
  { printf '%s\n' "$MARKER" && shorten "$MOST_TEXT" <"$given" && printf '\n%s\n' "$1"; } >"$work/answer.md"
  keep_comment "$ISSUE" "$MARKER" "$work/answer.md"
}

git add -- papers
if git diff --cached --quiet; then
  answer "A maintainer starts the next reading by taking the label off and putting it on again."
  echo "Said in issue #$ISSUE what is missing."
  exit 0
fi

git switch --quiet --force-create "$BRANCH"
title="Add what issue #$ISSUE suggests"
commit "$title"
push --force "HEAD:refs/heads/$BRANCH"

cat >"$work/body.md" <<END
This was made of the form in issue #$ISSUE, and what was noticed on the way is said there. Please review it as you would
any other; where the checks do not start by themselves, close it and open it again.

Closes #$ISSUE
END
number=$(propose "$BRANCH" "$title" "$work/body.md")
answer "It is in pull request #$number, where it is reviewed."
echo "Pull request #$number is open."
