#!/usr/bin/env bash
# Builds the image and the manifests (-Pimage), looks into both, and runs the image: unpacked, read-only, as user 10001, with
# nothing to write to but /data and /tmp. Needs root, jq, a JDK 25 and no container engine: the image stands on one made
# here of that JDK and of this machine's shell, in place of eclipse-temurin:25-jre.
#
#   JDK=/path/to/jdk-25 src/check/image.sh
# DB=postgresql: the image for PostgreSQL, on a real server, whose binaries come by Maven.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
jdk=${JDK:?the folder of a JDK 25}
db=${DB:-h2}
target=$PWD/target
[ "$(id -u)" -eq 0 ] || { echo "Only root may do this." >&2; exit 2; }

work=$(mktemp -d)
service= server=
trap 'kill $service $server 2> /dev/null || true; wait || true; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
section() { printf '\n==== %s ====\n' "$*"; }
# holds WHAT FILE FILTER: fails unless jq's filter is true of the file
holds() { jq -e "$3" "$2" > /dev/null || { echo "Not so: $1" >&2; exit 1; }; echo "ok: $1"; }

section "A base image"
base=$work/base
mkdir -p "$base/root"/{bin,opt,tmp,data,work,proc,dev,etc}
chmod 1777 "$base/root/tmp"
"$jdk/bin/jlink" --add-modules java.se,jdk.unsupported,jdk.management,jdk.zipfs,jdk.net,jdk.naming.dns,jdk.jfr \
  --strip-debug --generate-cds-archive --output "$base/root/opt/java"
for tool in sh bash readlink dirname sed cat mktemp grep head wc cp rm sleep touch id curl; do
  file=$(readlink -f "$(command -v "$tool")")
  cp "$file" "$base/root/bin/$tool"
  ldd "$file" | grep -o '/[^ ]*' | xargs -r cp -Ln --parents -t "$base/root"
done
ldd "$jdk/bin/java" "$jdk"/lib/{server/libjvm,libjava,libnet,libnio,libzip}.so | grep -oP '=> \K/(usr/)?lib[^ ]*' | sort -u \
  | grep -v "^$jdk" | xargs -r cp -Ln --parents -t "$base/root"
cp /etc/hosts "$base/root/etc/hosts"
tar -C "$base/root" --owner=0 --group=0 -cf "$base/layer.tar" .
digest=$(sha256sum "$base/layer.tar" | cut -d ' ' -f 1)
jq -n --arg digest "sha256:$digest" '{architecture: "amd64", os: "linux", rootfs: {type: "layers", diff_ids: [$digest]},
  config: {Env: ["PATH=/opt/java/bin:/bin", "JAVA_HOME=/opt/java"]}, history: [{created: "1970-01-01T00:00:00Z"}]}' > "$base/config.json"
jq -n '[{Config: "config.json", RepoTags: ["base:check"], Layers: ["layer.tar"]}]' > "$base/manifest.json"
tar -C "$base" -cf "$work/base.tar" manifest.json config.json layer.tar
rm -r "$base/root" "$base/layer.tar"

section "The image"
mvn -q -B -ntp -Pimage "-Ddb=$db" -DskipTests -Dspotless.check.skip "-Dimage.base=tar://$work/base.tar" clean package
mkdir "$work/image" "$work/root"
tar -C "$work/image" -xf "$target/image.tar"
manifest=$work/image/manifest.json
config=$work/image/$(jq -r '.[0].Config' "$manifest")
while read -r layer; do
  printf '%10d bytes  %s\n' "$(stat -c %s "$work/image/$layer")" "$(tar --warning=no-unknown-keyword -tf "$work/image/$layer" | grep -v '/$' | head -n 3 | tr '\n' ' ')"
  tar -C "$work/root" --warning=no-unknown-keyword -xpf "$work/image/$layer"
done < <(jq -r '.[0].Layers[]' "$manifest")
jq .config "$config"
holds "it does not run as root" "$config" '.config.User == "10001"'
holds "it starts by the script" "$config" '.config.Entrypoint == ["/work/bin/claimtrail"]'
holds "data are in /data" "$config" '.config.Env | index("CLAIMTRAIL_DATA_DIR=/data") != null'
holds "it says its version" "$config" '.config.Labels.version != null'
[ -x "$work/root/work/bin/claimtrail" ]
[ -z "$(find "$work/root/work" -perm /022 -print -quit)" ]
echo "ok: nobody but root may change the program"

section "Run it"
mkdir -p "$work/data"
mapfile -t environment < <(jq -r '.config.Env[]' "$config")
throwaway=() # where it trains
if [ "$db" = postgresql ]; then
  mvn -q -B -ntp dependency:build-classpath -DincludeScope=test "-Dmdep.outputFile=$work/classpath"
  touch "$work/server"
  "$jdk/bin/java" -cp "$target/test-classes:$target/classes:$(cat "$work/classpath")" src/bench/Postgres.java > "$work/server" 2> "$work/server.log" &
  server=$!
  until [ "$(wc -l < "$work/server")" -ge 2 ]; do kill -0 "$server" 2> /dev/null || { cat "$work/server.log" >&2; exit 1; }; sleep 0.2; done
  "$jdk/bin/keytool" -genkeypair -keyalg Ed25519 -alias log -dname CN=log -validity 36500 -storetype PKCS12 -storepass claimtrail \
    -keystore "$work/data/log-key.p12"
  environment+=("QUARKUS_DATASOURCE_JDBC_URL=$(sed -n 1p "$work/server")" QUARKUS_DATASOURCE_USERNAME=claimtrail
    QUARKUS_DATASOURCE_PASSWORD=x QUARKUS_FLYWAY_USERNAME=claimtrail_owner QUARKUS_FLYWAY_PASSWORD=x)
  throwaway=("QUARKUS_DATASOURCE_JDBC_URL=$(sed -n 2p "$work/server")")
