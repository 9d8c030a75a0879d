import { useQuery } from '@tanstack/react-query';
import { IconListCheck } from '@tabler/icons-react';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import classes from './procedures.module.css';
import { proceduresTexts as texts } from './procedures.nl.ts';
import { StageTimeline } from './stage-timeline.tsx';

/** A school without a procedure: the three to begin with. */
export function ShippedOffers({
  onAdd,
  isAdding,
  mayAdd,
}: {
  readonly onAdd: (shippedKey: string) => void;
  readonly isAdding: boolean;
  readonly mayAdd: boolean;
}) {
  const shipped = useQuery(api.dunning.shippedProcedures.queryOptions());
  return (
    <Stack gap="sm">
      <EmptyState icon={<IconListCheck size={32} stroke={1.4} />} title={texts.emptyTitle}>
        {texts.empty}
      </EmptyState>
      <ProblemAlert error={shipped.error} onRetry={() => void shipped.refetch()} />
      <div className={classes['offers']}>
        {shipped.data?.map(({ shippedKey, name, description, stages }) => (
          <Card key={shippedKey} title={name}>
            <div className={classes['offer']}>
              <Text>{description}</Text>
              <StageTimeline stages={stages} />
              {mayAdd ? (
                <div>
                  <Button disabled={isAdding} onClick={() => onAdd(shippedKey)}>
                    {texts.offer(name)}
                  </Button>
                </div>
              ) : null}
            </div>
          </Card>
        ))}
      </div>
    </Stack>
  );
}
