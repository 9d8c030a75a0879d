import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceChip, ToggleChip } from '#renderer/ui/filter-chip.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { AmountFilter } from './amount-filter.tsx';
import { ageChange, ageLabel, ageOptions, contactChange, contactLabel, contactOptions } from './filter-words.ts';
import classes from './open-items.module.css';
import { openItemsTexts as texts } from './open-items.nl.ts';
import type { OpenItemsAddress } from './open-items-view.ts';

type Extra = 'site' | 'schoolYear' | 'amount' | 'lastContact' | 'noEmail' | 'credit';

/** The filters as chips; the less used ones appear from *+ Filter* or when the address sets them. */
export function FilterBar({ address }: { readonly address: OpenItemsAddress }) {
  const { view, setFilter, hasFilters, clearFilters } = address;
  const { filter } = view;
  const [revealed, setRevealed] = useState<readonly Extra[]>([]);
  const facets = useQuery(api.ledger.facets.queryOptions());
  const schools = useQuery(api.schools.list.queryOptions());
  const today = useToday();
  const sites = (schools.data ?? [])
    .filter((school) => filter.schoolId === undefined || school.id === filter.schoolId)
    .flatMap((school) => school.sites);

  const isSet: { readonly [Name in Extra]: boolean } = {
    site: filter.siteId !== undefined,
    schoolYear: filter.schoolYear !== undefined,
    amount: filter.minCents !== undefined || filter.maxCents !== undefined,
    lastContact: filter.lastContact !== undefined,
    noEmail: filter.noEmail !== undefined,
    credit: filter.credit !== undefined,
  };
  const shows = (name: Extra): boolean => isSet[name] || revealed.includes(name);
  const more = (Object.keys(isSet) as Extra[]).filter((name) => !shows(name) && (name !== 'site' || sites.length > 0));
  function reveal(name: Extra): void {
    setRevealed([...revealed, name]);
    if (name === 'noEmail') setFilter({ noEmail: true });
    if (name === 'credit') setFilter({ credit: true });
  }
  const chip = (name: keyof typeof texts.filters) => ({
    name: texts.filters[name],
    clearLabel: texts.clearFilter(texts.filters[name]),
  });

  return (
    <div className={classes['toolbar']}>
      <SearchField
        label={texts.search}
        width={190}
        value={filter.search ?? ''}
        onChange={(search) => setFilter({ search: search || undefined })}
      />
      <ChoiceChip
        {...chip('age')}
        chosen={ageLabel(filter)}
        options={ageOptions}
        onChoose={(value) => setFilter(ageChange(value))}
        onClear={() => setFilter({ minOverdueDays: undefined, maxOverdueDays: undefined })}
      />
      <ChoiceChip
        {...chip('billingGroup')}
        chosen={filter.billingGroup ?? null}
        options={asOptions(facets.data?.billingGroups)}
        onChoose={(billingGroup) => setFilter({ billingGroup })}
        onClear={() => setFilter({ billingGroup: undefined })}
      />
      <ChoiceChip
        {...chip('className')}
        chosen={filter.className ?? null}
        options={asOptions(facets.data?.classNames)}
        onChoose={(className) => setFilter({ className })}
        onClear={() => setFilter({ className: undefined })}
      />
      <ChoiceChip
        {...chip('held')}
        chosen={filter.held === undefined ? null : filter.held ? texts.heldOnlyShort : texts.heldNotShort}
        options={[
          { value: 'only', label: texts.heldOnly },
          { value: 'not', label: texts.heldNot },
        ]}
        onChoose={(value) => setFilter({ held: value === 'only' })}
        onClear={() => setFilter({ held: undefined })}
      />
      {shows('site') ? (
        <ChoiceChip
          {...chip('site')}
          chosen={filter.siteId === undefined ? null : (sites.find(({ id }) => id === filter.siteId)?.name ?? '?')}
          options={sites.map((site) => ({ value: String(site.id), label: site.name }))}
          onChoose={(siteId) => setFilter({ siteId: Number(siteId) })}
          onClear={() => setFilter({ siteId: undefined })}
        />
      ) : null}
      {shows('schoolYear') ? (
        <ChoiceChip
          {...chip('schoolYear')}
          chosen={filter.schoolYear ?? null}
          options={asOptions(facets.data?.schoolYears)}
          onChoose={(schoolYear) => setFilter({ schoolYear })}
          onClear={() => setFilter({ schoolYear: undefined })}
        />
      ) : null}
      {shows('amount') ? <AmountFilter filter={filter} setFilter={setFilter} /> : null}
      {shows('lastContact') ? (
        <ChoiceChip
          {...chip('lastContact')}
          chosen={contactLabel(filter)}
          options={contactOptions}
          onChoose={(value) => today !== undefined && setFilter(contactChange(value, today))}
          onClear={() => setFilter({ lastContact: undefined })}
        />
      ) : null}
      {shows('noEmail') ? (
        <ToggleChip
          name={texts.filters.noEmail}
          on={filter.noEmail === true}
          onToggle={() => setFilter({ noEmail: filter.noEmail ? undefined : true })}
        />
      ) : null}
      {shows('credit') ? (
        <ToggleChip
          name={texts.filters.credit}
          on={filter.credit === true}
          onToggle={() => setFilter({ credit: filter.credit ? undefined : true })}
        />
      ) : null}
      {filter.householdId === undefined ? null : (
        <ToggleChip name={texts.filters.household} on onToggle={() => setFilter({ householdId: undefined })} />
      )}
      {more.length > 0 ? (
        <Menu
          position="bottom-start"
          label={texts.addFilter}
          target={<Button leftIcon={<IconPlus size={14} aria-hidden />}>{texts.addFilter}</Button>}
          items={more.map((name) => ({ label: texts.filters[name], onClick: () => reveal(name) }))}
        />
      ) : null}
      {hasFilters ? (
        <Button
          variant="subtle"
          onClick={() => {
            setRevealed([]);
            clearFilters();
          }}
        >
          {texts.clearFilters}
        </Button>
      ) : null}
    </div>
  );
}

function asOptions(values: readonly string[] | undefined) {
  return (values ?? []).map((value) => ({ value, label: value }));
}
