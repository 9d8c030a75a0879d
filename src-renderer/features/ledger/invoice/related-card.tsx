import { useMutation } from '@tanstack/react-query';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { InvoicePage } from '#shared/ledger/booking-shapes.ts';
import { api } from '#renderer/app/api.ts';
import { Card } from '#renderer/ui/card.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import classes from './invoice.module.css';
import { invoiceTexts as texts } from './invoice.nl.ts';
import { RelateDialog } from './relate-dialog.tsx';

/** Claims that have to be seen together with this one. */
export function RelatedCard({ invoice }: { readonly invoice: InvoicePage }) {
  const [adding, setAdding] = useState(false);
  const { invoiceId } = invoice;
  const relate = useMutation(api.ledger.relate.mutationOptions({ onError: notifyProblem }));
  const unrelate = useMutation(api.ledger.unrelate.mutationOptions({ onError: notifyProblem }));
  return (
    <Card
      title={texts.related}
      actions={
        <IconButton size="sm" label={texts.addRelated} onClick={() => setAdding(true)}>
          <IconPlus size={16} />
        </IconButton>
      }
    >
      {invoice.related.length === 0 ? (
        <Text muted small>
          {texts.noRelated}
        </Text>
      ) : null}
      <ul className={classes['list']}>
        {invoice.related.map((other) => (
          <li key={other.relatedClaimId} className={classes['item']}>
            <div>
              <Link
                to="/facturen/$invoiceId"
                params={{ invoiceId: String(other.invoiceId) }}
                className={classes['link'] ?? ''}
              >
                {other.number}
              </Link>
              {' · '}
              <PersonName>{other.pupilName}</PersonName>
              <div className={classes['lines']}>
                <Money cents={other.openCents} />
                {other.reason === '' ? null : ` · ${other.reason}`}
              </div>
            </div>
            <IconButton
              size="sm"
              label={texts.removeRelated(other.number)}
              onClick={() =>
                unrelate.mutate(
                  { relatedClaimId: other.relatedClaimId },
                  {
                    onSuccess: () =>
                      notifyDone(texts.relatedRemoved(other.number), () =>
                        relate.mutate({ invoiceId, relatedInvoiceId: other.invoiceId, reason: other.reason }),
                      ),
                  },
                )
              }
            >
              <IconX size={15} />
            </IconButton>
          </li>
        ))}
      </ul>
      {adding ? <RelateDialog invoice={invoice} onClose={() => setAdding(false)} /> : null}
    </Card>
  );
}
