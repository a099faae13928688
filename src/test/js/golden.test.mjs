// What others wrote: a log and a proof made by Tessera, and RFC 6962 probes. They lie in the folder that
// CLAIMTRAIL_SHARED names and are not part of this repository.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { verify, verifyInclusion, verifyProof } from "../../main/resources/META-INF/resources/verify.mjs";
import { bundle, pathOf, proofText } from "./bundles.mjs";

const shared = process.env.CLAIMTRAIL_SHARED;
const vectors = join(shared ?? "", "vectors");
const skip = shared && existsSync(vectors) ? false : "CLAIMTRAIL_SHARED names no folder with vectors";
const read = (...names) => readFileSync(join(vectors, ...names), "utf8");

const TESSERA = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";
const ENTRIES = "one two three four five six seven eit nain ten ileven twelf threeten fourten fivten".split(" ");

test("verifies_the_published_proof", { skip }, async () => {
    const verdict = await verifyProof(Buffer.from(read("tlog-proof", "leaf6")), read("tlog-proof", "leaf6.tlog-proof"), TESSERA);

    assert.deepEqual([verdict.ok, verdict.index, verdict.size, verdict.origin], [true, 6, 15, "example.com/log/testdata"]);
});

test("notices_a_flipped_bit_anywhere_in_the_published_proof", { skip }, async () => {
    const proof = read("tlog-proof", "leaf6.tlog-proof");
    const leaf = Buffer.from(read("tlog-proof", "leaf6"));
    for (let i = 0; i < proof.length; i++) {
        const flipped = proof.slice(0, i) + String.fromCharCode(proof.charCodeAt(i) ^ 1) + proof.slice(i + 1);

        assert.equal((await verifyProof(leaf, flipped, TESSERA)).ok, false, `at ${i}`);
    }
});

test("verifies_every_entry_under_every_checkpoint_that_tessera_signed", { skip }, async () => {
    for (let size = 1; size <= 15; size++) {
        const entries = ENTRIES.slice(0, size).map((entry) => Buffer.from(entry));
        for (let index = 0; index < size; index++) {
            const proof = proofText(index, pathOf(index, entries), read("tessera-log", "log", "checkpoint." + size));

            assert.equal((await verifyProof(entries[index], proof, TESSERA)).ok, true, `${index} of ${size}`);
            assert.equal((await verifyProof(Buffer.from("other"), proof, TESSERA)).ok, false);
        }
    }
});

test("verifies_a_proof_under_a_cosigned_checkpoint", { skip }, async () => {
    const proof = read("tlog-proof", "leaf6.tlog-proof");
    const cosigned = proof.slice(0, proof.indexOf("\n\n") + 2) + read("tlog-proof", "cosigned.checkpoint");

    assert.equal((await verifyProof(Buffer.from("seven"), cosigned, TESSERA)).ok, true);
});

test("agrees_with_the_published_inclusion_probes", { skip }, async () => {
    const root = join(vectors, "transparency-dev-merkle", "inclusion");
    const files = readdirSync(root, { recursive: true }).filter((name) => name.endsWith(".json"));
    assert.equal(files.length, 98);
    for (const file of files) {
        // As text first: these indexes go up to 2^64-1.
        const json = readFileSync(join(root, file), "utf8").replace(/("(?:leafIdx|treeSize)": )(\d+)/g, '$1"$2"');
        const { leafIdx, treeSize, leafHash, proof, root: expected, wantErr } = JSON.parse(json);
        const bytes = (encoded) => Buffer.from(encoded ?? "", "base64");

        const holds = await verifyInclusion(
            BigInt(leafIdx), BigInt(treeSize), bytes(leafHash), (proof ?? []).map(bytes), bytes(expected));

        assert.equal(holds, !wantErr, file);
    }
});

test("refuses_the_published_keys_of_low_order", { skip }, async () => {
    const weak = JSON.parse(read("cctv-ed25519", "ed25519vectors.json"))
        .filter(({ flags }) => flags?.includes("low_order_A")).map(({ key }) => key);
    assert.ok(weak.length > 0);
    for (const key of new Set(weak)) {
        const vkey = "example.com+00000000+" + Buffer.from("01" + key, "hex").toString("base64");
        const { checks } = await verify({ ...bundle(), vkey });

        assert.match(checks.find(({ name }) => name === "vkey").detail, /anyone can sign/, key);
    }
});
