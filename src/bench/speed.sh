#!/usr/bin/env bash
# How fast is the service, measured against what the platform gives? Starts a real PostgreSQL, the packaged application and the
# bare one of src/bench/bare (one hand-written statement a request) on it, fills both with as many claims, and lets wrk ask
# both in turn. Writes a table and a plot. Needs wrk, and `mvn -DskipTests pre-integration-test` before it.
#   src/bench/speed.sh [claims, 10000] [rounds, 3] [seconds a round, 8] [connections, 8,32] [workloads, all]
# OUT: folder for the results, target/speed. JAVA: the java that runs both. OPTIONS: its options for both. WARM: seconds to warm
# up for each workload, 15.
set -euo pipefail
claims=${1:-10000} rounds=${2:-3} seconds=${3:-8} connections=${4:-8,32} workloads=${5:-all}
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
app=${APP:-$root/target/postgresql/quarkus-app}
out=${OUT:-$root/target/speed}
java=${JAVA:-java}
port=${PORT:-18080}
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; wait; rm -rf "$work"' EXIT
mkdir -p "$out"

[ -f "$here/bare/target/quarkus-app/quarkus-run.jar" ] || mvn -B -ntp -q -f "$here/bare" package
mvn -B -ntp -q -f "$root" dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$work/classpath"
java -cp "$root/target/test-classes:$root/target/classes:$(cat "$work/classpath")" "$here/Postgres.java" \
    >"$work/postgres" 2>"$work/postgres.log" &
until [ "$(wc -l <"$work/postgres")" -ge 2 ]; do sleep 0.2; done
mapfile -t urls < <(tail -2 "$work/postgres")

keytool -genkeypair -keyalg Ed25519 -alias log -dname CN=log -validity 36500 -storetype PKCS12 -storepass claimtrail \
    -keystore "$work/log-key.p12"
# await URL LOG
await() {
    for _ in $(seq 600); do
        curl -sf -o /dev/null "$1" && return
        sleep 0.2
    done
    cat "$2"
    exit 1
}
BARE_CLAIMS=$claims QUARKUS_HTTP_PORT=$((port + 1)) QUARKUS_DATASOURCE_JDBC_URL=${urls[1]} QUARKUS_DATASOURCE_USERNAME=postgres \
    $java ${OPTIONS:-} -jar "$here/bare/target/quarkus-app/quarkus-run.jar" >"$work/bare.log" 2>&1 &
bare=$!
CLAIMTRAIL_DATA_DIR=$work/data CLAIMTRAIL_AUDIT_KEY_FILE=$work/log-key.p12 QUARKUS_HTTP_PORT=$port QUARKUS_HTTP_HOST=127.0.0.1 \
    QUARKUS_DATASOURCE_JDBC_URL=${urls[0]} QUARKUS_DATASOURCE_USERNAME=claimtrail QUARKUS_DATASOURCE_PASSWORD=x \
    QUARKUS_FLYWAY_USERNAME=claimtrail_owner QUARKUS_FLYWAY_PASSWORD=x ${SETTINGS:+env $SETTINGS} \
    $java ${OPTIONS:-} -jar "$app/quarkus-run.jar" >"$work/claimtrail.log" 2>&1 &
ours=$!
await "http://127.0.0.1:$((port + 1))/claims" "$work/bare.log"
await "http://127.0.0.1:$port/q/health/ready" "$work/claimtrail.log"
key=$(grep -A1 '^Administrator' "$work/claimtrail.log" | tail -1)
java "$here/Ledger.java" fill "http://127.0.0.1:$port" "$key" "$claims"
javac -d "$work/bench" "$here/Wrk.java" "$here/Speed.java"
java "-Dwarm=${WARM:-15}" -cp "$work/bench" Speed "$rounds" "$seconds" "$connections" "$workloads" "$here/wrk" "$out" \
    "http://127.0.0.1:$port" "$ours" "$key" "http://127.0.0.1:$((port + 1))" "$bare" "$claims"
