// The verifier against bundles that are sound, and against every way that was thought of in which they are not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { UnsupportedError, verify, verifyProof } from "../../main/resources/META-INF/resources/verify.mjs";
import {
    CONTENT, EVENT, KEY, ORIGIN, SALT, SUBJECT, bundle, bundleOf, checkpointText, commitment, leafFields, newKey, note,
    pathOf, proofText, rootOf, sha256, signatureLine, signedBy,
} from "./bundles.mjs";

/** Asserts that a bundle does not hold, and that exactly these checks say so. */
async function mismatch(given, names, why, options) {
    const { result, checks } = await verify(given, options);
    assert.equal(result, "MISMATCH");
    const failed = checks.filter(({ ok }) => !ok);
    assert.deepEqual(failed.map(({ name }) => name), names, JSON.stringify(failed));
    if (why) {
        assert.match(failed[0].detail, why);
    }
    assert.ok(failed.every(({ detail }) => /^.{5,999}$/s.test(detail) && !/could not be read/.test(detail)), why);
}

async function verified(given, options) {
    const verdict = await verify(given, options);
    assert.equal(verdict.result, "VERIFIED", JSON.stringify(verdict.checks.filter(({ ok }) => !ok)));
    return verdict;
}

/** What fails along with a leaf that is unsound in itself. */
const WITHOUT_LEAF = ["leaf", "event", "inclusion", "commitment", "content"];
const WITHOUT_PROOF = ["proof", "checkpoint", "origin", "signature", "inclusion"];
const WITHOUT_CHECKPOINT = ["checkpoint", "origin", "signature", "inclusion"];
const WITHOUT_KEY = ["vkey", "origin", "signature"];

const replaced = (given, member, from, to) => {
    assert.ok(given[member].includes(from), `${from} is not in ${given[member]}`);
    return { ...given, [member]: given[member].replace(from, () => to) };
};

// ---- What holds -----------------------------------------------------------------------------------------------------

test("verifies_every_entry_of_trees_of_up_to_20", async () => {
    for (let size = 1; size <= 20; size++) {
        for (let index = 0; index < size; index++) {
            const verdict = await verified(bundle({ index, size }));

            assert.deepEqual([verdict.index, verdict.size], [index, size]);
        }
    }
});

test("tells_what_was_verified_and_with_which_key", async () => {
    const { checks, ...rest } = await verify(bundle());

    assert.deepEqual(rest, {
        result: "VERIFIED", event: EVENT, index: 5, size: 13, origin: ORIGIN, vkey: KEY.vkey, pinned: false,
    });
    assert.ok(checks.every(({ name, ok, detail }) => name && ok === true && detail));
});

test("verifies_with_a_pinned_key", async () => {
    const verdict = await verified(bundle(), { vkey: KEY.vkey });

    assert.equal(verdict.pinned, true);
});

test("finds_erased_content_erased", async () => {
    const verdict = await verify({ ...bundle(), content: null, salt: null });

    assert.equal(verdict.result, "ERASED");
    assert.equal(verdict.index, 5);
});

test("verifies_content_of_other_kinds", async () => {
    for (const content of ["", "[]", "null", '{"id":"x"}', '{"version":9}', "no JSON at all", '{"reason":"so"}']) {
        await verified({ ...bundle({}, { c: commitment(SALT, content) }), content });
    }
});

test("verifies_a_first_event_without_a_version", async () => {
    await verified({ ...bundle({}, { prev: null, ver: 0, c: commitment(SALT, "{}") }), content: "{}" });
});

test("ignores_other_members_of_the_bundle", async () => {
    await verified({ ...bundle(), url: "https://news.example/", index: 99, constructor: null });
});

test("ignores_signatures_of_others", async () => {
    const witness = (i) => signatureLine("witness" + i + ".example", Buffer.of(1, 2, 3, i), Buffer.alloc(76, i));
    const postQuantum = signatureLine(ORIGIN, Buffer.of(9, 9, 9, 9), Buffer.alloc(2428, 1));
    const many = Array.from({ length: 16 }, (_, i) => witness(i)).join("");

    await verified(bundle({ signedNote: (text) => text + "\n" + many + signedBy(KEY, text) + postQuantum }));
    // The same id under another name, and the same name under another id, are other keys.
    await verified(bundle({
        signedNote: (text) => note(text, KEY) + signatureLine("other.example", KEY.id, Buffer.alloc(64)),
    }));
});

