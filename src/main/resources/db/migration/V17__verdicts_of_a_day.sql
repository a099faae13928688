-- For a day on which few verdicts hold: whoever asks for them must not make the database look at all there are.
create index claim_verdict_days on claim_verdict (from_day, until_day);
