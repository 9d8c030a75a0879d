import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { peopleTexts } from './people.nl.ts';
import { ThirdPartyDialog } from './third-party-dialog.tsx';
import classes from './people.module.css';

const none = 'none';
const another = 'new';

/** Who gets the messages in the payer's place: nobody, one we know, or a new one made on the spot. */
export function ThirdPartyField({
  value,
  onChange,
  error,
}: {
  readonly value: number | null;
  readonly onChange: (thirdPartyPayerId: number | null) => void;
  readonly error?: string | undefined;
}) {
  const parties = useQuery(api.people.thirdPartyPayers.queryOptions());
  const [dialog, setDialog] = useState<'new' | 'edit' | null>(null);
  const chosen = parties.data?.find(({ id }) => id === value) ?? null;
  return (
    <>
      <div className={classes['sideBySide']}>
        <Select
          label={peopleTexts.thirdPartyPayer}
          description={peopleTexts.thirdPartyHint}
          searchable
          value={value === null ? none : String(value)}
          error={error}
          onChange={(picked) => {
            if (picked === another) setDialog('new');
            else onChange(picked === null || picked === none ? null : Number(picked));
          }}
          options={[
            { value: none, label: peopleTexts.noThirdParty },
            ...(parties.data ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
            { value: another, label: peopleTexts.newThirdParty },
          ]}
        />
        {chosen ? <Button onClick={() => setDialog('edit')}>{peopleTexts.editThirdParty}</Button> : null}
      </div>
      {dialog === null ? null : (
        <ThirdPartyDialog
          party={dialog === 'edit' ? chosen : null}
          onClose={() => setDialog(null)}
          onSaved={(saved) => {
            setDialog(null);
            onChange(saved.id);
          }}
        />
      )}
    </>
  );
}
