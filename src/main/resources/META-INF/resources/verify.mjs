// Checks a bundle of Claimtrail's transparency log: that an event is in the log that a key signed, and that what it
// commits to is the content in the bundle. Shares no code with the service. Runs in browsers and as
//
//   node verify.mjs bundle.json [--vkey VKEY] [--json]
//
// Exit code 0 for VERIFIED and ERASED, 1 for MISMATCH, 2 when it was used wrongly or cannot check.
//
// Formats: c2sp.org/signed-note, c2sp.org/tlog-checkpoint, c2sp.org/tlog-proof; RFC 6962 and RFC 9162 for the tree,
// RFC 8785 for the leaf. docs/verify.md of the project describes all of it with an example.

const encoder = new TextEncoder();
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A reason why something does not prove what it should; never leaves verify(). */
class Mismatch extends Error {}

const require = (condition, message) => {
  if (!condition) throw new Mismatch(message);
};

/**
 * Checks a bundle. Never throws for what is in it; throws when this platform cannot check Ed25519 signatures.
 *
 * @param bundle the parsed JSON
 * @param vkey the log's public key, from anywhere but the bundle; without it the bundle's own is believed
 * @returns {Promise<{result: 'VERIFIED'|'ERASED'|'MISMATCH', checks: {name: string, ok: boolean, detail: string}[],
 *   event?: string, index?: string, size?: string, origin?: string, vkey?: string, pinned: boolean}>}
 */
export async function verify(bundle, { vkey } = {}) {
  await requireEd25519();
  const checks = [];
  const report = { result: 'MISMATCH', checks, pinned: vkey !== undefined };
  const check = async (name, work) => {
    try {
      const detail = await work();
      checks.push({ name, ok: true, detail: detail ?? '' });
      return true;
    } catch (e) {
      checks.push({ name, ok: false, detail: e instanceof Mismatch ? e.message : `cannot be read: ${e}` });
      return false;
    }
  };

  let erased = false;
  const shaped = await check('bundle', () => {
    requireBundle(bundle);
    erased = bundle.content === null;
    report.event = bundle.event;
    return bundle.format;
  });
  if (!shaped) return report;

  let leaf;
  await check('leaf', () => {
    leaf = parseLeaf(bundle.leaf);
    require(leaf.id === bundle.event, `the leaf is of ${leaf.id} and not of ${bundle.event}`);
    return `${leaf.type} of ${leaf.subj} at ${leaf.at}`;
  });

  await check('key', async () => {
    require(vkey === undefined || vkey === bundle.vkey, `the bundle names the key ${bundle.vkey} and not ${vkey}`);
    const key = await parseKey(bundle.vkey);
    report.origin = key.name;
    report.vkey = bundle.vkey;
    return vkey === undefined ? 'as the bundle says' : 'as given';
  });

  await check('proof', async () => {
    const proof = await verifyProof(encoder.encode(bundle.leaf), bundle.proof, bundle.vkey);
    report.index = String(proof.index);
    report.size = String(proof.size);
    return `entry ${proof.index} of ${proof.size}`;
  });

  if (!erased) {
    await check('content', async () => {
      require(leaf !== undefined, 'without a leaf there is no commitment');
      const commitment = await commit(base64(bundle.salt), encoder.encode(bundle.content));
      require(commitment === leaf.c, `the content and salt give ${commitment}, the leaf commits to ${leaf.c}`);
      requireSubject(bundle.content, leaf);
      return commitment;
    });
  }

  if (checks.every((each) => each.ok)) report.result = erased ? 'ERASED' : 'VERIFIED';
  return report;
}

// ---- The bundle -----------------------------------------------------------------------------------------------------

function requireBundle(bundle) {
  require(bundle !== null && typeof bundle === 'object' && !Array.isArray(bundle), 'a bundle is an object');
  const own = (name) => Object.prototype.hasOwnProperty.call(bundle, name);
  for (const name of ['format', 'event', 'leaf', 'proof', 'vkey']) {
    require(own(name) && typeof bundle[name] === 'string', `"${name}" has to be a string`);
  }
  require(bundle.format === 'claimtrail/bundle/v1', `the format is ${bundle.format}`);
  for (const name of ['content', 'salt']) {
    require(own(name) && (bundle[name] === null || typeof bundle[name] === 'string'), `"${name}" has to be a string or null`);
  }
  require((bundle.content === null) === (bundle.salt === null), 'content and salt are erased together or not at all');
  for (const name of ['leaf', 'content', 'proof']) {
    // A lone surrogate would become another character on its way to bytes.
    require(bundle[name] === null || bundle[name] === strict.decode(encoder.encode(bundle[name])), `"${name}" is no text`);
  }
}

/** The content of a record says which record and version it is; that has to be what the leaf tells of. */
function requireSubject(content, leaf) {
  let record;
  try {
    record = JSON.parse(content);
  } catch {
    throw new Mismatch('the content is no JSON');
  }
  if (record !== null && typeof record === 'object' && 'id' in record && 'version' in record) {
    require(record.id === leaf.subj, `the content is of ${record.id}, the leaf of ${leaf.subj}`);
    require(record.version === leaf.ver, `the content is version ${record.version}, the leaf tells of ${leaf.ver}`);
  }
}

