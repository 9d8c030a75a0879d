import { modals } from '@mantine/modals';
import type { ReactNode } from 'react';
import { kitTexts } from './kit.nl.ts';

/** Asks before something that cannot be taken back; the body says exactly what it does. Answers true when confirmed. */
export function confirm(question: {
  readonly title: string;
  readonly body: ReactNode;
  readonly confirmLabel: string;
  readonly danger?: boolean;
}): Promise<boolean> {
  return new Promise((resolve) => {
    modals.openConfirmModal({
      title: question.title,
      children: question.body,
      labels: { confirm: question.confirmLabel, cancel: kitTexts.cancel },
      confirmProps: question.danger ? { color: 'red.9' } : {},
      centered: true,
      lockScroll: false,
      transitionProps: { duration: 0 },
      closeButtonProps: { 'aria-label': kitTexts.close },
      onConfirm: () => resolve(true),
      onClose: () => resolve(false),
    });
  });
}
