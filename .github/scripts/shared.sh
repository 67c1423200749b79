# shellcheck shell=bash
# What several scripts share; sourced, never run. They speak to GitHub through `gh api` alone.

readonly REPOSITORY=repos/${GITHUB_REPOSITORY:?}

fail() {
  printf '::error::%s\n' "$1"
  exit 1
}

# The first line of what is given: the one number that is wanted where a query finds several.
first() {
  printf '%s' "${1%%$'\n'*}"
}

# Standard input as text that fits into a comment or an issue: whole lines, whole characters.
shorten() {
  python3 -c '
import sys
limit = int(sys.argv[1])
data = sys.stdin.buffer.read()
text = data[:limit].decode(errors="ignore").replace("\0", "")
if len(data) > limit:
    text = text[: text.rfind("\n") + 1] + "(cut here: there is more than fits)\n"
sys.stdout.buffer.write(text.encode())
' "$1"
}

# Text as a block of code: nothing in it is a link, a mention or a fence's end.
quote() {
  sed 's/^/    /'
}

# The token is asked for when it is needed, and is written nowhere.
with_token() {
  git -c credential.helper= -c 'credential.helper=!gh auth git-credential' "$@"
}

push() {
  with_token push --quiet origin "$@"
}

commit() {
  git -c user.name='github-actions[bot]' \
    -c user.email='41898282+github-actions[bot]@users.noreply.github.com' \
    commit --quiet --message "$1"
}

# Keeps one comment of ours: keep_comment NUMBER MARKER FILE. The file begins with the marker.
keep_comment() {
  local found
  found=$(find_comment "$1" "$2")
  if [[ -n $found ]]; then
    gh api --method PATCH "$REPOSITORY/issues/comments/$found" --field "body=@$3" --silent
  else
    gh api --method POST "$REPOSITORY/issues/$1/comments" --field "body=@$3" --silent
  fi
}

find_comment() {
  local query found
  query=".[] | select(.user.login == \"github-actions[bot]\" and (.body | startswith(\"$2\"))) | .id"
  found=$(gh api --paginate "$REPOSITORY/issues/$1/comments?per_page=100" --jq "$query")
  first "$found"
}

# Opens a pull request, or updates the one that is open: propose BRANCH TITLE FILE. Prints its number.
propose() {
  local owner=${GITHUB_REPOSITORY%%/*} number
  # With the owner before it, a branch of that name in somebody's fork is not meant.
  number=$(gh api --method GET "$REPOSITORY/pulls" --raw-field state=open --raw-field "base=$BASE_BRANCH" \
    --raw-field "head=$owner:$1" --jq '.[0].number // empty')
  if [[ -n $number ]]; then
    gh api --method PATCH "$REPOSITORY/pulls/$number" --raw-field "title=$2" --field "body=@$3" --silent
  else
    number=$(gh api --method POST "$REPOSITORY/pulls" --raw-field "base=$BASE_BRANCH" --raw-field "head=$1" \
      --raw-field "title=$2" --field "body=@$3" --jq .number) || {
      echo "::error::GitHub refused the pull request from the branch $1. In the repository's settings, under" \
        "Actions, General, allow GitHub Actions to create pull requests." >&2
      return 1
    }
  fi
  printf '%s' "$number"
}
