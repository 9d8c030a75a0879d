import { useQuery } from '@tanstack/react-query';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { api } from '#renderer/app/api.ts';
import { HoldDialog } from '#renderer/parts/holds/hold-dialog.tsx';
import { schoolTarget } from '#renderer/parts/holds/hold-target.ts';
import { holdsPanelTexts as texts } from './holds-panel.nl.ts';

/** Holds everything of one school, for the holidays. */
export function FreezeDialog({ today, onClose }: { readonly today: PlainDate; readonly onClose: () => void }) {
  const schools = useQuery(api.schools.list.queryOptions());
  const [first, ...others] = (schools.data ?? []).map(({ id, name }) => schoolTarget(id, name));
  if (!first) return null;
  return (
    <HoldDialog
      title={texts.freezeTitle}
      reason={texts.freezeReason}
      targets={[first, ...others]}
      today={today}
      onClose={onClose}
    />
  );
}
