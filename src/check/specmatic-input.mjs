// Writes the description that Specmatic makes requests of that are to succeed: node specmatic-input.mjs DESCRIPTION SERVICE
// KEY > FILE. What it makes up fits the schemas, and no schema says which records there are, or that a word is a date: nearly
// all of it would be refused. So ids become those of the examples' records, or for what ends a record one of its own each;
// texts that have a meaning become those of the documented examples. Answers keep their schemas.
import { readFileSync } from 'node:fs';

const [file, service, key] = process.argv.slice(2);
const description = JSON.parse(readFileSync(file, 'utf8'));
const schemas = description.components.schemas;
const authorization = { Authorization: `Bearer ${key}` };

async function ask(path, body) {
  const answer = await fetch(service + path, {
    method: body ? 'POST' : 'GET',
    headers: { ...authorization, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

const records = {};
for (const kind of ['agents', 'sources', 'claims', 'relations', 'rating-scales', 'assessments'])
  records[kind] = (await ask(`/v1/${kind}?limit=100`)).items.map((item) => item.id);
const desk = (await ask('/v1/desks', { name: 'Foreign news' })).id;
const pseudonym = (await ask('/v1/keys?limit=1')).items[0].actor;
const asked = (await ask('/v1/assessments/' + records.assessments[0] + '/comments', { text: 'Who saw this?' })).id;

const examples = [...JSON.stringify(description).matchAll(/\b[a-z]+_01[0-9a-z]{24}\b/g)].map(([id]) => id);
const spent = Object.fromEntries(Object.keys(records).map((kind) => [kind, 1]));

// Whoever is asked for again after one of these gets 410, or 409.
const ends = /\/(erase|withhold|merge|withdraw|close|retract|void)$/;

async function idFor(path, name, example) {
  if (path.startsWith('/v1/keys/') || path.startsWith('/v1/desks/')) {
    if (name === 'pseudonym') return pseudonym;
    const fresh = { name: `Desk of ${path}` };
    if (path.startsWith('/v1/desks/')) return path.endsWith('/close') ? (await ask('/v1/desks', fresh)).id : desk;
    return (await ask('/v1/keys', { holder: `For ${path}`, role: 'contributor' })).id;
  }
  if (name === 'comment') return asked;
  if (name === 'event') return (await ask('/v1/audit/events?limit=1')).items[0].id;
  if (path.includes('/comments')) return records.assessments[0];
  const kind = path.split('/')[2];
  return ends.test(path) ? records[kind].filter((id) => !examples.includes(id)).at(-spent[kind]++) : example;
}

const agent = records.agents[0];
const asks = {
  knownAt: new Date().toISOString(), since: '2025-11-01T00:00:00Z', until: new Date().toISOString(), dueBefore: new Date().toISOString(),
  claimant: agent, assessor: agent, publisher: agent, owner: agent, suggestedBy: agent, claim: records.claims[0],
  after: (await ask('/v1/audit/events?limit=1')).items[0].id, desk, assignee: 'me', sort: '-recordedAt',
};

/** Of a list's many filters four, others each time: Specmatic tries each with and without each, which doubles its tests. */
function some(parameters) {
  const filters = parameters.filter((parameter) => parameter.in === 'query' && !parameter.required);
  const kept = filters.sort(() => Math.random() - 0.5).slice(0, 4);
  return parameters.filter((parameter) => !filters.includes(parameter) || kept.includes(parameter));
}

/** The schema, with texts that are not free for Specmatic to make up taken from an example, and without those that it lacks. */
function pinned(schema, example) {
  const { $ref, ...rest } = schema;
  if ($ref) return pinned({ ...schemas[$ref.split('/').pop()], ...rest }, example);
  // One, since the same agent or topic is not taken twice.
  if (schema.type === 'array') return { ...schema, maxItems: 1, items: pinned(schema.items, example?.[0]) };
  if (schema.type === 'object' && schema.properties) {
    const known = Object.entries(schema.properties).filter(([name]) => example?.[name] !== undefined);
    return {
      ...schema,
      properties: Object.fromEntries(known.map(([name, property]) => [name, pinned(property, example[name])])),
      // A change has to say why, which the schema cannot demand of first versions.
      required: known.map(([name]) => name).filter((name) => name === 'changeReason' || schema.required?.includes(name)),
    };
  }
  return schema.type === 'string' && typeof example === 'string' ? { type: 'string', enum: [example] } : schema;
}

for (const [path, operations] of Object.entries(description.paths)) {
  for (const operation of Object.values(operations)) {
    // Not asked: a 204 has to be preferred, and another type than JSON to be accepted, which Specmatic does not do.
    if (operation.responses[200]) delete operation.responses[204];
    const answer = operation.responses[200]?.content;
    if (answer?.['application/json']) operation.responses[200].content = { 'application/json': answer['application/json'] };
    operation.parameters = some((operation.parameters ?? []).filter((parameter) => parameter.name !== 'cursor'));
    for (const parameter of operation.parameters) {
      const id = parameter.in === 'path' && /^(id|comment|event|pseudonym)$/.test(parameter.name)
        && (await idFor(path, parameter.name, parameter.example));
      if (id) parameter.schema = { type: 'string', enum: [id] };
      else if (parameter.example !== undefined && /^(string|integer)$/.test(parameter.schema?.type))
        parameter.schema = { type: parameter.schema.type, enum: [parameter.example] };
      else if (asks[parameter.name]) parameter.schema = { type: 'string', enum: [asks[parameter.name]] };
      else if (parameter.in === 'path' && parameter.name === 'n') parameter.schema = { type: 'integer', enum: [1] };
    }
    const body = operation.requestBody?.content?.['application/json'];
    const example = body && (body.example ?? Object.values(body.examples ?? {})[0]?.value);
    if (example) {
      body.schema = pinned(body.schema, typeof example === 'string' ? JSON.parse(example) : example);
      delete body.examples;
      delete body.example;
    }
  }
}
console.log(JSON.stringify(description));
