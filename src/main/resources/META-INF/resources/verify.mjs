// Checks one event of a transparency log, offline: in a browser, or with
//
//     node verify.mjs bundle.json [--vkey VKEY] [--json]
//
// Written from the public specifications alone and sharing no code with the service that keeps the log, so that neither
// can hide the other's mistakes. No dependencies: SHA-256 and Ed25519 come from WebCrypto.
//
//   RFC 6962, 2.1      leaf and node hashes of the tree      https://www.rfc-editor.org/rfc/rfc6962.html
//   RFC 9162, 2.1.3.2  checking an inclusion proof           https://www.rfc-editor.org/rfc/rfc9162.html
//   RFC 8785           canonical JSON                        https://www.rfc-editor.org/rfc/rfc8785.html
//   signed-note        text signed by one or more keys       https://c2sp.org/signed-note
//   tlog-checkpoint    what a log signs                      https://c2sp.org/tlog-checkpoint
//   tlog-proof         inclusion proof and checkpoint        https://c2sp.org/tlog-proof
//
// A bundle is a JSON object: `format`, `event` (id), `leaf` (the bytes in the tree, as text), `content` and `salt`
// (both null once erased), `proof` (a tlog-proof) and `vkey` (the log's key). Other members are ignored.

const BUNDLE_FORMAT = "claimtrail/bundle/v1";
const PROOF_FORMAT = "c2sp.org/tlog-proof@v1";
const COMMITMENT_DOMAIN = "claimtrail/commit/v1";

const MAX_LEAF_BYTES = 8 * 1024;
const MAX_PROOF_CHARS = 1024 * 1024; // a hundred post-quantum cosignatures fit
const MAX_SIGNATURES = 100; // signed-note asks for at least 16
const MAX_PATH = 64; // a path is as long as the tree is high
const ED25519 = 0x01; // signed-note, "Signature types"

/** What is wrong with a bundle, in words for its reader. Never leaves this module. */
class Flaw extends Error {}

/** Nothing can be said about the bundle, since this browser or Node.js lacks what it takes. */
export class UnsupportedError extends Error {
    name = "UnsupportedError";
}

/**
 * Checks a bundle, which may be anything at all.
 *
 * VERIFIED: the event is in the log, and the content is what was committed to. ERASED: the event is in the log, its
 * content has been erased. MISMATCH: anything else; the failing checks say why.
 *
 * @param bundle the parsed JSON
 * @param options `vkey`: the log's key from a source of your own. Without it (undefined) the bundle's own key is used,
 *     `pinned` is false, and the result says no more than that whoever holds that key vouches for it.
 * @returns {Promise<{result: "VERIFIED"|"ERASED"|"MISMATCH", checks: {name: string, ok: boolean, detail: string}[],
 *     event: ?string, index: ?number, size: ?number, origin: ?string, vkey: ?string, pinned: boolean}>}
 * @throws {UnsupportedError} when there is no WebCrypto with Ed25519; no other error is ever thrown
 */
export async function verify(bundle, options) {
    await requireCrypto();
    const pin = options?.vkey;
    const pinned = pin !== undefined; // null is given, and wrong: a key that failed to load must not pass for none
    const { checks, check } = checklist();
    const unknown = { event: null, index: null, size: null, origin: null, vkey: null };
    const verdict = { result: "MISMATCH", checks, ...unknown, pinned };
    const given = await check("bundle", () => readBundle(bundle));
    if (given === undefined) {
        return verdict; // nothing in it means anything
    }
    verdict.event = textOrNull(given.event);
    verdict.vkey = textOrNull(pinned ? pin : given.vkey);

    const own = await check("vkey", () => keyOf(given.vkey));
    const key = pinned ? await check("pinned vkey", () => pinnedKey(pin, given.vkey)) : own;
    const leaf = await check("leaf", () => readLeaf(given.leaf));
    await check("event", () => checkEvent(given.event, leaf));
    Object.assign(verdict, await checkProof(check, leaf?.bytes, given.proof, key));
    await check("commitment", () => checkCommitment(given.content, given.salt, leaf));
    await check("content", () => checkContent(given.content, leaf));

    if (checks.every((one) => one.ok)) {
        verdict.result = given.content === null ? "ERASED" : "VERIFIED";
    }
    return verdict;
}

/**
 * Checks that some bytes are an entry of a log, as a tlog-proof says.
 *
 * @param {Uint8Array} leafBytes the entry
 * @returns {Promise<{ok: boolean, checks: {name: string, ok: boolean, detail: string}[], index: ?number,
 *     size: ?number, origin: ?string}>}
 * @throws {UnsupportedError} as {@link verify}
 */
