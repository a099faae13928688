#!/usr/bin/env bash
# How long does a start take, and what does it cost? Each way of packaging and starting, in turn, on one existing database:
# wall time to the first answer, processor time until then, resident memory some seconds later; medians.
# Before it, with a copy of target/quarkus-app after each: mvn -DskipTests package, which makes an aot-jar, and the same with
# -Dquarkus.package.jar.type=fast-jar. Needs a JDK 25. REST: the seconds before memory is read.
#   JDK=/path/to/jdk-25 AOT=copy-of-the-first FAST=copy-of-the-second src/bench/start.sh [rounds, 5]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
rounds=${1:-5} java=${JDK:?the folder of a JDK 25}/bin/java port=${PORT:-18097}
work=$(mktemp -d)
service=
trap '[ -z "$service" ] || kill "$service" 2> /dev/null || true; wait || true; rm -rf "$work"' EXIT

cp -rp "${FAST:?a folder that was packaged as fast-jar}" "$work/fast"
cp -rp "${AOT:-target/quarkus-app}" "$work/aot"
# run NAME FOLDER OPTION...: starts it; a line with wall milliseconds, processor milliseconds and resident kilobytes
run() {
  local name=$1 folder=$2 began=$EPOCHREALTIME now cpu rss
  shift 2
  CLAIMTRAIL_DATA_DIR=$work/data QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=$port \
    "$java" -Xlog:disable -Xlog:all=error:stderr "$@" -jar "$work/$folder/quarkus-run.jar" > "$work/log" 2>&1 &
  service=$!
  until curl -sf -o /dev/null "http://127.0.0.1:$port/v1/claims"; do
    kill -0 "$service" || { cat "$work/log"; exit 1; }
    sleep 0.02
  done
  now=$EPOCHREALTIME
  cpu=$(awk '{print ($14 + $15) * 10}' "/proc/$service/stat")
  sleep "${REST:-10}"
  rss=$(awk '/^VmRSS/ {print $2}' "/proc/$service/status")
  kill "$service"
  wait "$service" || true
  service=
  echo "$name $(((${now/./} - ${began/./}) / 1000)) $cpu $rss" >> "$work/times"
}
compact=-XX:+UseCompactObjectHeaders
# The database, the archives and the caches.
REST=0 run warming fast
for headers in "" "$compact"; do
  suffix=${headers:+-compact}
  REST=0 run warming fast $headers -XX:ArchiveClassesAtExit="$work/fast$suffix.jsa"
  REST=0 run warming aot $headers -XX:AOTCacheOutput="$work/aot$suffix.aot"
done
for _ in $(seq "$rounds"); do
  for headers in "" "$compact"; do
    suffix=${headers:+-compact}
    run "fast-jar$suffix" fast $headers
    run "fast-jar+cds$suffix" fast $headers -XX:SharedArchiveFile="$work/fast$suffix.jsa"
    run "aot-jar+aot$suffix" aot $headers -XX:AOTCache="$work/aot$suffix.aot"
  done
done
ls -l "$work"/*.jsa "$work"/*.aot | awk '{print $5, $9}' | sed 's,/.*/,,'
# median COLUMN NAME
median() { awk -v name="$2" -v column="$1" '$1 == name {print $column}' "$work/times" | sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
echo "| way | ms to the first answer | processor ms | resident MB |"
for name in $(awk '$1 != "warming" && !seen[$1]++ {print $1}' "$work/times"); do
  echo "| $name | $(median 2 "$name") | $(median 3 "$name") | $(($(median 4 "$name") / 1024)) |"
done
