import { Select } from '#renderer/ui/select.tsx';
import { schoolYearTexts as texts } from './school-year.nl.ts';

/** Which school year it is about; there is always one. */
export function SchoolYearSelect({
  years,
  value,
  onChange,
  ...rest
}: {
  readonly years: readonly string[];
  readonly value: string;
  readonly onChange: (schoolYear: string) => void;
  readonly width?: number;
  readonly required?: boolean;
  readonly disabled?: boolean;
}) {
  return (
    <Select
      label={texts.schoolYear}
      value={value}
      options={years.map((year) => ({ value: year, label: year }))}
      onChange={(year) => year !== null && onChange(year)}
      {...rest}
    />
  );
}
