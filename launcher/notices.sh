# Writes down whose work is in the product, from what it is built with.

. "$ROOT/launcher/build.sh"

run_notices() {
  case ${1:-} in
    --help | -h)
      cat <<'TEXT'
./hartslag notices

Writes notices/server.json, notices/web.json and THIRD-PARTY-NOTICES from the libraries the product is built with, and
refuses a licence that is not among those we accept. Review the three as part of your change.
TEXT
      return
      ;;
  esac
  need_java
  need_node
  maven -B -q -pl server validate exec:exec@notices -Dnotices=write || stop 1 "The list of the server could not be made; see above."
  (cd "$ROOT/web" && { [ -d node_modules ] || npm ci --loglevel=error; } && node notices.mjs) || stop 1 "The list of the front end could not be made; see above."
  say "Written: notices/server.json, notices/web.json, THIRD-PARTY-NOTICES"
}
