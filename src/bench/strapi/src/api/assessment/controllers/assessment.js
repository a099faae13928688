module.exports = require('@strapi/strapi').factories.createCoreController('api::assessment.assessment');
