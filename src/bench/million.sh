#!/usr/bin/env bash
# Is a log of a million entries as fast as one of ten thousand? Fills two databases, starts the packaged application on each,
# reads from both in turn, lets clients write to both in turn, and audits the large one.
#   src/bench/million.sh [entries, 1000000] [reads of a kind, 500] [rounds of writing, 9] [seconds a round, 4] [clients, 1,8,32]
set -euo pipefail
entries=${1:-1000000} reads=${2:-500} rounds=${3:-9} seconds=${4:-4} clients=${5:-1,8,32}
here=$(cd "$(dirname "$0")" && pwd)
app=${APP:-$here/../../target/quarkus-app}
port=${PORT:-18080}
work=${WORK:-$(mktemp -d)}
trap 'kill $(jobs -p) 2>/dev/null; wait; [ -n "${WORK:-}" ] || rm -rf "$work"' EXIT

# fill NAME ENTRIES
fill() {
    [ -d "$work/$1" ] || java -cp "$app/app/*:$app/lib/main/*" "$here/LogOfAMillion.java" "$work/$1" "$2" claimtrail >"$work/$1.vkey"
}
# serve NAME PORT: starts a service on the folder of that name
serve() {
    CLAIMTRAIL_DATA_DIR=$work/$1 QUARKUS_HTTP_PORT=$2 QUARKUS_HTTP_HOST=127.0.0.1 CLAIMTRAIL_EXCHANGE_SEEDS=false \
        CLAIMTRAIL_AUDIT_ORIGIN=bench.example/v1/audit java -jar "$app/quarkus-run.jar" >"$work/$1.log" 2>&1 &
    for _ in $(seq 600); do
        if curl -sf -o /dev/null "http://127.0.0.1:$2/q/health/ready"; then
            grep -A1 '^Administrator' "$work/$1.log" | tail -1 >"$work/$1.new" || true # shown on the first start only
            if [ -s "$work/$1.new" ]; then mv "$work/$1.new" "$work/$1.key"; fi
            return
        fi
        sleep 0.2
    done
    cat "$work/$1.log"
    exit 1
}

fill small 10000
fill large "$entries"
serve small "$port"
serve large $((port + 1))
java "$here/LogReads.java" "$reads" "http://127.0.0.1:$port" "http://127.0.0.1:$((port + 1))"
java "$here/Writes.java" "$rounds" "$seconds" "$clients" \
    "http://127.0.0.1:$port" "$(cat "$work/small.key")" "http://127.0.0.1:$((port + 1))" "$(cat "$work/large.key")"
for which in 0 1; do
    curl -s "http://127.0.0.1:$((port + which))/v1/audit/checkpoint" | sed -n 2p
done
kill $(jobs -p)
wait
time java -jar "$app/quarkus-run.jar" verify --data "$work/large" --vkey "$(tail -1 "$work/large.vkey")"