test("verifies_a_rotated_checkpoint_with_either_key", async () => {
    const next = newKey();
    const rotated = bundle({ signedNote: (text) => note(text, KEY, next) });

    await verified(rotated);
    await verified({ ...rotated, vkey: next.vkey });
    await verified({ ...rotated, vkey: next.vkey }, { vkey: KEY.vkey });
    const verdict = await verified(rotated, { vkey: next.vkey });
    assert.equal(verdict.vkey, next.vkey);
});

test("allows_extra_data_and_extension_lines", async () => {
    await verified(replaced(bundle(), "proof", "index", "extra YWdl\nindex"));
    await verified(bundle({ signedNote: (text) => note(text + "extension \u00e9\n", KEY) }));
});

// ---- The bundle -----------------------------------------------------------------------------------------------------

test("refuses_what_is_no_bundle", async () => {
    const garbage = [undefined, null, true, 0, -1, NaN, 1n, "", "{}", [], [bundle()], {}, Symbol("s"), () => bundle(),
        new Date(), new Map(), Object.create(bundle()), Object.create(null), JSON.parse('{"__proto__":{}}'),
        { __proto__: bundle() }, "x".repeat(1e6)];
    for (const given of garbage) {
        await mismatch(given, ["bundle"]);
    }
});

test("refuses_an_object_that_throws_when_it_is_read", async () => {
    const throwing = { get format() { throw new Error("boo"); } };
    const proxy = new Proxy({}, { getOwnPropertyDescriptor() { throw new Error("boo"); } });
    for (const given of [throwing, proxy]) {
        const { result, checks } = await verify(given);

        assert.deepEqual([result, checks], ["MISMATCH", [{ name: "bundle", ok: false, detail: "could not be read" }]]);
    }
});

test("says_in_plain_words_what_is_missing", async () => {
    await mismatch([], ["bundle"], /is a JSON object/);
    await mismatch({ ...bundle(), event: null }, ["event"], /names no event/);
    await mismatch(bundle({ shown: 13 }), ["inclusion"], /entry 13 is not in a tree of 13/);
});

test("refuses_a_bundle_that_lacks_a_member", async () => {
    for (const name of Object.keys(bundle())) {
        const { [name]: _, ...rest } = bundle();

        await mismatch(rest, ["bundle"], new RegExp(name));
        await mismatch(JSON.parse(`{"__proto__":${JSON.stringify(bundle())},${JSON.stringify(rest).slice(1)}`), ["bundle"]);
    }
});

test("refuses_another_format", async () => {
    for (const format of ["claimtrail/bundle/v2", "claimtrail/bundle/v1 ", "", null, 1, ["claimtrail/bundle/v1"], {}]) {
        await mismatch({ ...bundle(), format }, ["bundle"]);
    }
});

test("refuses_garbage_in_any_member_without_throwing", async () => {
    const garbage = [undefined, 0, 1n, true, NaN, [], {}, Symbol("s"), () => 1, "", "\0", "\n\n", "\ud800", "null", "[]",
        "x".repeat(3e6), "\n".repeat(1e6), "A".repeat(4e6), "[".repeat(1e6), Object.create(null),
        { toString() { throw new Error("boo"); }, toJSON() { throw new Error("boo"); } }];
    for (const member of ["event", "leaf", "content", "salt", "proof", "vkey"]) {
        for (const value of garbage) {
            const { result, checks } = await verify({ ...bundle(), [member]: value });

            assert.equal(result, "MISMATCH", member);
            assert.ok(checks.some(({ ok }) => !ok));
        }
    }
});

test("refuses_what_only_turns_into_the_right_text", async () => {
    for (const member of Object.keys(bundle())) {
        for (const wrapped of [[bundle()[member]], new String(bundle()[member])]) {
            assert.equal((await verify({ ...bundle(), [member]: wrapped })).result, "MISMATCH", member);
        }
    }
});

test("notices_any_changed_character", async () => {
    const sound = bundle({ index: 2, size: 3 });
    for (const member of ["event", "leaf", "content", "salt", "proof", "vkey"]) {
        for (let i = 0; i < sound[member].length; i++) {
            const flipped = String.fromCharCode(sound[member].charCodeAt(i) ^ 1);
            const { result } = await verify({ ...sound, [member]: sound[member].slice(0, i) + flipped + sound[member].slice(i + 1) });

            assert.equal(result, "MISMATCH", `${member} at ${i}`);
        }
    }
});

