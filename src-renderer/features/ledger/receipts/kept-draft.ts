import { createStored, useStored } from '#renderer/app/stored.ts';
import { newDraft, receiptDraft, type ReceiptDraft } from './receipt-draft.ts';

const stored = createStored<ReceiptDraft>(sessionStorage, 'openstaand-receipts', (value) => {
  const parsed = receiptDraft.safeParse(value);
  return parsed.success ? parsed.data : newDraft(newRequestKey());
});

/** What is being typed; it survives a phone call, another screen and a reload of this tab. */
export function useKeptDraft(): readonly [ReceiptDraft, (change: Partial<ReceiptDraft>) => void] {
  return [useStored(stored), changeDraft];
}

export function changeDraft(change: Partial<ReceiptDraft>): void {
  stored.set({ ...stored.get(), ...change });
}

export function keptDraft(): ReceiptDraft {
  return stored.get();
}

/** After booking, or to begin anew: nothing typed, and a key of its own. */
export function dropDraft(): void {
  stored.set({ ...newDraft(newRequestKey()), schoolId: stored.get().schoolId });
}

/** Works on every way in which this page is served, secure context or not. */
function newRequestKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
