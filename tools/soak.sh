#!/usr/bin/env bash
# Run the tests again and again with new random examples, for MINUTES (10); stop at the first failure.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

end=$((SECONDS + 60 * ${MINUTES:-10}))
rounds=0
while ((SECONDS < end)); do
    seed=$((RANDOM * 32768 + RANDOM))
    echo "soak: round $((++rounds)), --hypothesis-seed=$seed"
    .venv/bin/pytest -n auto -q -p no:cacheprovider --hypothesis-seed="$seed"
done
echo "soak: $rounds rounds, no failure"
