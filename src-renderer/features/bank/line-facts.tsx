import type { ReactNode, RefObject } from 'react';
import { formatIban } from '#shared/bank/iban.ts';
import type { BankLine } from '#shared/bank/shapes.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import classes from './bank.module.css';
import { lineTexts as texts } from './bank-line.nl.ts';
import { capital, nameOf } from './proposal-words.ts';

/** What the bank tells about a line. */
export function LineFacts({
  line,
  headingRef,
}: {
  readonly line: BankLine;
  readonly headingRef: RefObject<HTMLDivElement | null>;
}) {
  const { counterpartyName, counterpartyAccount, ultimateName, reference, communication, returnedSentence } = line;
  return (
    <>
      <div ref={headingRef} tabIndex={-1} data-autofocus className={classes['lineHead']}>
        <span className={`${classes['lineName']} os-name`}>{nameOf(line) ?? texts.unknownName}</span>
        <span className={`${classes['lineAmount']} ${line.amountCents < 0 ? classes['out'] : ''}`}>
          <Money cents={line.amountCents} />
        </span>
      </div>
      {returnedSentence === null ? null : (
        <Alert tone="warning" title={capital(texts.kinds[line.kind])}>
          {capital(returnedSentence)}
        </Alert>
      )}
      <dl className={classes['facts']}>
        {counterpartyName !== null && ultimateName !== null ? (
          <Fact name={texts.behalf}>
            <span className="os-name">{ultimateName}</span>
          </Fact>
        ) : null}
        <Fact name={texts.bookingDate}>
          <PlainDate date={line.bookingDate} />
          {line.valueDate === line.bookingDate ? null : (
            <>
              {`, ${texts.valueDate.toLowerCase()} `}
              <PlainDate date={line.valueDate} />
            </>
          )}
        </Fact>
        {counterpartyAccount === null ? null : (
          <Fact name={texts.account}>
            <span className="os-name">{formatIban(counterpartyAccount)}</span>
          </Fact>
        )}
        {reference === null ? null : <Fact name={texts.reference}>{reference}</Fact>}
        <Fact name={texts.communication}>
          <span className="os-name">{communication === '' ? texts.noCommunication : communication}</span>
        </Fact>
        <Fact name={texts.statement}>
          <Link
            to="/bank"
            search={{ view: line.status === 'open' ? 'proposals' : statusView(line), statementId: line.statementId }}
          >
            {texts.showStatement}
          </Link>{' '}
          <Badge>{texts.kinds[line.kind]}</Badge> <Badge tone="info">{texts.statuses[line.status]}</Badge>
        </Fact>
      </dl>
    </>
  );
}

function statusView({ status }: BankLine): 'booked' | 'setAside' {
  return status === 'setAside' ? 'setAside' : 'booked';
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
