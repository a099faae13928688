#!/usr/bin/env bash
# Do a million claims with two million assessment versions cost readers and writers what ten thousand cost, on PostgreSQL?
# Starts a real PostgreSQL and the packaged application, fills it over HTTP with claims that have two published assessment
# versions each, makes of that one database a small and a large one in SQL, and asks a service on each in turn.
# Answers are not kept in memory, so that every read asks the database. Needs `mvn -DskipTests pre-integration-test` before it.
#   src/bench/millions.sh [how many times as large, 100] [claims in the small one, 10000] [requests of each kind, 500]
# FILLED: how many claims are written over HTTP, 1000; the small database is multiplied out of them too.
# BUFFERS: shared_buffers of PostgreSQL, 4GB. TMPDIR: where the databases are, tens of gigabytes.
set -euo pipefail
times=${1:-100} claims=${2:-10000} requests=${3:-500} filled=${FILLED:-1000}
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
app=${APP:-$root/target/postgresql/quarkus-app}
port=${PORT:-18080}
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; wait; rm -rf "$work"' EXIT

mvn -B -ntp -q -f "$root" dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$work/classpath"
classes=$root/target/test-classes:$root/target/classes:$(cat "$work/classpath")
touch "$work/postgres"
# Nothing is left to vacuum once the databases are made, and it would be in the way while they are.
java -Djava.io.tmpdir="${TMPDIR:-/tmp}" -cp "$classes" "$here/Postgres.java" shared_buffers="${BUFFERS:-4GB}" max_wal_size=8GB \
    checkpoint_timeout=30min maintenance_work_mem=1GB autovacuum=off random_page_cost=1.1 >"$work/postgres" 2>"$work/postgres.log" &
postgres=$!
until [ "$(wc -l <"$work/postgres")" -ge 2 ]; do kill -0 $postgres; sleep 0.2; done
url=$(tail -1 "$work/postgres")
keytool -genkeypair -keyalg Ed25519 -alias log -dname CN=log -validity 36500 -storetype PKCS12 -storepass claimtrail \
    -keystore "$work/log-key.p12"

# serve NAME URL PORT
serve() {
    mkdir -p "$work/$1"
    CLAIMTRAIL_DATA_DIR=$work/$1 CLAIMTRAIL_AUDIT_KEY_FILE=$work/log-key.p12 QUARKUS_HTTP_PORT=$3 QUARKUS_HTTP_HOST=127.0.0.1 \
        QUARKUS_DATASOURCE_JDBC_URL=$2 QUARKUS_DATASOURCE_USERNAME=claimtrail QUARKUS_DATASOURCE_PASSWORD=x \
        QUARKUS_FLYWAY_USERNAME=claimtrail_owner QUARKUS_FLYWAY_PASSWORD=x CLAIMTRAIL_EXCHANGE_SEEDS=false \
        CLAIMTRAIL_KEPT_ANSWERS_MEMORY=${KEPT:-0} java -jar "$app/quarkus-run.jar" >"$work/$1.log" 2>&1 &
    service=$!
    for _ in $(seq 600); do
        curl -sf -o /dev/null "http://127.0.0.1:$3/q/health/ready" && return
        sleep 0.2
    done
    cat "$work/$1.log"
    exit 1
}
# multiply TIMES NAME
multiply() {
    java -cp "$classes" "$here/Multiply.java" "$url?user=postgres" "$1" "$2"
    # The files beside the database, which say how far the log goes, are the same ones too.
    cp -r "$work/filled" "$work/$2"
}

serve filled "$url" "$port"
key=$(grep -A1 '^Administrator' "$work/filled.log" | tail -1)
java "$here/Ledger.java" fill "http://127.0.0.1:$port" "$key" "$filled"
kill $service
wait $service || true
multiply $((claims / filled)) small
multiply $((claims / filled * times)) large
serve small "${url%/*}/small" "$port"
serve large "${url%/*}/large" $((port + 1))
java "$here/Ledger.java" compare "$requests" "http://127.0.0.1:$port" "http://127.0.0.1:$((port + 1))" "$key"
