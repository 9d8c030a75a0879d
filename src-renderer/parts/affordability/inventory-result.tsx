import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { InventoryInput } from '#shared/affordability/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { useDebounced } from '#renderer/ui/use-debounced.ts';
import classes from './affordability.module.css';
import { affordabilityTexts as texts } from './affordability.nl.ts';

/** What comes out of it while it is being filled in, with the reckoning in sentences. */
export function InventoryResult({
  input,
  onFeasible,
}: {
  /** Undefined while it cannot be read. */
  readonly input: InventoryInput | undefined;
  readonly onFeasible?: ((cents: number) => void) | undefined;
}) {
  const still = useDebounced(input, 250);
  const result = useQuery({
    ...api.affordability.feasible.queryOptions({ input: still ?? skipToken }),
    placeholderData: keepPreviousData,
  });
  const { data } = result;
  return (
    <section className={classes['result']} aria-label={texts.resultTitle}>
      <div aria-live="polite">
        <Text muted small>
          {texts.resultTitle}
        </Text>
        <div className={classes['amount']}>
          {data ? data.feasibleCents === 0 ? texts.resultNone : <Money cents={data.feasibleCents} /> : '…'}
        </div>
      </div>
      {onFeasible && data && data.feasibleCents > 0 ? (
        // What is shown may be that of a moment ago, while the newest amount is still being reckoned.
        <Button
          variant="primary"
          disabled={result.isPlaceholderData || still !== input}
          onClick={() => onFeasible(data.feasibleCents)}
        >
          {texts.use}
        </Button>
      ) : null}
      <ProblemAlert error={result.error} onRetry={() => void result.refetch()} />
      {data ? (
        <>
          <Sentences title={texts.reasoning} sentences={data.reasoning} />
          <Sentences title={texts.doubts} sentences={data.doubts} />
        </>
      ) : null}
    </section>
  );
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div>
      <Text strong small>
        {title}
      </Text>
      <ul className={classes['list']}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
