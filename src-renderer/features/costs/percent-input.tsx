import { NumberInput } from '#renderer/ui/number-input.tsx';

/** A percentage with two decimals, kept in basis points. */
export function PercentInput({
  label,
  basisPoints,
  onBasisPoints,
}: {
  readonly label: string;
  readonly basisPoints: number;
  readonly onBasisPoints: (basisPoints: number) => void;
}) {
  return (
    <NumberInput
      label={label}
      w={220}
      min={0}
      max={100}
      allowDecimal
      decimalScale={2}
      suffix=" %"
      value={basisPoints / 100}
      onChange={(value) => onBasisPoints(Math.round(Number(value) * 100))}
    />
  );
}