test("notices_any_missing_character_and_any_more", async () => {
    const sound = bundle({ index: 2, size: 3 });
    for (const member of ["event", "leaf", "content", "salt", "proof", "vkey"]) {
        for (const more of ["\0", "\n", " ", "=", "A", "\ufeff", "\u00a0"]) {
            assert.equal((await verify({ ...sound, [member]: sound[member] + more })).result, "MISMATCH", member);
            assert.equal((await verify({ ...sound, [member]: more + sound[member] })).result, "MISMATCH", member);
        }
        for (let i = 0; i < sound[member].length; i++) {
            const { result } = await verify({ ...sound, [member]: sound[member].slice(0, i) + sound[member].slice(i + 1) });

            assert.equal(result, "MISMATCH", `${member} at ${i}`);
        }
    }
});

test("keeps_its_messages_short_and_harmless_to_a_terminal", async () => {
    const { checks } = await verify({ ...bundle(), event: "\u001b[2J\u202e\u009b" + "x".repeat(1e6) });

    const { detail } = checks.find(({ name }) => name === "event");
    assert.ok(detail.length < 300);
    assert.doesNotMatch(detail, /[\p{Cc}\p{Cf}]/u);
});

// ---- Leaf, event and content ----------------------------------------------------------------------------------------

test("refuses_another_event", async () => {
    await mismatch({ ...bundle(), event: EVENT.replace("ta", "tz") }, ["event"], /of event_/);
    await mismatch(bundle({}, { id: EVENT.replace("ta", "tz") }), ["event"]);
});

/** Bundles whose log has this leaf, soundly signed: only the leaf itself is wrong. */
const unsoundLeaf = (leaf, why) => mismatch(bundleOf(leaf), WITHOUT_LEAF, why);

test("refuses_a_leaf_that_is_not_canonical", async () => {
    const leaf = JSON.stringify(leafFields());
    const { ver, ...others } = leafFields();
    for (const other of [
        leaf.replace(",", ", "), leaf + " ", " " + leaf, leaf + "\n", JSON.stringify(leafFields(), null, 1),
        JSON.stringify({ ver, ...others }), leaf.replace('"v":1,', '"v":1,"v":1,'), leaf.replace('"ver":3', '"ver":2,"ver":3'),
        leaf.replace('"ver":3', '"ver":3.0'), leaf.replace('"ver":3', '"ver":3e0'), leaf.replace('"ver":3', '"ver":-0'),
        leaf.replace("none", "n\\u006fne"), leaf.replace('"actor"', '"\\u0061ctor"'), leaf.replace('"id"', '"\\u0069d":"x","id"'),
    ]) {
        await unsoundLeaf(other, /canonical/);
    }
});

test("refuses_a_leaf_with_other_members", async () => {
    const leaf = JSON.stringify(leafFields());
    await unsoundLeaf(leaf.replace("}", ',"x":1}'), /"x"/);
    await unsoundLeaf(leaf.replace("{", '{"__proto__":{"v":1},'), /__proto__/);
    await unsoundLeaf(leaf.replace("{", '{"toString":1,'), /toString/);
    for (const name of Object.keys(leafFields())) {
        const { [name]: _, ...rest } = leafFields();

        await unsoundLeaf(JSON.stringify(rest), new RegExp(`no "${name}"`));
    }
});

test("refuses_a_leaf_whose_members_are_not_what_they_should_be", async () => {
    const wrong = {
        actor: ["", null, 1, "a b", "a:\u00e4", "a:" + "x".repeat(300)],
        at: ["2025-11-04T09:00:00Z", "2025-11-04T09:00:00.123Z", "2025-13-04T09:00:00.123456Z", null, 0,
            "2025-11-04T09:00:00.123456+00:00", "2025-11-04T09:00:00.123456Z\n"],
        c: ["", null, "sha256:", "SHA256:" + "0".repeat(64), "sha256:" + "A".repeat(64), "sha256:" + "0".repeat(63)],
        id: ["", null, SUBJECT, "event_", "event_8" + "0".repeat(25), "event_" + "u".repeat(26)],
        prev: ["", 0, false, SUBJECT, [EVENT]],
        reason: ["", null, "He said so", "x\ny", {}],
        subj: ["", null, 1, "https://example.com/", "asmt"],
        type: ["", null, "Assessment published", []],
        v: [2, 0, "1", null, true, [1]],
        ver: [-1, 1.5, "3", null, 2 ** 53, true],
    };
    for (const [name, values] of Object.entries(wrong)) {
        for (const value of values) {
            await unsoundLeaf(JSON.stringify(leafFields({ [name]: value })), new RegExp(`"${name}"`));
        }
    }
});

