import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { levelUnknown } from '#shared/maximum-bill/cap-of.ts';
import { type Level, levels, type MaximumBillRow } from '#shared/maximum-bill/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Money } from '#renderer/ui/money.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { ElsewhereDialog } from './elsewhere-dialog.tsx';
import { maximumBillTexts as texts } from './maximum-bill.nl.ts';

/** What a row is about; where it cannot be reckoned, why, with the way out on the spot. */
export function RowFacts({
  row,
  saidAbove,
}: {
  readonly row: MaximumBillRow;
  /** Sentences that stand above the list already: once is enough. */
  readonly saidAbove: readonly string[];
}) {
  const { cap, level, blockedBy, pupilId, pupilName, schoolYear, elsewhereCents } = row;
  const [isElsewhere, setElsewhere] = useState(false);
  const refused = useRefused();
  const setLevel = useMutation(api.maximumBill.setLevel.mutationOptions({ onError: notifyProblem }));
  function choose(chosen: Level): void {
    setLevel.mutate(
      { pupilId, schoolYear, level: chosen },
      {
        onSuccess: () =>
          notifyDone(texts.levelSaved(pupilName), () => setLevel.mutate({ pupilId, schoolYear, level: null })),
      },
    );
  }
  return (
    <>
      {texts.caps[cap]}
      {level === null ? null : ` (${texts.levels[level]})`}
      {blockedBy === null || (blockedBy === levelUnknown && level !== null) ? null : saidAbove.includes(blockedBy) ? (
        <Text small muted>
          {texts.amountUnknown}
        </Text>
      ) : (
        <Text small danger>
          {blockedBy}
        </Text>
      )}
      {level === null && !refused('maximumBill.setLevel') ? (
        <Select
          aria-label={texts.levelOf(pupilName)}
          placeholder={texts.chooseLevel}
          width={170}
          value={null}
          options={levels.map((value) => ({ value, label: texts.levels[value] }))}
          onChange={(chosen) => chosen !== null && choose(chosen)}
        />
      ) : null}
      {cap === 'multiDay' && level !== 'nursery' ? (
        <div>
          {elsewhereCents > 0 ? (
            <Text small muted>
              {texts.elsewhereTold} <Money cents={elsewhereCents} />
            </Text>
          ) : null}
          {refused('maximumBill.setElsewhere') ? null : (
            <TextButton aria-label={texts.elsewhereOf(pupilName)} onClick={() => setElsewhere(true)}>
              {texts.elsewhere}
            </TextButton>
          )}
        </div>
      ) : null}
      {isElsewhere ? <ElsewhereDialog row={row} onClose={() => setElsewhere(false)} /> : null}
    </>
  );
}
