// The pool of the product, so that both ask the database with as many connections.
module.exports = ({env}) => ({
    connection: {
        client: 'postgres',
        connection: {
            host: '127.0.0.1', port: env.int('DATABASE_PORT'), database: env('DATABASE_NAME'), user: 'postgres', password: 'x', ssl: false,
        },
        pool: {min: 0, max: 50},
    },
});
