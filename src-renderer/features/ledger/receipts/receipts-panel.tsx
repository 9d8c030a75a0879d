import { useMutation, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { api } from '#renderer/app/api.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { ControlCard } from './control-card.tsx';
import { changeDraft, dropDraft, keptDraft, useKeptDraft } from './kept-draft.ts';
import { ReceiptGrid } from './receipt-grid.tsx';
import { type BookedReceipts, ReceiptsResult } from './receipts-result.tsx';
import { asReceiptLines, draftProblem, isEmptyLine, newLine, sumOfLines } from './receipt-draft.ts';
import { SchoolField, useBookingSchool } from './school-field.tsx';
import classes from './receipts.module.css';

/** Several receipts at once, with a control total that must match; `householdId`: where the user came from. */
export function ReceiptsPanel({ householdId }: { readonly householdId: number | null }) {
  const today = useToday();
  return today === undefined ? <Loading /> : <Receipts householdId={householdId} today={today} />;
}

function Receipts({ householdId, today }: { readonly householdId: number | null; readonly today: PlainDate }) {
  const [draft, change] = useKeptDraft();
  const [booked, setBooked] = useState<BookedReceipts | null>(null);
  const { schoolId, schools } = useBookingSchool(draft.schoolId);
  const came = useCameFrom(householdId, today);
  const hasNoLines = draft.lines.length === 0;
  useEffect(() => {
    if (hasNoLines && keptDraft().lines.length === 0) changeDraft({ lines: [newLine([], today)] });
  }, [hasNoLines, today]);
  const book = useMutation(
    api.ledger.bookReceipts.mutationOptions({
      onSuccess: ({ entries }, { controlTotalCents, lines }) => {
        // One entry per line, in the same order.
        setBooked({
          entries: entries.map((entry, index) => ({ ...entry, householdId: lines[index]?.householdId ?? 0 })),
          totalCents: controlTotalCents,
        });
        dropDraft();
      },
    }),
  );
  const problem = draftProblem(draft, schoolId, today);
  function submit(): void {
    if (problem !== null || book.isPending || schoolId === null) return;
    const lines = asReceiptLines(draft.lines);
    book.mutate({
      requestKey: draft.requestKey,
      schoolId,
      controlTotalCents: draft.controlTotalCents ?? sumOfLines(draft.lines),
      lines,
    });
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault();
      submit();
    }
  }
  return (
    <div className={classes['stack']} onKeyDown={onKeyDown} role="presentation">
      <ProblemAlert error={came.error} />
      {booked ? <ReceiptsResult booked={booked} onClose={() => setBooked(null)} /> : null}
      {schools.length > 1 ? (
        <div className={classes['bar']}>
          <SchoolField schools={schools} value={schoolId} onChange={(chosen) => change({ schoolId: chosen })} />
        </div>
      ) : null}
      <ReceiptGrid lines={draft.lines} schoolId={schoolId} today={today} onLines={(lines) => change({ lines })} />
      <ProblemAlert error={book.error} />
      <ControlCard draft={draft} problem={problem} pending={book.isPending} onBook={submit} />
    </div>
  );
}

/** Puts the household that the user came from on the first free line, once. */
function useCameFrom(householdId: number | null, today: PlainDate) {
  const page = useQuery(
    api.dossier.page.queryOptions({
      input: { householdId: householdId ?? 0, withClosed: false },
      enabled: householdId !== null,
    }),
  );
  const placed = useRef(false);
  const household = page.data;
  useEffect(() => {
    if (!household || placed.current) return;
    placed.current = true;
    const { lines, schoolId } = keptDraft();
    if (lines.some((line) => line.household?.householdId === household.householdId)) return;
    const free = lines.find(isEmptyLine);
    const line = {
      ...(free ?? newLine(lines, today)),
      household: { householdId: household.householdId, title: household.name },
    };
    changeDraft({
      lines: free ? lines.map((other) => (other === free ? line : other)) : [...lines, line],
      schoolId: schoolId ?? household.pupils[0]?.schoolId ?? null,
    });
  }, [household, today]);
  return page;
}
