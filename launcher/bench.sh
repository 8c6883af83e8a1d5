# Measures the running product; the programs and the results are in benchmarks/.

. "$ROOT/launcher/build.sh"

run_bench() {
  case ${1:-} in
    --help | -h)
      cat <<'TEXT'
./hartslag bench [options of benchmarks/run]

Measures the running product with a million past contacts loaded, and beside it what this machine's disk and database
can do at most. Takes a while and wants a quiet machine; the result is written to benchmarks/RESULTS.md.
TEXT
      return
      ;;
  esac
  [ -x "$ROOT/benchmarks/run" ] || stop 1 "There is no benchmarks/run in this copy of Hartslag."
  build_if_needed
  unpack_if_needed
  java_flags
  # the product is measured as it is after its first day: with its class cache
  train
  use_training
  export JAVA_HOME HARTSLAG_ROOT=$ROOT HARTSLAG_RUN=$RUN BENCH_FLAGS=$FLAGS
  exec "$ROOT/benchmarks/run" "$@"
}
