import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconChevronUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { formatCents } from '#shared/money/cents.ts';
import { api, client } from '#renderer/app/api.ts';
import { clearSelection, type PickedItems, setSelection, useSelection } from '#renderer/app/selection.ts';
import { FooterButton } from '#renderer/ui/footer-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { notifyProblem } from '#renderer/ui/notify.tsx';
import { FooterBar } from '#renderer/ui/page.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import classes from './selection-bar.module.css';
import { openItemsTexts as texts } from './open-items.nl.ts';
import type { OpenItemsAddress } from './open-items-view.ts';
import { pickedInvoices } from './picked-invoices.ts';
import { useLift } from './use-lift.ts';

/** Each selection gets a number, so that its total is asked once without comparing a hundred thousand keys. */
const versions = new WeakMap<readonly number[], number>();
let newestVersion = 0;
function versionOf(keys: readonly number[]): number {
  const known = versions.get(keys);
  if (known !== undefined) return known;
  newestVersion += 1;
  versions.set(keys, newestVersion);
  return newestVersion;
}

/** What is picked, what it adds up to, and what can be done with it. */
export function SelectionBar({ address, hasHeld }: { readonly address: OpenItemsAddress; readonly hasHeld: boolean }) {
  const picked = useSelection();
  const navigate = useNavigate();
  const { filter, grouping } = address.view;
  const [holding, setHolding] = useState<readonly number[] | null>(null);
  const status = useQuery(api.setup.status.queryOptions());
  const { lift, isPending: lifting } = useLift();
  const count = picked.keys.length;

  const selectUnique = useMutation({
    mutationFn: (by: 'pupil' | 'household') => client.ledger.selectUnique({ filter, by }),
    meta: { quiet: true },
    onSuccess: ({ invoiceIds, totals: { invoices, pupils, households, openCents } }, by) => {
      if (grouping !== 'invoice') address.setGrouping('invoice');
      setSelection({ grouping: 'invoice', keys: invoiceIds, unique: { by, invoices, pupils, households, openCents } });
    },
    onError: notifyProblem,
  });
  const collect = useMutation({
    mutationFn: async () =>
      picked.grouping === 'invoice'
        ? picked.keys
        : (await pickedInvoices(picked, {})).flatMap(({ invoiceId }) => (invoiceId === null ? [] : [invoiceId])),
    meta: { quiet: true },
    onSuccess: (invoiceIds) => setHolding(invoiceIds),
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
            {hasHeld ? (
              <Menu
                position="top-end"
                target={
                  <FooterButton loading={collect.isPending || lifting}>
                    {texts.holdMenu}
                    <IconChevronUp size={14} stroke={1.8} aria-hidden />
                  </FooterButton>
                }
                items={[
                  { label: texts.holdAction, onClick: () => collect.mutate() },
                  { label: texts.liftAction, onClick: () => lift(picked) },
                ]}
              />
            ) : (
              <FooterButton
                onClick={() => collect.mutate()}
                loading={collect.isPending}
                disabled={count === 0 || picked.grouping === 'payer'}
              >
                {texts.holdAction}
              </FooterButton>
            )}
            <FooterButton primary disabled={count === 0} onClick={() => void navigate({ to: '/bericht' })}>
              {texts.composeAction}
            </FooterButton>
          </>
        }
      >
        {count === 0 ? (
          <span className={classes['quiet']}>{texts.nothingSelected}</span>
        ) : (
          <>
            <SelectionWords picked={picked} />
            <button
              type="button"
              className={classes['clear']}
              aria-label={texts.clearSelection}
              onClick={clearSelection}
            >
              <IconX size={15} stroke={2} aria-hidden />
            </button>
          </>
        )}
      </FooterBar>
      {holding && status.data ? (
        <HoldDialog invoiceIds={holding} today={status.data.asOf} onClose={() => setHolding(null)} />
      ) : null}
    </>
  );
}

/** The running total: rows, people behind them, amount. */
function SelectionWords({ picked }: { readonly picked: PickedItems }) {
  const totals = useQuery({
    queryKey: ['selection-totals', picked.grouping, versionOf(picked.keys)],
    queryFn: () => client.ledger.selectionTotals({ grouping: picked.grouping, keys: [...picked.keys] }),
    placeholderData: keepPreviousData,
    enabled: picked.unique === undefined,
  });
  const { unique } = picked;
  const words = unique
    ? [
        unique.by === 'pupil' ? texts.pupils(unique.pupils) : texts.households(unique.households),
        texts.invoices(unique.invoices),
        formatCents(unique.openCents),
      ]
    : totals.data
      ? [texts.invoices(totals.data.invoices), texts.pupils(totals.data.pupils), formatCents(totals.data.openCents)]
      : [];
  return (
    <span role="status" className={classes['words']}>
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
    </span>
  );
}
