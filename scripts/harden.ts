import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

/**
 * SECURITY: the fuses of the Electron binary that is packaged with Openstaand. `strictlyRequireAllFuses`: a fuse that a newer
 * Electron adds stops the packaging until someone decides about it.
 */
export async function harden(pathToElectron: string): Promise<number> {
  return flipFuses(pathToElectron, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // The binary is no general Node: no other script borrows its signature.
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    // No code comes in by the environment or a debugger.
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    // The archive that was signed is the one that runs, and nothing beside it.
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // The page comes from app://; file:// gets nothing extra.
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    // Only pdf.js could use WebAssembly, and it is told not to.
    [FuseV1Options.WasmTrapHandlers]: true,
  });
}

/** `node scripts/harden.ts <binary>`: run by whoever packages, on the copy that ships. */
if (process.argv[1] === import.meta.filename) {
  const binary = process.argv[2];
  if (!binary) {
    process.stderr.write('Usage: node scripts/harden.ts <path to the Electron binary>\n');
    process.exit(1);
  }
  await harden(binary);
}
