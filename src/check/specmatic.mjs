// Judges what Specmatic was answered: node specmatic.mjs OUTPUT DESCRIPTION. Specmatic counts as a failure that a record
// which it made up is not there (404), or has a word where an id belongs (400, 422): what it makes up fits the schemas, and
// no schema can say which ids exist. So a refusal passes where the operation names its status. Nothing else does: no 5xx, no
// status that is not named, nothing that does not fit its schema, and no success where it sent what the schema forbids.
import { readFileSync } from 'node:fs';

const [output, description] = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'));
const paths = JSON.parse(description).paths;
// In a GET of an address without parameters nothing can be wrong: Specmatic leaves out the key, which readers need not have.
const saysAnything = (method, path, exchange) =>
  method !== 'GET' || path.includes('(') || /^ {2}Request to .*\n {4}GET \S+\?/.test(exchange);
const counts = {};
const asked = { '+': new Set(), '-': new Set() };
const wrong = [];

for (const text of output.split(/\n(?= {2}Request to )/).slice(1)) {
  const exchange = text.split(/\n-{20}\n/)[0];
  const status = /\n {2}Response at .*\n {4}(\d{3})/.exec(exchange)?.[1];
  const test = /\n([+-])ve +Scenario: ([A-Z]+) (\S+) -> .* has (SUCCEEDED|FAILED)/.exec(exchange);
  if (!status || !test) {
    wrong.push(['not understood', exchange]);
    continue;
  }
  const [, sign, method, path, outcome] = test;
  asked[sign].add(`${method} ${path}`);
  const operation = paths[path.replace(/\((\w+):\w+\)/g, '{$1}')]?.[method.toLowerCase()];
  const rules = new Set(exchange.match(/\bR\d{4}(?=: )/g) ?? []);
  rules.delete('R0002'); // another status than expected
  const verdict =
    status >= '500' ? 'a failure of the service'
    : !operation?.responses[status] ? 'a status that is not named'
    : rules.size > 0 ? 'an answer that does not fit its schema'
    : sign === '-' && status < '400' && saysAnything(method, path, exchange) ? 'taken, though the schema forbids it'
    : sign === '+' && outcome === 'FAILED' && status < '400' ? 'another success than expected'
    : null;
  const kind = `${sign === '+' ? 'allowed' : 'forbidden'} by the schema, answered ${status}`;
  counts[kind] = (counts[kind] ?? 0) + 1;
  if (verdict) wrong.push([verdict, exchange]);
}

console.log(counts);
for (const [verdict, exchange] of wrong.slice(0, 20)) console.error(`\n==== ${verdict}\n${exchange.slice(0, 3000)}`);
const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
console.log(`${total} requests to ${asked['+'].size} operations, to ${asked['-'].size} of them forbidden ones; ${wrong.length} wrong answers`);
// It can stumble over a request of its own making, leaves out all tests behind that, and sums up as if nothing had happened.
const stumbled = /\n[^]{0,300}\n +>> REQUEST[^]{0,300}/.exec(output);
if (stumbled) console.error(`Specmatic has not asked everything:${stumbled[0]}`);
process.exit(wrong.length === 0 && total > 0 && !stumbled ? 0 : 1);
