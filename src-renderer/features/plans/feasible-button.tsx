import { useState } from 'react';
import { InventoryDrawer } from '#renderer/parts/affordability/inventory-drawer.tsx';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formTexts as texts } from './plan-form.nl.ts';

/** Reckons with the family what they can spare, and fills it in. */
export function FeasibleButton({
  householdId,
  onFeasible,
}: {
  readonly householdId: number;
  readonly onFeasible: (monthlyCents: number) => void;
}) {
  const [opened, setOpened] = useState(false);
  const refused = useRefused();
  if (refused('affordability.feasible')) return null;
  return (
    <>
      <Button onClick={() => setOpened(true)}>{texts.feasible}</Button>
      {opened ? (
        <InventoryDrawer
          householdId={householdId}
          opened
          onClose={() => setOpened(false)}
          onFeasible={(cents) => {
            setOpened(false);
            onFeasible(cents);
          }}
        />
      ) : null}
    </>
  );
}
