#!/usr/bin/env bash
# Do three nodes on one PostgreSQL lose or double anything while one after the other is killed (-9) or stopped, and how fast
# do those that are left read? Needs both distributions and the tests compiled (mvn -DskipTests pre-integration-test), whose
# PostgreSQL and support code it runs on.
#   src/bench/nodes.sh [seconds, 600] [seconds from fault to fault, 20] [writers, 4] [readers, 4]
set -euo pipefail
seconds=${1:-600} between=${2:-20} writers=${3:-4} readers=${4:-4}
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -B -ntp dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$work/classpath"
java -cp "target/test-classes:target/classes:$(cat "$work/classpath")" \
    "$here/Nodes.java" "$seconds" "$between" "$writers" "$readers" "$work"
