import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Card } from '#renderer/ui/card.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { PayerDialog } from './payer-dialog.tsx';
import { PayerEntry } from './payer-entry.tsx';
import { peopleTexts } from './people.nl.ts';
import classes from './people.module.css';

/** Who owes: how to reach them, what each owes, and who pays in their place. */
export function PayersCard({ household }: { readonly household: HouseholdPage }) {
  const [adding, setAdding] = useState(false);
  const { payers } = household;
  const refused = useRefused();
  return (
    <Card
      title={peopleTexts.payers}
      actions={
        refused('people.addPayer') ? null : (
          <IconButton size="sm" label={peopleTexts.addPayer} onClick={() => setAdding(true)}>
            <IconPlus size={16} />
          </IconButton>
        )
      }
    >
      {payers.length === 0 ? <Text muted>{peopleTexts.noPayers}</Text> : null}
      <ul className={classes['list']}>
        {payers.map((payer) => (
          <PayerEntry key={payer.payerId} household={household} payer={payer} />
        ))}
      </ul>
      <LiabilityHint household={household} />
      {adding ? (
        <PayerDialog householdId={household.householdId} payer={null} onClose={() => setAdding(false)} />
      ) : null}
    </Card>
  );
}

function LiabilityHint({ household }: { readonly household: HouseholdPage }) {
  const all = household.pupils.flatMap(({ liabilities }) => liabilities);
  const kinds = new Set(all.filter(({ shareBp }) => shareBp > 0).map(({ kind }) => kind));
  const liable = new Set(all.map(({ payerId }) => payerId)).size;
  if (liable < 2 || kinds.size !== 1) return null;
  return (
    <Text muted small>
      {kinds.has('joint') ? peopleTexts.jointHint(liable) : peopleTexts.splitHint}
    </Text>
  );
}
