import { useState } from 'react';
import type { ImportKind, Mapping } from '#shared/imports/contract.ts';
import { Card } from '#renderer/ui/card.tsx';
import { NumberInput } from '#renderer/ui/number-input.tsx';
import { Select } from '#renderer/ui/select.tsx';
import type { ImportDraft } from './import-draft.ts';
import { importTexts } from './imports.nl.ts';
import classes from './imports.module.css';

/** Kind of list, where its table is, and the school; each change reads the file again. */
export function FormatCard({
  draft,
  schools,
  schoolMissing,
  onSchool,
  onReadAgain,
}: {
  readonly draft: ImportDraft;
  readonly schools: readonly { readonly id: number; readonly name: string }[];
  readonly schoolMissing: boolean;
  readonly onSchool: (schoolId: number | null) => void;
  readonly onReadAgain: (kind: ImportKind, change: Partial<Omit<Mapping, 'columns'>>) => void;
}) {
  const { file, kind, mapping, schoolId } = draft;
  const schoolInRows = mapping.columns.includes('school');
  const change = (how: Partial<Omit<Mapping, 'columns'>>): void => onReadAgain(kind, how);
  return (
    <Card title={importTexts.format}>
      <div className={classes['settings']}>
        <Select
          label={importTexts.kind}
          width={200}
          options={options(importTexts.kindChoices)}
          value={kind}
          onChange={(chosen) => chosen && chosen !== kind && onReadAgain(chosen, {})}
        />
        <Select
          label={schoolInRows ? importTexts.schoolFromFile : importTexts.school}
          width={230}
          options={schools.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={schoolId === null ? null : String(schoolId)}
          clearable={schoolInRows}
          required={!schoolInRows}
          placeholder={schoolInRows ? importTexts.schoolOptional : importTexts.schoolPlaceholder}
          error={schoolMissing ? importTexts.schoolMissing : null}
          onChange={(chosen) => onSchool(chosen === null ? null : Number(chosen))}
        />
        {file.sheets.length > 1 ? (
          <Select
            label={importTexts.sheet}
            width={180}
            options={file.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
            value={mapping.sheet}
            onChange={(sheet) => change({ sheet })}
          />
        ) : null}
        {file.format === 'csv' ? (
          <>
            <Select
              label={importTexts.delimiter}
              width={150}
              options={options(importTexts.delimiters)}
              value={mapping.delimiter}
              onChange={(delimiter) => change({ delimiter })}
            />
            <Select
              label={importTexts.encoding}
              width={150}
              options={options(importTexts.encodings)}
              value={mapping.encoding}
              onChange={(encoding) => change({ encoding })}
            />
          </>
        ) : null}
        <HeaderRow key={mapping.headerRow} value={mapping.headerRow} onChange={(headerRow) => change({ headerRow })} />
      </div>
    </Card>
  );
}

/** Reads the file again when the field is left or Enter is pressed, not at every key. */
function HeaderRow({ value, onChange }: { readonly value: number; readonly onChange: (row: number) => void }) {
  const [typed, setTyped] = useState<number | string>(value);
  function keep(): void {
    const row = Number(typed);
    if (Number.isInteger(row) && row >= 1 && row !== value) onChange(row);
    else setTyped(value);
  }
  return (
    <NumberInput
      label={importTexts.headerRow}
      w={140}
      min={1}
      value={typed}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
      }}
    />
  );
}

function options<Value extends string>(words: Readonly<Record<Value, string>>) {
  return (Object.entries(words) as [Value, string][]).map(([value, label]) => ({ value, label }));
}
