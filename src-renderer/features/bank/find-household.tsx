import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import type { BankLine } from '#shared/bank/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { movedIndex } from '#renderer/ui/grid-model.ts';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { useDebounced } from '#renderer/ui/use-debounced.ts';
import classes from './bank.module.css';
import { lineTexts as texts } from './bank-line.nl.ts';
import type { Candidate } from './division.ts';
import { nameOf } from './proposal-words.ts';

function candidatesOf({ transactionId }: BankLine, text: string) {
  return { ...api.bank.candidates.queryOptions({ input: { transactionId, text } }), placeholderData: keepPreviousData };
}

/** Finds the household a line belongs to, starting from the name the bank gives. The arrows walk through what was found. */
export function FindHousehold({
  line,
  onChoose,
}: {
  readonly line: BankLine;
  readonly onChoose: (household: Candidate) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const name = nameOf(line) ?? '';
  const text = useDebounced(typed?.trim() ?? '', 150);
  const list = useRef<HTMLUListElement>(null);
  // Without words the server looks at the whole line; when that says nothing, the name is searched as it stands.
  const offered = useQuery(candidatesOf(line, text));
  const isEmpty = typed === null && name !== '' && offered.data?.length === 0;
  const named = useQuery({ ...candidatesOf(line, name.slice(0, 200)), enabled: isEmpty });
  const found = isEmpty ? named : offered;
  function focusOn(index: number): void {
    list.current?.querySelectorAll('button')[index]?.focus();
  }
  return (
    <>
      <TextInput
        label={texts.findHousehold}
        placeholder={texts.findPlaceholder}
        value={typed ?? name}
        maxLength={200}
        autoComplete="off"
        className="os-name"
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            focusOn(0);
          } else if (event.key === 'Enter' && !event.ctrlKey && found.data?.[0] && !found.isPlaceholderData) {
            event.preventDefault();
            onChoose(found.data[0]);
          }
        }}
      />
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      <div role="status">
        {found.data ? (
          <Text small muted>
            {found.data.length === 0 ? texts.nobody : texts.households(found.data.length)}
          </Text>
        ) : null}
      </div>
      <ul ref={list} className={classes['candidates']} aria-label={texts.candidates}>
        {(found.data ?? []).map((candidate, index) => (
          <li key={candidate.householdId}>
            <button
              type="button"
              className={classes['candidate']}
              onClick={() => onChoose(candidate)}
              onKeyDown={(event) => {
                const next = movedIndex(event.key, index, found.data?.length ?? 0, 5);
                if (next === undefined) return;
                event.preventDefault();
                focusOn(next);
              }}
            >
              <PersonName strong>{candidate.householdName}</PersonName>
              <span className={classes['candidateNote']}>
                <PersonName>{whoAndWhat(candidate)}</PersonName>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function whoAndWhat({ payers, claims }: Candidate): string {
  const open = sumCents(claims.map(({ openCents }) => openCents));
  const pupils = [...new Set(claims.map(({ pupilName }) => pupilName))];
  return [
    payers.map(({ name }) => name).join(' en '),
    pupils.join(', '),
    texts.openClaims(claims.length, formatCents(open)),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
