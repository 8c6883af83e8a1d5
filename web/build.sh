#!/bin/sh
# Builds the front end into $UI_OUT; installs its libraries only when the lock file is newer than what is installed.
set -e
cd "$(dirname "$0")"
if ! [ node_modules/.package-lock.json -nt package-lock.json ]; then
  npm ci --loglevel=error
  touch node_modules/.package-lock.json
fi
# A file of an earlier build must not stay beside the new one.
[ -n "$UI_OUT" ] && rm -rf "$UI_OUT/assets" "$UI_OUT/widget"
exec npm run --silent build
