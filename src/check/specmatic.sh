#!/usr/bin/env bash
# Holds the packaged application against its API description with Specmatic: for each operation requests that are likely to
# succeed, then anything that its schema allows, and what it does not. Fails when an answer is a 5xx, or is none that the
# description allows. Needs node, java and a built application (mvn -DskipTests package); takes three to eight minutes on two
# busy cores, so it is no part of mvn verify.
#
#   src/check/specmatic.sh [FILTER]     such as "PATH='/v1/claims'"
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

version=2.55.1
application=$PWD/target/quarkus-app/quarkus-run.jar
[ -f "$application" ] || { echo "There is no $application: run mvn -DskipTests package first." >&2; exit 2; }

work=$(mktemp -d)
service=
trap '[ -z "$service" ] || kill "$service" 2> /dev/null || true; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

mkdir "$work/service" "$work/run"
(
  cd "$work/service"
  QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=0 exec java -jar "$application"
) > "$work/service.log" 2>&1 &
service=$!
until url=$(grep -aom1 'Listening on: http://[^ ]*' "$work/service.log"); do
  kill -0 "$service" 2> /dev/null || { cat "$work/service.log" >&2; exit 1; }
  sleep 0.2
done
url=${url#Listening on: }
key=$(grep -am1 '^clt_key_' "$work/service.log")

# Tiles are left out: Specmatic makes up paths that no URL can hold, and then gives up all tests behind them.
filter=${1:-"!(METHOD='GET' && PATH='/v1/audit/tile/{path}')"}
# Of the description as it is nearly all that fits is refused, since no schema says which records there are. There lists are
# left out too: their optional parameters multiply to thousands of requests.
lists=/v1/agents,/v1/assessments,/v1/audit/events,/v1/claims,/v1/claims/{id}/assessments,/v1/corrections,/v1/relations,/v1/reviews,/v1/sources

npm install --silent --no-audit --no-fund --prefix "$work/tool" "specmatic@$version"
judge=$PWD/src/check
cd "$work/run"
curl -sSf "$url/q/openapi?format=json" > description.json
node "$judge/specmatic-input.mjs" description.json "$url" "$key" > likely.json

# pass NAME DESCRIPTION FILTER: asks, and judges what was answered
wrong=0
pass() {
  printf '\n%s\n' "$1"
  cat > specmatic.yaml << YAML
version: 2
disableTelemetry: true
test:
  resiliencyTests:
    enable: $1
  maxTestRequestCombinations: 1
  timeoutInMilliseconds: 20000
YAML
  # It ends with 1 whenever what it made up was refused; what that means is judged below.
  apiKey=$key SPECMATIC_GENERATIVE_TESTS=true java -jar "$work/tool/node_modules/specmatic/specmatic.jar" test \
    --config=specmatic.yaml --testBaseURL="$url" --filter="$3" "$2" > "$1.log" 2>&1 || true
  grep -aE '^Tests run:' "$1.log" || { tail -n 40 "$1.log" >&2; exit 1; }
  node "$judge/specmatic.mjs" "$1.log" description.json || wrong=1
}
pass positiveOnly likely.json "$filter"
pass all description.json "$filter && !(METHOD='GET' && PATH='$lists')"
! grep -aq ' ERROR ' "$work/service.log" || { grep -aA5 ' ERROR ' "$work/service.log" >&2; exit 1; }
exit "$wrong"
