# Sourced by ./dev: finds the tools the project needs, or installs them.
# What it builds goes into a cache outside the checkout: a developer's own versions stay
# as they are, and clones share one copy. A tool on PATH in a fitting version is used as it is.
# shellcheck shell=bash

TOOLS=${PENDROP_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/pendrop}
TRUNK_VERSION=0.21.14
BINARYEN_VERSION=132.0.0 # also in Trunk.toml
DEBIAN_TOOLCHAIN=pendrop-debian

export TRUNK_SKIP_VERSION_CHECK=true
# Trunk reads NO_COLOR as a boolean and stops at the usual NO_COLOR=1.
[ -z "${NO_COLOR:-}" ] || export NO_COLOR=true

say() { printf '==> %s\n' "$*"; }
die() { printf 'dev: %s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }
in_ci() { [ "${CI:-false}" != false ]; }
in_end2end() { (cd end2end && "$@"); }

# step WHAT COMMAND…: says what it does, does it, says how long it took.
step() {
  local what=$1 start=$SECONDS status=0
  shift
  say "$what"
  "$@" || status=$?
  if [ $status -eq 0 ]; then
    printf '    done in %d s\n' $((SECONDS - start))
  else
    printf '    FAILED after %d s: %s\n' $((SECONDS - start)) "$what" >&2
  fi
  return $status
}

# quietly COMMAND…: shows the command's output only if it fails.
quietly() {
  local output status=0
  output=$("$@" 2>&1 </dev/null) || status=$?
  [ $status -eq 0 ] || printf '%s\n' "$output" >&2
  return $status
}

version_of() { "$1" --version 2>/dev/null | sed -nE '1s/^[^0-9]*([0-9.]+).*/\1/p'; }

can_apt() { has apt-get && [ "$(id -u)" -eq 0 ]; }

apt_install() {
  local package missing=()
  for package; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q ' installed$' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  # shellcheck disable=SC2016 # "$@" belongs to the inner shell
  step "Installing ${missing[*]}" quietly env DEBIAN_FRONTEND=noninteractive sh -c \
    'apt-get -q update && apt-get -qy -o DPkg::Lock::Timeout=300 install --no-install-recommends "$@"' sh "${missing[@]}"
}

need_basics() {
  has cargo || die "Rust is missing: install rustup and its stable toolchain"
  has npm && node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' ||
    die "Node is missing or too old: install version 20 or newer, with npm"
  # Rust links by the C compiler.
  has cc || ! can_apt || apt_install gcc libc6-dev
  [ -f Cargo.lock ] || cargo generate-lockfile
}

need_lints() {
  if ! cargo fmt --version >/dev/null 2>&1 || ! cargo clippy --version >/dev/null 2>&1; then
    step "Adding rustfmt and clippy" rustup component add rustfmt clippy
  fi
}

has_wasm_target() {
  local lib
  lib=$(rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null) &&
    compgen -G "$lib/libcore-*.rlib" >/dev/null
}

need_wasm_target() {
  has_wasm_target && return
  if ! RUSTUP_TOOLCHAIN=$DEBIAN_TOOLCHAIN has_wasm_target; then
    if has rustup && step "Adding Rust's wasm target" rustup target add wasm32-unknown-unknown; then return; fi
    can_apt || die "Rust has no wasm32-unknown-unknown target here, and it cannot be fetched"
    step "Taking Debian's Rust instead" quietly tools/wasm-target-debian "$DEBIAN_TOOLCHAIN"
  fi
  say "Using Debian's Rust, which has the wasm target"
  export RUSTUP_TOOLCHAIN=$DEBIAN_TOOLCHAIN
}

# cargo_tool CRATE BINARY VERSION [FLAG…]: puts that version of the binary first on PATH.
# Unoptimised: these tools run for seconds, and building them is what a new machine waits for.
cargo_tool() {
  local crate=$1 binary=$2 version=$3 root=$TOOLS/$2-$3
  shift 3
  [ -x "$root/bin/$binary" ] || step "Installing $binary $version (takes minutes, but only once)" quietly env \
    CARGO_TARGET_DIR="$TOOLS/build" CARGO_PROFILE_DEV_DEBUG=0 CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS=fallback \
    cargo install "$crate" --version "$version" --root "$root" --debug "$@"
  PATH=$root/bin:$PATH
}

need_build_tools() {
  local bindgen binaryen=$TOOLS/binaryen-$BINARYEN_VERSION
  case $(version_of trunk) in
    0.21.*) ;;
    *) cargo_tool trunk trunk $TRUNK_VERSION --locked --no-default-features --features rustls ;;
  esac
  # Must equal the library's version. Not --locked: its lock file names a crate that is gone.
  bindgen=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/"/, ""); print $3 }' Cargo.lock)
  [ "$(version_of wasm-bindgen)" = "$bindgen" ] || cargo_tool wasm-bindgen-cli wasm-bindgen "$bindgen"
  if [ "$(version_of wasm-opt)" != "${BINARYEN_VERSION%%.*}" ]; then
    [ -x "$binaryen/node_modules/.bin/wasm-opt" ] || step "Installing wasm-opt $BINARYEN_VERSION" quietly \
      npm install --no-audit --no-fund --prefix "$binaryen" "binaryen@$BINARYEN_VERSION"
    PATH=$binaryen/node_modules/.bin:$PATH
  fi
}

