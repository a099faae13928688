#!/usr/bin/env bash
# What does the transparency log cost writers? Starts the packaged application twice on embedded H2, once with sequencing
# switched off (first) and once as it is (second), and lets clients write to each in turn.
#   src/bench/writes.sh [rounds, 5] [seconds a round, 6] [clients, 1,8,32]
set -euo pipefail
rounds=${1:-5} seconds=${2:-6} clients=${3:-1,8,32}
here=$(cd "$(dirname "$0")" && pwd)
app=${APP:-$here/../../target/quarkus-app}
port=${PORT:-18080}
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; wait; rm -rf "$work"' EXIT

# serve NAME PORT SEQUENCING: starts a service on the folder of that name
serve() {
    CLAIMTRAIL_DATA_DIR=$work/$1 QUARKUS_HTTP_PORT=$2 QUARKUS_HTTP_HOST=127.0.0.1 CLAIMTRAIL_EXCHANGE_SEEDS=false \
        CLAIMTRAIL_AUDIT_SEQUENCING=$3 java -jar "$app/quarkus-run.jar" >"$work/$1.log" 2>&1 &
    for _ in $(seq 300); do
        curl -sf -o /dev/null "http://127.0.0.1:$2/v1/claims" && break
        sleep 0.2
    done
}
key() { grep -A1 '^Administrator' "$work/$1.log" | tail -1; }

serve off "$port" false
serve on $((port + 1)) true
java "$here/Writes.java" "$rounds" "$seconds" "$clients" \
    "http://127.0.0.1:$port" "$(key off)" "http://127.0.0.1:$((port + 1))" "$(key on)"
echo "log with sequencing on: $(curl -s "http://127.0.0.1:$((port + 1))/v1/audit/checkpoint" | sed -n 2p) entries"
