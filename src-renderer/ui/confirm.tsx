import { type ReactNode, useSyncExternalStore } from 'react';
import { Modal } from './modal.tsx';

type Question = {
  readonly title: string;
  readonly body: ReactNode;
  readonly confirmLabel: string;
  readonly danger?: boolean;
};
type Asked = Question & { readonly answer: (confirmed: boolean) => void };

let asked: Asked | null = null;
const listeners = new Set<() => void>();

function setAsked(next: Asked | null): void {
  asked = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks before something that cannot be taken back; the body says exactly what it does. Answers true when confirmed. */
export function confirm(question: Question): Promise<boolean> {
  asked?.answer(false);
  return new Promise((resolve) => {
    setAsked({
      ...question,
      answer: (confirmed) => {
        setAsked(null);
        resolve(confirmed);
      },
    });
  });
}

/** Where the questions of `confirm` appear; stands once around the screens. */
export function ConfirmHost() {
  const question = useSyncExternalStore(subscribe, () => asked);
  if (!question) return null;
  return (
    <Modal
      opened
      size="sm"
      title={question.title}
      onClose={() => question.answer(false)}
      onConfirm={() => question.answer(true)}
      confirm={{ label: question.confirmLabel, danger: question.danger ?? false, focused: true }}
    >
      {question.body}
    </Modal>
  );
}
