import { type ReactNode, useId } from 'react';
import { Modal } from '#renderer/ui/modal.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import classes from './booking.module.css';

function intoView(box: HTMLDivElement | null): void {
  box?.scrollIntoView({ block: 'nearest' });
}

/** The frame of every booking dialog: fields, what it will do, and one button that says what happens. */
export function BookingModal({
  title,
  confirmLabel,
  onSubmit,
  onClose,
  booking,
  problem = booking.error,
  disabled = false,
  size = 'lg',
  children,
}: {
  readonly title: ReactNode;
  readonly confirmLabel: string;
  /** Also what Ctrl+Enter does. */
  readonly onSubmit: () => unknown;
  readonly onClose: () => void;
  /** What is sent when it is confirmed. */
  readonly booking: { readonly isPending: boolean; readonly error: unknown };
  /** Left out: why the booking was refused. */
  readonly problem?: unknown;
  readonly disabled?: boolean;
  readonly size?: 'md' | 'lg' | 'xl';
  readonly children: ReactNode;
}) {
  const formId = useId();
  function submit(): void {
    if (!booking.isPending && !disabled) onSubmit();
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      onConfirm={submit}
      confirm={{ label: confirmLabel, loading: booking.isPending, disabled, form: formId }}
    >
      <form
        id={formId}
        noValidate
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {children}
        {problem ? (
          // Below a long form it would go unseen.
          <div ref={intoView}>
            <ProblemAlert error={problem} />
          </div>
        ) : null}
      </form>
    </Modal>
  );
}
