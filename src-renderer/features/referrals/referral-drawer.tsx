import type { Referral } from '#shared/referrals/contract.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { Heading, PersonName } from '#renderer/ui/text.tsx';
import { FollowUp } from './follow-up.tsx';
import { GivenPermission, NewPermission } from './permission.tsx';
import { outcomeWords, referralsTexts as texts } from './referrals.nl.ts';
import { useReopen } from './use-follow-up.ts';

/** One parent at one partner: what may be given, what was given, and how it went. */
export function ReferralDrawer({ referral, onClose }: { readonly referral: Referral; readonly onClose: () => void }) {
  const refused = useRefused();
  const reopen = useReopen();
  const { permissionOn, permissionEnded, sharedOn, closedOn, outcome, outcomeNote } = referral;
  const counts = permissionOn !== null && !permissionEnded;
  return (
    <Drawer opened onClose={onClose} title={texts.drawerTitle}>
      <Stack gap="md">
        <div>
          <Heading level={2}>{referral.partnerName}</Heading>
          <PersonName>{referral.payerName}</PersonName>
        </div>
        <Facts
          rows={[
            { name: texts.followUpOn, value: closedOn === null ? <PlainDate date={referral.followUpOn} /> : null },
            { name: texts.outcome, value: outcome === null ? null : outcomeWords[outcome] },
            { name: texts.note, value: outcomeNote === '' ? null : outcomeNote },
            { name: texts.closedOn, value: closedOn === null ? null : <PlainDate date={closedOn} /> },
            { name: texts.permissionOn, value: permissionOn === null ? null : <PlainDate date={permissionOn} /> },
            { name: texts.sharedWhat, value: sharedOn === null ? null : referral.shared.join(', ') },
            { name: texts.sharedOn, value: sharedOn === null ? null : <PlainDate date={sharedOn} /> },
          ]}
        />
        {closedOn === null && !refused('referrals.followUp') ? (
          <div>
            <FollowUp referral={referral} />
          </div>
        ) : null}
        {closedOn !== null && !refused('referrals.reopen') ? (
          <div>
            <Button loading={reopen.isPending} onClick={() => reopen.mutate({ referralId: referral.referralId })}>
              {texts.reopen}
            </Button>
          </div>
        ) : null}
        {closedOn === null && counts ? <GivenPermission referral={referral} /> : null}
        {closedOn === null && !counts ? <NewPermission referral={referral} /> : null}
      </Stack>
    </Drawer>
  );
}
