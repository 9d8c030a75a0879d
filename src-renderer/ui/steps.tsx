import classes from './steps.module.css';

/** Where a task of a few steps stands; what is done has a check mark, what comes is grey. */
export function Steps({
  label,
  steps,
  current,
  done = steps.map((_step, index) => index < current),
  onChoose,
}: {
  readonly label: string;
  readonly steps: readonly string[];
  /** Index of the step at hand. */
  readonly current: number;
  /** Which are done; left out: those before the one at hand. */
  readonly done?: readonly boolean[];
  /** With it the steps are buttons, for a task of which every step can be looked at. */
  readonly onChoose?: (index: number) => void;
}) {
  return (
    <ol className={classes['steps']} aria-label={label}>
      {steps.map((step, index) => {
        const words = done[index] ? `${index + 1} ${step} ✓` : `${index + 1} ${step}`;
        const isCurrent = index === current;
        return (
          <li
            key={step}
            className={isCurrent ? classes['current'] : done[index] ? classes['done'] : undefined}
            aria-current={isCurrent ? 'step' : undefined}
          >
            {onChoose ? (
              <button
                type="button"
                className={classes['button']}
                aria-current={isCurrent ? 'step' : undefined}
                onClick={() => onChoose(index)}
              >
                {words}
              </button>
            ) : (
              words
            )}
          </li>
        );
      })}
    </ol>
  );
}
