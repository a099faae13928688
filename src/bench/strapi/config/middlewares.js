// The usual ones, but for the one that writes a line for each request.
module.exports = ['errors', 'security', 'cors', 'query', 'body', 'session', 'favicon', 'public'].map(name => `strapi::${name}`);
