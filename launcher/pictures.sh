# Draws the modules of docs/modules.md and docs/images/modules.svg from the code.

. "$ROOT/launcher/build.sh"

run_pictures() {
  case ${1:-} in
    --help | -h)
      cat <<'TEXT'
./hartslag pictures

Writes docs/modules.md and docs/images/modules.svg from the modules as the code has them. Review both as part of your change.
TEXT
      return
      ;;
  esac
  need_java
  maven -B -q -pl server test -Dskip.ui -Dtest=ModulesTest -Dpictures.write=true || stop 1 "The pictures could not be drawn; see above."
  say "Written: docs/modules.md and docs/images/modules.svg"
}
