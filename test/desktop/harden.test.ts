import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#test/support/application.ts';
import { harden } from '../../scripts/harden.ts';

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** A file with the fuse wire of an Electron binary, every fuse as it ships. */
function binaryWith(fuses: number): string {
  const file = join(temporaryFolder(), 'electron');
  const wire = Buffer.from([1, fuses, ...Array.from({ length: fuses }, () => FuseState.ENABLE)]);
  writeFileSync(file, Buffer.concat([Buffer.alloc(5000, 7), Buffer.from(sentinel), wire, Buffer.alloc(5000, 9)]));
  return file;
}

describe('the fuses of the packaged binary', () => {
  it('decides about every one', async () => {
    const file = binaryWith(9);
    await harden(file);
    const { version: _version, ...wire } = await getCurrentFuseWire(file);
    const off = Object.entries(wire).flatMap(([fuse, state]) =>
      state === FuseState.DISABLE ? [FuseV1Options[Number(fuse)]] : [],
    );
    expect(off.toSorted()).toEqual([
      'EnableNodeCliInspectArguments',
      'EnableNodeOptionsEnvironmentVariable',
      'GrantFileProtocolExtraPrivileges',
      'LoadBrowserProcessSpecificV8Snapshot',
      'RunAsNode',
    ]);
  });

  it('stops when a newer Electron has a fuse that nobody decided about', async () => {
    await expect(harden(binaryWith(10))).rejects.toThrow(/strictlyRequireAllFuses/);
  });
});
