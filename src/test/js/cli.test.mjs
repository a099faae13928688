// The verifier as a command: what it prints, and its exit status.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { EVENT, KEY, bundle, newKey } from "./bundles.mjs";

const MODULE = fileURLToPath(new URL("../../main/resources/META-INF/resources/verify.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "verify-"));
after(() => rmSync(folder, { recursive: true }));

function file(name, content) {
    const path = join(folder, name);
    writeFileSync(path, typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content));
    return path;
}

function run(args, { input, module = MODULE, node = [] } = {}) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...node, module, ...args], { input, encoding: "utf8" });
    return { status, stdout, stderr, last: stdout.trimEnd().split("\n").at(-1) };
}

const sound = file("sound.json", bundle());
const forged = file("forged.json", { ...bundle(), content: "{}" });

test("prints_a_line_for_each_check_and_the_result", () => {
    const { status, stdout, stderr, last } = run([sound, "--vkey", KEY.vkey]);

    assert.deepEqual([status, last, stderr], [0, "VERIFIED", ""]);
    assert.ok(stdout.trimEnd().split("\n").slice(0, -1).every((line) => /^ok {4} {2}[a-z ]+: /.test(line)), stdout);
    assert.doesNotMatch(stdout, /came from the bundle/);
});

test("says_that_a_key_from_the_bundle_must_be_compared", () => {
    const { status, stdout, last } = run([sound]);

    assert.deepEqual([status, last], [0, "VERIFIED"]);
    assert.ok(stdout.includes(KEY.vkey));
    assert.match(stdout, /came from the bundle itself[^]*published/);
});

test("ends_with_0_for_an_erased_event", () => {
    const erased = file("erased.json", { ...bundle(), content: null, salt: null });

    assert.deepEqual([run([erased]).status, run([erased]).last], [0, "ERASED"]);
});

test("ends_with_1_for_a_mismatch", () => {
    const { status, stdout, last } = run([forged]);

    assert.deepEqual([status, last], [1, "MISMATCH"]);
    assert.match(stdout, /^FAILED {2}commitment: /m);
    assert.equal(run([sound, "--vkey", newKey().vkey]).status, 1);
    assert.equal(run([file("null.json", "null")]).status, 1);
    assert.equal(run([file("array.json", "[]")]).status, 1);
});

test("ends_with_2_when_told_nonsense", () => {
    for (const args of [
        [], [sound, sound], [sound, "--vkey"], ["--vkey", KEY.vkey], [sound, "--what"], [sound, "-x"],
        [sound, "--vkey", KEY.vkey, "--vkey", KEY.vkey], [sound, "--vkey", "nonsense"], [sound, "--vkey="],
    ]) {
        const { status, stdout, stderr } = run(args);

        assert.deepEqual([status, stdout], [2, ""], args.join(" "));
        assert.match(stderr, /usage|--vkey/);
    }
});

test("ends_with_2_for_a_file_it_cannot_read", () => {
    const latin1 = Buffer.concat([Buffer.from('{"format":"'), Buffer.of(0xe4), Buffer.from('"}')]);
    for (const path of [
        join(folder, "missing.json"), folder, file("empty.json", ""), file("cut.json", JSON.stringify(bundle()).slice(0, -9)),
        file("latin1.json", latin1), file("two.json", "{}{}"),
    ]) {
        const { status, stdout, stderr } = run([path]);

        assert.deepEqual([status, stdout], [2, ""], path);
        assert.match(stderr, /cannot read/);
    }
});

test("reads_standard_input", () => {
    assert.equal(run(["-"], { input: JSON.stringify(bundle()) }).last, "VERIFIED");
    assert.equal(run(["-"], { input: JSON.stringify({ ...bundle(), salt: null }) }).status, 1);
    assert.equal(run(["-"], { input: "" }).status, 2);
});

test("prints_the_result_as_json", () => {
    const { status, stdout } = run(["--json", forged, "--vkey=" + KEY.vkey]);

    const { result, event, pinned, checks } = JSON.parse(stdout);
    assert.deepEqual([status, result, event, pinned], [1, "MISMATCH", EVENT, true]);
    assert.ok(checks.some(({ ok }) => !ok));
});

test("prints_nothing_that_steers_a_terminal", () => {
    const escape = "\u001b[2J\u009b1m\u202e";
    const path = file("escape.json", { ...bundle(), event: escape, vkey: escape, format: "claimtrail/bundle/v1" });

    assert.doesNotMatch(run([path]).stdout, /[^\P{Cc}\n]|\p{Cf}/u);
});

test("runs_through_a_symbolic_link", () => {
    const link = join(folder, "link.mjs");
    symlinkSync(MODULE, link);

    assert.equal(run([sound], { module: link }).last, "VERIFIED");
});

test("ends_with_2_where_ed25519_is_missing", () => {
    const preload = file("without.cjs", `const refuse = () => Promise.reject(new DOMException("no", "NotSupportedError"));
        Object.defineProperty(globalThis, "crypto", { value: { subtle: { importKey: refuse } } });`);

    const { status, stdout, stderr } = run([sound], { node: ["--require", preload] });

    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /^Nothing was checked: [^]*Ed25519/);
});

test("does_nothing_when_it_is_imported", () => {
    const importing = file("importing.mjs", `import ${JSON.stringify(new URL("file://" + MODULE).href)};`);

    const { status, stdout, stderr } = run(["nonsense"], { module: importing });

    assert.deepEqual([status, stdout, stderr], [0, "", ""]);
});

test("uses_nothing_of_node_when_loaded_where_there_is_no_node", () => {
    const browser = file("browser.mjs", `
        delete globalThis.process;
        const { verify } = await import(${JSON.stringify(new URL("file://" + MODULE).href)});
        console.log((await verify(${JSON.stringify(bundle())})).result);`);

    assert.equal(run([], { module: browser, node: ["--no-warnings"] }).last, "VERIFIED");
});