export async function verifyProof(leafBytes, proofText, vkey) {
    await requireCrypto();
    const { checks, check } = checklist();
    const key = await check("vkey", () => keyOf(vkey));
    const proven = await checkProof(check, leafBytes, proofText, key);
    return { ok: checks.every((one) => one.ok), checks, ...proven };
}

/**
 * RFC 9162, section 2.1.3.2, with its step numbers.
 *
 * @param {number|bigint} index the leaf's, from 0
 * @param {number|bigint} size of the tree
 * @param {Uint8Array} leafHash @param {Uint8Array[]} path from the leaf's sibling up @param {Uint8Array} root
 * @returns {Promise<boolean>} whether the path leads from the leaf to the root, with nothing left over
 */
export async function verifyInclusion(index, size, leafHash, path, root) {
    let fn = BigInt(index);
    let sn = BigInt(size) - 1n; // 2.
    if (fn < 0n || fn > sn || leafHash.length !== 32) {
        return false; // 1. And an empty leaf hash must not meet an empty root.
    }
    let r = leafHash; // 3.
    for (const p of path) {
        if (sn === 0n) {
            return false; // 4.1
        }
        if ((fn & 1n) === 1n || fn === sn) {
            r = await sha256(Uint8Array.of(1), p, r); // 4.2.1
            while ((fn & 1n) === 0n && fn !== 0n) {
                fn >>= 1n; // 4.2.2
                sn >>= 1n;
            }
        } else {
            r = await sha256(Uint8Array.of(1), r, p); // 4.3
        }
        fn >>= 1n; // 4.4
        sn >>= 1n;
    }
    return sn === 0n && equal(r, root); // 5.
}

// ---- The checks -----------------------------------------------------------------------------------------------------

/**
 * A list of checks and the function that adds to it: runs a step that gives [detail, value] or throws, notes how it
 * went, and gives the value, or undefined when the step failed.
 */
function checklist() {
    const checks = [];
    const check = async (name, step) => {
        try {
            const [detail, value] = await step();
            checks.push({ name, ok: true, detail });
            return value;
        } catch (e) {
            // Anything but a Flaw comes from a hostile object, such as one whose getters throw.
            checks.push({ name, ok: false, detail: e instanceof Flaw ? e.message : "could not be read" });
            return undefined;
        }
    };
    return { checks, check };
}

/** Reads each member once, so that what was checked is what is reported. */
function readBundle(bundle) {
    must(isObject(bundle), "a bundle is a JSON object");
    const read = {};
    for (const name of ["format", "event", "leaf", "content", "salt", "proof", "vkey"]) {
        must(Object.hasOwn(bundle, name), `the bundle has no ${quote(name)}`); // own: nothing from a prototype
        read[name] = bundle[name];
    }
    must(read.format === BUNDLE_FORMAT, `the format is ${quote(read.format)}, not ${quote(BUNDLE_FORMAT)}`);
    return ["is a " + BUNDLE_FORMAT, read];
}

async function keyOf(vkey) {
    const key = await parseVkey(vkey);
    return [`is a well-formed Ed25519 key of ${quote(key.name)}, and its key id is right`, key];
}

/** The key that the reader brought decides, also where a rotated log's bundle names its newer key. */
async function pinnedKey(pinned, own) {
    const key = await parseVkey(pinned);
    const same = pinned === own;
    return [same ? "the bundle's key is the one you gave" : "differs from the bundle's key; yours is used", key];
}

