# shellcheck shell=bash
# Sourced by ./dev: finds what the project needs, or installs it. What is built here goes into a
# cache outside the checkout: clones share one copy, and a developer's own versions stay as they
# are. A tool that is on PATH in a fitting version is used as it is.

TOOLS=${PENDROP_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/pendrop}
TRUNK_VERSION=0.21.14
BINARYEN_VERSION=$(sed -nE 's/.*"binaryen": "(.*)".*/\1/p' tools/package.json)
ESBUILD_VERSION=$(sed -nE 's/.*"esbuild": "(.*)".*/\1/p' tools/package.json)

export TRUNK_SKIP_VERSION_CHECK=true
# Trunk takes NO_COLOR for a boolean and stops at the usual NO_COLOR=1.
[ -z "${NO_COLOR:-}" ] || export NO_COLOR=true

has() { command -v "$1" >/dev/null 2>&1; }
in_end2end() { (cd end2end && "$@"); }
version_of() { "$1" --version 2>/dev/null | sed -nE '1s/^[^0-9]*([0-9.]+).*/\1/p'; }

can_apt() { has apt-get && [ "$(id -u)" -eq 0 ]; }

apt_install() {
  local package wanted=()
  for package; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q ' installed$' || wanted+=("$package")
  done
  [ ${#wanted[@]} -gt 0 ] || return 0
  # shellcheck disable=SC2016 # "$@" belongs to the inner shell
  step "Installing ${wanted[*]}" quietly env DEBIAN_FRONTEND=noninteractive sh -c 'apt-get -q update &&
    apt-get -qy -o DPkg::Lock::Timeout=300 install --no-install-recommends "$@"' sh "${wanted[@]}"
}

need_rust_and_node() {
  has cargo || die "Rust is missing: install rustup and its stable toolchain"
  { has npm && node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)'; } ||
    die "Node is missing or too old: install version 20 or newer, with npm"
  # Rust links with the C compiler.
  has cc || ! can_apt || apt_install gcc libc6-dev
  need_wasm_target
  [ -f Cargo.lock ] || cargo generate-lockfile
}

has_wasm_target() {
  local lib
  lib=$(rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null) &&
    compgen -G "$lib/libcore-*.rlib" >/dev/null
}

need_wasm_target() {
  local debian=pendrop-debian
  ! has_wasm_target || return 0
  if ! RUSTUP_TOOLCHAIN=$debian has_wasm_target; then
    ! step "Adding Rust's wasm target" rustup target add wasm32-unknown-unknown || return 0
    can_apt || die "Rust has no wasm32-unknown-unknown target here, and rustup cannot add it"
    step "Taking Debian's Rust instead" quietly tools/wasm-target-debian $debian
  fi
  say "Using Debian's Rust, which has the wasm target"
  export RUSTUP_TOOLCHAIN=$debian CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-22
}

need_lints() {
  { cargo fmt --version && cargo clippy --version; } >/dev/null 2>&1 ||
    step "Adding rustfmt and clippy" rustup component add rustfmt clippy
}

need_build_tools() {
  local trunk=$TOOLS/trunk-$TRUNK_VERSION node=$TOOLS/binaryen-$BINARYEN_VERSION-esbuild-$ESBUILD_VERSION
  if [[ $(version_of trunk) != 0.21.* ]]; then
    # Built without optimisation: it runs for seconds, and its build is what a new machine waits for. It fetches nothing here, and so
    # needs no encryption.
    [ -x "$trunk/bin/trunk" ] || step "Installing trunk $TRUNK_VERSION (minutes, but only once)" quietly env \
      CARGO_TARGET_DIR="$TOOLS/build" CARGO_PROFILE_DEV_DEBUG=0 CARGO_INCREMENTAL=0 \
      cargo install trunk --version $TRUNK_VERSION --root "$trunk" --debug --locked --no-default-features
    PATH=$trunk/bin:$PATH
  fi
  if [ "$(version_of wasm-opt)" != "${BINARYEN_VERSION%%.*}" ] || [ "$(version_of esbuild)" != $ESBUILD_VERSION ]; then
    if [ ! -x "$node/node_modules/.bin/esbuild" ]; then
      mkdir -p "$node"
      cp tools/package.json tools/package-lock.json "$node"
      step "Installing wasm-opt $BINARYEN_VERSION and esbuild $ESBUILD_VERSION" quietly \
        npm ci --no-audit --no-fund --ignore-scripts --prefix "$node"
    fi
    PATH=$node/node_modules/.bin:$PATH
  fi
}

# Says in PENDROP_ENGINES which browser engines there are, and in PENDROP_CHROMIUM and so on which
# program to start, unless Playwright has the engine itself; both are read by the tests. The caller's
# `lacking` and `packages` get the engines that are not there, and Debian's packages of them.
find_engines() {
  local engine variable program package
  PENDROP_ENGINES='' lacking='' packages=''
  while read -r engine variable program package; do
    # shellcheck disable=SC2016
    if [ -n "${!variable:-}" ] || in_end2end node -e 'const own = require("@playwright/test")[process.argv[1]];
      process.exit(require("fs").existsSync(own.executablePath()) ? 0 : 1)' "$engine" >/dev/null 2>&1 </dev/null; then
      PENDROP_ENGINES+="$engine "
    elif has "$program" && { [ "$engine" != webkit ] || has Xvfb; }; then
      export "$variable=$(command -v "$program")"
      PENDROP_ENGINES+="$engine "
    else
      lacking+="$engine " packages+="$package "
    fi
  done <<'END'
chromium PENDROP_CHROMIUM chromium chromium
firefox PENDROP_FIREFOX firefox-esr firefox-esr
webkit PENDROP_WEBKIT_DRIVER WebKitWebDriver webkit2gtk-driver xvfb
END
  export PENDROP_ENGINES=${PENDROP_ENGINES% }
}

need_browsers() {
  local lacking packages
  [ end2end/node_modules/.package-lock.json -nt end2end/package-lock.json ] ||
    step "Installing the browser test runner" quietly in_end2end npm ci --no-audit --no-fund
  find_engines
  if can_apt; then
    # With the fonts, screenshots look the same on every such machine.
    # shellcheck disable=SC2086 # a list
    apt_install fonts-dejavu-core fonts-inter fonts-sil-charis $packages || true
    find_engines
  fi
  # Playwright's WebKit is used where it is, but does not start on every Linux it can be put on.
  if [ -n "${lacking/webkit /}" ]; then
    # shellcheck disable=SC2086 # a list
    step "Installing Playwright's browsers" in_end2end npx --no-install playwright install ${lacking/webkit /} || true
    find_engines
  fi
  [ -n "$lacking" ] || return 0
  # A run in CI that leaves an engine out must not pass for a whole one.
  if [ "${CI:-false}" != false ] || [ -z "$PENDROP_ENGINES" ]; then die "cannot be had here: ${lacking% }"; fi
  say "LEFT OUT, cannot be had here: ${lacking% }"
}
