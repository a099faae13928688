#!/usr/bin/env bash
# How fast is the service, measured against what a newsroom would otherwise set up for "a REST API with revisions and an activity
# log"? Starts a real PostgreSQL and on it, each with a database of its own, the packaged application, a small Spring Boot
# application with Hibernate Envers (src/bench/envers), Directus with its revisions on (src/bench/directus.mjs makes its
# collections) and Strapi with revisions that a middleware adds (src/bench/strapi); fills all with as many claims (more than 20) of
# two assessment versions, and lets wrk ask them in turn. What each does for each workload stands in Others.java. Needs wrk, Node 20 with npm, and `mvn -DskipTests pre-integration-test` before it.
#   src/bench/others.sh [claims, 1000] [rounds, 3] [seconds a round, 8] [connections, 8,32] [seconds to warm up each, 15]
# SYSTEMS: against which, "envers directus strapi". READER: public, who sends no key, or desk, who reads with the key that it writes
# with. DIRECTUS, STRAPI: folders that these are installed in, under the temporary folder; it takes minutes, but only once.
# WORKLOADS: which of them, "read,page,search,create,assess". OUT: folder for the results, target/others. JAVA: the java that runs Claimtrail and Envers. OPTIONS: its options for both.
# SETTINGS, DIRECTUS_SETTINGS: further variables of Claimtrail and of Directus, such as CLAIMTRAIL_KEPT_ANSWERS_MEMORY=0 or
# "CACHE_ENABLED=true CACHE_AUTO_PURGE=true". All have up to 50 connections to PostgreSQL. Directus and Strapi are
# one process each, as they are started by default: they calculate on one core, the others on both.
set -euo pipefail
claims=${1:-1000} rounds=${2:-3} seconds=${3:-8} connections=${4:-8,32} warm=${5:-15}
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
app=${APP:-$root/target/postgresql/quarkus-app}
out=${OUT:-$root/target/others}
java=${JAVA:-java}
port=${PORT:-18080}
systems=${SYSTEMS-envers directus strapi}
# The newest that runs on Node 20; later ones want 22.
version=11.3.5
directus=${DIRECTUS:-${TMPDIR:-/tmp}/claimtrail-bench-directus-$version}
strapi=${STRAPI:-${TMPDIR:-/tmp}/claimtrail-bench-strapi-$(cksum <"$here/strapi/package.json" | cut -d " " -f 1)}
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; wait; rm -rf "$work"' EXIT
mkdir -p "$out"

# await PID URL LOG
await() {
    for _ in $(seq 900); do
        curl -sf -o /dev/null "$2" && return
        kill -0 "$1" || break
        sleep 0.2
    done
    tail -50 "$3" >&2
    exit 1
}

start_claimtrail() {
    keytool -genkeypair -keyalg Ed25519 -alias log -dname CN=log -validity 36500 -storetype PKCS12 -storepass claimtrail \
        -keystore "$work/log-key.p12"
    CLAIMTRAIL_DATA_DIR=$work/data CLAIMTRAIL_AUDIT_KEY_FILE=$work/log-key.p12 QUARKUS_HTTP_PORT=$port QUARKUS_HTTP_HOST=127.0.0.1 \
        QUARKUS_DATASOURCE_JDBC_URL=${urls[0]} QUARKUS_DATASOURCE_USERNAME=claimtrail QUARKUS_DATASOURCE_PASSWORD=x \
        QUARKUS_FLYWAY_USERNAME=claimtrail_owner QUARKUS_FLYWAY_PASSWORD=x ${SETTINGS:+env $SETTINGS} \
        $java ${OPTIONS:-} -jar "$app/quarkus-run.jar" >"$work/claimtrail.log" 2>&1 &
    local pid=$! key
    await $pid "http://127.0.0.1:$port/q/health/ready" "$work/claimtrail.log"
    key=$(grep -A1 '^Administrator' "$work/claimtrail.log" | tail -1)
    java "$here/Ledger.java" fill "http://127.0.0.1:$port" "$key" "$claims" >&2
    measured+=(claimtrail "http://127.0.0.1:$port" $pid "$key")
}

