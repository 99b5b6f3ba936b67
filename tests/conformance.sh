#!/usr/bin/env bash
# Checks with the real programs: Argo's validation, API server, controller and executor, PyYAML, kubectl, rust-analyzer.
# Usage: tests/conformance.sh [--argo 3 | --argo 4 [--some]]
# Argo 3.7.4 gets everything, and is meant where no version is given. Argo 4.0.5 gets what runs on Argo; --some is the cases in
# which versions of Argo may differ. It exits with 3 if Argo 4.0.5 cannot be had.
# Needs root, rustup, Go 1.25 or later, Python 3 with PyYAML, and kubectl.
# The testbed is built into ~/.cache/argo-testbed once.
set -euo pipefail
cd "$(dirname "$0")/.."

version=3
some=
while [ $# -gt 0 ]; do
  case "$1 ${2:-}" in
  "--argo 3" | "--argo 4") version="$2" && shift ;;
  "--some "*) some=yes ;;
  *) echo "conformance: unexpected \`$1\`; expected --argo 3, --argo 4 or --some" >&2 && exit 2 ;;
  esac
  shift
done
[ -z "$some" ] || [ "$version" = 4 ] || { echo "conformance: --some goes with --argo 4" >&2; exit 2; }

for program in rustup go python3 kubectl; do
  command -v "$program" >/dev/null || { echo "conformance: $program is missing" >&2; exit 1; }
done
python3 -c 'import yaml' || { echo "conformance: PyYAML is missing" >&2; exit 1; }
[ -x /bin/busybox ] || { echo "conformance: busybox is missing (Debian: busybox-static)" >&2; exit 1; }

bin="${XDG_CACHE_HOME:-$HOME/.cache}/argo-testbed/bin"
# What is built already is only built again where its source has changed.
tests/argo-testbed/build.sh "$bin"
[ "$version" = 3 ] || tests/argo-testbed/build.sh --argo "$version" "$bin"

export PIPEWRIGHT_ARGO_TESTBED="$bin/argo-testbed"
export ARGO_TESTBED_VERSION="$version"

# The golden YAML for the version of Argo. What is the same for both has one file.
goldens() {
  find tests/golden -path tests/golden/argo-3 -prune -o -name "*.yaml" -print | while read -r file; do
    for_3="tests/golden/argo-3/${file#tests/golden/}"
    if [ "$version" = 3 ] && [ -e "$for_3" ]; then echo "$for_3"; else echo "$file"; fi
  done
}

if [ "$version" = 4 ]; then
  # With the flags of build.sh, so that what it has compiled counts.
  (cd tests/argo-testbed/argo-4 && CGO_ENABLED=0 go vet -trimpath ./...)
  goldens | xargs "$PIPEWRIGHT_ARGO_TESTBED" lint
  words=(--ignored --nocapture --test-threads=1)
  if [ -n "$some" ]; then
    # Approvals, artifacts, outputs of what is skipped, exits, failures, loops and failing fast, caches, long values.
    export PIPEWRIGHT_SUBJECTS=artifacts,asked,branches,ends,failures,loops PIPEWRIGHT_CASES=cached_text,long_values
    cargo test --workspace --test pipeline_cases --test people -- "${words[@]}" --skip large
    echo "left out on Argo 4: the cases that are listed above, pipelines of 5 000 tasks, random programs"
  else
    cargo test --workspace --test pipeline_cases --test people --test programs --test examples -- "${words[@]}"
  fi
  echo "left out on Argo 4: Argo's own examples, whose outcomes are those of 3.7.4"
  exit
fi

(cd tests/argo-testbed && go vet ./... && go test ./internal/...)
goldens | xargs "$PIPEWRIGHT_ARGO_TESTBED" lint
rustup component add rust-analyzer rust-src
tests/editor/check.py
# All that `cargo test --workspace` ignores, so that none is forgotten. One after the other: a testbed takes the machine.
export PIPEWRIGHT_RANDOM_CASES=2000
cargo test --workspace --tests --no-fail-fast -- --ignored --nocapture --test-threads=1
cargo test --workspace --test programs this_machine -- --nocapture
# 1 000 bodies: rustc would need 4 GB for all of them at once.
for seed in 1 2 3 4; do
  PIPEWRIGHT_MEANING_SEED="$seed" PIPEWRIGHT_MEANING_CASES=250 cargo test -p meaning
done
