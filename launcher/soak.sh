# The long versions of the fault, race and property tests. Tests read the system property 'soak' for the number of rounds.

. "$ROOT/launcher/build.sh"

run_soak() {
  case ${1:-} in
    --help | -h)
      cat <<'TEXT'
./hartslag soak [TESTS]

Runs the long version of every fault, race and property test, or of those whose class names match TESTS (as in
'KilledUnderLoadTest'), and adds the outcome with date and machine to benchmarks/results/soak.txt. The faults strike the
built product, started as './hartslag serve' starts it. Takes about an hour; the part with faults alone half of that.
TEXT
      return
      ;;
  esac
  case ${1:-} in -*) stop 2 "There is no option $1; see './hartslag soak --help'." ;; esac
  [ $# -le 1 ] || stop 2 "Give the names of tests as one word, such as 'KilledUnderLoadTest,OutboxLawsTest'."
  local begin=$SECONDS code=0 outcome=passed results=$ROOT/benchmarks/results log=$ROOT/server/target/soak.log
  build_if_needed
  unpack_if_needed
  java_flags
  train
  use_training
  # not under the name of a setting: the application refuses those it does not know
  maven -B -ntp -pl server test -Dskip.ui -Dsoak=true -Dtest.processes=1 -Dtest.compiler=-XX:+TieredCompilation "-Dproduct.jar=$RUN/hartslag.jar" "-Dproduct.flags=$FLAGS" ${1:+"-Dtest=$1"} \
    -Dsurefire.failIfNoSpecifiedTests=false 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  [ "$code" -eq 0 ] || outcome=FAILED
  mkdir -p "$results"
  printf '%s  %-6s  %s  %s s  %s cores, %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$outcome" "${1:-everything}" "$((SECONDS - begin))" \
    "$(getconf _NPROCESSORS_ONLN)" "$(uname -srm)" >>"$results/soak.txt"
  # what the tests counted
  sed -n 's/^soak: /    /p' "$log" >>"$results/soak.txt"
  tail -n 4 "$results/soak.txt"
  return $code
}
