-- The roles of Claimtrail on a PostgreSQL server, to be made once by an administrator of the server, before the database:
--
--   psql -f roles.sql postgres
--   createdb --owner=claimtrail_owner --encoding=UTF8 --template=template0 claimtrail
--
-- Then give both that log in a password (\password in psql), or let the server know them otherwise. It may be run again.
-- docs/postgresql.md says how the service is told about them.
do $$
begin
  -- Owns the tables and migrates them when the service starts: QUARKUS_FLYWAY_USERNAME. Nothing else is done as this role.
  if not exists (select from pg_roles where rolname = 'claimtrail_owner') then
    create role claimtrail_owner login;
  end if;

  -- What the service may do, and no more; given after each migration (migration/afterMigrate.sql).
  if not exists (select from pg_roles where rolname = 'claimtrail_writer') then
    create role claimtrail_writer nologin;
  end if;

  -- Runs the service: QUARKUS_DATASOURCE_USERNAME.
  if not exists (select from pg_roles where rolname = 'claimtrail') then
    create role claimtrail login;
  end if;
end
$$;

grant claimtrail_writer to claimtrail;