test("refuses_a_leaf_that_is_no_object", async () => {
    for (const leaf of ["", "null", "[]", "1", '"leaf"', "{", "\ufeff" + JSON.stringify(leafFields())]) {
        await unsoundLeaf(leaf, /not a JSON object/);
    }
});

test("refuses_a_leaf_of_more_than_8_kib", async () => {
    const rest = JSON.stringify(leafFields({ reason: "" })).length;

    await verified(bundle({}, { reason: "x".repeat(8192 - rest) }));
    await unsoundLeaf(JSON.stringify(leafFields({ reason: "x".repeat(8193 - rest) })), /8 KiB/);
});

test("refuses_changed_content", async () => {
    await mismatch(replaced(bundle(), "content", "falsch", "wahr"), ["commitment"], /commits to/);
    await mismatch({ ...bundle(), content: "" }, ["commitment"]);
    await mismatch({ ...bundle(), content: CONTENT.normalize("NFD") + " " }, ["commitment"]);
});

test("refuses_half_a_character_that_would_hash_like_another", async () => {
    const content = '{"text":"\ufffd"}';
    const place = bundle({}, { c: commitment(SALT, content) });

    await verified({ ...place, content });
    await mismatch({ ...place, content: '{"text":"\ud800"}' }, ["commitment", "content"], /surrogate/);
});

test("refuses_another_salt", async () => {
    await mismatch({ ...bundle(), salt: Buffer.alloc(32, 8).toString("base64") }, ["commitment"]);
    await mismatch({ ...bundle(), salt: SALT.toString("base64url") }, ["commitment"], /base64/);
    await mismatch({ ...bundle(), salt: SALT.toString("base64").replace("c=", "d=") }, ["commitment"], /canonical/);
    // Bytes moved from the content into the salt hash the same.
    const salt = Buffer.concat([SALT, Buffer.from(CONTENT.slice(0, 1))]).toString("base64");
    await mismatch({ ...bundle(), salt, content: CONTENT.slice(1) }, ["commitment"], /32 bytes/);
});

test("refuses_half_an_erasure", async () => {
    await mismatch({ ...bundle(), content: null }, ["commitment"], /salt is there/);
    await mismatch({ ...bundle(), salt: null }, ["commitment"], /content is there/);
});

test("holds_an_erased_event_to_everything_else", async () => {
    const erased = { ...bundle(), content: null, salt: null };

    await mismatch({ ...erased, event: EVENT.replace("ta", "tz") }, ["event"]);
    await mismatch(replaced(erased, "leaf", "none", "void"), ["inclusion"]);
    await mismatch(erased, ["origin", "signature"], undefined, { vkey: newKey("other.example").vkey });
});

test("refuses_content_of_another_record_or_version", async () => {
    for (const [from, to] of [[SUBJECT, SUBJECT.replace("tb", "tz")], [':3}', ":4}"], [":3}", ':"3"}'], [":3}", ":null}"]]) {
        const content = CONTENT.replace(from, to);

        await mismatch({ ...bundle({}, { c: commitment(SALT, content) }), content }, ["content"]);
    }
});

// ---- Proof ----------------------------------------------------------------------------------------------------------

test("refuses_a_path_that_is_not_the_leafs", async () => {
    const other = sha256("other");
    for (const path of [
        (p) => p.slice(1), (p) => p.slice(0, -1), () => [], (p) => [...p, other], (p) => [other, ...p], (p) => [...p, p[0]],
        (p) => [...p].reverse(), (p) => [p[1], p[0], ...p.slice(2)], (p) => p.map(() => other), (p) => [...p, ...p],
    ]) {
        await mismatch(bundle({ path }), ["inclusion"]);
    }
});

test("refuses_any_other_index", async () => {
    for (let shown = 0; shown < 20; shown++) {
        if (shown !== 5) {
            await mismatch(bundle({ shown }), ["inclusion"]);
        }
    }
    await mismatch(bundle({ shown: 5 + 2 ** 32 }), ["inclusion"]); // would be 5 again in 32 bits
});

