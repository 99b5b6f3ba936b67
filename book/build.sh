#!/usr/bin/env bash
# Builds the guide into target/book. Installs mdBook if it is missing.
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v mdbook >/dev/null; then
  # Without its server, and without optimizations, it is built in a third of the time.
  CARGO_PROFILE_DEV_DEBUG=0 cargo install mdbook --version 0.5.4 --locked --debug --no-default-features --features search
fi
mdbook build .
