import type { GateCheck } from '#shared/hand-over/contract.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Text } from '#renderer/ui/text.tsx';
import classes from './hand-over.module.css';
import { handOverTexts as texts } from './hand-over.nl.ts';

/** Every condition of the law with whether it is met; what is not says what to do. */
export function GateChecks({ checks }: { readonly checks: readonly GateCheck[] }) {
  return (
    <section aria-label={texts.checksTitle}>
      <Text strong>{texts.checksTitle}</Text>
      <ul className={classes['checks']}>
        {checks.map((check) => (
          <li key={check.code} className={classes['check']}>
            <span>
              <CheckState check={check} />
            </span>
            <span>{check.sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function CheckState({ check: { met, invoiceIds } }: { readonly check: GateCheck }) {
  if (!met) return <Badge tone="warning">{texts.unmet}</Badge>;
  return invoiceIds.length > 0 ? <Badge tone="info">{texts.partly}</Badge> : <Badge tone="success">{texts.met}</Badge>;
}
