import { useState } from 'react';
import { formatCents } from '#shared/money/cents.ts';
import type { BankLine } from '#shared/bank/shapes.ts';
import { FooterButton } from '#renderer/ui/footer-button.tsx';
import { FooterSelection } from '#renderer/ui/footer-selection.tsx';
import { FooterBar } from '#renderer/ui/page.tsx';
import { lineTexts as texts } from './bank-line.nl.ts';
import type { LinesView } from './lines-part.tsx';
import { sumOf } from './proposal-words.ts';
import { likelySetAside, SetAsideDialog } from './set-aside-dialog.tsx';
import type { useAccept } from './use-line-actions.tsx';
import { useReopen } from './use-line-actions.tsx';

/** What is picked, and what can be done with it; with nothing picked the likely proposals can be accepted together. */
export function LinesFooter({
  view,
  open,
  selected,
  rowOf,
  accept,
  onClear,
}: {
  readonly view: LinesView;
  /** The open lines of this list. */
  readonly open: readonly BankLine[];
  readonly selected: ReadonlySet<number>;
  /** A picked line, when it is on the screen. */
  readonly rowOf: (transactionId: number) => BankLine | undefined;
  readonly accept: ReturnType<typeof useAccept>;
  readonly onClear: () => void;
}) {
  const [settingAside, setSettingAside] = useState(false);
  const reopen = useReopen();
  const picked = open.filter(({ transactionId }) => selected.has(transactionId));
  const isOpenView = view === 'proposals' || view === 'manual';
  const nothing = isOpenView ? picked.length === 0 : selected.size === 0;
  const likely = view === 'proposals' ? open.filter(({ proposal }) => proposal?.confidence !== 'possible') : [];
  function openAgain(): void {
    if (view !== 'booked' && view !== 'setAside') return;
    const ids = [...selected];
    void reopen.ask(
      ids,
      ids.flatMap((id) => rowOf(id) ?? []),
      view,
      onClear,
    );
  }
  return (
    <>
      <FooterBar
        actions={
          isOpenView ? (
            <>
              <FooterButton disabled={nothing} onClick={() => setSettingAside(true)}>
                {texts.setAside}
              </FooterButton>
              {view === 'proposals' && likely.length > 0 ? (
                <FooterButton
                  primary={nothing}
                  loading={nothing && accept.isPending}
                  onClick={() => void accept.afterAsking(likely)}
                >
                  {texts.acceptAll(likely.length)}
                </FooterButton>
              ) : null}
              {view === 'proposals' && !nothing ? (
                <FooterButton primary loading={accept.isPending} onClick={() => accept.now(picked, onClear)}>
                  {texts.acceptSelected(picked.length)}
                </FooterButton>
              ) : null}
            </>
          ) : (
            <FooterButton disabled={nothing} loading={reopen.isPending} onClick={openAgain}>
              {texts.reopen}
            </FooterButton>
          )
        }
      >
        <FooterSelection
          nothing={nothing}
          nothingLabel={texts.nothingSelected}
          clearLabel={texts.clearSelection}
          onClear={onClear}
        >
          {isOpenView ? texts.selected(picked.length, formatCents(sumOf(picked))) : texts.selectedCount(selected.size)}
        </FooterSelection>
      </FooterBar>
      {settingAside && picked[0] ? (
        <SetAsideDialog
          transactionIds={picked.map(({ transactionId }) => transactionId)}
          suggested={likelySetAside(picked[0].kind, picked[0].amountCents)}
          onClose={() => setSettingAside(false)}
          onDone={onClear}
        />
      ) : null}
    </>
  );
}
