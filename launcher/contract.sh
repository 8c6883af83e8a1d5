# Writes what the application offers to api/openapi.json, and the front end's types from it.

. "$ROOT/launcher/build.sh"

contract_help() {
  cat <<'TEXT'
./hartslag contract

Starts the application in a test, writes its API to api/openapi.json and the front end's types to
web/src/app/api/schema.d.ts. Review both as part of your change.
TEXT
}

run_contract() {
  case ${1:-} in --help | -h) contract_help; return ;; esac
  no_arguments contract "$@"
  need_java
  need_node
  maven -B -q -pl server test -Dskip.ui -Dtest=ContractTest -Dcontract.write=true || stop 1 "The application could not be started; see above."
  (cd "$ROOT/web" && { [ -d node_modules ] || npm ci --loglevel=error; } && npm run --silent api)
  say "Written: api/openapi.json and web/src/app/api/schema.d.ts"
}
