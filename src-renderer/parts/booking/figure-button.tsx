import { formatCents } from '#shared/money/cents.ts';
import { Money } from '#renderer/ui/money.tsx';
import classes from './booking.module.css';
import { postingsTexts as texts } from './postings.nl.ts';

/** An amount that opens the postings it is made of. */
export function FigureButton({
  name,
  cents,
  onOpen,
}: {
  readonly name: string;
  readonly cents: number;
  readonly onOpen: () => void;
}) {
  return (
    <button
      type="button"
      className={classes['figureButton']}
      title={texts.openFigure(name)}
      aria-label={`${formatCents(cents)}, ${texts.openFigure(name)}`}
      onClick={onOpen}
    >
      <Money cents={cents} />
    </button>
  );
}
