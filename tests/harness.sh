# Sourced by the runners of tests/: counts what passed and what failed.
#
#     runner [--update] [BUILD]        BUILD is the build folder, "build" when not given
#
# Everything happens in $work, which is removed in the end.
set -u
update=false
if [ "${1:-}" = --update ]; then
    update=true
    shift
fi
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$(cd "$root" && cd "${1:-build}" && pwd)
agendaset=$build/agendaset
suite=$(basename "$(dirname "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
passed=0
failed=0
skipped=0

pass() {
    passed=$((passed + 1))
    echo "ok      $suite: $1"
}

# fail NAME [FILE with what happened]
fail() {
    failed=$((failed + 1))
    echo "FAILED  $suite: $1"
    [ $# -lt 2 ] || head -40 "$2" | sed 's/^/        /'
}

skip() {
    skipped=$((skipped + 1))
    echo "skipped $suite: $1"
}

# check NAME COMMAND...: passes when the command, run in a subshell, succeeds.
check() {
    local name=$1
    shift
    if ("$@") >"$work/log" 2>&1; then pass "$name"; else fail "$name" "$work/log"; fi
}

# ends_with STATUS NAME COMMAND...: passes when the command ends with this status.
ends_with() {
    local wanted=$1 name=$2
    shift 2
    "$@" >"$work/log" 2>&1
    local status=$?
    [ $status -eq "$wanted" ] && { pass "$name"; return; }
    echo "exit status $status, not $wanted" >>"$work/log"
    fail "$name" "$work/log"
}

# same_as_stored NAME EXPECTED ACTUAL: or stores it anew with --update.
same_as_stored() {
    if $update; then
        cp "$3" "$2"
    fi
    check "$1" diff -u "$2" "$3"
}

# An installed copy of the program in $work/install, which every user may run.
install_copy() {
    mkdir -p "$work"/install/bin "$work"/install/share/agendaset/fonts/fandol
    cp "$agendaset" "$work/install/bin/"
    cp -r "$root/layouts" "$work/install/share/agendaset/"
    cp "$root/fonts/catalogue.yaml" "$work/install/share/agendaset/fonts/"
    cp "$root"/fonts/fandol/FandolKai-Regular.otf "$work/install/share/agendaset/fonts/fandol/"
    installed=$work/install/bin/agendaset
}

# As somebody whom file modes bind: root is not bound by them.
as_user() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid nobody --regid nogroup --clear-groups "$@"
    else
        "$@"
    fi
}

finish() {
    echo "$suite: $passed passed, $failed failed, $skipped skipped"
    [ $failed -eq 0 ]
}
