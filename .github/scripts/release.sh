#!/usr/bin/env bash
# Publishes what a release is made of, as a draft until every file is there: release.sh FOLDER
#   TAG  the tag, `v` and the version of the package
set -euo pipefail
: "${TAG:?}"
# shellcheck source=SCRIPTDIR/shared.sh
source "$(dirname "${BASH_SOURCE[0]}")/shared.sh"

folder=${1:?}
[[ -f $folder/awesome_heads-${TAG#v}.tar.gz ]] ||
  fail "The package has another version than the tag $TAG: set __version__, and tag the commit that does."
gh release create "$TAG" "$folder"/* --repo "$GITHUB_REPOSITORY" --verify-tag --title "$TAG" \
  --notes "CHANGELOG.md tells what is new." --draft
gh release edit "$TAG" --repo "$GITHUB_REPOSITORY" --draft=false
echo "Published $TAG."