/** "sha256:" and SHA-256("claimtrail/commit/v1" || 0x00 || salt || content) in hexadecimal digits. */
async function commit(salt, content) {
  require(salt.length === 32, 'a salt has 32 bytes');
  return 'sha256:' + hex(await sha256(encoder.encode('claimtrail/commit/v1\0'), salt, content));
}

// ---- The leaf -------------------------------------------------------------------------------------------------------

const LEAF = {
  actor: /^a:[A-Za-z0-9_-]+$/,
  at: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/,
  c: /^sha256:[0-9a-f]{64}$/,
  id: /^event_[0-9a-z]{26}$/,
  prev: /^event_[0-9a-z]{26}$/,
  reason: /^[a-z0-9_]+$/,
  subj: /^[a-z]+_[0-9a-z]{26}$/,
  type: /^[a-z_.-]+$/,
};

/** RFC 8785 with a fixed schema: written anew it must give the same bytes, so no key twice and none out of order. */
function parseLeaf(text) {
  require(text.length <= 8192, 'a leaf has at most 8 KiB');
  let leaf;
  try {
    leaf = JSON.parse(text);
  } catch {
    throw new Mismatch('the leaf is no JSON');
  }
  require(leaf !== null && typeof leaf === 'object' && !Array.isArray(leaf), 'the leaf is no object');
  const names = ['actor', 'at', 'c', 'id', 'prev', 'reason', 'subj', 'type', 'v', 'ver'];
  require(JSON.stringify(Object.keys(leaf)) === JSON.stringify(names), 'the leaf has other members than it should');
  for (const [name, form] of Object.entries(LEAF)) {
    const value = leaf[name];
    require((name === 'prev' && value === null) || (typeof value === 'string' && form.test(value)),
      `"${name}" of the leaf is ${JSON.stringify(value)}`);
  }
  require(leaf.v === 1, `the leaf has the format ${leaf.v}`);
  require(Number.isSafeInteger(leaf.ver) && leaf.ver >= 0, `the leaf tells of version ${leaf.ver}`);
  require(JSON.stringify(leaf) === text, 'the leaf is not in its canonical form');
  return leaf;
}

// ---- Proof, checkpoint, note ----------------------------------------------------------------------------------------

/**
 * Checks a c2sp.org/tlog-proof@v1 of an entry, with the key of the log.
 *
 * @param entry its bytes
 * @returns {Promise<{index: bigint, size: bigint, origin: string}>}
 * @throws {Error} when it does not prove that
 */
export async function verifyProof(entry, proof, vkey) {
  const key = await parseKey(vkey);
  const blank = proof.indexOf('\n\n');
  require(blank >= 0, 'a proof is lines, a blank line and a checkpoint');
  const lines = proof.slice(0, blank).split('\n');
  require(lines.shift() === 'c2sp.org/tlog-proof@v1', 'the proof has another format');
  if (lines[0]?.startsWith('extra ')) base64(lines.shift().slice('extra '.length));
  require(lines[0]?.startsWith('index '), 'the proof does not say which entry it is of');
  const index = decimal(lines.shift().slice('index '.length));
  require(lines.length <= 63, 'no tree needs so many hashes');
  const path = lines.map(hash);
  const checkpoint = await openCheckpoint(proof.slice(blank + 2), key);
  const leaf = await sha256(Uint8Array.of(0), entry);
  await verifyInclusion(leaf, index, checkpoint.size, path, checkpoint.root);
  return { index, size: checkpoint.size, origin: checkpoint.origin };
}

/** RFC 9162 section 2.1.3.2, step by step. */
async function verifyInclusion(leaf, index, size, path, root) {
  require(index < size, `a tree of ${size} entries has no entry ${index}`);
  let fn = index;
  let sn = size - 1n;
  let r = leaf;
  for (const p of path) {
    require(sn !== 0n, 'the inclusion proof is too long');
    if ((fn & 1n) === 1n || fn === sn) {
      r = await sha256(Uint8Array.of(1), p, r);
      while ((fn & 1n) === 0n && fn !== 0n) {
        fn >>= 1n;
        sn >>= 1n;
      }
    } else {
      r = await sha256(Uint8Array.of(1), r, p);
    }
    fn >>= 1n;
    sn >>= 1n;
  }
  require(sn === 0n, 'the inclusion proof is too short');
  require(hex(r) === hex(root), 'the inclusion proof leads to another root than the checkpoint has');
}

/** c2sp.org/tlog-checkpoint in a c2sp.org/signed-note. */
async function openCheckpoint(note, key) {
  // eslint-disable-next-line no-control-regex
  require(!/[\u0000-\u0009\u000b-\u001f]/.test(note), 'a note has no control characters');
  const blank = note.lastIndexOf('\n\n');
  require(blank >= 0 && note.endsWith('\n') && blank + 2 < note.length, 'a note is a text, a blank line and signatures');
  const text = note.slice(0, blank + 1);
  await requireSigned(text, note.slice(blank + 2, -1).split('\n'), key);
  const lines = text.slice(0, -1).split('\n');
  require(lines.length >= 3 && lines.every((line) => line !== ''), 'a checkpoint has a line for origin, size and root');
  const [origin, size, root] = lines;
  require(origin === key.name, `the checkpoint is of ${origin}, the key of ${key.name}`);
  return { origin, size: decimal(size), root: hash(root) };
}

