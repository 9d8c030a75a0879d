import { formatIban } from '#shared/bank/iban.ts';
import type { BankLine } from '#shared/bank/shapes.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { CellLine, CellLines } from '#renderer/ui/cell-lines.tsx';
import type { GridColumn } from '#renderer/ui/grid-model.ts';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import classes from './bank.module.css';
import { confidenceTones, lineTexts as texts } from './bank-line.nl.ts';
import { nameOf, proposalWords, targetWords } from './proposal-words.ts';
import type { BankView } from './use-bank-address.ts';

type LineColumn = GridColumn<BankLine>;

const facts: readonly LineColumn[] = [
  { id: 'amount', header: texts.columns.amount, width: 104, align: 'right', cell: (line) => <Amount line={line} /> },
  {
    id: 'counterparty',
    header: texts.columns.counterparty,
    width: 130,
    grow: 2,
    cell: (line) => <Other line={line} />,
  },
  {
    id: 'communication',
    header: texts.columns.communication,
    width: 158,
    grow: 2,
    cell: (line) => <Said line={line} />,
  },
];

/** The columns of each part of the list; an open line ends with a button, the keyboard has Ctrl+Enter. */
export function lineColumns(
  view: Exclude<BankView, 'statements' | 'refunds'>,
  onAccept: (line: BankLine) => void,
  onWork: (line: BankLine) => void,
): readonly LineColumn[] {
  switch (view) {
    case 'proposals':
      return [
        ...facts,
        {
          id: 'proposal',
          header: texts.columns.proposal,
          width: 290,
          grow: 5,
          cell: (line) => <Proposed line={line} />,
        },
        {
          id: 'actions',
          header: texts.columns.actions,
          width: 124,
          align: 'right',
          cell: (line) => <Accept line={line} onAccept={onAccept} />,
        },
      ];
    case 'manual':
      return [
        ...facts,
        {
          id: 'actions',
          header: texts.columns.actions,
          width: 152,
          align: 'right',
          cell: (line) => <RowButton onClick={() => onWork(line)}>{texts.byHand}</RowButton>,
        },
      ];
    case 'booked':
      return [
        ...facts,
        { id: 'booked', header: texts.columns.booked, width: 260, grow: 5, cell: (line) => <Booked line={line} /> },
      ];
    case 'setAside':
      return [
        ...facts,
        { id: 'setAside', header: texts.columns.setAside, width: 200, grow: 4, cell: (line) => <Aside line={line} /> },
      ];
  }
}

function Amount({ line }: { readonly line: BankLine }) {
  return (
    <CellLines>
      <span className={line.amountCents < 0 ? classes['out'] : undefined}>
        <Money cents={line.amountCents} strong />
      </span>
      <CellLine quiet>
        <PlainDate date={line.bookingDate} />
      </CellLine>
    </CellLines>
  );
}

function Other({ line }: { readonly line: BankLine }) {
  const account = line.counterpartyAccount === null ? '' : formatIban(line.counterpartyAccount);
  const second =
    line.counterpartyName !== null && line.ultimateName !== null ? texts.onBehalf(line.ultimateName) : account;
  return (
    <CellLines>
      <CellLine strong name>
        {nameOf(line) ?? texts.unknownName}
      </CellLine>
      <CellLine quiet name>
        {second}
      </CellLine>
    </CellLines>
  );
}

function Said({ line }: { readonly line: BankLine }) {
  const words = saidIn(line);
  const unusual = line.kind === 'payment' ? null : texts.kinds[line.kind];
  return (
    <CellLines>
      <CellLine name title={words.join(' ')}>
        {words[0] ?? texts.noCommunication}
      </CellLine>
      {line.returnedSentence === null ? (
        <CellLine quiet name>
          {words[1] ?? unusual}
        </CellLine>
      ) : (
        <span className={classes['back']}>{`${unusual ?? ''}: ${line.returnedSentence}`}</span>
      )}
    </CellLines>
  );
}

function Proposed({ line }: { readonly line: BankLine }) {
  const { proposal } = line;
  if (proposal === null) return <CellLine quiet>{texts.noProposal}</CellLine>;
  return (
    <CellLines>
      <CellLine title={proposalWords(proposal, line.amountCents)}>
        <Badge tone={confidenceTones[proposal.confidence]}>{texts.confidence[proposal.confidence]}</Badge>{' '}
        <HouseholdLink id={proposal.householdId} name={proposal.householdName} />{' '}
        {proposalWords(proposal, line.amountCents)}
      </CellLine>
      <CellLine quiet name title={proposal.reason}>
        {proposal.reason}
      </CellLine>
    </CellLines>
  );
}

function Booked({ line }: { readonly line: BankLine }) {
  return (
    <CellLines>
      <HouseholdLink id={line.bookedHouseholdId} name={line.bookedHouseholdName} />
      <CellLine quiet>{targetWords(line.bookedOn, line.bookedCreditCents)}</CellLine>
    </CellLines>
  );
}

function Aside({ line }: { readonly line: BankLine }) {
  return (
    <CellLines>
      <CellLine>{texts.setAsideAs[line.setAsideAs ?? 'other']}</CellLine>
      <CellLine quiet name>
        {line.setAsideNote}
      </CellLine>
    </CellLines>
  );
}

function HouseholdLink({ id, name }: { readonly id: number | null; readonly name: string | null }) {
  if (id === null || name === null) return null;
  return (
    // Out of the tab order: the panel of the line has the same link.
    <Link
      to="/dossiers/$householdId"
      params={{ householdId: String(id) }}
      tabIndex={-1}
      className={`${classes['household']} os-name`}
    >
      {name.replace(/^Gezin /, '')}
    </Link>
  );
}

function Accept({ line, onAccept }: { readonly line: BankLine; readonly onAccept: (line: BankLine) => void }) {
  const name = line.proposal?.householdName ?? nameOf(line) ?? texts.unknownName;
  return (
    <RowButton label={texts.acceptOf(name)} onClick={() => onAccept(line)}>
      {texts.accept}
    </RowButton>
  );
}

/** Choosing a row or opening it is something else than pressing its button. */
function RowButton({
  children,
  label,
  onClick,
}: {
  readonly children: string;
  readonly label?: string;
  readonly onClick: () => void;
}) {
  return (
    <span role="presentation" onDoubleClick={(event) => event.stopPropagation()}>
      <Button size="xs" aria-label={label} onClick={onClick}>
        {children}
      </Button>
    </span>
  );
}

/** The reference without its signs, and what else was said; a communication that is only the reference is not said twice. */
function saidIn({ reference, communication }: BankLine): readonly string[] {
  const bare = reference?.replaceAll('+', '') ?? '';
  const rest = communication.replaceAll(reference ?? '', '').trim();
  return [bare, bare === '' ? communication : rest].filter((part) => part !== '');
}
