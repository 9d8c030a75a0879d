import { Select } from '#renderer/ui/select.tsx';
import { type Claim, claimLabel } from './claims.ts';

/** One claim out of those of a household. */
export function ClaimSelect({
  label,
  claims,
  value,
  onChange,
  nothingFound,
  error,
  amountOf,
}: {
  readonly label: string;
  readonly claims: readonly Claim[];
  readonly value: number | null;
  readonly onChange: (invoiceId: number | null) => void;
  readonly nothingFound: string;
  readonly error?: string | undefined;
  /** The amount that matters here, in words; left out: what is open. */
  readonly amountOf?: (claim: Claim) => string;
}) {
  return (
    <Select
      label={label}
      required
      searchable
      withNames
      nothingFound={nothingFound}
      value={value === null ? null : String(value)}
      onChange={(chosen) => onChange(chosen === null ? null : Number(chosen))}
      options={claims.map((claim) => ({ value: String(claim.invoiceId), label: claimLabel(claim, amountOf?.(claim)) }))}
      error={error}
    />
  );
}
