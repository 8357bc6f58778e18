# shellcheck shell=bash
# Sourced by ./dev and by what Trunk calls: says what is done and how long it took.

say() { printf '==> %s\n' "$*"; }
die() { printf 'dev: %s\n' "$*" >&2; exit 1; }

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

# part WHAT COMMAND…: a part of a step, which may run beside others: one line, at its end.
part() {
  local what=$1 start=$SECONDS status=0
  shift
  quietly "$@" || status=$?
  [ $status -ne 0 ] || printf '    %s: %d s\n' "$what" $((SECONDS - start))
  return $status
}
