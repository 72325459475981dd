-- Where a mail that nobody has to get can be unsubscribed from (RFC 8058), and addresses that take no mail.
ALTER TABLE outgoing_mails ADD COLUMN unsubscribe_url varchar;

-- An address stands here by a keyed hash only.
CREATE TABLE dead_addresses (
  address_hash bytea PRIMARY KEY,
  reply        integer NOT NULL,
  since        timestamptz NOT NULL,
  CONSTRAINT dead_addresses_address_hash_check CHECK (octet_length(address_hash) = 32)
);
COMMENT ON COLUMN dead_addresses.reply IS 'what the mail server answered, such as 550';