fi
chown -R 10001:10001 "$work/data"
# inside MODE USER COMMAND: in the unpacked image, mounted ro or rw
inside() {
  exec unshare --mount bash -euc '
    root=$1 data=$2 mode=$3 user=$4; shift 4
    mount --bind "$root" "$root"
    mount --rbind /proc "$root/proc"; mount --rbind /dev "$root/dev"
    mount --bind "$data" "$root/data"; mount -t tmpfs tmpfs "$root/tmp"
    mount -o "remount,bind,$mode" "$root"
    exec setpriv --no-new-privs chroot --userspec="$user" "$root" "$@"' \
    - "$work/root" "$work/data" "$1" "$2" /usr/bin/env -i "${environment[@]}" "${@:3}"
}
cp --parents -L /usr/bin/env "$work/root"
# serve NAME: starts it, waits for its first answer and says how long that took
serve() {
  local began=$EPOCHREALTIME now
  (inside ro 10001:10001 QUARKUS_HTTP_PORT=18099 QUARKUS_HTTP_HOST=127.0.0.1 /work/bin/claimtrail) > "$work/log" 2>&1 &
  service=$!
  until curl -sf -o /dev/null http://127.0.0.1:18099/q/health/ready; do
    kill -0 "$service" 2> /dev/null || { cat "$work/log" >&2; exit 1; }
    sleep 0.05
  done
  now=$EPOCHREALTIME
  echo "$1: ready after $(((${now/./} - ${began/./}) / 1000)) ms"
}
stop() { kill "$service"; wait "$service" || true; service=; }

if (inside ro 10001:10001 touch /work/mine) 2> "$work/refused"; then echo "It can write to its program." >&2; exit 1; fi
(inside ro 0:0 touch /work/mine) 2> "$work/refused" && exit 1
grep 'Read-only file system' "$work/refused"
serve "first start, without the cache"
key=$(grep '^clt_key_' "$work/log")
grep -E '^(Uid|CapEff|NoNewPrivs):' "/proc/$service/status"
[ "$(awk '/^Uid:/ {print $2, $3}' "/proc/$service/status")" = "10001 10001" ]
[ "$(awk '/^CapEff:/ {print $2}' "/proc/$service/status")" = 0000000000000000 ]
curl -sSf -o /dev/null http://127.0.0.1:18099/v1/claims
curl -sSf -o /dev/null -H "Authorization: Bearer $key" -H 'Content-Type: application/json' \
  -d '{"type":"Person","name":"In the image"}' http://127.0.0.1:18099/v1/agents
echo "ok: it reads and writes"
stop
serve "second start, without the cache"
stop
(inside rw 0:0 "${throwaway[@]}" /work/bin/claimtrail train)
serve "with the cache, as src/image/Dockerfile makes it"
if grep -F '[warning]' "$work/log"; then exit 1; fi
stop
ls -ln "$work/data"

section "Manifests"
resources=$work/resources.json
jq -s 'flatten' "$target/kubernetes/kubernetes.json" > "$resources"
set_='.[] | select(.kind == "StatefulSet") | .spec.template.spec'
container="$set_ | .containers[0]"
for probe in startup:started readiness:ready liveness:live; do
  holds "${probe%:*} probe" "$resources" "$container | .${probe%:*}Probe.httpGet | .path == \"/q/health/${probe#*:}\" and .port == 8080"
done
replicas=1
[ "$db" = h2 ] || replicas=2
holds "one container, $replicas replicas" "$resources" "($set_ | .containers | length == 1) and ([.[] | select(.kind == \"StatefulSet\")][0].spec.replicas == $replicas)"
holds "not root, and no way to become it" "$resources" "($set_ | .securityContext | .runAsNonRoot and .runAsUser == 10001 and .fsGroup == 10001)
  and ($container | .securityContext | .readOnlyRootFilesystem and .allowPrivilegeEscalation == false and .capabilities.drop == [\"ALL\"])"
holds "room is asked for" "$resources" "$container | .resources | .requests.cpu and .requests.memory and .limits.memory"
holds "secrets by reference" "$resources" "$container | (.envFrom | map(.secretRef.name) | index(\"claimtrail\") != null) and ([.env[] | select(.name | test(\"PASSWORD\"))] == [])"
holds "the data are in a volume" "$resources" "([.[] | select(.kind == \"StatefulSet\")][0].spec.volumeClaimTemplates[0].metadata.name == \"data\")
  and ($container | .volumeMounts | map(select(.name == \"data\" and .mountPath == \"/data\")) | length == 1)"
holds "the selector names no version" "$resources" '[.[] | .spec.selector? // empty | tostring | select(contains("version"))] == []'
holds "nothing but service and set" "$resources" '[.[].kind] | sort == ["Service", "StatefulSet"]'
section "Passed"
