#!/usr/bin/env bash
# Tries the executable of this machine as people get it: through a wheel from pip and uvx, through pre-commit without
# Node.js, and through the lines of docs/installation.md that download it. Needs what `npm run executables here` and
# `npm run wheels` have made, and Python.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=$PWD/build
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
wrong=$PWD/examples/nginx/wrong.yaml
wheel=$(ls "$build"/*.whl | grep -F "$(uname -m)" | grep -F manylinux | head -n 1)

expect() { # WHAT EXPECTED COMMAND...
  local what=$1 code=0
  local expected=$2
  shift 2
  "$@" >"$folder/out" 2>&1 || code=$?
  if [ "$code" != "$expected" ]; then
    cat "$folder/out"
    echo "$what: exit code $code, which has to be $expected"
    exit 1
  fi
  echo "$what: as it has to be"
}

python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-index "$wheel"
expect "pip install, then a wrong service" 1 env -i HOME="$folder" "$folder/venv/bin/cloudrun-lint" "$wrong"
grep -q 'error\[' "$folder/out"

"$folder/venv/bin/pip" install --quiet --disable-pip-version-check uv
expect "uvx, with a wrong service" 1 env UV_CACHE_DIR="$folder/uv" UV_NO_INDEX=1 UV_FIND_LINKS="$build" \
  "$folder/venv/bin/uvx" cloudrun-lint "$wrong"
grep -q 'error\[' "$folder/out"

git init --quiet "$folder/repository"
cp "$wrong" "$folder/repository/service.yaml"
sed -n '/^# .pre-commit-config.yaml, with Python/,/^```/p' docs/installation.md | sed '/^```/d' \
  >"$folder/repository/.pre-commit-config.yaml"
sed -i "s|cloudrun-lint==.*'|$wheel'|" "$folder/repository/.pre-commit-config.yaml"
git -C "$folder/repository" add .
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pre-commit
# A PATH without Node.js.
mkdir "$folder/bin"
for program in bash sh git env python3 uname; do ln -s "$(command -v "$program")" "$folder/bin/$program"; done
(
  cd "$folder/repository"
  expect "pre-commit without Node.js stops a wrong service" 1 \
    env PRE_COMMIT_HOME="$folder/hooks" PATH="$folder/venv/bin:$folder/bin" pre-commit run --all-files
  grep -q 'error\[' "$folder/out"
)

script=$(sed -n '/^base=/,/^```/p' docs/installation.md | sed '/^```/d')
mkdir "$folder/download"
(
  cd "$folder/download"
  expect "the lines that download it" 0 bash -euc "${script/base=*latest\/download/base=file:\/\/$build}"
  expect "what they have downloaded" 1 ./cloudrun-lint "$wrong"
  cp -r "$build/SHA256SUMS" . && sed -i 's/^./x/' SHA256SUMS
  mkdir other && cp SHA256SUMS other/ && head -c 1000 "$build/cloudrun-lint-linux-x64" >other/cloudrun-lint-linux-x64
  expect "they refuse what has another checksum" 1 \
    bash -euc "${script/base=*latest\/download/base=file:\/\/$PWD/other}"
)
