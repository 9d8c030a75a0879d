import classes from './steps.module.css';

/** Where a task of a few steps stands; what is done has a check mark, what comes is grey. */
export function Steps({
  label,
  steps,
  current,
}: {
  readonly label: string;
  readonly steps: readonly string[];
  /** Index of the step at hand. */
  readonly current: number;
}) {
  return (
    <ol className={classes['steps']} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={index === current ? classes['current'] : index < current ? classes['done'] : undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          {index < current ? `${index + 1} ${step} ✓` : `${index + 1} ${step}`}
        </li>
      ))}
    </ol>
  );
}