start_envers() {
    local at=$((port + 1))
    [ -f "$here/envers/target/envers-1.jar" ] || mvn -B -ntp -q -f "$here/envers" package
    ENVERS_CLAIMS=$claims ENVERS_TOKEN=desk-of-the-bench SERVER_PORT=$at SPRING_DATASOURCE_URL=${urls[1]} \
        SPRING_DATASOURCE_USERNAME=postgres $java ${OPTIONS:-} -jar "$here/envers/target/envers-1.jar" >"$work/envers.log" 2>&1 &
    local pid=$!
    await $pid "http://127.0.0.1:$at/claims/$claims" "$work/envers.log"
    until grep -q '^Filled' "$work/envers.log"; do kill -0 $pid; sleep 0.2; done
    measured+=(envers "http://127.0.0.1:$at" $pid desk-of-the-bench)
}

# directus ARGUMENT, with its settings; replaces the shell.
directus() {
    local server=${urls[2]#jdbc:postgresql://localhost:}
    cd "$directus"
    exec env NODE_ENV=production HOST=127.0.0.1 PORT=$((port + 2)) SECRET=bench LOG_LEVEL=warn TELEMETRY=false \
        DB_CLIENT=pg DB_HOST=127.0.0.1 DB_PORT="${server%%/*}" DB_DATABASE="${server#*/}" DB_USER=postgres DB_PASSWORD=x \
        DB_POOL__MIN=0 DB_POOL__MAX=50 PRESSURE_LIMITER_ENABLED=false ADMIN_EMAIL=admin@example.org ADMIN_PASSWORD=bench-admin \
        ADMIN_TOKEN=administrator-of-the-bench ${DIRECTUS_SETTINGS:-} node node_modules/directus/cli.js "$1"
}

start_directus() {
    local url=http://127.0.0.1:$((port + 2)) pid token
    if [ ! -f "$directus/installed" ]; then
        mkdir -p "$directus"
        npm install --silent --no-audit --no-fund --prefix "$directus" "directus@$version" >&2
        touch "$directus/installed"
    fi
    (directus bootstrap) >"$work/bootstrap.log" 2>&1 || { tail -50 "$work/bootstrap.log" >&2; exit 1; }
    (directus start) >"$work/directus.log" 2>&1 &
    pid=$!
    await $pid "$url/server/ping" "$work/directus.log"
    token=$(node "$here/directus.mjs" "$url" administrator-of-the-bench "$claims")
    measured+=(directus "$url" $pid "$token")
}

start_strapi() {
    local url=http://127.0.0.1:$((port + 3)) server=${urls[3]#jdbc:postgresql://localhost:} pid
    mkdir -p "$strapi/public/uploads"
    cp -r "$here/strapi/." "$strapi"
    if [ ! -f "$strapi/installed" ]; then
        npm install --silent --no-audit --no-fund --prefix "$strapi" >&2
        touch "$strapi/installed"
    fi
    (cd "$strapi" && exec env NODE_ENV=production STRAPI_CLAIMS="$claims" STRAPI_TELEMETRY_DISABLED=true PORT=$((port + 3)) \
        DATABASE_PORT="${server%%/*}" DATABASE_NAME="${server#*/}" node node_modules/@strapi/strapi/bin/strapi.js start) \
        >"$work/strapi.log" 2>&1 &
    pid=$!
    await $pid "$url/_health" "$work/strapi.log"
    measured+=(strapi "$url" $pid "$(sed -n 's/^TOKEN //p' "$work/strapi.log")")
}

mvn -B -ntp -q -f "$root" dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$work/classpath"
touch "$work/postgres"
java -cp "$root/target/test-classes:$root/target/classes:$(cat "$work/classpath")" "$here/Postgres.java" 4 \
    >"$work/postgres" 2>"$work/postgres.log" &
postgres=$!
until [ "$(wc -l <"$work/postgres")" -ge 4 ]; do kill -0 $postgres; sleep 0.2; done
mapfile -t urls < <(tail -4 "$work/postgres")

measured=()
for system in claimtrail $systems; do
    echo "$system starts and is filled" >&2
    "start_$system"
done
javac -d "$work/bench" "$here/Wrk.java" "$here/Others.java"
java "-Dworkloads=${WORKLOADS:-}" -cp "$work/bench" Others "$rounds" "$seconds" "$connections" "$warm" "$here/wrk" "$out" "$claims" "${READER:-public}" "${measured[@]}"
