INSERT INTO plans (slug, name, billing_cycle, price_cents, max_participants) VALUES
  ('free', 'Free', 'monthly', 0, 100),
  ('premium', 'Premium', 'monthly', 1200, 300);
