# demo, serve, and the tools that work on the same data.

. "$ROOT/launcher/build.sh"

start_help() {
  printf './hartslag %s [options]\n\n' "$1"
  if [ "$1" = demo ]; then
    echo "Starts Hartslag with the demo company, whose customers write and chat all the time."
  else
    echo "Starts Hartslag for real work. Make the first administrator with './hartslag admin create'."
  fi
  cat <<TEXT

  --port N         where people open it (default 8080)
  --smtp-port N    where mail comes in (default 2525; 0 = none)
  --data DIR       where everything is kept (default $(default_home)/$([ "$1" = demo ] && echo demo || echo data))
TEXT
  [ "$1" = demo ] && echo "  --no-traffic     no simulated customers"
  cat <<TEXT
  --hartslag.…=…   any setting of docs/administrator/settings.md

From the environment: JAVA_HOME, HARTSLAG_HOME (folder above the data folders), HARTSLAG_HEAP (most memory for
objects, default 1g), HARTSLAG_JAVA_OPTIONS, and every setting as HARTSLAG_….
TEXT
}

# Sets DATA, PORT, SMTP_PORT, TRAFFIC, FORCE, WORDS (what is no option) and SETTINGS from the arguments.
parse() {
  DATA='' PORT=8080 SMTP_PORT=2525 TRAFFIC=yes WORDS=() SETTINGS=()
  local name value
  while [ $# -gt 0 ]; do
    case $1 in
      --port | --smtp-port | --data)
        [ $# -gt 1 ] || stop 2 "$1 needs a value."
        name=$1 value=$2
        shift
        ;;
      --port=* | --smtp-port=* | --data=*) name=${1%%=*} value=${1#*=} ;;
      --no-traffic)
        [ "$COMMAND" = demo ] || stop 2 "--no-traffic belongs to './hartslag demo': serve has no simulated customers."
        TRAFFIC=no name=''
        ;;
      --help | -h) HELP=yes name='' ;;
      --hartslag.*=* | --server.*=* | --spring.*=* | --logging.*=*) SETTINGS+=("$1") name='' ;;
      --force) WORDS+=("$1") name='' ;;
      --*) stop 2 "There is no option $1; see './hartslag $COMMAND --help'." ;;
      *) WORDS+=("$1") name='' ;;
    esac
    case $name in
      --port) PORT=$value ;;
      --smtp-port) SMTP_PORT=$value ;;
      --data) DATA=$(absolute "$value") ;;
    esac
    shift
  done
  check_port --port "$PORT"
  check_port --smtp-port "$SMTP_PORT"
}

