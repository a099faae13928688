// Makes of an empty Directus what a newsroom would click together for claims and their assessments, fills it, and prints the
// static token of a desk that may write: node directus.mjs URL ADMINISTRATOR'S-TOKEN CLAIMS
// Both collections keep the activity log and revisions (accountability "all"); an assessment is one item, whose versions are its
// revisions. The public may read both, the desk may read, create and update: neither is an administrator, whom Directus asks no rights.
const [url, admin, claims] = process.argv.slice(2);

async function send(method, path, body) {
    const answer = await fetch(url + path, {
        method,
        headers: {authorization: `Bearer ${admin}`, 'content-type': 'application/json'},
        body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text).data : null;
}

const key = {field: 'id', type: 'integer', meta: {hidden: true}, schema: {is_primary_key: true, has_auto_increment: true}};
const text = (field, max_length = 255) => ({field, type: 'string', schema: {max_length}});
const kept = {accountability: 'all'};

async function model() {
    await send('POST', '/collections', {
        collection: 'assessments', meta: kept, schema: {},
        fields: [key, text('rating'), text('body', 5000),
            {field: 'published_at', type: 'timestamp', meta: {special: ['date-created', 'date-updated']}, schema: {}}],
    });
    await send('POST', '/collections', {
        collection: 'claims', meta: kept, schema: {},
        fields: [key, text('text', 5000), text('language'), text('claimant'), text('stated_on'), text('topics', 1000), text('source'),
            text('details', 5000), {field: 'recorded_at', type: 'timestamp', meta: {special: ['date-created']}, schema: {}},
            {field: 'assessment', type: 'integer', meta: {special: ['m2o']}, schema: {}}],
    });
    // From the claim to its assessment, which is found by its primary key: the other way round Directus makes no index.
    await send('POST', '/relations', {collection: 'claims', field: 'assessment', related_collection: 'assessments', schema: {}});
}

const permit = (policy, actions) => send('POST', '/permissions', ['claims', 'assessments'].flatMap(collection =>
    actions.map(action => ({policy, collection, action, permissions: {}, validation: {}, fields: ['*']}))));

async function people() {
    const everyone = await send('GET', '/access?filter[role][_null]=true&filter[user][_null]=true');
    await permit(everyone[0].policy, ['read']);
    const desk = await send('POST', '/policies', {name: 'Desk', admin_access: false, app_access: false});
    await permit(desk.id, ['read', 'create', 'update']);
    const role = await send('POST', '/roles', {name: 'Desk', policies: [{policy: {id: desk.id}}]});
    await send('POST', '/users', {email: 'desk@example.org', role: role.id, token: 'desk-of-the-bench', status: 'active'});
}

// Of 5,000 words the n-th most frequent is n times as rare as the first.
const words = n => Array.from({length: 12}, (_, k) => 'word' + Math.floor(5000 ** ((n * 7919 + k * 104729) % 5000 / 5000))).join(' ');

async function fill() {
    for (let from = 1; from <= claims; from += 50) {
        const batch = Array.from({length: Math.min(50, claims - from + 1)}, (_, i) => from + i);
        await send('POST', '/items/claims', batch.map(n => ({
            text: `Claim number ${n} of the bench says ${words(n)}`, language: 'en', claimant: `agent ${n % 100}`,
            stated_on: `${1900 + n % 120}`, topics: `topic ${n % 1000}`, source: `source ${n % 50}`, details: words(n) + ' ' + words(n + 1),
            assessment: {rating: 'true', body: [n, n + 1, n + 2].map(words).join(' ')},
        })));
        await send('PATCH', '/items/assessments', {keys: batch, data: {rating: 'false'}});
    }
}

await model();
await people();
await fill();
console.log('desk-of-the-bench');
