#!/usr/bin/env bash
# Make the documents of both events, and of two invented ones, into out/; then live the life of some papers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

.venv/bin/reportgen build --output out \
    data/hoi-nghi-mam-non/bien-ban.yaml \
    data/so-ket-van-khe/bien-ban.yaml \
    data/boi-duong-hai-phong/dot-1.yaml \
    data/boi-duong-hai-phong/dot-2.yaml \
    data/boi-duong-hai-phong/le-chan/dot-1.yaml \
    data/chung-nhan/truong.yaml \
    data/chung-nhan/ca-nhan.yaml

# the record of the blanks lies beside their file, so the demo has its own
mkdir -p out/phoi
cp templates/person-certificate/phoi.yaml out/phoi/
for sheet in "" --test-sheet; do
    .venv/bin/reportgen build templates/person-certificate/examples/ca-nhan.yaml \
        --output out --on-blank out/phoi/phoi.yaml $sheet
done

echo
echo "Why is it 84%?"
.venv/bin/reportgen why managers_share data/boi-duong-hai-phong/dot-1.yaml

echo
echo "A paper's whole life: drafted, issued, signed by key, sealed, verified (out/co-quan)"
.venv/bin/python -m tools.life out
