#!/usr/bin/env bash
# Makes records of what was filled into the form of an issue: record.sh ISSUE ANSWER
# The second file then holds the answer, as Markdown: what was taken, what is still missing, what the rules find.
set -euo pipefail
issue=${1:?} answer=${2:?}

status=0
awesome-heads import --from issue "$issue" >"$answer" || status=$?
((status <= 1)) || exit "$status"
[[ -s $answer ]] || exit 1 # the list itself is at fault, not the issue

made=()
while IFS= read -r -d '' path; do
  made+=("$path")
done < <(git ls-files --others --exclude-standard -z -- papers)

if ((${#made[@]})); then
  findings=$(mktemp)
  trap 'rm -f "$findings"' EXIT
  status=0
  awesome-heads check "${made[@]}" >"$findings" 2>&1 || status=$?
  ((status <= 1)) || exit "$status"
  if ((status)); then
    # As a block of code: nothing in it is a link, a mention or a fence's end.
    printf '\nThe rules find this in it:\n\n' >>"$answer"
    sed 's/^/    /' "$findings" >>"$answer"
  fi
fi
cat "$answer"
