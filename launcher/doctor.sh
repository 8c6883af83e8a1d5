# Says what this machine lacks for Hartslag, and the exact commands that bring it.

. "$ROOT/launcher/build.sh"

LACKS=no

doctor() {
  case ${1:-} in
    --help | -h)
      echo "./hartslag doctor [--port N] [--smtp-port N]     says what this machine lacks and how to get it"
      return
      ;;
  esac
  local port=8080 smtp=2525
  while [ $# -gt 0 ]; do
    case $1 in --port | --smtp-port) ;; *) stop 2 "'$1' is not understood; see './hartslag doctor --help'." ;; esac
    check_port "$1" "${2:-}"
    if [ "$1" = --port ]; then port=$2; else smtp=$2; fi
    shift 2
  done
  case $(uname -s)-$(uname -m) in
    Linux-x86_64 | Linux-aarch64 | Linux-arm64 | Darwin-x86_64 | Darwin-arm64) fine "$(uname -sm)" ;;
    *) wrong "$(uname -sm): the built-in database knows Linux and macOS on x86-64 and arm64" "set HARTSLAG_DATABASE_URL to a PostgreSQL 15 or newer of your own" ;;
  esac
  if find_java; then fine "JDK 25 in $JAVA_HOME"; else wrong "no JDK 25" "$(how_java)"; fi
  if has_node; then fine "Node $(node --version) with npm"; else wrong "no Node 20 or newer with npm (for building the front end)" "$(how_node)"; fi
  if command -v git >/dev/null 2>&1; then fine "git"; else wrong "no git" "$(how git)"; fi
  if command -v mvn >/dev/null 2>&1; then fine "Maven"
  elif command -v curl >/dev/null 2>&1 || command -v wget >/dev/null 2>&1; then fine "no Maven; ./mvnw fetches it"
  else wrong "neither Maven nor curl or wget to fetch it" "$(how curl)"; fi
  if [ "$(uname -s)" = Linux ]; then
    if command -v setpriv >/dev/null 2>&1; then fine "setpriv"
    elif [ "$(id -u)" = 0 ]; then wrong "no setpriv: as root the database must step down to another user" "$(how util-linux)"
    else note "no setpriv: after kill -9 the database stops only at the next start" "$(how util-linux)"; fi
    if ldd --version 2>&1 | grep -qi musl; then wrong "this Linux uses musl; the built-in database needs glibc" "set HARTSLAG_DATABASE_URL to a PostgreSQL 15 or newer of your own"; fi
  fi
  if chromium_here; then fine "Chromium for the browser tests"; else note "no Chromium (only the browser part of './hartslag test' needs it)" "$(how_chromium)"; fi
  disk
  port_free "$port" --port
  port_free "$smtp" --smtp-port
  echo
  if [ $LACKS = yes ]; then echo "Something is missing: see the lines with a cross."; return 1; fi
  echo "This machine has what Hartslag needs: ./hartslag demo"
}

fine() { printf '  ok  %s\n' "$1"; }
note() { printf '  --  %s\n%s\n' "$1" "$(printf '%s' "$2" | sed 's/^/        /')"; }
wrong() {
  LACKS=yes
  printf '  x   %s\n%s\n' "$1" "$(printf '%s' "$2" | sed 's/^/        /')"
}

family() {
  if [ "$(uname -s)" = Darwin ]; then echo macos; return; fi
  local ID='' ID_LIKE=''
  [ -r /etc/os-release ] && . /etc/os-release
  case " $ID $ID_LIKE " in
    *' ubuntu '*) echo ubuntu ;;
    *' debian '*) echo debian ;;
    *' fedora '* | *' rhel '*) echo fedora ;;
    *) echo other ;;
  esac
}

root_prefix() { [ "$(id -u)" = 0 ] || printf 'sudo '; }

how() {
  case $(family) in
    debian | ubuntu) echo "$(root_prefix)apt-get install -y $1" ;;
    fedora) echo "$(root_prefix)dnf install -y $1" ;;
    macos) echo "brew install $1" ;;
    *) echo "install '$1' with this system's package manager" ;;
  esac
}

how_java() {
  case $(family) in
    debian) cat <<TEXT ;;
$(root_prefix)apt-get install -y wget gpg
wget -qO- https://packages.adoptium.net/artifactory/api/gpg/key/public | $(root_prefix)gpg --dearmor -o /etc/apt/trusted.gpg.d/adoptium.gpg
echo "deb https://packages.adoptium.net/artifactory/deb \$(. /etc/os-release; echo \$VERSION_CODENAME) main" | $(root_prefix)tee /etc/apt/sources.list.d/adoptium.list
$(root_prefix)apt-get update && $(root_prefix)apt-get install -y temurin-25-jdk
TEXT
    ubuntu) echo "$(root_prefix)apt-get update && $(root_prefix)apt-get install -y openjdk-25-jdk-headless   # Ubuntu before 25.10: Temurin, as for Debian in docs/administrator/install.md" ;;
    fedora) echo "$(root_prefix)dnf install -y java-25-openjdk-devel" ;;
    macos) echo "brew install --cask temurin@25" ;;
    *) echo "unpack a JDK 25 from https://adoptium.net into ~/.jdks, or set JAVA_HOME to one" ;;
  esac
}

how_node() {
  case $(family) in
    fedora) echo "$(root_prefix)dnf install -y nodejs npm" ;;
    macos) echo "brew install node" ;;
    debian) cat <<TEXT ;;
$(root_prefix)apt-get install -y ca-certificates curl gpg
curl -fsSL https://deb.nodesource.com/gpgkey/nodesource-repo.gpg.key | $(root_prefix)gpg --dearmor -o /etc/apt/trusted.gpg.d/nodesource.gpg
echo "deb https://deb.nodesource.com/node_22.x nodistro main" | $(root_prefix)tee /etc/apt/sources.list.d/nodesource.list
$(root_prefix)apt-get update && $(root_prefix)apt-get install -y nodejs
TEXT
    ubuntu) echo "$(root_prefix)apt-get install -y nodejs npm   # Ubuntu 24.04 has Node 18: use 'sudo snap install node --classic' there" ;;
    *) echo "see https://nodejs.org" ;;
  esac
}

how_chromium() {
  case $(family) in
    macos) echo "cd e2e && npx playwright install chromium" ;;
    ubuntu) echo "cd e2e && npx playwright install --with-deps chromium" ;;
    *) how chromium ;;
  esac
}

chromium_here() {
  command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 ||
    [ -d "$HOME/.cache/ms-playwright" ] || [ -d "$HOME/Library/Caches/ms-playwright" ]
}

disk() {
  local place free
  place=$(default_home)
  while [ ! -d "$place" ]; do place=$(dirname "$place"); done
  free=$(df -Pk "$place" | awk 'NR == 2 { print int($4 / 1024) }')
  if [ "$free" -lt 2048 ]; then wrong "only $free MB free in $place; 2 GB is the least to begin with" "make room, or set HARTSLAG_HOME to a folder on a larger disk"
  else fine "$((free / 1024)) GB free in $place"; fi
}

port_free() {
  if [ "$1" != 0 ] && (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then wrong "port $1 is in use" "stop what uses it, or start with $2 and another number"
  else fine "port $1 is free"; fi
}
