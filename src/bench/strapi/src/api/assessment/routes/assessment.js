module.exports = require('@strapi/strapi').factories.createCoreRouter('api::assessment.assessment');