test("refuses_any_other_size_for_the_same_root", async () => {
    const leaf = JSON.stringify(leafFields());
    const leaves = Array.from({ length: 13 }, (_, i) => (i === 5 ? leaf : "entry " + i));
    let refused = 0;
    for (let size = 0; size < 40; size++) {
        const proof = proofText(5, pathOf(5, leaves), note(checkpointText(size, rootOf(leaves)), KEY));
        const { result, checks } = await verify({ ...bundle(), proof });
        // An inclusion proof does not bind the size where the path has the same turns; the signature does.
        refused += result === "MISMATCH" && checks.filter(({ ok }) => !ok).every(({ name }) => name === "inclusion");
    }
    assert.ok(refused >= 32, `${refused} of 39`);
});

test("refuses_a_proof_of_another_form", async () => {
    const hash = sha256("x").toString("base64");
    for (const [from, to] of [
        ["@v1", "@v2"], ["c2sp", "\nc2sp"], ["c2sp", " c2sp"], ["@v1\n", "@v1\r\n"], ["index 5", "index  5"],
        ["index 5", "index 05"], ["index 5", "index +5"], ["index 5", "index -5"], ["index 5", "index 5 "], ["index 5", "index 0x5"],
        ["index 5", "index 5.0"], ["index 5", "index 5e0"], ["index 5", "index \u0665"], ["index 5", "index "], ["index 5", "INDEX 5"],
        ["index 5", "index 9007199254740992"], ["index 5", "index 18446744073709551621"], ["index 5\n", "index 5\r\n"],
        ["index 5\n", ""], ["index 5\n", "index 5\nindex 5\n"], ["index 5\n", "\nindex 5\n"], ["index 5\n", "index 5\n\n"],
        ["index", "extra !\nindex"], ["index", "extra \nindex"], ["index", "extra YWdl\nextra YWdl\nindex"], ["index", "extra YWd\nindex"],
        ["index 5\n", "index 5\n" + hash.slice(0, -1) + "\n"], ["index 5\n", "index 5\n" + hash + " \n"],
        ["index 5\n", "index 5\nAAAA\n"], ["index 5\n", "index 5\n" + (hash + "\n").repeat(65)], ["\n\n", "\n"],
    ]) {
        const given = replaced(bundle(), "proof", from, to);

        const { result, checks } = await verify(given);
        assert.equal(result, "MISMATCH", JSON.stringify(to));
        assert.ok(checks.some(({ name, ok }) => !ok && (name === "proof" || name === "checkpoint")), JSON.stringify(to));
    }
    await mismatch({ ...bundle(), proof: "c2sp.org/tlog-proof@v1" }, WITHOUT_PROOF, /no empty line/);
    await mismatch(replaced(bundle(), "proof", "index 5\n", ""), WITHOUT_PROOF, /no line with the index/);
    await mismatch(replaced(bundle(), "proof", "index", `extra ${"AAAA".repeat(2 ** 18)}\nindex`), WITHOUT_PROOF, /1 MiB/);
});

test("refuses_hashes_that_are_not_canonical_base64", async () => {
    const path = (p) => [p[0].toString("base64").replace(/.=$/, (end) => String.fromCharCode(end.charCodeAt(0) + 1) + "="), ...p.slice(1)];

    await mismatch(bundle({ path }), WITHOUT_PROOF, /canonical base64/);
});

// ---- Checkpoint -----------------------------------------------------------------------------------------------------

test("refuses_a_checkpoint_of_another_form_even_when_signed", async () => {
    const size = (text, to) => text.replace("\n13\n", `\n${to}\n`);
    for (const broken of [
        (text) => size(text, "013"), (text) => size(text, "+13"), (text) => size(text, "13 "), (text) => size(text, "1e1"),
        (text) => size(text, "9007199254740993"), (text) => size(text, ""), (text) => size(text, "-13"), (text) => size(text, "\u0661\u0663"),
        (text) => text.replace("=\n", "\n"), (text) => text.replace("=\n", "==\n"), (text) => text.replace(/.{44}\n$/, "AAAA\n"),
        (text) => text.split("\n").slice(0, 2).join("\n") + "\n", (text) => "\n" + text, (text) => text + "\n", (text) => text + "\nx\n",
        (text) => text + "x\0\n", (text) => text + "x\r\n", (text) => text + "\t\n", (text) => text + "\ud800\n",
    ]) {
        await mismatch(bundle({ signedNote: (text) => note(broken(text), KEY) }), WITHOUT_CHECKPOINT);
    }
});

