import { Modal as KitModal } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { kitTexts } from './kit.nl.ts';
import classes from './modal.module.css';

export type ModalProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Buttons at the foot, the primary one last. */
  readonly actions?: ReactNode;
  /** What Ctrl+Enter does. */
  readonly onConfirm?: (() => void) | undefined;
  readonly size?: 'sm' | 'md' | 'lg' | 'xl' | number;
};

const widths = { sm: 420, md: 560, lg: 760, xl: 1040 } as const;

/** A question that must be answered before going on. Esc closes, Ctrl+Enter confirms. */
export function Modal({ opened, onClose, title, children, actions, onConfirm, size = 'md' }: ModalProps) {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.ctrlKey && onConfirm) {
      event.preventDefault();
      onConfirm();
    }
  }
  return (
    <KitModal
      opened={opened}
      onClose={onClose}
      title={title}
      size={typeof size === 'number' ? size : widths[size]}
      lockScroll={false}
      centered
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': kitTexts.close }}
      classNames={{ title: classes['title'] ?? '', header: classes['header'] ?? '' }}
    >
      <div onKeyDown={onKeyDown} role="presentation">
        {children}
        {actions ? <div className={classes['actions']}>{actions}</div> : null}
      </div>
    </KitModal>
  );
}
