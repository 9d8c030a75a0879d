import type { ReactNode } from 'react';
import { Link } from '#renderer/ui/link.tsx';
import { postingsTexts as texts } from './postings.nl.ts';

/** To the line of the bank statement that a posting came from. */
export function BankLineLink({
  transactionId,
  children,
}: {
  readonly transactionId: number;
  readonly children: ReactNode;
}) {
  return (
    <Link to="/bank" search={{ transactionId }} title={texts.bankLine}>
      {children}
    </Link>
  );
}
