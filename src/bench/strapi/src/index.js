// History of content and the audit log are paid parts of Strapi; so a document middleware, which is what one would write, keeps a
// revision of each state, with who made it, in the transaction of the change.
const KEPT = ['api::claim.claim', 'api::assessment.assessment'];

function register({strapi}) {
    strapi.documents.use((context, next) => {
        if (!KEPT.includes(context.uid) || !['create', 'update'].includes(context.action)) return next();
        return strapi.db.transaction(async () => {
            const state = await next();
            const actor = strapi.requestContext.get()?.state?.auth?.credentials?.name ?? 'start';
            await strapi.db.query('api::revision.revision').create({
                data: {collection: context.uid, item: state.documentId, action: context.action, actor, state},
            });
            return state;
        });
    });
}

// Of 5,000 words the n-th most frequent is n times as rare as the first.
const words = n => Array.from({length: 12}, (_, k) => 'word' + Math.floor(5000 ** ((n * 7919 + k * 104729) % 5000 / 5000))).join(' ');

/** As many claims as STRAPI_CLAIMS says, with two states of their assessments each; prints the token of a desk that may write. */
async function bootstrap({strapi}) {
    const token = await strapi.service('admin::api-token').create({
        name: 'desk', description: '', type: 'custom', lifespan: null,
        permissions: [...KEPT.flatMap(uid => [`${uid}.find`, `${uid}.findOne`]), `${KEPT[0]}.create`, `${KEPT[1]}.update`],
    });
    for (let n = 1; n <= Number(process.env.STRAPI_CLAIMS ?? 0); n++) {
        const body = [n, n + 1, n + 2].map(words).join(' ');
        const {documentId} = await strapi.documents(KEPT[1]).create({data: {rating: 'true', body}});
        await strapi.documents(KEPT[0]).create({data: {
            text: `Claim number ${n} of the bench says ${words(n)}`, language: 'en', claimant: `agent ${n % 100}`,
            statedOn: `${1900 + n % 120}`, topics: `topic ${n % 1000}`, source: `source ${n % 50}`, details: words(n) + ' ' + words(n + 1),
            assessment: documentId,
        }});
        await strapi.documents(KEPT[1]).update({documentId, data: {rating: 'false'}});
    }
    console.log(`TOKEN ${token.accessKey}`);
}

module.exports = {register, bootstrap};
