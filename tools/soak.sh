#!/usr/bin/env bash
# Run the tests that draw random examples again and again, and fuzz what reads the files of others with atheris
# where it is installed, for MINUTES (10); stop at the first failure, and say how much was tried.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

end=$((SECONDS + 60 * ${MINUTES:-10}))
log=build/soak.log
rounds=0
ending="stopped at a failure, see $log"
mkdir -p build
: >"$log"

run() { "$@" 2>&1 | grep --line-buffered -vE "^INFO: Instrumenting|^#[0-9]+\s" | tee -a "$log"; }
count() { sed -nE "s/^(.* )?$1.*/\2/p" "$log" | awk '{ sum += $1 } END { print sum + 0 }'; }
report() {
    printf 'soak: %d rounds in %d min %d s, %d tests, %d inputs fed to readers: %s\n' "$rounds" $((SECONDS / 60)) \
        $((SECONDS % 60)) "$(count '([0-9]+) passed')" \
        "$(count 'stat::number_of_executed_units: *([0-9]+)')" "$ending"
}
trap report EXIT

random=(.venv/bin/pytest -n auto -q -p no:cacheprovider -m hypothesis)
mapfile -t targets < <(.venv/bin/python -m tools.fuzz 2>/dev/null)
while ((SECONDS < end)); do
    seed=$((RANDOM * 32768 + RANDOM))
    target=${targets[RANDOM % ${#targets[@]}]}
    left=$((end - SECONDS))
    echo "soak: round $((++rounds)), --hypothesis-seed=$seed, fuzzing $target"
    run .venv/bin/python -m tools.fuzz "$target" $((left < 60 ? left : 60))
    run "${random[@]}" --hypothesis-seed="$seed"
    run "${random[@]}" --hypothesis-seed="$seed" --hypothesis-profile=soak tests/hostile/test_fuzz.py \
        tests/render/stamp/test_oracle.py tests/render/rows/test_oracle.py
done
ending="no failure"