test("refuses_signature_lines_of_another_form", async () => {
    for (const broken of [
        (lines) => "", (lines) => lines.slice(0, -1), (lines) => lines + "\n", (lines) => lines + "x", (lines) => lines + "x\n",
        (lines) => lines.replace("\u2014", "-"), (lines) => lines.replace("\u2014 ", "\u2014"), (lines) => lines.replace("\u2014 ", "\u2014  "),
        (lines) => lines.replace("\n", " \n"), (lines) => lines.replace("\n", "\r\n"), (lines) => lines.replace("\n", "=\n"),
        (lines) => lines + "\u2014 witness.example !\n", (lines) => lines + "\u2014 witness.example AAAA\n",
        (lines) => lines + "\u2014 wit+ness AAAAAAAA\n", (lines) => lines + "\u2014 wit\u00a0ness AAAAAAAA\n",
        (lines) => lines + "\u2014 witness\0 AAAAAAAA\n", (lines) => lines + "\u2014 AAAAAAAA\n", (lines) => lines.repeat(101),
    ]) {
        await mismatch(bundle({ signedNote: (text) => text + "\n" + broken(signedBy(KEY, text)) }), WITHOUT_CHECKPOINT);
    }
});

test("refuses_a_checkpoint_without_signature_lines_or_a_last_newline", async () => {
    const why = /is not text, an empty line, and signature lines/;

    await mismatch(bundle({ signedNote: (text) => text }), WITHOUT_CHECKPOINT, why);
    await mismatch(bundle({ signedNote: (text) => note(text, KEY).slice(0, -1) }), WITHOUT_CHECKPOINT, why);
});

test("refuses_a_checkpoint_without_the_logs_signature", async () => {
    const namesake = newKey();
    await mismatch(bundle({ signedNote: (text) => note(text, namesake) }), ["signature"], /not signed by/);
    await mismatch(bundle({ signedNote: (text) => note(text, newKey("other.example")) }), ["signature"], /not signed by/);
    // Another key's signature under the log's name and id.
    const forged = (text) => text + "\n" + signatureLine(ORIGIN, KEY.id, namesake.signature(text));
    await mismatch(bundle({ signedNote: forged }), ["signature"], /wrong/);
});

test("refuses_a_wrong_signature_of_the_log_beside_a_right_one", async () => {
    const wrong = signatureLine(ORIGIN, KEY.id, KEY.signature("something else"));

    await mismatch(bundle({ signedNote: (text) => note(text, KEY) + wrong }), ["signature"]);
    await mismatch(bundle({ signedNote: (text) => text + "\n" + wrong + signedBy(KEY, text) }), ["signature"]);
});

test("refuses_a_signature_of_any_other_length", async () => {
    for (const change of [
        (s) => Buffer.concat([s, Buffer.of(0)]), (s) => s.subarray(0, 63), (s) => Buffer.concat([s, s]), (s) => s.subarray(0, 1),
    ]) {
        const line = (text) => signatureLine(ORIGIN, KEY.id, change(KEY.signature(text)));

        await mismatch(bundle({ signedNote: (text) => text + "\n" + line(text) }), ["signature"], /64 bytes/);
    }
});

test("refuses_a_signature_over_anything_but_the_text", async () => {
    const over = (change) => (text) => text + "\n" + signatureLine(ORIGIN, KEY.id, KEY.signature(change(text)));

    await mismatch(bundle({ signedNote: over((text) => text + "\n") }), ["signature"]);
    await mismatch(bundle({ signedNote: over((text) => text.slice(0, -1)) }), ["signature"]);
});

test("refuses_a_checkpoint_of_another_origin_than_the_key", async () => {
    await mismatch(bundle({ origin: "other.example" }), ["origin"], /other\.example/);
});

// ---- Keys -----------------------------------------------------------------------------------------------------------

