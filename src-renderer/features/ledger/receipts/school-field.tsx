import { useQuery } from '@tanstack/react-query';
import type { School } from '#shared/schools/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useChosenSchool } from '#renderer/app/school-choice.ts';
import { Select } from '#renderer/ui/select.tsx';
import { receiptsTexts as texts } from './receipts.nl.ts';

/** The school that is booked for: the one that was picked here, else the one at the top of the screen, else the only one. */
export function useBookingSchool(picked: number | null): {
  readonly schoolId: number | null;
  readonly schools: readonly School[];
} {
  const chosen = useChosenSchool();
  const schools = useQuery(api.schools.list.queryOptions()).data ?? [];
  const only = schools.length === 1 ? (schools[0]?.id ?? null) : null;
  const wanted = picked ?? chosen ?? only;
  return { schoolId: schools.some(({ id }) => id === wanted) ? wanted : only, schools };
}

export function SchoolField({
  schools,
  value,
  onChange,
}: {
  readonly schools: readonly School[];
  readonly value: number | null;
  readonly onChange: (schoolId: number) => void;
}) {
  return (
    <Select
      label={texts.school}
      placeholder={texts.chooseSchool}
      required
      width={280}
      value={value === null ? null : String(value)}
      onChange={(chosen) => chosen !== null && onChange(Number(chosen))}
      options={schools.map(({ id, name }) => ({ value: String(id), label: name }))}
    />
  );
}
