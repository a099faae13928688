// Bundles made here with node's own crypto and a naive tree, good ones and broken ones. Run by VerifyModuleTest.
import test from 'node:test';
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MODULE = fileURLToPath(new URL('../../main/resources/META-INF/resources/verify.mjs', import.meta.url));
const { verify, verifyProof } = await import(MODULE);

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leafHash = (bytes) => sha256(Buffer.of(0), bytes);
const node = (left, right) => sha256(Buffer.of(1), left, right);
const split = (n) => 2 ** Math.floor(Math.log2(n - 1));
const root = (d) => (d.length === 1 ? d[0] : node(root(d.slice(0, split(d.length))), root(d.slice(split(d.length)))));
const path = (m, d) => {
  if (d.length === 1) return [];
  const k = split(d.length);
  return m < k ? [...path(m, d.slice(0, k)), root(d.slice(k))] : [...path(m - k, d.slice(k)), root(d.slice(0, k))];
};

const ORIGIN = 'example.org/log';

function key(name = ORIGIN) {
  const pair = generateKeyPairSync('ed25519');
  const raw = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const typed = Buffer.concat([Buffer.of(1), raw]);
  const id = sha256(Buffer.from(name + '\n'), typed).subarray(0, 4);
  return {
    vkey: `${name}+${id.toString('hex')}+${typed.toString('base64')}`,
    line: (text, change = (s) => s) =>
      `\u2014 ${name} ${Buffer.concat([id, change(sign(null, Buffer.from(text), pair.privateKey))]).toString('base64')}\n`,
  };
}

const LOG = key();
const CLAIM = 'claim_01k98n0b00enm8146esfsye80v';
const EVENT = 'event_01m888dgkefbhrmpgpw9an52pk';

function made({ size = 7, index = 3, log = LOG, content, leafChange = (l) => l, origin = ORIGIN, lines } = {}) {
  const text = content ?? JSON.stringify({ id: CLAIM, text: 'Übung macht den Meister 🙂', version: 2 });
  const salt = randomBytes(32);
  const c = 'sha256:' + sha256(Buffer.from('claimtrail/commit/v1\0'), salt, Buffer.from(text)).toString('hex');
  const leaf = leafChange(
    JSON.stringify({
      actor: 'a:8jaLxQcRuUxRCOTX', at: '2026-11-25T02:26:36.756988Z', c, id: EVENT, prev: null, reason: 'none',
      subj: CLAIM, type: 'claim.updated', v: 1, ver: 2,
    }),
  );
  const leaves = Array.from({ length: size }, (_, i) => leafHash(Buffer.from(i === index ? leaf : `entry ${i}`)));
  const body = `${origin}\n${size}\n${root(leaves).toString('base64')}\n`;
  const signatures = lines ? lines(body) : log.line(body);
  const hashes = path(index, leaves).map((h) => h.toString('base64') + '\n').join('');
  return {
    format: 'claimtrail/bundle/v1', event: EVENT, leaf, content: text, salt: salt.toString('base64'),
    proof: `c2sp.org/tlog-proof@v1\nindex ${index}\n${hashes}\n${body}\n${signatures}`, vkey: log.vkey,
  };
}

const result = async (bundle, options) => (await verify(bundle, options)).result;
const mismatch = async (bundle, options) => {
  const report = await verify(bundle, options);
  assert.equal(report.result, 'MISMATCH');
  const failed = report.checks.filter((check) => !check.ok);
  assert.ok(failed.length > 0 && failed.every((check) => check.detail.length > 0));
  return failed;
};

test('every entry of every small tree is verified', async () => {
  for (let size = 1; size <= 20; size++) {
    for (let index = 0; index < size; index++) {
      const report = await verify(made({ size, index }));
      assert.equal(report.result, 'VERIFIED', JSON.stringify(report.checks));
      assert.deepEqual([report.index, report.size], [String(index), String(size)]);
    }
  }
});

test('a pinned key counts, and no other', async () => {
  const bundle = made();
  assert.equal(await result(bundle, { vkey: LOG.vkey }), 'VERIFIED');
  await mismatch(bundle, { vkey: key().vkey });
  await mismatch({ ...bundle, vkey: key().vkey });
  await mismatch({ ...bundle, vkey: key('example.org/other').vkey });
});

test('what was erased is said to be erased', async () => {
  assert.equal(await result({ ...made(), content: null, salt: null }), 'ERASED');
  await mismatch({ ...made(), content: null });
  await mismatch({ ...made(), salt: null });
  await mismatch({ ...made({ log: key() }), content: null, salt: null, vkey: LOG.vkey });
});

test('a changed character is noticed wherever it is', async () => {
  const bundle = made();
  for (const name of ['event', 'leaf', 'content', 'salt', 'proof', 'vkey']) {
    for (let i = 0; i < bundle[name].length; i += name === 'content' || name === 'leaf' ? 1 : 3) {
      const other = bundle[name][i] === 'A' ? 'B' : 'A';
      await mismatch({ ...bundle, [name]: bundle[name].slice(0, i) + other + bundle[name].slice(i + 1) });
    }
  }
});

