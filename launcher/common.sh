# Shared by all commands: messages, and finding Java, Node and Maven.

say() { printf '%s\n' "$*" >&2; }

# stop CODE SENTENCE
stop() {
  local code=$1
  shift
  say "$*"
  exit "$code"
}

# check_port OPTION VALUE
check_port() {
  case $2 in '' | *[!0-9]*) stop 2 "$1 needs a number, not '$2'." ;; esac
  [ "${#2}" -le 5 ] && [ "$2" -le 65535 ] || stop 2 "$1 goes up to 65535, so $2 is too much."
}

# no_arguments COMMAND "$@"
no_arguments() { [ $# -eq 1 ] || stop 2 "'$2' is not understood; './hartslag $1' takes nothing."; }

is_java_25() { [ -n "${1:-}" ] && [ -x "$1/bin/java" ] && grep -q '^JAVA_VERSION="25' "$1/release" 2>/dev/null; }

# Sets JAVA_HOME to a JDK 25, wherever such things are usually installed.
find_java() {
  is_java_25 "${JAVA_HOME:-}" && return 0
  local candidate mac=''
  [ -x /usr/libexec/java_home ] && mac=$(/usr/libexec/java_home -v 25 2>/dev/null)
  for candidate in "$mac" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.jdks/*/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home /opt/java/* /opt/jdk*; do
    if is_java_25 "$candidate"; then
      export JAVA_HOME=$candidate
      return 0
    fi
  done
  return 1
}

need_java() { find_java || stop 1 "Hartslag needs a JDK 25, which is not on this machine: './hartslag doctor' says how to get it."; }

node_major() { node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/'; }

has_node() {
  local major
  major=$(node_major)
  [ -n "$major" ] && [ "$major" -ge 20 ] && command -v npm >/dev/null 2>&1
}

need_node() { has_node || stop 1 "The front end needs Node 20 or newer with npm, which is not on this machine: './hartslag doctor' says how to get it."; }

# The installed Maven when it is new enough, else the wrapper, which fetches one.
maven() {
  local version=''
  command -v mvn >/dev/null 2>&1 && version=$(mvn --version 2>/dev/null | sed -n 's/^.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  case $version in
    3.[89] | 3.[1-9][0-9] | [4-9].*) (cd "$ROOT" && mvn "$@") ;;
    *) (cd "$ROOT" && ./mvnw "$@") ;;
  esac
}

absolute() { case $1 in /*) printf '%s' "$1" ;; *) printf '%s' "$PWD/$1" ;; esac; }

# Where data goes unless --data says otherwise; the application decides the same (Places.java).
default_home() {
  if [ -n "${HARTSLAG_HOME:-}" ]; then absolute "$HARTSLAG_HOME"
  elif [ "$(id -u)" = 0 ]; then printf /var/lib/hartslag
  else printf '%s' "$HOME/.hartslag"; fi
}
