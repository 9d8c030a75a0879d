import { useQuery } from '@tanstack/react-query';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { api } from '#renderer/app/api.ts';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
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
      <SearchField
        label={texts.search}
        placeholder={texts.searchPlaceholder}
        width={290}
        value={filter.search ?? ''}
        onChange={(search) => go({ search })}
      />
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
