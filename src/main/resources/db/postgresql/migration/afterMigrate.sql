-- What PostgreSQL needs beside the scripts that both databases run. Runs at each start, after them, in the name of whoever
-- migrates, and changes only what is not as it should be.
do $$
declare
  found record;
begin
  -- Of two services that start at the same moment, one waits.
  perform pg_advisory_xact_lock(4841272);

  -- Text is ordered as H2 orders it, whatever the locale of the server: ids are times, and their order is the order of
  -- events. In Danish "aa" comes behind "z".
  for found in
    select c.table_name, c.column_name, format_type(a.atttypid, a.atttypmod) as type
    from information_schema.columns c
    join pg_attribute a on a.attrelid = format('%I.%I', c.table_schema, c.table_name)::regclass
      and a.attname = c.column_name
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.data_type = 'character varying'
      and c.collation_name is distinct from 'C' and c.table_name <> 'flyway_schema_history'
  loop
    execute format('alter table %I alter column %I type %s collate "C"', found.table_name, found.column_name, found.type);
  end loop;

  -- What is asked for by known_until is nearly always what stands now, which is a good part of each table. A plan for any
  -- value would take it for one of very many and, at twenty thousand claims, read all that stand for a page of twenty. Told
  -- that there are two values, it goes by what else is asked for.
  for found in
    select c.relname as name, pg_relation_size(c.oid) > 0 as filled
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = quote_ident(current_schema())::regnamespace and c.relkind = 'r' and a.attname = 'known_until'
      and a.attoptions is distinct from '{n_distinct=2}'
  loop
    execute format('alter table %I alter column known_until set (n_distinct = 2)', found.name);
    -- Not of an empty one: PostgreSQL takes it for small then, and keeps plans for that when it is no more.
    if found.filled then
      execute format('analyze %I', found.name);
    end if;
  end loop;

  -- The service's own role, where there is one (roles.sql). The log only grows: its rows are never changed, and the
  -- service could not do it if it wanted to. Contents are deleted when a record is erased; what waits for its place in
  -- the tree is deleted when it has one.
  if exists (select from pg_roles where rolname = 'claimtrail_writer') then
    execute format('grant usage on schema %I to claimtrail_writer', current_schema());
    if current_user = (select pg_get_userbyid(datdba) from pg_database where datname = current_database()) then
      execute format('revoke temporary on database %I from public', current_database());
    end if;
    for found in
      select tablename as name,
        case
          when tablename in ('audit_pending', 'audit_content') then 'select, insert, delete'
          when tablename in ('audit_key', 'log_state') then 'select, insert, update'
          when tablename like 'audit\_%' then 'select, insert'
          else 'select, insert, update, delete'
        end as may
      from pg_tables
      where schemaname = current_schema() and tablename <> 'flyway_schema_history'
    loop
      execute format('revoke all on %I from public, claimtrail_writer', found.name);
      execute format('grant %s on %I to claimtrail_writer', found.may, found.name);
    end loop;
  end if;
end
$$;
