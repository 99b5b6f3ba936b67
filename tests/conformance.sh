#!/usr/bin/env bash
# Checks with the real programs: Argo's validation, API server, controller and executor, PyYAML, kubectl, rust-analyzer.
# Usage: tests/conformance.sh
# Needs root, rustup, Go 1.25 or later, Python 3 with PyYAML, and kubectl.
# The testbed is built into ~/.cache/argo-testbed once.
set -euo pipefail
cd "$(dirname "$0")/.."

for program in rustup go python3 kubectl; do
  command -v "$program" >/dev/null || { echo "conformance: $program is missing" >&2; exit 1; }
done
python3 -c 'import yaml' || { echo "conformance: PyYAML is missing" >&2; exit 1; }
[ -x /bin/busybox ] || { echo "conformance: busybox is missing (Debian: busybox-static)" >&2; exit 1; }

bin="${XDG_CACHE_HOME:-$HOME/.cache}/argo-testbed/bin"
# What is built already is only built again where its source has changed.
tests/argo-testbed/build.sh "$bin"

export PIPEWRIGHT_ARGO_TESTBED="$bin/argo-testbed"
(cd tests/argo-testbed && go vet ./... && go test ./internal/...)
find tests/golden -name "*.yaml" -exec "$bin/argo-testbed" lint {} +
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
