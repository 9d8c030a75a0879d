import { useQuery } from '@tanstack/react-query';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { api } from '#renderer/app/api.ts';
import { Select } from '#renderer/ui/select.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import classes from './bank.module.css';
import { bankTexts as texts } from './bank.nl.ts';
import type { BankAddress } from './use-bank-address.ts';

/** So many of the newest statements can be chosen here; an older one through its own list. */
const statementChoices = 100;

/** Narrows the list: words, and one statement. Both stand in the address. */
export function LinesToolbar({ address }: { readonly address: BankAddress }) {
  const { filter, go } = address;
  const statements = useQuery(
    api.bank.statements.queryOptions({
      input: { ...(filter.schoolId === undefined ? {} : { schoolId: filter.schoolId }), limit: statementChoices },
    }),
  );
  const options = (statements.data?.rows ?? [])
    .filter(({ undoneAt }) => undoneAt === null)
    .map(({ statementId, sequenceNumber, closingDate, schoolName }) => ({
      value: String(statementId),
      label: `${texts.statementName(sequenceNumber, formatPlainDate(closingDate))} · ${schoolName}`,
    }));
  return (
    <div className={classes['toolbar']}>
      <SearchField value={filter.search ?? ''} onChange={go} />
      <Select
        aria-label={texts.statementFilter}
        placeholder={texts.statementFilter}
        width={330}
        clearable
        searchable={options.length > 12}
        options={options}
        value={filter.statementId === undefined ? null : String(filter.statementId)}
        onChange={(value) => go({ statementId: value === null ? undefined : Number(value) })}
      />
    </div>
  );
}

/** The address follows when typing pauses. */
function SearchField({ value, onChange }: { readonly value: string; readonly onChange: BankAddress['go'] }) {
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => {
      onChange({ search: typed.trim() });
      setTyped(null);
    }, 250);
    return () => clearTimeout(timer);
  }, [typed, onChange]);
  return (
    <TextInput
      type="search"
      aria-label={texts.search}
      placeholder={texts.searchPlaceholder}
      leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
      w={290}
      value={typed ?? value}
      maxLength={200}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
