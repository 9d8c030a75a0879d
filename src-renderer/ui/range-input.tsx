import { type ReactNode, useId } from 'react';
import classes from './range-input.module.css';

/** A value that is slid between two ends, with the mouse or the arrow keys; screen readers hear `valueText`. */
export function RangeInput({
  label,
  shown,
  min,
  max,
  step,
  value,
  valueText,
  ends,
  onChange,
}: {
  readonly label: string;
  /** The value as it reads beside the label. */
  readonly shown?: ReactNode;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly valueText: string;
  /** What stands below the two ends. */
  readonly ends: readonly [ReactNode, ReactNode];
  readonly onChange: (value: number) => void;
}) {
  const inputId = useId();
  return (
    <div>
      <div className={classes['label']}>
        <label htmlFor={inputId}>{label}</label>
        <span>{shown}</span>
      </div>
      <input
        id={inputId}
        type="range"
        className={classes['input']}
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={valueText}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
      <div className={classes['ends']} aria-hidden>
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
    </div>
  );
}
