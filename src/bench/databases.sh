#!/usr/bin/env bash
# How does the service on its embedded H2 compare with the same on PostgreSQL? Starts both, fills them with as many claims, and lets
# wrk ask both in turn, with a key and nothing answered from memory. Needs wrk, and `mvn -DskipTests pre-integration-test`.
#   src/bench/databases.sh [claims, 1000] [rounds, 3] [seconds a round, 5] [connections, 8,32] [seconds to warm up each, 20]
set -euo pipefail
claims=${1:-1000} rounds=${2:-3} seconds=${3:-5} connections=${4:-8,32} warm=${5:-20}
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
port=${PORT:-18080}
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; wait; rm -rf "$work"' EXIT

mvn -B -ntp -q -f "$root" dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$work/classpath"
java -cp "$root/target/test-classes:$root/target/classes:$(cat "$work/classpath")" "$here/Postgres.java" \
    >"$work/postgres" 2>"$work/postgres.log" &
until [ "$(wc -l <"$work/postgres")" -ge 2 ]; do sleep 0.2; done
url=$(tail -2 "$work/postgres" | head -1)

# serve NAME PORT APP: starts a service and fills it
serve() {
    CLAIMTRAIL_DATA_DIR=$work/$1 CLAIMTRAIL_KEPT_ANSWERS_MEMORY=0 QUARKUS_HTTP_PORT=$2 QUARKUS_HTTP_HOST=127.0.0.1 \
        java -jar "$root/target/$3/quarkus-run.jar" >"$work/$1.log" 2>&1 &
    echo $! >"$work/$1.pid"
    for _ in $(seq 600); do
        curl -sf -o /dev/null "http://127.0.0.1:$2/q/health/ready" && break
        sleep 0.2
    done
    grep -A1 '^Administrator' "$work/$1.log" | tail -1 >"$work/$1.key"
    java "$here/Ledger.java" fill "http://127.0.0.1:$2" "$(cat "$work/$1.key")" "$claims" >&2
}
serve h2 "$port" quarkus-app
keytool -genkeypair -keyalg Ed25519 -alias log -dname CN=log -validity 36500 -storetype PKCS12 -storepass claimtrail \
    -keystore "$work/log-key.p12"
export CLAIMTRAIL_AUDIT_KEY_FILE=$work/log-key.p12 QUARKUS_DATASOURCE_JDBC_URL=$url QUARKUS_DATASOURCE_USERNAME=claimtrail \
    QUARKUS_DATASOURCE_PASSWORD=x QUARKUS_FLYWAY_USERNAME=claimtrail_owner QUARKUS_FLYWAY_PASSWORD=x
serve postgresql $((port + 1)) postgresql/quarkus-app
javac -d "$work/bench" "$here/Wrk.java" "$here/Databases.java"
java -cp "$work/bench" Databases "$rounds" "$seconds" "$connections" "$warm" "$here/wrk" "$work" \
    "http://127.0.0.1:$port" "$(cat "$work/h2.pid")" "$(cat "$work/h2.key")" \
    "http://127.0.0.1:$((port + 1))" "$(cat "$work/postgresql.pid")" "$(cat "$work/postgresql.key")"
