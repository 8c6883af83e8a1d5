# The long versions of the fault, race and property tests. Tests read the system property 'soak' for the number of rounds.

. "$ROOT/launcher/build.sh"

run_soak() {
  case ${1:-} in
    --help | -h)
      cat <<'TEXT'
./hartslag soak [TESTS]

Runs the long version of every fault, race and property test, or of those whose class names match TESTS (as in
'*Fault*'), and adds the outcome with date and machine to benchmarks/results/soak.txt.
TEXT
      return
      ;;
  esac
  need_java
  local begin=$SECONDS code=0 outcome=passed results=$ROOT/benchmarks/results
  maven -B -ntp -pl server test -Dsoak=true ${1:+"-Dtest=$1"} -Dsurefire.failIfNoSpecifiedTests=false || code=$?
  [ $code -eq 0 ] || outcome=FAILED
  mkdir -p "$results"
  printf '%s  %-6s  %s  %s s  %s cores, %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$outcome" "${1:-everything}" "$((SECONDS - begin))" \
    "$(getconf _NPROCESSORS_ONLN)" "$(uname -srm)" >>"$results/soak.txt"
  tail -n 1 "$results/soak.txt"
  return $code
}
