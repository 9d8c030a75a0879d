import { notifications } from '@mantine/notifications';
import { kitTexts } from './kit.nl.ts';
import classes from './notify.module.css';
import { toProblem } from './problem.ts';

/** There is one notice of what was done: a second one takes its place, so that there is never more than one thing to take back. */
const done = 'done';

/** The kit counts down anew when the time to close differs from the one before. */
let nudge = 0;

/** Says that something was done, in place of what was said before; with `undo` there is a button to take it back for a while. */
export function notifyDone(message: string, undo?: () => void): void {
  nudge = 1 - nudge;
  const notice = {
    id: done,
    color: 'ink',
    autoClose: (undo ? 12_000 : 5000) + nudge,
    closeButtonProps: { 'aria-label': kitTexts.close },
    message: (
      <>
        <span>{message}</span>
        {undo ? (
          <button
            type="button"
            className={classes['undo']}
            onClick={() => {
              notifications.hide(done);
              undo();
            }}
          >
            {kitTexts.undo}
          </button>
        ) : null}
      </>
    ),
  };
  // The kit ignores an update of what is not there, and a second of what is.
  notifications.update(notice);
  notifications.show(notice);
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
