import { afterAll } from 'vitest';
import { endPostgres, newDatabase, ownRedis, type Service } from '../torture/services.ts';

const used: Service[] = [];

/** A new, empty PostgreSQL database, gone after the tests of the file. */
export async function aDatabase(): Promise<string> {
  return keep(await newDatabase());
}

/** A Redis, gone after the tests of the file. */
export async function aRedis(): Promise<string> {
  return keep(await ownRedis());
}

function keep(service: Service): string {
  used.push(service);
  return service.url;
}

afterAll(async () => {
  await Promise.all(used.map((service) => service.end()));
  await endPostgres();
});
