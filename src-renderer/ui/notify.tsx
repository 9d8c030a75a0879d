import { notifications } from '@mantine/notifications';
import { kitTexts } from './kit.nl.ts';
import classes from './notify.module.css';
import { toProblem } from './problem.ts';

/** The newest of what was done; the kit would let it wait behind the ones before. */
let lastDone: string | null = null;

/** Says that something was done, in place of what was said before; with `undo` there is a button to take it back for a while. */
export function notifyDone(message: string, undo?: () => void): void {
  if (lastDone !== null) notifications.hide(lastDone);
  const id = notifications.show({
    color: 'ink',
    autoClose: undo ? 12_000 : 5000,
    closeButtonProps: { 'aria-label': kitTexts.close },
    message: (
      <span className={classes['line']}>
        <span>{message}</span>
        {undo ? (
          <button
            type="button"
            className={classes['undo']}
            onClick={() => {
              notifications.hide(id);
              undo();
            }}
          >
            {kitTexts.undo}
          </button>
        ) : null}
      </span>
    ),
  });
  lastDone = id;
}

/** Says why something did not happen, for what has no place of its own on the screen. */
export function notifyProblem(error: unknown): void {
  notifications.show({
    color: 'red',
    autoClose: 15_000,
    title: kitTexts.failedTitle,
    message: toProblem(error).sentence,
    closeButtonProps: { 'aria-label': kitTexts.close },
  });
}
