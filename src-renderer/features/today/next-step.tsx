import type { WorklistItem } from '#shared/today/contract.ts';
import { Link } from '#renderer/ui/link.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { todayTexts as texts } from './today.nl.ts';

/** Where a line is worked, in one click. */
export function NextStep({ item, onTask }: { readonly item: WorklistItem; readonly onTask: (taskId: number) => void }) {
  const label = texts.next[item.kind];
  // Many lines carry the same words; whoever hears the screen hears which one.
  const named = { 'aria-label': texts.nextOf(label, item.title) };
  const { taskId, householdId, runId, planId } = item;
  if (taskId !== null) {
    return (
      <TextButton {...named} onClick={() => onTask(taskId)}>
        {label}
      </TextButton>
    );
  }
  if (runId !== null) {
    return (
      <Link {...named} to="/herinneringen/$runId" params={{ runId: String(runId) }}>
        {label}
      </Link>
    );
  }
  if (planId !== null) {
    return (
      <Link {...named} to="/afbetaalplannen/$planId" params={{ planId: String(planId) }}>
        {label}
      </Link>
    );
  }
  switch (item.kind) {
    case 'limitation':
    case 'limited':
      return (
        <Link
          {...named}
          to="/herinneringen"
          search={{ tab: 'limitation', band: item.kind === 'limited' ? 'limited' : 'days30' }}
        >
          {label}
        </Link>
      );
    case 'settlementClaim':
      return (
        <Link {...named} to="/herinneringen" search={{ tab: 'settlements' }}>
          {label}
        </Link>
      );
    case 'approval':
      return (
        <Link {...named} to="/goedkeuren">
          {label}
        </Link>
      );
    case 'message':
    case 'letters':
      return (
        <Link
          {...named}
          to="/postvak-uit"
          search={item.kind === 'letters' ? { channel: 'letter', status: 'reserved' } : {}}
        >
          {label}
        </Link>
      );
    case 'bankLines':
      return (
        <Link {...named} to="/bank">
          {label}
        </Link>
      );
    case 'instalments':
      return (
        <Link {...named} to="/afbetaalplannen">
          {label}
        </Link>
      );
    case 'maximumBill':
      return (
        <Link {...named} to="/hulp" search={{ tab: 'maximumBill' }}>
          {label}
        </Link>
      );
    default:
      return householdId === null ? (
        <Link {...named} to="/herinneringen" search={{ tab: 'holds' }}>
          {label}
        </Link>
      ) : (
        <Link {...named} to="/dossiers/$householdId" params={{ householdId: String(householdId) }}>
          {label}
        </Link>
      );
  }
}