need_node_modules() {
  [ end2end/node_modules/.package-lock.json -nt end2end/package-lock.json ] ||
    step "Installing the browser test runner" quietly in_end2end npm ci --no-audit --no-fund
}

# find_engine ENGINE VARIABLE COMMAND…: true if VARIABLE names the engine's program already, if
# Playwright has its own (VARIABLE stays unset), or if one of the commands is there (VARIABLE names it).
find_engine() {
  local engine=$1 variable=$2 command
  shift 2
  [ -z "${!variable:-}" ] || return 0
  in_end2end node -e 'const { existsSync } = require("fs"), engine = require("@playwright/test")[process.argv[1]];
    process.exit(existsSync(engine.executablePath()) ? 0 : 1)' "$engine" 2>/dev/null && return
  for command; do
    if has "$command"; then
      export "$variable=$(command -v "$command")"
      return
    fi
  done
  return 1
}

# Sets PENDROP_ENGINES and missing to what there is and what there is not.
find_engines() {
  PENDROP_ENGINES='' missing=''
  if find_engine chromium PENDROP_CHROMIUM chromium; then PENDROP_ENGINES+=' chromium'; else missing+=' chromium'; fi
  if find_engine firefox PENDROP_FIREFOX firefox-esr; then PENDROP_ENGINES+=' firefox'; else missing+=' firefox'; fi
  if has Xvfb && find_engine webkit PENDROP_WEBKIT_DRIVER WebKitWebDriver; then
    PENDROP_ENGINES+=' webkit'
  else
    missing+=' webkit'
  fi
}

need_browsers() {
  local missing
  find_engines
  if can_apt; then
    # The fonts make screenshots look as they do on the machines of readers.
    local packages=(fonts-dejavu-core fonts-inter fonts-sil-charis)
    case $missing in *chromium*) packages+=(chromium) ;; esac
    case $missing in *firefox*) packages+=(firefox-esr) ;; esac
    case $missing in *webkit*) packages+=(webkit2gtk-driver xvfb) ;; esac
    apt_install "${packages[@]}" || true
    find_engines
  fi
  case $missing in *chromium* | *firefox*)
    step "Installing Playwright's browsers" in_end2end npx --no-install playwright install chromium firefox || true
    find_engines ;;
  esac
  if [ -n "$missing" ]; then
    ! in_ci || die "no browser engine to be had here for:$missing"
    say "NOT TESTED, because the engine cannot be had here:$missing"
  fi
  export PENDROP_ENGINES=${PENDROP_ENGINES# }
}
