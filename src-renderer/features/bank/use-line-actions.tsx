import { useMutation } from '@tanstack/react-query';
import type { BankLine } from '#shared/bank/shapes.ts';
import { formatCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { confirm } from '#renderer/ui/confirm.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import classes from './bank.module.css';
import { lineTexts as texts } from './bank-line.nl.ts';
import { effectOf } from './proposal-words.ts';

/** Opens lines again at once: the way back that every notice offers. */
export function useTakeBack(): (transactionIds: readonly number[]) => void {
  const reopen = useMutation(
    api.bank.reopen.mutationOptions({ onSuccess: () => notifyDone(texts.takenBack), onError: notifyProblem }),
  );
  return (transactionIds) => reopen.mutate({ transactionIds: [...transactionIds] });
}

/** Accepts proposals as they are on the screen; `onChanged` hears which ones had changed meanwhile and were left. */
export function useAccept(onChanged: (transactionIds: readonly number[]) => void) {
  const takeBack = useTakeBack();
  const accept = useMutation(
    api.bank.accept.mutationOptions({
      onSuccess: ({ done, changedTransactionIds }, { lines }) => {
        const changed = new Set(changedTransactionIds);
        const accepted = lines.map(({ transactionId }) => transactionId).filter((id) => !changed.has(id));
        if (done > 0) notifyDone(texts.accepted(done), () => takeBack(accepted));
        onChanged(changedTransactionIds);
      },
      onError: notifyProblem,
    }),
  );
  function now(lines: readonly BankLine[], then?: () => void): void {
    const shown = lines.flatMap(({ transactionId, proposal }) =>
      proposal === null ? [] : [{ transactionId, fingerprint: proposal.fingerprint }],
    );
    if (shown.length === 0) return;
    accept.mutate(
      { lines: shown },
      { onSuccess: ({ changedTransactionIds }) => (changedTransactionIds.length === 0 ? then?.() : undefined) },
    );
  }
  /** For many at once: first says what will happen. */
  async function afterAsking(lines: readonly BankLine[]): Promise<void> {
    const sure = await confirm({
      title: texts.acceptAllTitle(lines.length),
      body: <WhatHappens lines={lines} />,
      confirmLabel: texts.acceptAllConfirm,
    });
    if (sure) now(lines);
  }
  return { now, afterAsking, isPending: accept.isPending };
}

function WhatHappens({ lines }: { readonly lines: readonly BankLine[] }) {
  const effect = effectOf(lines);
  const sentences = [
    effect.booked > 0 ? texts.effectBook(effect.booked, formatCents(effect.bookedCents)) : null,
    effect.creditCents > 0 ? texts.effectCredit(formatCents(effect.creditCents)) : null,
    effect.takenBack > 0 ? texts.effectTakeBack(effect.takenBack, formatCents(effect.takenBackCents)) : null,
    effect.setAside > 0 ? texts.effectSetAside(effect.setAside) : null,
  ].filter((sentence) => sentence !== null);
  return <Sentences sentences={sentences} after={texts.effectOutro} />;
}

/** Opens lines again, after saying what is taken back. `known` are the lines that are on the screen. */
export function useReopen() {
  const reopen = useMutation(
    api.bank.reopen.mutationOptions({
      onSuccess: ({ transactionIds }) => notifyDone(texts.reopened(transactionIds.length)),
      onError: notifyProblem,
    }),
  );
  async function ask(
    transactionIds: readonly number[],
    known: readonly BankLine[],
    status: 'booked' | 'setAside',
    then?: () => void,
  ): Promise<void> {
    const [only] = known;
    const sentences =
      status === 'setAside'
        ? [texts.reopenSetAside]
        : transactionIds.length === 1 && only
          ? whatComesBack(only)
          : [texts.reopenManyBooked(transactionIds.length)];
    const sure = await confirm({
      title: texts.reopenTitle(transactionIds.length),
      body: <Sentences sentences={sentences} />,
      confirmLabel: texts.reopenConfirm,
      danger: status === 'booked',
    });
    if (sure) reopen.mutate({ transactionIds: [...transactionIds] }, { onSuccess: () => then?.() });
  }
  return { ask, isPending: reopen.isPending };
}

function whatComesBack(line: BankLine): readonly string[] {
  if (line.amountCents < 0) return [texts.reopenTakenBack(formatCents(-line.amountCents))];
  return [
    texts.reopenBooked(formatCents(line.amountCents), line.bookedHouseholdName),
    ...line.bookedOn.map(({ number, amountCents }) => texts.reopenInvoice(number, formatCents(amountCents))),
    ...(line.bookedCreditCents > 0 ? [texts.reopenCredit(formatCents(line.bookedCreditCents))] : []),
  ];
}

function Sentences({ sentences, after }: { readonly sentences: readonly string[]; readonly after?: string }) {
  return (
    <>
      <ul className={classes['findings']}>
        {sentences.map((sentence) => (
          <li key={sentence} className="os-name">
            {sentence}
          </li>
        ))}
      </ul>
      {after ? <p>{after}</p> : null}
    </>
  );
}
