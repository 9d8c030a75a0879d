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
        {checks.map(({ code, met, sentence }) => (
          <li key={code} className={classes['check']}>
            <span>
              <Badge tone={met ? 'success' : 'warning'}>{met ? texts.met : texts.unmet}</Badge>
            </span>
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
