# shellcheck shell=bash
# Sourced from the root of the checkout: .venv, with the application in it, and what it needs from the system.

venv=.venv # packaging/bounds has others
export PIP_DISABLE_PIP_VERSION_CHECK=1 # no advice in the output

say() { printf '%s\n' "$*" >&2; }

# system PACKAGE...: install Debian packages where that may be done; otherwise name the command, and fail.
system() {
  local as_root=()
  if ((EUID != 0)); then
    if ! sudo -n true 2>/dev/null; then
      say "Needed from the system; on Debian and Ubuntu:"
      say "  sudo apt-get update && sudo apt-get install --yes --no-install-recommends $*"
      return 1
    fi
    as_root=(sudo)
  fi
  if ! command -v apt-get >/dev/null; then
    say "Needed from the system, under the names that Debian gives them: $*"
    return 1
  fi
  say "Installing from the system's packages: $*"
  # one unreachable source must not stop what the others can give
  "${as_root[@]}" apt-get update -qq >&2 || say "Not all package lists could be renewed; going on with those here."
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -qq --yes --no-install-recommends --no-upgrade "$@" >/dev/null # errors go elsewhere
}

# python_path: print the first Python that is new enough.
python_path() {
  local name
  for name in python3 python3.14 python3.13 python3.12 python3.11; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
  say "Python 3.11 or newer is needed and not on the PATH; on Ubuntu 22.04, for example:"
  say "  sudo apt-get update && sudo apt-get install --yes python3.11 python3.11-venv"
  return 1
}

# make_venv: make .venv anew.
make_venv() {
  local python package
  python=$(python_path)
  # Debian keeps half of venv in a package of its own; without it, venv fails and leaves a broken folder
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    package=$("$python" -c 'import sys; print("python{}.{}-venv".format(*sys.version_info))')
    system "$package"
  fi
  say "Making .venv with $("$python" --version) ($python)"
  "$python" -m venv --clear .venv
}

# environment application|GROUP: make .venv or reuse it, and install the application, with a dependency group.
# The installation is editable: what runs is always the checkout as it is.
environment() {
  # pip is gone as well when the system's Python has moved on to another version
  .venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || make_venv
  local stamp=.venv/installed-$1 wanted what=(--editable .)
  wanted=$(printf '%s\n' "$PWD" && cat pyproject.toml) # a checkout that was moved is installed again, too
  if [[ -f $stamp && $(<"$stamp") == "$wanted" ]]; then
    return
  fi
  if [[ $1 != application ]]; then
    what+=(--group "$1")
  fi
  say "Installing into .venv: ${what[*]}"
  .venv/bin/python -m pip install --quiet --upgrade "pip>=25.1" # the first that knows --group
  .venv/bin/python -m pip install --quiet "${what[@]}"
  printf '%s\n' "$wanted" >"$stamp"
}

# What PySide6-Essentials links to and does not bring; the names are those of Debian 12 and Ubuntu 22.04, and
# newer releases still answer to them. libx11-xcb1 and later: only for windows on an X display.
qt_libraries=(
  libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libxkbcommon0
  libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-randr0 libxcb-shape0 libxcb-sync1
  libxcb-xfixes0 libxkbcommon-x11-0
)
widgets='
from PySide6 import QtCore, QtOpenGLWidgets, QtSvgWidgets, QtTest, QtWidgets
application = QtWidgets.QApplication([])'
x_display="$widgets"'
import ctypes
plugins = QtCore.QLibraryInfo.path(QtCore.QLibraryInfo.LibraryPath.PluginsPath)
ctypes.CDLL(plugins + "/platforms/libqxcb.so")'

qt_loads() { QT_QPA_PLATFORM=offscreen "$venv/bin/python" -c "$1"; }

# qt_ready: install what Qt needs from the system, as far as it is missing and may be installed; fail if no window
# can be made even without a display.
qt_ready() {
  local problem
  # asked of Qt itself, not of the package manager: libraries may come from anywhere
  if ! problem=$(qt_loads "$x_display" 2>&1); then
    say "Qt does not load: ${problem##*$'\n'}"
    system "${qt_libraries[@]}" || say "Going on with the libraries that are here."
    qt_loads "$widgets"
  fi
}