/** All between the entry and the log's signature (tlog-proof, "Verifying a tlog proof"). */
async function checkProof(check, leafBytes, proofText, key) {
    const proof = await check("proof", () => {
        const parsed = parseProof(proofText);
        return [`is a ${PROOF_FORMAT} of entry ${parsed.index}, with ${parsed.path.length} hashes`, parsed];
    });
    const checkpoint = await check("checkpoint", () => {
        const parsed = parseCheckpoint(parseNote(needed(proof, "proof").note));
        return [`is of ${quote(parsed.origin)}, with ${parsed.size} entries`, parsed];
    });
    await check("origin", () => {
        const { origin } = needed(checkpoint, "checkpoint");
        const { name } = needed(key, "key");
        // tlog-checkpoint: the key name SHOULD match the origin. Here it must: one key, one log.
        must(origin === name, `the checkpoint is of ${quote(origin)}, the key of ${quote(name)}`);
        return ["the checkpoint's log is the key's"];
    });
    await check("signature", () => checkSignature(needed(checkpoint, "checkpoint"), needed(key, "key")));
    await check("inclusion", async () => {
        const { index, path } = needed(proof, "proof");
        const { size, root } = needed(checkpoint, "checkpoint");
        must(index < size, `entry ${index} is not in a tree of ${size} entries`);
        const leafHash = await sha256(Uint8Array.of(0), needed(leafBytes, "leaf")); // RFC 6962, section 2.1
        const holds = await verifyInclusion(index, size, leafHash, path, root);
        must(holds, `the hashes do not lead from this leaf, as entry ${index}, to the root of the checkpoint`);
        return [`the leaf is entry ${index} of the ${size} that the checkpoint covers`];
    });
    return { index: proof?.index ?? null, size: checkpoint?.size ?? null, origin: checkpoint?.origin ?? null };
}

/** signed-note, "Signatures": others' are ignored, the log's own must be there, and right wherever it is. */
async function checkSignature({ text, signatures }, key) {
    const own = signatures.filter(({ name, bytes }) => name === key.name && equal(bytes.subarray(0, 4), key.id));
    must(own.length > 0, `the checkpoint is not signed by the key ${quote(key.name)} with id ${hex(key.id)}`);
    for (const { bytes } of own) {
        const signature = bytes.subarray(4);
        // Some implementations accept bytes after the signature.
        must(signature.length === 64, `an Ed25519 signature has 64 bytes, this one ${signature.length}`);
        must(await ed25519(key.point, signature, utf8(text)), "the log's signature on the checkpoint is wrong");
    }
    const others = signatures.length - own.length;
    return ["the checkpoint is signed by the log's key" + (others ? `; ${others} by other keys not looked at` : "")];
}

function checkEvent(event, leaf) {
    must(typeof event === "string", "the bundle names no event");
    const { id } = needed(leaf, "leaf").fields;
    must(id === event, `the leaf is of ${id}, the bundle of ${quote(event)}`);
    return ["the leaf is of " + id];
}

/** c = SHA-256("claimtrail/commit/v1" || 0x00 || salt || content). The salt keeps content from being guessed. */
async function checkCommitment(content, salt, leaf) {
    const { c } = needed(leaf, "leaf").fields;
    if (content === null && salt === null) {
        return ["content and salt are erased; what stays is " + c];
    }
    must(content !== null, "the content is null, but its salt is there");
    must(salt !== null, "the salt is null, but the content is there");
    const saltBytes = base64(salt, "the salt");
    must(saltBytes.length === 32, `a salt has 32 bytes, this one ${saltBytes.length}`);
    const bytes = utf8(unicode(content, "the content"));
    const hash = "sha256:" + hex(await sha256(utf8(COMMITMENT_DOMAIN), Uint8Array.of(0), saltBytes, bytes));
    must(hash === c, `salt and content give ${hash}, the leaf commits to ${c}`);
    return ["salt and content are what the leaf commits to"];
}

/** A record says itself which record and version it is; the leaf must say the same. */
function checkContent(content, leaf) {
    if (content === null) {
        return ["erased"];
    }
    const { subj, ver } = needed(leaf, "leaf").fields;
    const record = parseJson(unicode(content, "the content"));
    const isRecord = isObject(record) && Object.hasOwn(record, "id") && Object.hasOwn(record, "version");
    if (!isRecord) {
        return ["is not a record's version, so there is nothing to compare with the leaf"];
    }
    must(record.id === subj, `the content is of ${quote(record.id)}, the leaf of ${subj}`);
    must(record.version === ver, `the content is version ${quote(record.version)}, the leaf says ${ver}`);
    return [`is version ${ver} of ${subj}, as the leaf says`];
}

// ---- The formats ----------------------------------------------------------------------------------------------------

const ID = /^[a-z]+_[0-7][0-9a-hjkmnp-tv-z]{25}$/; // a TypeID: prefix, 128 bits in base32
const DOTTED = /^[a-z0-9][a-z0-9._-]*$/;
const COUNT = (value) => Number.isSafeInteger(value) && value >= 0;
const STRING = (pattern) => (value) => typeof value === "string" && pattern.test(value);

