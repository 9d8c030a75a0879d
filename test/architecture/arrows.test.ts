import { describe, expect, it } from 'vitest';
import { firstCircle, importsOf, type SourceImport, sourceFiles } from './imports.ts';

const shared = sourceFiles('src-shared');
const main = sourceFiles('src-main');
const renderer = sourceFiles('src-renderer');
const everything = [...shared, ...main, ...renderer];
const imports = everything.flatMap(importsOf);

/** Readable when it fails: who imports what. */
function told(found: readonly SourceImport[]): string[] {
  return found.map(({ from, specifier }) => `${from} -> ${specifier}`);
}

function packageName(specifier: string): string {
  return specifier.startsWith('@')
    ? specifier.split('/').slice(0, 2).join('/')
    : (specifier.split('/')[0] ?? specifier);
}

describe('arrows between the trees', () => {
  it('finds the sources at all', () => {
    expect(shared.length).toBeGreaterThan(20);
    expect(main.length).toBeGreaterThan(30);
    expect(renderer.length).toBeGreaterThan(20);
    expect(imports.length).toBeGreaterThan(200);
  });

  it('src-shared reaches nothing but itself and its three packages', () => {
    const allowed = new Set(['zod', 'date-fns', 'handlebars', 'ibantools', '@orpc/contract']);
    const wrong = imports.filter(
      ({ from, specifier, to }) =>
        from.startsWith('src-shared/') &&
        (to === null ? !allowed.has(packageName(specifier)) : !to.startsWith('src-shared/')),
    );
    expect(told(wrong)).toEqual([]);
  });

  it('src-main reaches only itself and src-shared', () => {
    const wrong = imports.filter(
      ({ from, to }) => from.startsWith('src-main/') && to !== null && !/^src-(main|shared)\//.test(to),
    );
    expect(told(wrong)).toEqual([]);
  });

  it('src-renderer reaches only itself and src-shared, and no Node', () => {
    const wrong = imports.filter(
      ({ from, specifier, to }) =>
        from.startsWith('src-renderer/') &&
        (to === null
          ? specifier.startsWith('node:') || specifier === 'electron'
          : !/^src-(renderer|shared)\//.test(to)),
    );
    expect(told(wrong)).toEqual([]);
  });

  it('every import of the project names a file that exists', () => {
    const known = new Set(everything);
    const wrong = imports.filter(({ to }) => to !== null && /\.tsx?$/.test(to) && !known.has(to));
    expect(told(wrong)).toEqual([]);
  });

  it('no file imports itself through others', () => {
    expect(firstCircle(everything)).toBeNull();
  });
});

describe('what only one folder may touch', () => {
  it.each([
    ['electron', 'src-main/desktop/'],
    ['better-sqlite3', 'src-main/store/'],
    ['nodemailer', 'src-main/correspondence/'],
    ['fontkit', 'src-main/correspondence/pdf/'],
  ])('%s stays in %s', (name, folder) => {
    const users = imports.filter(({ specifier }) => packageName(specifier) === name);
    expect(users.length).toBeGreaterThan(0);
    expect(told(users.filter(({ from }) => !from.startsWith(folder)))).toEqual([]);
  });

  it('the kit stays in ui/ and where the application sets it up', () => {
    const setUp = /^src-renderer\/(ui\/|main\.tsx$|app\/(providers\.tsx|theme\.ts)$)/;
    const users = imports.filter(({ specifier }) => packageName(specifier).startsWith('@mantine/'));
    expect(users.length).toBeGreaterThan(0);
    expect(told(users.filter(({ from }) => !setUp.test(from)))).toEqual([]);
  });

  it('the composition roots are imported by nobody', () => {
    const roots = /^src-main\/(desktop|web|cli)\//;
    const wrong = imports.filter(
      ({ from, to }) => to !== null && roots.test(to) && to.split('/')[1] !== from.split('/')[1],
    );
    expect(told(wrong)).toEqual([]);
  });

  it('renderer features do not import each other', () => {
    const feature = (path: string): string | undefined => /^src-renderer\/features\/([^/]+)\//.exec(path)?.[1];
    const wrong = imports.filter(({ from, to }) => {
      const [own, other] = [feature(from), to === null ? undefined : feature(to)];
      return own !== undefined && other !== undefined && own !== other;
    });
    expect(told(wrong)).toEqual([]);
  });

  it('the kit of the renderer does not know its features or the application', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        from.startsWith('src-renderer/ui/') && to !== null && /^src-renderer\/(features|parts|app)\//.test(to),
    );
    expect(told(wrong)).toEqual([]);
  });

  it('domains of src-main only serve the API, never the other way round', () => {
    const infrastructure = /^src-main\/(store|adapters|jobs)\//;
    const wrong = imports.filter(
      ({ from, to }) =>
        infrastructure.test(from) &&
        to !== null &&
        to.startsWith('src-main/') &&
        !infrastructure.test(to) &&
        !from.endsWith('handlers.ts'),
    );
    expect(told(wrong)).toEqual([]);
  });
});
