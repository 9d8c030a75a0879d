import { existsSync, mkdirSync, statfsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { Problem } from '#shared/api/problem.ts';
import { verifiedBackup } from './backup.ts';
import { migrate } from './migrate.ts';
import { type Migration, readMigrations } from './migrations.ts';
import type { Store } from './store.ts';

/** "OPNS" in the header of the file: how we know a database as ours. */
export const applicationId = 0x4f504e53;

/** File system types (statfs) on which SQLite's locks cannot be trusted: NFS, SMB, CIFS, SMB2. */
const networkFileSystems = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42]);

/**
 * Opens the database, makes it when it does not exist, and brings it to the newest version after a verified backup.
 * Throws a Problem with a clear sentence for a file of a newer version, of another program, or in a network folder;
 * such a file is left exactly as it was.
 */
export async function openStore(path: string, migrations: readonly Migration[] = readMigrations()): Promise<Store> {
  const file = path === ':memory:' ? path : resolve(path);
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true });
    refuseNetworkFolder(dirname(file));
  }
  const database = connect(file);
  try {
    refuseForeignFile(database, file);
    refuseNewerFile(database, migrations.length);
    configure(database);
    const version = database.pragma('user_version', { simple: true }) as number;
    if (version > 0 && version < migrations.length) await backupBeforeMigration(database, file, version);
    migrate(database, migrations);
    database.pragma(`application_id = ${applicationId}`);
  } catch (error) {
    database.close();
    throw notADatabase(error, file);
  }
  return {
    path: file,
    sql: database,
    orm: drizzle(database),
    transaction: (work) => (database.inTransaction ? work() : database.transaction(work).immediate()),
    close: () => database.close(),
  };
}

function connect(file: string): Database.Database {
  try {
    return new Database(file);
  } catch (error) {
    throw new Problem(
      'UNAVAILABLE',
      `Het bestand ${file} kan niet geopend worden: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function notADatabase(error: unknown, file: string): unknown {
  if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB') {
    return new Problem(
      'REFUSED',
      `${file} is geen bestand van Openstaand. Er is niets aan veranderd; kies een ander bestand.`,
    );
  }
  return error;
}

/** Durable writes, enforced references, and triggers that also fire for INSERT OR REPLACE. */
function configure(database: Database.Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Without it INSERT OR REPLACE would walk through the append-only triggers.
  database.pragma('recursive_triggers = ON');
  database.pragma('busy_timeout = 5000');
  database.pragma('trusted_schema = OFF');
  database.pragma('cache_size = -65536');
  database.pragma('temp_store = MEMORY');
}

function refuseForeignFile(database: Database.Database, file: string): void {
  const id = database.pragma('application_id', { simple: true }) as number;
  const tables = database.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").pluck().get() as number;
  if (id !== applicationId && (id !== 0 || tables > 0)) {
    throw new Problem(
      'REFUSED',
      `${file} hoort bij een ander programma. Er is niets aan veranderd; kies een ander bestand.`,
    );
  }
}

function refuseNewerFile(database: Database.Database, newest: number): void {
  const version = database.pragma('user_version', { simple: true }) as number;
  if (version > newest) {
    throw new Problem(
      'REFUSED',
      `Dit bestand is gemaakt met een nieuwere versie van Openstaand (${version}; deze versie kent ${newest}). Er is niets aan veranderd. Installeer de nieuwste versie en open het opnieuw.`,
    );
  }
}

function refuseNetworkFolder(folder: string): void {
  if (/^(\\\\|\/\/)/.test(folder) || networkFileSystems.has(statfsSync(folder).type)) {
    throw new Problem(
      'REFUSED',
      `${folder} is een netwerkmap. Daar kan een databank beschadigd raken. Kies een map op deze computer.`,
    );
  }
}

async function backupBeforeMigration(database: Database.Database, file: string, version: number): Promise<void> {
  if (file === ':memory:') return;
  const folder = join(dirname(file), 'backups');
  mkdirSync(folder, { recursive: true });
  let target = join(folder, `voor-versie-${version + 1}.sqlite`);
  for (let attempt = 2; existsSync(target); attempt += 1)
    target = join(folder, `voor-versie-${version + 1}-${attempt}.sqlite`);
  await verifiedBackup(database, target);
}
