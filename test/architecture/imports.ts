import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export type SourceImport = { readonly from: string; readonly specifier: string; readonly to: string | null };

const root = resolve(import.meta.dirname, '..', '..');
const aliases: Readonly<Record<string, string>> = {
  '#shared/': 'src-shared/',
  '#main/': 'src-main/',
  '#renderer/': 'src-renderer/',
  '#test/': 'test/',
};

/** Every TypeScript file below a folder of the project, as paths from the top. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

/** Every import, export-from and dynamic import of a file; `to` is the project file it reaches, null for a package. */
export function importsOf(file: string): SourceImport[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const specifiers = [
    ...text.matchAll(/^\s*(?:import|export)\s[^'"`;]*?from\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/^\s*import\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g),
  ].map((match) => match[1] ?? '');
  return specifiers.map((specifier) => ({ from: file, specifier, to: projectFile(file, specifier) }));
}

function projectFile(from: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return relative(root, resolve(root, dirname(from), specifier));
  const alias = Object.entries(aliases).find(([prefix]) => specifier.startsWith(prefix));
  return alias ? alias[1] + specifier.slice(alias[0].length) : null;
}

/** The first circle of files that import each other, or null. Type-only circles count too: they tie files together alike. */
export function firstCircle(files: readonly string[]): string[] | null {
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const graph = new Map(files.map((file) => [file, importsOf(file).flatMap(({ to }) => (to ? [to] : []))]));
  function visit(file: string): string[] | null {
    if (state.get(file) === 'done' || !graph.has(file)) return null;
    if (state.get(file) === 'open') return [...path.slice(path.indexOf(file)), file];
    state.set(file, 'open');
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next);
      if (circle) return circle;
    }
    path.pop();
    state.set(file, 'done');
    return null;
  }
  for (const file of files) {
    const circle = visit(file);
    if (circle) return circle;
  }
  return null;
}