/** The members of a leaf in the order of RFC 8785, and what each may be. No leaf has room for free text. */
const LEAF = {
    actor: STRING(/^[!-~]{1,200}$/),
    at: STRING(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/),
    c: STRING(/^sha256:[0-9a-f]{64}$/),
    id: (value) => STRING(ID)(value) && value.startsWith("event_"),
    prev: (value) => value === null || LEAF.id(value),
    reason: STRING(DOTTED),
    subj: STRING(ID),
    type: STRING(DOTTED),
    v: (value) => value === 1,
    ver: COUNT,
};

/** The leaf's bytes and members. */
function readLeaf(leaf) {
    const bytes = utf8(unicode(leaf, "the leaf"));
    must(bytes.length <= MAX_LEAF_BYTES, "a leaf has at most 8 KiB");
    const fields = parseJson(leaf);
    must(isObject(fields), "the leaf is not a JSON object");
    const unknown = Object.keys(fields).find((name) => !Object.hasOwn(LEAF, name));
    must(unknown === undefined, `the leaf has a member ${quote(unknown)} that no leaf has`);
    for (const [name, allows] of Object.entries(LEAF)) {
        must(Object.hasOwn(fields, name), `the leaf has no ${quote(name)}`);
        must(allows(fields[name]), `the leaf's ${quote(name)} cannot be ${quote(fields[name])}`);
    }
    // Written again by the rules, it is the same text: no space, no other order or spelling, no name twice.
    const members = Object.keys(LEAF).map((name) => `${JSON.stringify(name)}:${JSON.stringify(fields[name])}`);
    must(`{${members.join(",")}}` === leaf, "the leaf is not canonical JSON (RFC 8785)");
    return ["is canonical and has the members of a leaf", { bytes, fields }];
}

/** signed-note, "Verifier keys": name+hex(key id)+base64(type || public key), where the base64 may hold a plus too. */
async function parseVkey(vkey) {
    must(typeof vkey === "string" && vkey.length <= 1000, "a vkey is text: name, key id and key, joined by plus");
    const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/su.exec(vkey) ?? [];
    must(name !== undefined && isKeyName(name), "a vkey is a name, a key id in hex, and a key, joined by plus");
    const data = base64(encoded, "the key in the vkey");
    must(data[0] === ED25519 && data.length === 33, "the vkey is not an Ed25519 key (type 1, 32 bytes)");
    must(!isWeak(data.subarray(1)), "the vkey's key is one of the few for which anyone can sign");
    // key ID = SHA-256(key name || 0x0A || signature type || public key)[:4]
    const expected = (await sha256(utf8(name + "\n"), data)).subarray(0, 4);
    must(hex(expected) === id, `the vkey's key id is ${id}, its name and key give ${hex(expected)}`);
    return { name, id: expected, point: data.subarray(1) };
}

/** signed-note: "MUST be non-empty and MUST NOT contain any Unicode spaces or plus". */
function isKeyName(name) {
    return name !== "" && !/[\p{White_Space}\p{Cs}\u0000-\u001f+]/u.test(name);
}

/** tlog-proof, "Format": header, optional extra line, index, hashes, an empty line, and the checkpoint verbatim. */
function parseProof(proof) {
    must(typeof proof === "string" && proof.length <= MAX_PROOF_CHARS, "a proof is text of at most 1 MiB");
    const end = proof.indexOf("\n\n");
    must(end >= 0, "the proof has no empty line before its checkpoint");
    const lines = proof.slice(0, end).split("\n");
    must(lines.shift() === PROOF_FORMAT, "the proof's first line is not " + PROOF_FORMAT);
    if (lines[0]?.startsWith("extra ")) {
        const extra = base64(lines.shift().slice("extra ".length), "the proof's extra data");
        must(extra.length > 0, "the proof has an extra line without data"); // and the rest is opaque to us
    }
    const [, index] = /^index (.*)$/s.exec(lines.shift() ?? "") ?? [];
    must(index !== undefined, "the proof has no line with the index");
    must(lines.length <= MAX_PATH, `the proof has ${lines.length} hashes; no tree is that high`);
    const path = lines.map((line) => hash(line, "a hash of the proof"));
    return { index: decimal(index, "the proof's index"), path, note: proof.slice(end + 2) };
}

