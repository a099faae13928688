// Bundles to test the verifier with: a log of its own, written with node:crypto from RFC 6962 and the C2SP formats.
import { createHash, generateKeyPairSync, sign } from "node:crypto";

export const ORIGIN = "news.example/claimtrail";
export const EVENT = "event_01jd6v6x2fe8q9b8wm4zk3n5ta";
export const SUBJECT = "asmt_01jd6v6x2fe8q9b8wm4zk3n5tb";
export const SALT = Buffer.alloc(32, 7);
export const CONTENT = `{"id":"${SUBJECT}","rating":"falsch – „so nicht“ 🙂","version":3}`;

export function sha256(...parts) {
    const digest = createHash("sha256");
    parts.forEach((part) => digest.update(part));
    return digest.digest();
}

export function leafHash(leaf) {
    return sha256(Uint8Array.of(0), leaf);
}

/** RFC 6962, section 2.1, as it stands there: MTH(D[n]). */
export function rootOf(leaves) {
    if (leaves.length === 0) {
        return sha256();
    }
    if (leaves.length === 1) {
        return leafHash(leaves[0]);
    }
    const k = split(leaves.length);
    return sha256(Uint8Array.of(1), rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
}

/** RFC 6962, section 2.1.1, as it stands there: PATH(m, D[n]). */
export function pathOf(m, leaves) {
    if (leaves.length === 1) {
        return [];
    }
    const k = split(leaves.length);
    return m < k
        ? [...pathOf(m, leaves.slice(0, k)), rootOf(leaves.slice(k))]
        : [...pathOf(m - k, leaves.slice(k)), rootOf(leaves.slice(0, k))];
}

/** The largest power of two smaller than n. */
function split(n) {
    let k = 1;
    while (k * 2 < n) {
        k *= 2;
    }
    return k;
}

/** A log's key: how it signs and what its vkey is. */
export function newKey(name = ORIGIN) {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    const data = Buffer.concat([Buffer.of(1), Buffer.from(publicKey.export({ format: "jwk" }).x, "base64url")]);
    const id = sha256(name + "\n", data).subarray(0, 4);
    return {
        name,
        id,
        data,
        vkey: `${name}+${id.toString("hex")}+${data.toString("base64")}`,
        signature: (text) => sign(null, Buffer.from(text), privateKey),
    };
}

export function signatureLine(name, id, signature) {
    return `\u2014 ${name} ${Buffer.concat([id, signature]).toString("base64")}\n`;
}

export function signedBy(key, text) {
    return signatureLine(key.name, key.id, key.signature(text));
}

export function checkpointText(size, root, origin = ORIGIN) {
    return `${origin}\n${size}\n${root.toString("base64")}\n`;
}

export function note(text, ...keys) {
    return text + "\n" + keys.map((key) => signedBy(key, text)).join("");
}

export function proofText(index, path, signedNote) {
    return ["c2sp.org/tlog-proof@v1", `index ${index}`, ...path.map((one) => one.toString("base64"))].join("\n")
        + "\n\n" + signedNote;
}

export function commitment(salt, content) {
    return "sha256:" + sha256("claimtrail/commit/v1\0", salt, content).toString("hex");
}

/** The members of a leaf, in canonical order. */
export function leafFields(changed = {}) {
    return {
        actor: "a:01jd6v6x2fe8q9b8wm4zk3n5td",
        at: "2025-11-04T09:00:00.123456Z",
        c: commitment(SALT, CONTENT),
        id: EVENT,
        prev: "event_01jd6v6x2fe8q9b8wm4zk3n5tc",
        reason: "none",
        subj: SUBJECT,
        type: "assessment.published",
        v: 1,
        ver: 3,
        ...changed,
    };
}

export const KEY = newKey();

/** A log with this leaf at an index among others; `resign` gives the note, `path` and `shown` (index) can be changed. */
export function bundleOf(leaf, { index = 5, size = 13, key = KEY, path, shown, signedNote, origin } = {}) {
    const leaves = Array.from({ length: size }, (_, i) => (i === index ? leaf : "entry " + i));
    const text = checkpointText(size, rootOf(leaves), origin ?? key.name);
    const hashes = pathOf(index, leaves);
    return {
        format: "claimtrail/bundle/v1",
        event: EVENT,
        leaf,
        content: CONTENT,
        salt: SALT.toString("base64"),
        proof: proofText(shown ?? index, path?.(hashes) ?? hashes, signedNote?.(text) ?? note(text, key)),
        vkey: key.vkey,
    };
}

/** A sound bundle. */
export function bundle(place = {}, fields = {}) {
    return bundleOf(JSON.stringify(leafFields(fields)), place);
}
