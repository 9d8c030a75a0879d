import { Loader } from '@mantine/core';
import { kitTexts } from './kit.nl.ts';

/** Something is on its way; said to screen readers too. */
export function Loading({ label = kitTexts.loading }: { readonly label?: string }) {
  return (
    <div
      role="status"
      style={{ display: 'flex', gap: 10, alignItems: 'center', justifyContent: 'center', padding: 32 }}
    >
      <Loader size="sm" aria-hidden />
      <span>{label}</span>
    </div>
  );
}
