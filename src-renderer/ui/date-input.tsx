import { DateInput as KitDateInput } from '@mantine/dates';
import type { ReactNode } from 'react';
import { parsePlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import classes from './date-input.module.css';
import { kitTexts } from './kit.nl.ts';

export type DateInputProps = {
  readonly label?: ReactNode;
  readonly 'aria-label'?: string;
  readonly description?: ReactNode;
  /** ISO, or null when empty. */
  readonly value: PlainDate | null;
  readonly onChange: (value: PlainDate | null) => void;
  readonly minDate?: PlainDate;
  readonly maxDate?: PlainDate;
  readonly clearable?: boolean;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly error?: ReactNode;
  readonly width?: number | string;
};

/** A date, typed as dd/mm/jjjj or chosen in the calendar. */
export function DateInput({ width, clearable = true, ...rest }: DateInputProps) {
  return (
    <KitDateInput
      size="sm"
      valueFormat="DD/MM/YYYY"
      placeholder={kitTexts.datePlaceholder}
      dateParser={(text) => parsePlainDate(text) ?? null}
      clearable={clearable}
      clearButtonProps={{ 'aria-label': kitTexts.clear }}
      classNames={{ day: classes['day'] ?? '' }}
      ariaLabels={{ previousMonth: kitTexts.previousMonth, nextMonth: kitTexts.nextMonth }}
      popoverProps={{ withinPortal: true, shadow: 'md', transitionProps: { duration: 0 } }}
      {...(width === undefined ? {} : { w: width })}
      {...rest}
    />
  );
}
