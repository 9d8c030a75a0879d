import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { formatCents } from '#shared/money/cents.ts';
import { client } from '#renderer/app/api.ts';
import { clearSelection, setSelection, toSelection, useSelection } from '#renderer/app/selection.ts';
import { HoldDialog } from '#renderer/parts/holds/hold-dialog.tsx';
import { selectionTarget } from '#renderer/parts/holds/hold-target.ts';
import { useLift } from '#renderer/parts/holds/use-lift.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { FooterButton } from '#renderer/ui/footer-button.tsx';
import { FooterSelection } from '#renderer/ui/footer-selection.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { notifyProblem } from '#renderer/ui/notify.tsx';
import { FooterBar } from '#renderer/ui/page.tsx';
import classes from './selection-bar.module.css';
import { openItemsTexts as texts } from './open-items.nl.ts';
import type { OpenItemsAddress } from './open-items-view.ts';
import { type SelectionTotals, useSelectionTotals } from './use-selection-totals.ts';

/** What is picked, what it adds up to, and what can be done with it. */
export function SelectionBar({ address }: { readonly address: OpenItemsAddress }) {
  const picked = useSelection();
  const totals = useSelectionTotals(picked);
  const navigate = useNavigate();
  const { filter, grouping } = address.view;
  const [holding, setHolding] = useState(false);
  const today = useToday();
  const { lift, isPending: lifting } = useLift();
  const nothing = picked.keys.length === 0;

  const selectUnique = useMutation({
    mutationFn: (by: 'pupil' | 'household') => client.ledger.selectUnique({ filter, by }),
    meta: { quiet: true },
    onSuccess: ({ invoiceIds }, by) => {
      if (grouping !== 'invoice') address.setGrouping('invoice');
      setSelection({ grouping: 'invoice', keys: invoiceIds, unique: by });
    },
    onError: notifyProblem,
  });

  return (
    <>
      <FooterBar
        actions={
          <>
            <FooterButton onClick={() => selectUnique.mutate('pupil')} disabled={selectUnique.isPending}>
              {texts.selectUniquePupils}
            </FooterButton>
            <FooterButton onClick={() => selectUnique.mutate('household')} disabled={selectUnique.isPending}>
              {texts.selectUniqueHouseholds}
            </FooterButton>
            {totals && totals.held > 0 ? (
              <Menu
                position="top-end"
                target={
                  <FooterButton loading={lifting}>
                    {texts.holdMenu}
                    <IconChevronUp size={14} stroke={1.8} aria-hidden />
                  </FooterButton>
                }
                items={[
                  { label: texts.holdAction, onClick: () => setHolding(true) },
                  { label: texts.liftAction, onClick: () => lift({ selection: toSelection(picked) }) },
                ]}
              />
            ) : (
              <FooterButton onClick={() => setHolding(true)} disabled={nothing}>
                {texts.holdAction}
              </FooterButton>
            )}
            <FooterButton primary disabled={nothing} onClick={() => void navigate({ to: '/bericht' })}>
              {texts.composeAction}
            </FooterButton>
          </>
        }
      >
        <FooterSelection
          nothing={nothing}
          nothingLabel={texts.nothingSelected}
          clearLabel={texts.clearSelection}
          onClear={clearSelection}
        >
          <span className={classes['words']}>
            {(totals ? selectionWords(totals, picked.unique) : []).map((word) => (
              <span key={word}>{word}</span>
            ))}
          </span>
        </FooterSelection>
      </FooterBar>
      {holding && today !== undefined && totals ? (
        <HoldDialog
          targets={[selectionTarget(toSelection(picked), totals.invoices)]}
          today={today}
          onClose={() => setHolding(false)}
        />
      ) : null}
    </>
  );
}

/** The running total; of unique pupils or households first of all how many those are. */
function selectionWords(totals: SelectionTotals, unique: 'pupil' | 'household' | undefined): readonly string[] {
  const invoices = texts.invoices(totals.invoices);
  const amount = formatCents(totals.openCents);
  switch (unique) {
    case 'pupil':
      return [texts.pupils(totals.pupils), invoices, amount];
    case 'household':
      return [texts.households(totals.households), invoices, amount];
    case undefined:
      return [invoices, texts.pupils(totals.pupils), amount];
  }
}
