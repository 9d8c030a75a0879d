import type { ImportField } from '#shared/imports/fields.ts';
import { Card } from '#renderer/ui/card.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { fieldOptions } from './field-options.ts';
import { type ImportDraft, problemsOf, samplesOf, withColumn } from './import-draft.ts';
import { importTexts } from './imports.nl.ts';
import classes from './imports.module.css';

type ColumnRow = {
  readonly column: number;
  readonly header: string;
  readonly sample: string;
  readonly field: ImportField | null;
};

/** Every column of the file with some of its values and what it means. */
export function ColumnsCard({
  draft,
  onChange,
}: {
  readonly draft: ImportDraft;
  readonly onChange: (draft: ImportDraft) => void;
}) {
  const rows = draft.mapping.columns.map((field, column): ColumnRow => {
    const header = draft.file.headers[column]?.trim() ?? '';
    return {
      column,
      header: header === '' ? importTexts.noHeader(columnLetter(column)) : header,
      sample: samplesOf(draft.file, column).join(' · '),
      field,
    };
  });
  return (
    <Card title={importTexts.columns} flush>
      <div className={classes['columns']}>
        <Table
          label={importTexts.columns}
          columns={tableColumns(draft, onChange)}
          rows={rows}
          getKey={(row) => row.column}
        />
      </div>
      <ProfileName draft={draft} onChange={onChange} />
    </Card>
  );
}

function tableColumns(draft: ImportDraft, onChange: (draft: ImportDraft) => void): readonly TableColumn<ColumnRow>[] {
  const groups = fieldOptions(draft.kind);
  return [
    {
      id: 'header',
      header: importTexts.columnHeader,
      width: '28%',
      cell: (row) => (
        <span className={row.field === null ? classes['unused'] : undefined}>
          <span className={classes['header']}>{row.header}</span>
        </span>
      ),
    },
    {
      id: 'sample',
      header: importTexts.columnSample,
      cell: (row) => <div className={`${classes['sample']} os-name`}>{row.sample}</div>,
    },
    {
      id: 'meaning',
      header: importTexts.columnMeaning,
      width: 290,
      cell: (row) => (
        <Select
          aria-label={importTexts.meaningOf(row.header)}
          options={groups}
          value={row.field}
          placeholder={importTexts.unused}
          nothingFound={importTexts.noMatch}
          clearable
          searchable
          error={row.field !== null && isDouble(draft, row.field)}
          onChange={(field) => onChange(withColumn(draft, row.column, field))}
        />
      ),
    },
  ];
}

/** Keep this mapping under a name, so that the next file with these headings needs no work. */
function ProfileName({
  draft,
  onChange,
}: {
  readonly draft: ImportDraft;
  readonly onChange: (draft: ImportDraft) => void;
}) {
  const { saveProfileAs } = draft;
  return (
    <div className={classes['profile']}>
      <Checkbox
        label={importTexts.saveProfile}
        checked={saveProfileAs !== null}
        onChange={(event) =>
          onChange({ ...draft, saveProfileAs: event.currentTarget.checked ? (draft.file.profile?.name ?? '') : null })
        }
      />
      {saveProfileAs === null ? null : (
        <TextInput
          aria-label={importTexts.profileName}
          placeholder={importTexts.profilePlaceholder}
          w={340}
          maxLength={80}
          value={saveProfileAs}
          error={problemsOf(draft).profileNameMissing ? importTexts.profileNameMissing : null}
          onChange={(event) => onChange({ ...draft, saveProfileAs: event.target.value })}
        />
      )}
    </div>
  );
}

function isDouble(draft: ImportDraft, field: ImportField): boolean {
  return draft.mapping.columns.filter((other) => other === field).length > 1;
}

/** 0 is A, 25 is Z, 26 is AA: as a spreadsheet names its columns. */
function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${columnLetter(Math.floor(column / 26) - 1)}${last}`;
}
