import { type HoldKind, type HoldScope, holdKinds, holdScopes } from '#shared/holds/contract.ts';
import { holdKindRules } from '#shared/holds/kinds.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceChip } from '#renderer/ui/filter-chip.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import classes from './holds.module.css';
import { holdsPanelTexts as texts } from './holds-panel.nl.ts';
import type { HoldsAddress } from './use-holds-address.ts';

/** Narrows the list, and holds a whole school. */
export function HoldsToolbar({
  address,
  onFreeze,
}: {
  readonly address: HoldsAddress;
  /** Null: who is at the keyboard may not. */
  readonly onFreeze: (() => void) | null;
}) {
  const { filter, go } = address;
  return (
    <div className={classes['toolbar']}>
      <SearchField
        label={texts.search}
        placeholder={texts.searchPlaceholder}
        width={240}
        value={filter.search}
        onChange={(search) => go({ search })}
      />
      <ChoiceChip<HoldKind>
        name={texts.kind}
        chosen={filter.kind === undefined ? null : holdKindRules[filter.kind].name}
        clearLabel={`${texts.clear}: ${texts.kind}`}
        onClear={() => go({ holdKind: undefined })}
        options={holdKinds.map((value) => ({ value, label: holdKindRules[value].name }))}
        onChoose={(holdKind) => go({ holdKind })}
      />
      <ChoiceChip<HoldScope>
        name={texts.scope}
        chosen={filter.scope === undefined ? null : texts.scopes[filter.scope]}
        clearLabel={`${texts.clear}: ${texts.scope}`}
        onClear={() => go({ holdScope: undefined })}
        options={holdScopes.map((value) => ({ value, label: texts.scopes[value] }))}
        onChoose={(holdScope) => go({ holdScope })}
      />
      <Switch
        label={texts.withEnded}
        checked={filter.withEnded}
        onChange={(event) => go({ withEnded: event.currentTarget.checked })}
      />
      {onFreeze ? (
        <span className={classes['end']}>
          <Button onClick={onFreeze}>{texts.freeze}</Button>
        </span>
      ) : null}
    </div>
  );
}
