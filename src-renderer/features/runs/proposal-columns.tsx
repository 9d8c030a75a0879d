import type { RunProposal } from '#shared/runs/contract.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import type { GridColumn } from '#renderer/ui/grid-model.ts';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Struck } from '#renderer/ui/struck.tsx';
import { notesByWeight } from './lists.ts';
import { proposalTexts as texts } from './proposal.nl.ts';
import { channelWords, exceptionWord, noteWords } from './run-words.nl.ts';
import classes from './runs.module.css';

/** The first says enough in a list; the panel has them all. */
const badgesShown = 1;

/** Who would get what, one payer a row. */
export function proposalColumns(
  nameOfText: (textId: number | null) => string,
  withSchool: boolean,
): readonly GridColumn<RunProposal>[] {
  const school: GridColumn<RunProposal> = {
    id: 'school',
    header: texts.school,
    width: 120,
    grow: 2,
    cell: (row) => row.schoolName,
  };
  // With the school beside it there is no room for both; the panel shows the text itself.
  const text: GridColumn<RunProposal> = {
    id: 'text',
    header: texts.text,
    width: 110,
    grow: 2,
    cell: ({ textId }) => (
      <span className={classes['quiet']} title={nameOfText(textId)}>
        {nameOfText(textId)}
      </span>
    ),
  };
  return [
    {
      id: 'payer',
      header: texts.payer,
      width: 132,
      grow: 3,
      cell: (row) => (
        <Struck when={row.isDropped}>
          <span className={`${classes['strong']} os-name`}>{row.payerName}</span>
        </Struck>
      ),
    },
    { id: 'household', header: texts.household, width: 110, grow: 2, cell: (row) => <HouseholdCell row={row} /> },
    ...(withSchool ? [school] : []),
    {
      id: 'stage',
      header: texts.stage,
      width: 150,
      grow: 4,
      cell: (row) => (
        <span title={row.stageName}>
          <Badge tone="info">{texts.stageNumber(row.stage, row.stageCount)}</Badge> {row.stageName}
        </span>
      ),
    },
    { id: 'items', header: texts.items, width: 50, align: 'right', cell: (row) => row.items.length },
    {
      id: 'amount',
      header: texts.amount,
      width: 104,
      align: 'right',
      cell: (row) => (
        <Struck when={row.isDropped}>
          <Money cents={row.totalCents} strong />
        </Struck>
      ),
    },
    { id: 'channel', header: texts.channel, width: 104, cell: (row) => channelWords[row.effectiveChannel] },
    ...(withSchool ? [] : [text]),
    { id: 'attention', header: texts.attentionColumn, width: 160, grow: 2, cell: (row) => <AttentionCell row={row} /> },
  ];
}

/** The heading already says "Gezin". */
function HouseholdCell({ row }: { readonly row: RunProposal }) {
  return (
    // Out of the tab order: Enter on the row opens the panel, which goes to the same dossier.
    <Link
      to="/dossiers/$householdId"
      params={{ householdId: String(row.householdId) }}
      tabIndex={-1}
      className={`${classes['household']} os-name`}
    >
      {row.householdName.replace(/^Gezin /, '')}
    </Link>
  );
}

/** What is wrong first, then what only explains. */
function AttentionCell({ row }: { readonly row: RunProposal }) {
  const badges = [
    ...row.exceptions.map(({ code, sentence }) => ({ word: exceptionWord(code), sentence, tone: 'warning' as const })),
    ...notesByWeight(row).map(({ code, sentence }) => ({ word: noteWords[code], sentence, tone: 'neutral' as const })),
  ];
  const shown = [...new Map(badges.map((badge) => [badge.word, badge])).values()];
  return (
    <span className={classes['badges']}>
      {row.isDropped ? <Badge>{texts.leftOut}</Badge> : null}
      {shown.slice(0, badgesShown).map(({ word, sentence, tone }) => (
        <span key={word} title={sentence}>
          <Badge tone={tone}>{word}</Badge>
        </span>
      ))}
      {shown.length > badgesShown ? (
        <span
          className={classes['quiet']}
          title={shown
            .slice(badgesShown)
            .map(({ sentence }) => sentence)
            .join('\n')}
        >
          {texts.more(shown.length - badgesShown)}
        </span>
      ) : null}
    </span>
  );
}
