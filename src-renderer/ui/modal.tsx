import { Modal as KitModal } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from './button.tsx';
import { kitTexts } from './kit.nl.ts';
import classes from './modal.module.css';
import { useFocusReturn } from './use-focus-return.ts';

/** The button that goes on. */
export type ModalConfirm = {
  readonly label: string;
  readonly loading?: boolean;
  readonly disabled?: boolean;
  /** It cannot be undone. */
  readonly danger?: boolean;
  /** The keyboard begins there. */
  readonly focused?: boolean;
  /** The id of a form that it sends, instead of calling `onConfirm`. */
  readonly form?: string;
};

export type ModalProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Buttons at the foot, the primary one last; with `confirm` they come before its pair. */
  readonly actions?: ReactNode;
  /** *Annuleren*, which closes, and the primary button, which does what `onConfirm` does. */
  readonly confirm?: ModalConfirm;
  /** What Ctrl+Enter does. */
  readonly onConfirm?: (() => void) | undefined;
  /** Something runs that cannot be left: no way to close it. */
  readonly busy?: boolean;
  readonly size?: 'sm' | 'md' | 'lg' | 'xl' | number;
};

const widths = { sm: 420, md: 560, lg: 760, xl: 1040 } as const;

/** A question that must be answered before going on. Esc closes, Ctrl+Enter confirms. */
export function Modal({
  opened,
  onClose,
  title,
  children,
  actions,
  confirm,
  onConfirm,
  busy = false,
  size = 'md',
}: ModalProps) {
  useFocusReturn();
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.ctrlKey && onConfirm) {
      event.preventDefault();
      // The keyboard may do no more than the button.
      if (!confirm?.loading && !confirm?.disabled) onConfirm();
    }
  }
  return (
    <KitModal.Root
      opened={opened}
      onClose={onClose}
      size={typeof size === 'number' ? size : widths[size]}
      lockScroll={false}
      centered
      transitionProps={{ duration: 0 }}
    >
      <KitModal.Overlay />
      <KitModal.Content>
        {/* Around the closing cross too, where the keyboard may begin. */}
        <div onKeyDown={onKeyDown} role="presentation">
          {/* Not the kit's own header: a second banner beside that of the page confuses screen readers. */}
          <div className={classes['header']}>
            <KitModal.Title className={classes['title'] ?? ''}>{title}</KitModal.Title>
            {busy ? null : <KitModal.CloseButton aria-label={kitTexts.close} />}
          </div>
          <KitModal.Body>
            {children}
            {actions || confirm ? (
              <div className={classes['actions']}>
                {actions}
                {confirm ? (
                  <>
                    <Button onClick={onClose}>{kitTexts.cancel}</Button>
                    <ConfirmButton confirm={confirm} onConfirm={onConfirm} />
                  </>
                ) : null}
              </div>
            ) : null}
          </KitModal.Body>
        </div>
      </KitModal.Content>
    </KitModal.Root>
  );
}

function ConfirmButton({ confirm, onConfirm }: Required<Pick<ModalProps, 'confirm'>> & Pick<ModalProps, 'onConfirm'>) {
  const { label, loading, disabled, danger = false, focused, form } = confirm;
  return (
    <Button
      variant={danger ? 'danger' : 'primary'}
      loading={loading}
      disabled={disabled}
      autoFocus={focused}
      {...(form === undefined ? { onClick: onConfirm } : { type: 'submit', form })}
    >
      {label}
    </Button>
  );
}