test('a path that is cut, longer or out of order proves nothing', async () => {
  const { proof, ...rest } = made({ size: 13, index: 6 });
  const [head, note] = [proof.slice(0, proof.indexOf('\n\n')).split('\n'), proof.slice(proof.indexOf('\n\n'))];
  const [format, index, ...hashes] = head;
  const put = (...lines) => ({ ...rest, proof: lines.join('\n') + note });
  for (let i = 0; i < hashes.length; i++) {
    await mismatch(put(format, index, ...hashes.filter((_, j) => j !== i)));
    await mismatch(put(format, index, ...hashes.slice(0, i), hashes[0], ...hashes.slice(i)));
  }
  await mismatch(put(format, index, ...hashes, hashes[0]));
  for (const other of ['index 5', 'index 06', 'index -6', 'index 6 ', 'index 19', 'index 18446744073709551616', 'Index 6']) {
    await mismatch(put(format, other, ...hashes));
  }
  assert.equal(await result(put(format, 'extra AAAA', index, ...hashes)), 'VERIFIED');
  await mismatch(put(format, 'extra !', index, ...hashes));
});

test('signatures of others are passed over, the own one has to fit', async () => {
  const other = key('example.net/witness');
  const namesake = key();
  assert.equal(await result(made({ lines: (t) => other.line(t) + LOG.line(t) + namesake.line(t) })), 'VERIFIED');
  await mismatch(made({ lines: (t) => other.line(t) }));
  await mismatch(made({ lines: (t) => LOG.line(t) + LOG.line(t + 'x') }));
  await mismatch(made({ lines: (t) => LOG.line(t, (s) => Buffer.concat([s, Buffer.of(0)])) }));
  await mismatch(made({ lines: (t) => LOG.line(t, (s) => s.subarray(0, 63)) }));
  await mismatch(made({ lines: (t) => LOG.line(t).trimEnd() }));
  await mismatch(made({ lines: (t) => LOG.line(t) + 'more\n' }));
  await mismatch(made({ origin: 'example.org/other' }));
});

test('a leaf is in its one canonical form', async () => {
  const changes = [
    (l) => l.replace('{', '{ '), (l) => l.replace('"v":1', '"v":1.0'), (l) => l.replace('"v":1', '"v":2'),
    (l) => l.replace('"actor"', '"zctor"'), (l) => l.replace('}', ',"x":1}'), (l) => l.replace('{', '{"__proto__":{},'),
    (l) => l.replace('"v":1,', '"v":1,"v":1,'), (l) => l.replace('"ver":2', '"ver":-2'), (l) => l.replace('"ver":2', '"ver":1e400'),
    (l) => l.replace('756988Z', '756Z'), (l) => l.replace(EVENT, EVENT.replace('k', 'j')), (l) => `[${l}]`, () => 'null', () => '',
  ];
  for (const leafChange of changes) await mismatch(made({ leafChange }));
});

test('the content is of the subject and version that the leaf tells of', async () => {
  await mismatch(made({ content: JSON.stringify({ id: CLAIM, version: 1 }) }));
  await mismatch(made({ content: JSON.stringify({ id: 'claim_01k98n0b00enm8146esfsye80w', version: 2 }) }));
  await mismatch(made({ content: 'no JSON' }));
  assert.equal(await result(made({ content: '{"by":"a:x"}' })), 'VERIFIED');
});

test('anything else is a mismatch and no exception', async () => {
  const bundle = made();
  for (const nothing of [null, undefined, 1, 'x', [], [bundle], {}, () => 1, Object.create(bundle)]) await mismatch(nothing);
  for (const name of Object.keys(bundle)) {
    for (const value of [undefined, 1, [], {}, '', '\u0000', '\ud800', 'x'.repeat(100_000)]) {
      if (name === 'event' && value === undefined) continue;
      await mismatch({ ...bundle, [name]: value });
    }
    const { [name]: _, ...without } = bundle;
    await mismatch(without);
  }
  assert.equal(await result({ ...bundle, further: 1 }), 'VERIFIED');
});

test('a proof of a log that others wrote', async (t) => {
  const folder = process.env.CLAIMTRAIL_VECTORS;
  if (!folder || !existsSync(folder)) return t.skip('no third-party vectors here');
  const vkey = 'example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx';
  const proof = readFileSync(join(folder, 'tlog-proof/leaf6.tlog-proof'), 'utf8');
  const { index, size } = await verifyProof(readFileSync(join(folder, 'tlog-proof/leaf6')), proof, vkey);
  assert.deepEqual([index, size], [6n, 15n]);
  await assert.rejects(verifyProof(Buffer.from('eight'), proof, vkey));
});

test('the command says what it found in its exit code', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'verify-')), 'bundle.json');
  const bundle = made();
  const run = (input, ...args) => {
    writeFileSync(file, input);
    return spawnSync(process.execPath, [MODULE, ...args], { encoding: 'utf8', input });
  };
  const good = JSON.stringify(bundle);
  const told = run(good, file);
  assert.equal(told.status, 0);
  assert.match(told.stdout, /VERIFIED\n$/);
  assert.ok(told.stdout.includes(bundle.vkey));
  assert.equal(run(good, file, '--vkey', LOG.vkey).status, 0);
  assert.equal(run(good, file, '--vkey', key().vkey).status, 1);
  assert.equal(run(good, '-', '--json').status, 0);
  assert.equal(JSON.parse(run(good, file, '--json').stdout).result, 'VERIFIED');
  assert.equal(run(JSON.stringify({ ...bundle, content: null, salt: null }), file).status, 0);
  assert.equal(run(JSON.stringify({ ...bundle, content: '{}' }), file).status, 1);
  assert.equal(run('{', file).status, 2);
  assert.equal(run(good).status, 2);
  assert.equal(run(good, file, '--what').status, 2);
  assert.equal(run(good, file + '.missing').status, 2);
});
