import { useMutation } from '@tanstack/react-query';
import {
  IconBuildingBank,
  IconDots,
  IconHandStop,
  IconMailOff,
  IconPencil,
  IconSignature,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { HouseholdPage, HouseholdPayer } from '#shared/dossier/contract.ts';
import { api } from '#renderer/app/api.ts';
import { HoldDialog } from '#renderer/parts/holds/hold-dialog.tsx';
import { householdTarget, payerTarget } from '#renderer/parts/holds/hold-target.ts';
import { holdTexts } from '#renderer/parts/holds/holds.nl.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { confirm } from '#renderer/ui/confirm.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { PersonName } from '#renderer/ui/text.tsx';
import { PayerAccountsDialog } from './payer-accounts-dialog.tsx';
import { accountTexts } from './payer-accounts.nl.ts';
import { PayerDialog } from './payer-dialog.tsx';
import { peopleTexts } from './people.nl.ts';
import { RulesSignatureDialog } from './rules-signature-dialog.tsx';
import { separationTexts } from './separation.nl.ts';
import classes from './people.module.css';

/** One payer: name, how a message reaches them, what they owe, and what deserves a look. */
export function PayerEntry({
  household,
  payer,
}: {
  readonly household: HouseholdPage;
  readonly payer: HouseholdPayer;
}) {
  const [dialog, setDialog] = useState<'details' | 'accounts' | 'hold' | 'rules' | null>(null);
  const close = () => setDialog(null);
  const refused = useRefused();
  const today = useToday();
  const name = `${payer.firstName} ${payer.lastName}`.trim();
  const byMail = payer.channel === 'email' && payer.email !== null && !payer.emailBounced;
  const bounce = useMutation(
    api.people.markEmailBounced.mutationOptions({
      onSuccess: (_result, { bounced }) =>
        notifyDone(bounced ? peopleTexts.bouncedDone(name) : peopleTexts.worksDone(name)),
      onError: notifyProblem,
    }),
  );
  const remove = useMutation(
    api.people.removePayer.mutationOptions({
      onSuccess: () => notifyDone(peopleTexts.payerRemoved(name)),
      onError: notifyProblem,
    }),
  );
  async function askToRemove(): Promise<void> {
    const sure = await confirm({
      title: peopleTexts.removePayerTitle(name),
      body: peopleTexts.removePayerText(name),
      confirmLabel: peopleTexts.removePayerConfirm,
      danger: true,
    });
    if (sure) remove.mutate({ payerId: payer.payerId });
  }
  return (
    <li className={classes['person']}>
      <div className={classes['head']}>
        <span className={classes['name']}>
          <PersonName strong>{name}</PersonName>
        </span>
        <Badge>{peopleTexts.relations[payer.relation]}</Badge>
        <span className={classes['end']}>
          <Menu
            label={peopleTexts.payerMenu(name)}
            target={
              <IconButton size="sm" label={peopleTexts.payerMenu(name)}>
                <IconDots size={16} />
              </IconButton>
            }
            items={[
              {
                label: peopleTexts.edit,
                icon: <IconPencil size={16} />,
                disabled: refused('people.updatePayer'),
                onClick: () => setDialog('details'),
              },
              {
                label: payer.emailBounced ? peopleTexts.markWorks : peopleTexts.markBounced,
                icon: <IconMailOff size={16} />,
                disabled: payer.email === null || refused('people.markEmailBounced'),
                onClick: () => bounce.mutate({ payerId: payer.payerId, bounced: !payer.emailBounced }),
              },
              ...(refused('bank.payerAccounts')
                ? []
                : [
                    {
                      label: accountTexts.menu,
                      icon: <IconBuildingBank size={16} />,
                      onClick: () => setDialog('accounts'),
                    },
                  ]),
              {
                label: holdTexts.action,
                icon: <IconHandStop size={16} />,
                disabled: refused('holds.place'),
                onClick: () => setDialog('hold'),
              },
              {
                label: separationTexts.rulesMenu,
                icon: <IconSignature size={16} />,
                disabled: refused('people.saveRulesSignature') || household.pupils.length === 0,
                onClick: () => setDialog('rules'),
              },
              null,
              {
                label: peopleTexts.removePayer,
                icon: <IconTrash size={16} />,
                danger: true,
                disabled: refused('people.removePayer'),
                onClick: () => void askToRemove(),
              },
            ]}
          />
        </span>
      </div>
      <div className={`${classes['lines']} os-name`}>{whereTo(payer, byMail)}</div>
      <div className={`${classes['lines']} os-name`}>
        {filled([
          byMail ? peopleTexts.byMail : peopleTexts.byLetter,
          payer.language,
          byMail ? payer.phone : (payer.email ?? peopleTexts.noEmail),
        ])}
      </div>
      {byMail || !payer.phone ? null : <div className={`${classes['lines']} os-name`}>{payer.phone}</div>}
      {payer.emailBounced ? <div className={classes['warning']}>{peopleTexts.bounced}</div> : null}
      {payer.thirdPartyPayerName ? (
        <div className={classes['warning']}>{peopleTexts.thirdParty(payer.thirdPartyPayerName)}</div>
      ) : null}
      <div className={classes['owes']}>
        <span>{peopleTexts.owes}</span>
        <Money cents={payer.openCents} strong />
      </div>
      {dialog === 'details' ? <PayerDialog householdId={null} payer={payer} onClose={close} /> : null}
      {dialog === 'hold' && today !== undefined ? (
        <HoldDialog
          targets={[payerTarget(payer.payerId, name), householdTarget(household.householdId)]}
          today={today}
          onClose={close}
        />
      ) : null}
      {dialog === 'rules' && today !== undefined ? (
        <RulesSignatureDialog household={household} today={today} payerId={payer.payerId} onClose={close} />
      ) : null}
      {dialog === 'accounts' ? (
        <PayerAccountsDialog
          householdId={household.householdId}
          payerId={payer.payerId}
          schoolIds={household.pupils.map(({ schoolId }) => schoolId)}
          name={name}
          onClose={close}
        />
      ) : null}
    </li>
  );
}

const filled = (parts: readonly (string | null)[]): string => parts.filter(Boolean).join(' · ');

/** Where a message really goes: "anke@voorbeeld.example" or "Dorpsstraat 1, 9000 Gent". */
function whereTo(payer: HouseholdPayer, byMail: boolean): string {
  if (byMail) return payer.email ?? '';
  const address = [payer.street, `${payer.postalCode} ${payer.city}`.trim()].filter((part) => part !== '').join(', ');
  return address === '' ? peopleTexts.noAddress : address;
}
