#!/usr/bin/env bash
# Gradescope runs this once, while it builds the image: Python 3.11 or newer, and the libraries of requirements.txt.
set -euo pipefail

home="${AUTOGRADER_HOME:-/autograder}"
source="${AUTOGRADER_SOURCE:-$home/source}"

newest_python() {
  for name in "${AUTOGRADER_PYTHON:-python3}" python3.13 python3.12 python3.11 python3; do
    if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
      command -v "$name"
      return 0
    fi
  done
  return 1
}

if ! newest_python >/dev/null || ! "$(newest_python)" -c 'import ensurepip, venv' 2>/dev/null; then
  apt-get update -q
  apt-get install -y -q python3.12 python3.12-venv || apt-get install -y -q python3.11 python3.11-venv
fi

python="$(newest_python)"
[ -x "$home/venv/bin/python" ] || "$python" -m venv "$home/venv"
"$home/venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$source/requirements.txt"

# Nobody but root reads these, should a wall of the grader be missing in this container: it runs the student's code as nobody.
chmod -R go-rwx "$source/course/solutions"