start() {
  COMMAND=$1
  shift
  HELP=no
  parse "$@"
  if [ $HELP = yes ]; then start_help "$COMMAND"; return; fi
  [ ${#WORDS[@]} -eq 0 ] || stop 2 "'${WORDS[0]}' is not understood; see './hartslag $COMMAND --help'."
  if [ -z "$DATA" ]; then DATA=$(default_home)/$([ "$COMMAND" = demo ] && echo demo || echo data); fi
  build_if_needed
  unpack_if_needed
  java_flags
  use_training
  set -- "$COMMAND" "--server.port=$PORT" "--hartslag.data=$DATA" "--hartslag.channels.email.smtp-port=$SMTP_PORT"
  if [ "$COMMAND" = serve ]; then
    # at a terminal a person reads it; anything else collects it
    [ -t 1 ] || export CONSOLE_LOG_FORMAT=${CONSOLE_LOG_FORMAT-ecs}
    train_later $$
    exec "$JAVA_HOME/bin/java" $FLAGS -jar "$RUN/hartslag.jar" "$@" ${SETTINGS[@]+"${SETTINGS[@]}"}
  fi
  demo "$@"
}

# While the product runs, at the lowest priority, and not in its first minute.
train_later() {
  [ -f "$RUN/app.aot" ] && return
  (
    trap '' INT
    sleep 60
    kill -0 "$1" 2>/dev/null && train
  ) </dev/null >/dev/null 2>&1 &
}

demo() {
  local simulator=$ROOT/simulator/target/simulator.jar mailboxes=$((SMTP_PORT + 1)) pipe state
  [ -f "$simulator" ] && [ "$SMTP_PORT" != 0 ] || TRAFFIC=no
  # customers are on this machine, so what it says of a sender or of spam is believed
  set -- "$@" --hartslag.channels.email.dns=off --hartslag.channels.email.trusted-relays=127.0.0.1 \
    --hartslag.channels.email.trusted-services=mx.demo.example
  if [ $TRAFFIC = yes ]; then
    # what leaves goes to the simulated customers' mailboxes and stays on the outbox page
    set -- "$@" --hartslag.channels.email.out=both --hartslag.channels.email.relay.host=127.0.0.1 \
      "--hartslag.channels.email.relay.port=$mailboxes" --hartslag.channels.email.relay.tls=none
  fi
  mkdir -p "$DATA" && chmod go+x "$DATA" || stop 1 "Cannot write in $DATA; choose another folder with --data."
  state=$(mktemp -d "${TMPDIR:-/tmp}/hartslag-demo.XXXXXX")
  pipe=$state/said
  mkfifo "$pipe"
  say "Starting the demo company; the log is in $DATA/hartslag.log. Ctrl-C stops it."
  "$JAVA_HOME/bin/java" $FLAGS -jar "$RUN/hartslag.jar" "$@" "--logging.file.name=$DATA/hartslag.log" --logging.threshold.console=OFF \
    ${SETTINGS[@]+"${SETTINGS[@]}"} >"$pipe" &
  PRODUCT=$!
  repeat_and_start_customers "$state" "$simulator" "$mailboxes" <"$pipe" &
  READER=$!
  trap 'stop_demo "$state"' INT TERM HUP
  train_later $PRODUCT
  local code=0
  # A trap ends the first wait; the second one waits for the stop that it asked for.
  wait $PRODUCT || code=$?
  while kill -0 $PRODUCT 2>/dev/null; do wait $PRODUCT; code=$?; done
  stop_customers "$state"
  wait $READER
  rm -rf "$state"
  [ -n "${STOPPED:-}" ] && code=0
  exit $code
}

# Passes on what the product says; when it is ready the customers come.
repeat_and_start_customers() {
  local line
  while IFS= read -r line; do
    printf '%s\n' "$line"
    case $line in
      'Hartslag is ready: '*)
        if [ $TRAFFIC = yes ]; then
          "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx96m -XX:TieredStopAtLevel=1 -jar "$2" --url "${line#Hartslag is ready: }" \
            --smtp-port "$SMTP_PORT" --mailbox-port "$3" --colleagues 2 </dev/null >"$DATA/simulator.log" 2>&1 &
          echo $! >"$1/simulator"
        fi
        ;;
    esac
  done
}

stop_customers() { [ -f "$1/simulator" ] && kill "$(cat "$1/simulator")" 2>/dev/null; }

stop_demo() {
  STOPPED=yes
  stop_customers "$1"
  kill "$PRODUCT" 2>/dev/null
}

tool_help() {
  case $1 in
    backup) cat <<'TEXT' ;;
./hartslag backup FILE [--data DIR | --demo] [--force]

Writes everything in the database to FILE, as it was at one moment, while Hartslag runs or not. With an external
database set HARTSLAG_DATABASE_URL as for serve. The key of stored secrets is not in it: keep secret.key apart.
--force replaces FILE if it exists. See docs/administrator/backup-and-upgrade.md.
TEXT
    restore) cat <<'TEXT' ;;
./hartslag restore FILE [--data DIR | --demo] [--force]

Checks FILE from beginning to end, then brings it into an empty data folder or external database. Hartslag must not
be running on it. --force replaces what is there; in a data folder the old database is kept under another name.
TEXT
    admin) cat <<'TEXT' ;;
./hartslag admin [--data DIR | --demo] COMMAND …        works beside a running Hartslag, and without one

  admin create --email MAIL --name NAME        make an administrator; prints a password for once
  admin reset --email MAIL                     give somebody a new password for once
  admin token --user MAIL [--name N] [--scopes S,…]    make an API token; shown once
  admin list-commands                          what this version knows

--demo works on the demo company's data.
TEXT
  esac
}

tool() {
  COMMAND=$1
  shift
  case ${1:-} in --help | -h) tool_help "$COMMAND"; return ;; esac
  if [ $# -eq 0 ]; then
    [ "$COMMAND" = admin ] && stop 2 "Say what to do; './hartslag admin --help' names the commands."
    stop 2 "Say which file: './hartslag $COMMAND FILE'; './hartslag $COMMAND --help' tells more."
  fi
  local words=() settings=()
  while [ $# -gt 0 ]; do
    case $1 in
      --data) [ $# -gt 1 ] || stop 2 "--data needs a value."; settings+=("--hartslag.data=$(absolute "$2")"); shift ;;
      --data=*) settings+=("--hartslag.data=$(absolute "${1#*=}")") ;;
      --demo) settings+=("--hartslag.data=$(default_home)/demo") ;;
      --hartslag.*=*) settings+=("$1") ;;
      list-commands) ;;
      *) words+=("$1") ;;
    esac
    shift
  done
  build_if_needed
  unpack_if_needed
  java_flags
  exec "$JAVA_HOME/bin/java" $FLAGS -XX:TieredStopAtLevel=1 -jar "$RUN/hartslag.jar" "$COMMAND" \
    ${settings[@]+"${settings[@]}"} ${words[@]+"${words[@]}"}
}

build_only() {
  case ${1:-} in
    --help | -h)
      cat <<'TEXT'
./hartslag build

Builds what changed and prepares the quick start, without starting anything. demo and serve do the same when needed.
TEXT
      return
      ;;
  esac
  no_arguments build "$@"
  build_if_needed
  unpack_if_needed
  java_flags
  train
  [ -f "$RUN/app.aot" ] || say "No class cache could be made; starts are slower. See $RUN/training.log."
  say "Built. Start it with './hartslag serve' or './hartslag demo'."
}
