# Takes the pictures of the guides from the demo company.

. "$ROOT/launcher/test.sh"

run_screenshots() {
  case ${1:-} in
    --help | -h)
      cat <<'TEXT'
./hartslag screenshots [NAME]

Takes the pictures of the guides in both languages (docs/images and docs/images/nl), or those of that NAME, from the demo company
in a real browser.
TEXT
      return
      ;;
  esac
  need_java
  need_node
  (cd "$ROOT/e2e" && npm_install && npx playwright test -c screenshots.config.ts ${1:+-g "picture $1\$"})
}
