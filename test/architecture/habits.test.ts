import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './imports.ts';

const root = resolve(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const sources = ['src-shared', 'src-main', 'src-renderer'].flatMap(sourceFiles);

describe('habits of the house', () => {
  it('no source file outgrows 300 lines', () => {
    expect(sources.filter((file) => read(file).split('\n').length > 301)).toEqual([]);
  });

  it('no word that a parent should never read about themselves', () => {
    expect(sources.filter((file) => /wanbetal/i.test(read(file)))).toEqual([]);
  });

  it('src-shared knows no clock, no chance and no environment', () => {
    const forbidden = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bfetch\(/;
    expect(sourceFiles('src-shared').filter((file) => forbidden.test(read(file)))).toEqual([]);
  });

  it('src-main takes today and now from its clock', () => {
    const clock = 'src-main/adapters/clock.ts';
    const wrong = sourceFiles('src-main').filter(
      (file) => file !== clock && /\bDate\.now\(|\bnew Date\(\)/.test(read(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('everything that src-shared exports says what it decides', () => {
    const undocumented = sourceFiles('src-shared').flatMap((file) => {
      const lines = read(file).split('\n');
      return lines.flatMap((line, index) =>
        /^export (async )?function /.test(line) && !/\*\/\s*$/.test(lines[index - 1] ?? '')
          ? [`${file}:${index + 1}`]
          : [],
      );
    });
    expect(undocumented).toEqual([]);
  });

  it('every dependency is pinned to one version', () => {
    const manifest = JSON.parse(read('package.json')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});
