module.exports = require('@strapi/strapi').factories.createCoreService('api::assessment.assessment');