/** signed-note, "Format": text, an empty line, and signature lines. */
function parseNote(note) {
    unicode(note, "the checkpoint");
    must(!/[\u0000-\u0009\u000b-\u001f]/.test(note), "the checkpoint has a control character");
    const end = note.lastIndexOf("\n\n"); // the last empty line: the text may have some, too
    must(end >= 0 && note.endsWith("\n"), "the checkpoint is not text, an empty line, and signature lines");
    const lines = note.slice(end + 2, -1).split("\n");
    must(lines.length <= MAX_SIGNATURES, `the checkpoint has ${lines.length} signatures, more than are looked at`);
    const signatures = lines.map((line) => {
        const [, name, encoded] = /^\u2014 ([^ ]+) ([^ ]+)$/u.exec(line) ?? [];
        must(name !== undefined && isKeyName(name), "a line below the checkpoint is not a signature line");
        const bytes = base64(encoded, "a signature");
        must(bytes.length > 4, "a signature is shorter than its key id"); // key id || signature
        return { name, bytes };
    });
    return { text: note.slice(0, end + 1), signatures };
}

/** tlog-checkpoint, "Note text": origin, size, root and extension lines, none of them empty. */
function parseCheckpoint({ text, signatures }) {
    const lines = text.slice(0, -1).split("\n");
    must(lines.length >= 3 && !lines.includes(""), "a checkpoint is three or more lines, none of them empty");
    const [origin, size, root] = lines;
    return {
        origin,
        size: decimal(size, "the checkpoint's size"),
        root: hash(root, "the checkpoint's root"),
        text,
        signatures,
    };
}

/** ASCII decimal without leading zeroes. */
function decimal(digits, what) {
    must(/^(0|[1-9][0-9]{0,15})$/.test(digits) && COUNT(Number(digits)), `${what} is no number: ${quote(digits)}`);
    return Number(digits);
}

function hash(encoded, what) {
    const bytes = base64(encoded, what);
    must(bytes.length === 32, `${what} has ${bytes.length} bytes, not 32`);
    return bytes;
}

/** RFC 4648, section 4, in the one canonical spelling: with padding, without spaces, with zero bits at the end. */
function base64(encoded, what) {
    must(typeof encoded === "string", `${what} is not text`);
    let decoded;
    try {
        decoded = atob(encoded); // lenient, hence the way back below
    } catch {
        throw new Flaw(`${what} is not base64`);
    }
    must(btoa(decoded) === encoded, `${what} is not canonical base64`);
    return Uint8Array.from(decoded, (c) => c.charCodeAt(0));
}

// ---- Small things ---------------------------------------------------------------------------------------------------

function must(holds, otherwise) {
    if (!holds) {
        throw new Flaw(otherwise);
    }
}

/** What an earlier check should have given. */
function needed(value, what) {
    must(value !== undefined, `cannot be checked without a sound ${what}`);
    return value;
}

function parseJson(json) {
    try {
        return JSON.parse(json);
    } catch {
        return undefined;
    }
}

function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Text that has one spelling in UTF-8: half a surrogate pair would turn into U+FFFD, as would any other. */
function unicode(value, what) {
    must(typeof value === "string", `${what} is not text`);
    must(!/\p{Cs}/u.test(value), `${what} has half a character (a lone surrogate)`);
    return value;
}

function textOrNull(value) {
    return typeof value === "string" ? value : null;
}

/** A value for a message: short, and harmless to a terminal. */
function quote(value) {
    const shown = typeof value === "string" ? JSON.stringify(value.slice(0, 120)) : String(value).slice(0, 120);
    return harmless(shown);
}

function harmless(line) {
    const escape = (c) => `\\u{${c.codePointAt(0).toString(16)}}`;
    return line.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escape);
}

function utf8(string) {
    return new TextEncoder().encode(string);
}

