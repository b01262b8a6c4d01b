#!/usr/bin/env bash
# Run the tests again and again with many new random examples, and fuzz what reads the files of others with
# atheris where it is installed, for MINUTES (10); stop at the first failure.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

end=$((SECONDS + 60 * ${MINUTES:-10}))
mapfile -t targets < <(.venv/bin/python -m tools.fuzz)
rounds=0
while ((SECONDS < end)); do
    seed=$((RANDOM * 32768 + RANDOM))
    echo "soak: round $((++rounds)), --hypothesis-seed=$seed"
    .venv/bin/pytest -n auto -q -p no:cacheprovider --hypothesis-seed="$seed"
    .venv/bin/pytest -n auto -q -p no:cacheprovider --hypothesis-seed="$seed" --hypothesis-profile=soak \
        tests/test_fuzz.py
    target=${targets[rounds % ${#targets[@]}]}
    echo "soak: fuzzing $target"
    .venv/bin/python -m tools.fuzz "$target" 60
done
echo "soak: $rounds rounds, no failure"
