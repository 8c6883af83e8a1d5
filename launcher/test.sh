# All tests, one after the other, and one summary at the end.

. "$ROOT/launcher/build.sh"

test_help() {
  cat <<'TEXT'
./hartslag test [PART…]

Runs every test and ends with one summary; the exit code is 0 only when all of it passed. Parts, all by default:

  server     unit, module, database and fault tests of the application and the simulator (Maven verify; builds the jar)
  web        types, front-end tests
  browser    journeys in a real browser against the built product with the demo company
TEXT
}

RESULTS=()
FAILED=no

# part NAME COMMAND…: runs it, shows what it says, and remembers how it went
part() {
  local name=$1 begin=$SECONDS code=0
  shift
  say ""
  say "== $name"
  ("$@") || code=$?
  if [ $code -eq 0 ]; then
    RESULTS+=("passed  $name ($((SECONDS - begin)) s)")
  else
    RESULTS+=("FAILED  $name ($((SECONDS - begin)) s, exit code $code)")
    FAILED=yes
  fi
}

skipped() { RESULTS+=("absent  $1: $2"); }

server_tests() {
  mkdir -p "$ROOT/server/target"
  local moment=$ROOT/server/target/test.started
  : >"$moment"
  # "set -e" does not hold inside a function whose outcome is asked for, so every step says itself when it failed
  maven -B -ntp verify || return
  mv "$moment" "$STAMP"
}

web_tests() { cd "$ROOT/web" && npm_install && npm run --silent check && npm test --silent; }

browser_tests() { cd "$ROOT/e2e" && npm_install && npx playwright test; }

# npm ci only when the lock file is newer than what is installed
npm_install() {
  if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    npm ci --loglevel=error --no-fund --no-audit || return
    touch node_modules/.package-lock.json
  fi
}

run_test() {
  case ${1:-} in --help | -h) test_help; return ;; esac
  [ $# -gt 0 ] || set -- server web browser
  local each
  for each in "$@"; do
    case $each in server | web | browser) ;; *) stop 2 "There is no part '$each'; see './hartslag test --help'." ;; esac
  done
  need_java
  need_node
  for each in "$@"; do
    case $each in
      server) part "server and simulator" server_tests ;;
      web) if [ -f "$ROOT/web/package.json" ]; then part "front end" web_tests; else skipped "front end" "no web/"; fi ;;
      browser)
        if [ -f "$ROOT/e2e/package.json" ]; then
          [ $FAILED = no ] || say "(going on with the browser journeys although something failed)"
          part "browser journeys" browser_tests
        else
          skipped "browser journeys" "no e2e/"
        fi
        ;;
    esac
  done
  printf '\nTests of Hartslag\n'
  printf '  %s\n' "${RESULTS[@]}"
  [ $FAILED = no ]
}