/** Signatures of other keys are passed over; one that claims to be by this key has to be. */
async function requireSigned(text, lines, key) {
  let signed = false;
  for (const line of lines) {
    const parts = /^\u2014 ([^ +]+) ([^ ]+)$/u.exec(line);
    require(parts, `no line with a signature: ${line}`);
    const bytes = base64(parts[2]);
    require(bytes.length > 4, `no line with a signature: ${line}`);
    if (parts[1] === key.name && hex(bytes.slice(0, 4)) === key.id) {
      const signature = bytes.slice(4);
      require(signature.length === 64, 'an Ed25519 signature has 64 bytes');
      const ok = await crypto.subtle.verify('Ed25519', key.key, signature, encoder.encode(text));
      require(ok, "the log's signature does not fit the checkpoint");
      signed = true;
    }
  }
  require(signed, `the checkpoint is not signed by ${key.name} with the key ${key.id}`);
}

/** A verifier key: name, id and key; the id has to follow from the others. */
async function parseKey(vkey) {
  require(typeof vkey === 'string', 'a key is a text');
  const parts = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/u.exec(vkey);
  require(parts, `no key: ${vkey}`);
  const [, name, id, encoded] = parts;
  const bytes = base64(encoded);
  require(bytes.length === 33 && bytes[0] === 1, 'the key is no Ed25519 key of a log');
  const expected = hex((await sha256(encoder.encode(name + '\n'), bytes)).slice(0, 4));
  require(id === expected, `the key's id is ${expected} and not ${id}`);
  const key = await crypto.subtle.importKey('raw', bytes.slice(1), 'Ed25519', false, ['verify']);
  return { name, id, key };
}

// ---- Bytes and numbers ----------------------------------------------------------------------------------------------

async function sha256(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all));
}

/** RFC 4648 section 4, padded, and only the one text that encoding gives. */
function base64(text) {
  require(typeof text === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(text), `no base64: ${text}`);
  let binary;
  try {
    binary = atob(text);
  } catch {
    throw new Mismatch(`no base64: ${text}`);
  }
  require(btoa(binary) === text, `base64 in another form than its own: ${text}`);
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

function hash(text) {
  const bytes = base64(text);
  require(bytes.length === 32, 'a hash has 32 bytes');
  return bytes;
}

function decimal(text) {
  require(/^(0|[1-9][0-9]{0,18})$/.test(text), `not a number in its shortest form: ${text}`);
  const number = BigInt(text);
  require(number < 1n << 63n, `too large: ${text}`);
  return number;
}

function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** RFC 8032 section 7.1, test 1: its public key. */
const KNOWN_KEY = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';

async function requireEd25519() {
  try {
    await crypto.subtle.importKey('raw', base64(KNOWN_KEY), 'Ed25519', false, ['verify']);
  } catch (e) {
    throw new Error('This browser or runtime cannot check Ed25519 signatures (WebCrypto). Use a newer one.', { cause: e });
  }
}

// ---- Command line ---------------------------------------------------------------------------------------------------

async function main(args) {
  const { readFileSync } = await import('node:fs');
  const usage = 'usage: node verify.mjs bundle.json|- [--vkey VKEY] [--json]';
  let file;
  let vkey;
  let json = false;
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--vkey' && i + 1 < args.length) vkey = args[++i];
    else if (args[i] === '--json') json = true;
    else if (file === undefined && (args[i] === '-' || !args[i].startsWith('-'))) file = args[i];
    else return fail(usage);
  }
  if (file === undefined) return fail(usage);
  let bundle;
  try {
    bundle = JSON.parse(strict.decode(readFileSync(file === '-' ? 0 : file)));
  } catch (e) {
    return fail(`cannot read ${file}: ${e.message}`);
  }
  let report;
  try {
    report = await verify(bundle, { vkey });
  } catch (e) {
    return fail(e.message);
  }
  print(report, json);
  return report.result === 'MISMATCH' ? 1 : 0;
}

function print(report, json) {
  if (json) {
    console.log(JSON.stringify(report, null, 2));
    return;
  }
  for (const { name, ok, detail } of report.checks) console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}: ${detail}`);
  if (!report.pinned) {
    console.log(`The key came with the bundle: ${report.vkey}. Compare it with the one that the newsroom has published.`);
  }
  console.log(report.result);
}

function fail(message) {
  console.error(message);
  return 2;
}

if (globalThis.process?.versions?.node && process.argv[1]) {
  const { pathToFileURL } = await import('node:url');
  const { realpathSync } = await import('node:fs');
  if (import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
    process.exitCode = await main(process.argv.slice(2));
  }
}