test("refuses_a_vkey_of_another_form", async () => {
    const { name, id, data, vkey } = KEY;
    const typed = (type, length = 33) => {
        const other = Buffer.concat([Buffer.of(type), data.subarray(1), Buffer.alloc(9)]).subarray(0, length);
        return `${name}+${sha256(name + "\n", other).subarray(0, 4).toString("hex")}+${other.toString("base64")}`;
    };
    for (const other of [
        "", "x", "++", name, vkey + "=", vkey + " ", vkey + "\n", " " + vkey, vkey.replace("+", " "), vkey.replace("+", "++"),
        vkey.replace(name, ""), vkey.replace(name, "a b"), vkey.replace(name, "a\u2003b"), vkey.replace(name, "other.example"),
        `${name}+${id.toString("hex").toUpperCase()}F+${data.toString("base64")}`, `${name}+00000000+${data.toString("base64")}`,
        typed(1, 32), typed(1, 34), typed(4), typed(2), typed(0), "PRIVATE+KEY+" + vkey, "x".repeat(2000),
    ]) {
        await mismatch({ ...bundle(), vkey: other }, WITHOUT_KEY);
    }
    for (const unfit of ["a b", "a\u2003b", "a\nb", "a\0b", "a\u0085b"]) {
        await mismatch({ ...bundle(), vkey: newKey(unfit).vkey }, WITHOUT_KEY, /is a name, a key id/);
    }
});

test("refuses_keys_that_did_not_sign", async () => {
    await mismatch({ ...bundle(), vkey: newKey().vkey }, ["signature"]);
    await mismatch({ ...bundle(), vkey: newKey("other.example").vkey }, ["origin", "signature"]);
    // This y is the key of no one: not on the curve, or of a key that nobody knows.
    await mismatch(signedUnder(Buffer.alloc(32, 0x02), Buffer.alloc(64, 0x02)), ["signature"]);
});

/** A bundle with this public key and this signature under its checkpoint. */
function signedUnder(point, signature) {
    const data = Buffer.concat([Buffer.of(1), point]);
    const id = sha256(ORIGIN + "\n", data).subarray(0, 4);
    const vkey = `${ORIGIN}+${id.toString("hex")}+${data.toString("base64")}`;
    return { ...bundle({ signedNote: (text) => text + "\n" + signatureLine(ORIGIN, id, signature) }), vkey };
}

test("refuses_keys_for_which_anyone_can_sign", async () => {
    const ys = ["00".repeat(32), "01" + "00".repeat(31), "ec" + "ff".repeat(30) + "7f", "ed" + "ff".repeat(30) + "7f",
        "ee" + "ff".repeat(30) + "7f", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"];
    for (const y of ys) {
        for (const sign of [0, 0x80]) {
            const point = Buffer.from(y, "hex");
            point[31] |= sign;

            await mismatch(signedUnder(point, Buffer.concat([point, Buffer.alloc(32)])), WITHOUT_KEY, /anyone/);
        }
    }
});

test("trusts_a_pinned_key_over_the_bundles", async () => {
    const forger = newKey();
    const forged = bundle({ key: forger });

    await verified(forged);
    await mismatch(forged, ["signature"], /not signed/, { vkey: KEY.vkey });
    await mismatch(forged, ["origin", "signature"], undefined, { vkey: newKey("other.example").vkey });
    // Its own key must be well-formed all the same.
    await mismatch({ ...bundle(), vkey: "x" }, ["vkey"], undefined, { vkey: KEY.vkey });
});

test("takes_a_pinned_key_that_is_none_for_a_failure_not_for_none", async () => {
    for (const vkey of [null, "", "x", 0, false, {}, [KEY.vkey], "undefined"]) {
        const { result, pinned } = await verify(bundle(), { vkey });

        assert.deepEqual([result, pinned], ["MISMATCH", true]);
    }
});

test("reads_no_options_as_no_pinned_key", async () => {
    for (const options of [undefined, null, {}, { vkey: undefined }]) {
        assert.equal((await verified(bundle(), options)).pinned, false);
    }
});

// ---- Where there is no Ed25519 --------------------------------------------------------------------------------------

test("says_that_nothing_was_checked_where_ed25519_is_missing", async () => {
    const real = Object.getOwnPropertyDescriptor(globalThis, "crypto");
    const refusing = { importKey: () => Promise.reject(new DOMException("no", "NotSupportedError")) };
    const careless = { importKey: async () => ({}), verify: async () => false };
    for (const subtle of [refusing, careless]) {
        Object.defineProperty(globalThis, "crypto", { value: { subtle }, configurable: true });
        try {
            for (const given of [bundle(), null]) {
                await assert.rejects(verify(given), UnsupportedError);
                await assert.rejects(verifyProof(Buffer.of(), "", ""), { name: "UnsupportedError", message: /Ed25519/ });
            }
        } finally {
            Object.defineProperty(globalThis, "crypto", real ?? { value: undefined, configurable: true });
        }
    }
});