function hex(bytes) {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function equal(a, b) {
    return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

// ---- Cryptography ---------------------------------------------------------------------------------------------------

const isNode = Boolean(globalThis.process?.versions?.node);

/** WebCrypto; Node.js 18 has it in a module only. */
async function subtle() {
    return globalThis.crypto?.subtle ?? (isNode ? (await import("node:crypto")).webcrypto.subtle : undefined);
}

async function sha256(...parts) {
    const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
        joined.set(part, at);
        at += part.length;
    }
    return new Uint8Array(await (await subtle()).digest("SHA-256", joined));
}

async function ed25519(point, signature, message) {
    const crypto = await subtle();
    const key = await crypto.importKey("raw", point, { name: "Ed25519" }, false, ["verify"]);
    return crypto.verify({ name: "Ed25519" }, key, signature, message);
}

/** The y of the points of order 1, 2, 4 and 8, little-endian: under such a key anyone can sign. */
const SMALL_ORDER = [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
];

/**
 * Whether a public key is a point of small order, or spelt with a y of 2^255-19 or more (RFC 8032, section 5.1.3).
 * Browsers refuse these and Node.js does not; the verdict must not depend on where it is given.
 */
function isWeak(point) {
    const y = Uint8Array.from(point);
    y[31] &= 0x7f; // the sign of x
    const tooLarge = y[0] >= 0xed && y[31] === 0x7f && y.subarray(1, 31).every((byte) => byte === 0xff);
    return tooLarge || SMALL_ORDER.includes(hex(y));
}

/** Tries a signature known to be right (RFC 8032, section 7.1, test 1): what cannot check that one can check none. */
async function requireCrypto() {
    const point = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
    const signature =
        "5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc+bRr0lv18FlbviRlUUFDjnoQCw==";
    try {
        if (await ed25519(base64(point, "key"), base64(signature, "signature"), new Uint8Array())) {
            return;
        }
    } catch {
        // said below
    }
    throw new UnsupportedError(
        "Nothing was checked: there is no WebCrypto with Ed25519 here. Use a current browser, with this page over " +
            "https, or Node.js 18 or later.",
    );
}

// ---- Command line ---------------------------------------------------------------------------------------------------

const USAGE = `usage: node verify.mjs BUNDLE [--vkey VKEY] [--json]
  BUNDLE       a bundle's file, or - for standard input
  --vkey VKEY  the log's key, from a source other than the bundle
  --json       print the result as JSON
exit status: 0 VERIFIED or ERASED, 1 MISMATCH, 2 nothing was checked`;

/** Why the command line cannot do what it was told to. */
class Refused extends Error {}

function parseArguments(args) {
    const given = { files: [], vkeys: [], json: false };
    for (let i = 0; i < args.length; i++) {
        if (args[i] === "--json") {
            given.json = true;
        } else if (args[i] === "--vkey" && i + 1 < args.length) {
            given.vkeys.push(args[++i]);
        } else if (args[i].startsWith("--vkey=")) {
            given.vkeys.push(args[i].slice("--vkey=".length));
        } else if (args[i] === "-" || !args[i].startsWith("-")) {
            given.files.push(args[i]);
        } else {
            throw new Refused(`what is ${quote(args[i])}?\n${USAGE}`);
        }
    }
    if (given.files.length !== 1 || given.vkeys.length > 1) {
        throw new Refused(USAGE);
    }
    return { file: given.files[0], vkey: given.vkeys[0], json: given.json };
}

async function readJson(file) {
    const { readFile } = await import("node:fs/promises");
    try {
        const chunks = [];
        for await (const chunk of file === "-" ? process.stdin : [await readFile(file)]) {
            chunks.push(chunk);
        }
        // Fatal: bytes that are not UTF-8 must not turn into other text on their way to the check.
        return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
    } catch (e) {
        throw new Refused(`cannot read ${quote(file)}: ${harmless(e.message)}`);
    }
}

async function run(args) {
    const { file, vkey, json } = parseArguments(args);
    const bundle = await readJson(file);
    await requireCrypto();
    if (vkey !== undefined) {
        // A slip in the reader's own key says nothing about the bundle.
        await parseVkey(vkey).catch((e) => {
            throw new Refused("--vkey: " + e.message);
        });
    }
    const verdict = await verify(bundle, { vkey });
    console.log(json ? JSON.stringify(verdict, null, 2) : report(verdict));
    return verdict.result === "MISMATCH" ? 1 : 0;
}

function report({ result, checks, vkey, pinned }) {
    const lines = checks.map(({ name, ok, detail }) => `${ok ? "ok    " : "FAILED"}  ${name}: ${detail}`);
    if (!pinned) {
        lines.push(
            `vkey    ${harmless(vkey ?? "none").slice(0, 1000)}`,
            "        This key came from the bundle itself. Compare it with the one that the newsroom has published,",
            "        or give that one with --vkey: whoever made the bundle could have made the key.",
        );
    }
    return [...lines, result].join("\n");
}

/** Runs when Node.js was started with this file, not when something imports it. */
async function main() {
    const { realpathSync } = await import("node:fs");
    const { pathToFileURL } = await import("node:url");
    const [, script, ...args] = process.argv;
    if (!script || pathToFileURL(realpathSync(script)).href !== import.meta.url) {
        return;
    }
    process.removeAllListeners("warning"); // older releases call Ed25519 in WebCrypto experimental, each time
    try {
        process.exitCode = await run(args);
    } catch (e) {
        console.error(e instanceof Refused || e instanceof UnsupportedError ? e.message : e);
        process.exitCode = 2;
    }
}

if (isNode) {
    main().catch(() => {}); // started with something that is no file: not with this one
}
