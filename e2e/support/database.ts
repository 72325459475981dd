import pg from 'pg';
import type { Instance } from './instance.ts';

/** One question to the running instance's database, as the schema's owner. */
export async function ask<T = any>(instance: Instance, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: instance.databaseUrl() });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as T[];
  } finally {
    await client.end();
  }
}
