#!/usr/bin/env bash
# Does reading cost the same in a large ledger as in a small one? Starts the packaged application on embedded H2 in a
# folder of its own and fills it over HTTP with claims that have two published assessment versions each; copies the
# folder and multiplies the copy in SQL; then reads from a service on each in turn.
# Answers are not kept in memory, so that every read asks the database; KEPT=64M keeps them.
#   src/bench/ledger.sh [how many times as large, 100] [claims in the small one, 1000] [reads of each kind, 1000]
set -euo pipefail
times=${1:-100} claims=${2:-1000} reads=${3:-1000}
here=$(cd "$(dirname "$0")" && pwd)
app=${APP:-$here/../../target/quarkus-app}
port=${PORT:-18080}
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; wait; rm -rf "$work"' EXIT

# serve NAME PORT: starts a service on the folder of that name
serve() {
    CLAIMTRAIL_DATA_DIR=$work/$1 QUARKUS_HTTP_PORT=$2 QUARKUS_HTTP_HOST=127.0.0.1 CLAIMTRAIL_EXCHANGE_SEEDS=false \
        CLAIMTRAIL_KEPT_ANSWERS_MEMORY=${KEPT:-0} java -jar "$app/quarkus-run.jar" >>"$work/$1.log" 2>&1 &
    for _ in $(seq 300); do
        curl -sf -o /dev/null "http://127.0.0.1:$2/v1/claims" && break
        sleep 0.2
    done
}

serve small "$port"
key=$(grep -A1 '^Administrator' "$work/small.log" | tail -1)
java "$here/Ledger.java" fill "http://127.0.0.1:$port" "$key" "$claims"
kill %1
wait
cp -r "$work/small" "$work/large"
java -cp "$(ls "$app"/lib/main/com.h2database.h2-*.jar)" "$here/Multiply.java" "jdbc:h2:file:$work/large/claimtrail" "$times"
du -sh "$work/small" "$work/large" | sed "s#$work/#database, #"
serve small "$port"
serve large $((port + 1))
java "$here/Ledger.java" compare "$reads" "http://127.0.0.1:$port" "http://127.0.0.1:$((port + 1))"
