#!/usr/bin/env bash
# Holds the packaged application against openapi/openapi.yaml with Specmatic: for each operation what its schema allows,
# and what it does not. Fails when an answer is a 5xx, or is none that the description allows. Needs node, java and a
# built application (mvn -DskipTests package); takes some minutes, so it is no part of mvn verify.
#
#   src/check/specmatic.sh [FILTER]     such as "PATH='/v1/claims'"
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

version=2.55.1
application=$PWD/target/quarkus-app/quarkus-run.jar
description=$PWD/openapi/openapi.yaml
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
until url=$(grep -om1 'Listening on: http://[^ ]*' "$work/service.log"); do
  kill -0 "$service" 2> /dev/null || { cat "$work/service.log" >&2; exit 1; }
  sleep 0.2
done
url=${url#Listening on: }
key=$(grep -m1 '^clt_key_' "$work/service.log")
