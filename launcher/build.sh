# Builds the product when something it is made of is newer than the last build, and prepares the quick start.

JAR=$ROOT/server/target/hartslag.jar
STAMP=$ROOT/server/target/built.stamp

sources_changed() {
  [ -f "$JAR" ] && [ -f "$STAMP" ] || return 0
  local place places=''
  for place in pom.xml server/pom.xml server/codegen server/src/main simulator/pom.xml simulator/src/main api \
    web/src web/public web/index.html web/package-lock.json web/vite.config.ts web/tsconfig.json; do
    [ -e "$ROOT/$place" ] && places="$places $place"
  done
  # folders count too: their time changes when a file in them goes away
  [ -n "$(cd "$ROOT" && find $places -newer "$STAMP" -print 2>/dev/null | head -n 1)" ]
}

build_if_needed() {
  need_java
  [ -d "$ROOT/server/src" ] || return 0
  sources_changed || return 0
  [ -d "$ROOT/web/src" ] && need_node
  say "Building Hartslag; the first time this takes a few minutes…"
  mkdir -p "$ROOT/server/target"
  local log=$ROOT/server/target/build.log moment=$ROOT/server/target/build.started
  : >"$moment"
  if ! maven -q -B -pl server,simulator package -Dmaven.test.skip=true >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    stop 1 "The build failed; all of its output is in $log."
  fi
  mv "$moment" "$STAMP"
}

# What belongs to earlier builds is of no use any more, unless something still runs from it.
remove_older_builds() {
  local each running
  running=$(ps ax -o command= 2>/dev/null) || return 0
  for each in "$ROOT/server/target/run"/* "$ROOT/server/target/run"/.draft-*; do
    case $each in
      */.draft-*) kill -0 "${each##*.draft-}" 2>/dev/null && continue ;;
      *) case $running in *"$each/"*) continue ;; esac ;;
    esac
    rm -rf "$each"
  done
}

# The jar unpacked once per build: Java starts faster from it, and the cache of loaded classes needs it.
unpack_if_needed() {
  local key
  key=$(cksum <"$JAR" | tr ' ' '-')
  RUN=$ROOT/server/target/run/$key
  if [ ! -f "$RUN/hartslag.jar" ]; then
    local draft=$ROOT/server/target/run/.draft-$$
    rm -rf "$draft"
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$JAR" extract --destination "$draft" >/dev/null || stop 1 "Cannot unpack $JAR."
    remove_older_builds
    mv "$draft" "$RUN" 2>/dev/null || rm -rf "$draft"
  fi
}

# Flags that must be the same when the cache is made and when it is used.
java_flags() {
  FLAGS="-XX:+UseCompactObjectHeaders -XX:+UseSerialGC -Xms48m -Xmx${HARTSLAG_HEAP:-1g} -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8"
  FLAGS="$FLAGS ${HARTSLAG_JAVA_OPTIONS:-}"
}

# One start and stop on throw-away data, from which Java keeps what it loaded. Failing is no harm: the next start is slower.
train() {
  local folder log=$RUN/training.log
  [ -f "$RUN/app.aot" ] && return 0
  # left behind by one that was killed
  find "$RUN" -maxdepth 1 -name training -mmin +20 -exec rm -rf {} +
  mkdir "$RUN/training" 2>/dev/null || return 0
  folder=$(mktemp -d "${TMPDIR:-/tmp}/hartslag-training.XXXXXX") && chmod 755 "$folder"
  # never on somebody's real database
  env -u HARTSLAG_DATABASE_URL nice -n 15 "$JAVA_HOME/bin/java" $FLAGS -XX:AOTCacheOutput="$RUN/training/app.aot" -Dspring.context.exit=onRefresh \
    -jar "$RUN/hartslag.jar" serve --server.port=0 --hartslag.data="$folder/data" </dev/null >"$log" 2>&1
  [ -f "$RUN/training/app.aot" ] && mv "$RUN/training/app.aot" "$RUN/app.aot"
  rm -rf "$folder" "$RUN/training"
}

use_training() { [ -f "$RUN/app.aot" ] && FLAGS="$FLAGS -XX:AOTCache=$RUN/app.aot -Xlog:aot=off -Xlog:cds=off"; return 0; }
