-- The days of the world on which a verdict holds, as it says them and as numbers, and since when it holds on no day any more: a list
-- of claims answers for a day with them. The program fills in what is there already (V15).
alter table claim_verdict add column valid_from varchar;
alter table claim_verdict add column valid_to varchar;
alter table claim_verdict add column from_day integer default -2147483648 not null;
alter table claim_verdict add column until_day integer default 2147483647 not null;
alter table claim_verdict add column held_until timestamp(6) with time zone default timestamp with time zone '9999-12-31 00:00:00+00' not null;
