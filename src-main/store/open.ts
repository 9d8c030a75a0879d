import { mkdirSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Problem } from '#shared/api/problem.ts';
import { backupBeforeMigration } from './backup.ts';
import { storeFailure } from './failure.ts';
import { type FileKind, inspectFile } from './inspect.ts';
import { migrate } from './migrate.ts';
import { type Migration, readMigrations } from './migrations.ts';
import { registerFunctions } from './sql-functions.ts';
import type { Store } from './store.ts';

/** File system types (statfs) on which SQLite's locks cannot be trusted: NFS, SMB, CIFS, SMB2, NCP. */
const networkFileSystems = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x564c]);

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
    refuseWhatIsNotOurs(file, migrations.length);
  }
  const database = connect(file);
  try {
    configure(database);
    registerFunctions(database);
    await bringUpToDate(database, file, migrations);
  } catch (error) {
    database.close();
    throw asProblem(error, file);
  }
  return {
    path: file,
    sql: database,
    transaction: (work) => (database.inTransaction ? work() : database.transaction(work).immediate()),
    close: () => database.close(),
  };
}

function connect(file: string): Database.Database {
  try {
    return new Database(file);
  } catch (error) {
    throw cannotOpen(file, error);
  }
}

async function bringUpToDate(
  database: Database.Database,
  file: string,
  migrations: readonly Migration[],
): Promise<void> {
  const version = database.pragma('user_version', { simple: true }) as number;
  refuseNewer(file, version, migrations.length);
  if (version === migrations.length) return;
  const backup = version > 0 && file !== ':memory:' ? await backupBeforeMigration(database, file, version) : null;
  try {
    migrate(database, migrations);
  } catch (error) {
    if (backup === null) throw error;
    const problem = new Problem(
      'UNAVAILABLE',
      `Het bestand kon niet bijgewerkt worden voor deze versie van Openstaand. Uw gegevens staan er nog zoals ze waren, en een reservekopie staat in ${backup}. Gebruik de vorige versie en laat ons weten wat er misging.`,
    );
    problem.cause = error;
    throw problem;
  }
}

function asProblem(error: unknown, file: string): unknown {
  if (
    error instanceof Database.SqliteError &&
    (error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT'))
  ) {
    return new Problem(
      'UNAVAILABLE',
      `${file} is beschadigd. Er is niets aan veranderd; zet een reservekopie terug uit de map backups.`,
    );
  }
  return storeFailure(error) ?? error;
}

function cannotOpen(file: string, error: unknown): Problem {
  return new Problem(
    'UNAVAILABLE',
    `Het bestand ${file} kan niet geopend worden: ${error instanceof Error ? error.message : String(error)}`,
  );
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

/** Before SQLite touches it: a file that is not ours stays exactly as it was. */
function refuseWhatIsNotOurs(file: string, newest: number): void {
  const found = inspect(file);
  switch (found.kind) {
    case 'new':
      return;
    case 'ours':
      return refuseNewer(file, found.version, newest);
    case 'foreign':
      throw new Problem(
        'REFUSED',
        `${file} hoort bij een ander programma. Er is niets aan veranderd; kies een ander bestand.`,
      );
    case 'notADatabase':
      throw new Problem(
        'REFUSED',
        `${file} is geen bestand van Openstaand. Er is niets aan veranderd; kies een ander bestand.`,
      );
  }
}

function inspect(file: string): FileKind {
  try {
    return inspectFile(file);
  } catch (error) {
    throw cannotOpen(file, error);
  }
}

function refuseNewer(file: string, version: number, newest: number): void {
  if (version <= newest) return;
  throw new Problem(
    'REFUSED',
    `${file} is gemaakt met een nieuwere versie van Openstaand (${version}; deze versie kent ${newest}). Er is niets aan veranderd. Installeer de nieuwste versie en open het opnieuw.`,
  );
}

function refuseNetworkFolder(folder: string): void {
  if (!isNetworkFolder(folder, statfsSync(folder).type)) return;
  throw new Problem(
    'REFUSED',
    `${folder} is een netwerkmap. Daar kan een databank beschadigd raken. Kies een map op deze computer.`,
  );
}

/** Whether a folder is on another machine: by its name (Windows) or by the type of its file system (Linux). */
export function isNetworkFolder(folder: string, fileSystemType: number): boolean {
  return /^(\\\\|\/\/)/.test(folder) || networkFileSystems.has(fileSystemType);
}
