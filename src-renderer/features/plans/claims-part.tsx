import { addMonths } from '#shared/calendar/months.ts';
import { formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import { Card } from '#renderer/ui/card.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { OrderList } from '#renderer/ui/order-list.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { Tooltip } from '#renderer/ui/tooltip.tsx';
import { formTexts as texts } from './plan-form.nl.ts';
import type { FormClaim, PlanDraft, PlanForm } from './plan-draft.ts';
import classes from './plans.module.css';

/** What is due over children and schools: ticked, and in the order in which it is paid. */
export function ClaimsPart({
  draft,
  form,
  today,
  isChange,
  isMissed,
  change,
}: {
  readonly draft: PlanDraft;
  readonly form: PlanForm;
  readonly today: PlainDate;
  /** On whose account it comes in stays as it is. */
  readonly isChange: boolean;
  /** It was refused for want of something. */
  readonly isMissed: boolean;
  readonly change: (part: Partial<PlanDraft>) => void;
}) {
  const possible = form.claims.filter(({ blocked }) => blocked === null);
  const blocked = form.claims.filter((claim) => claim.blocked !== null);
  function toggle(invoiceId: number): void {
    const toggled = new Set(draft.toggled);
    if (!toggled.delete(invoiceId)) toggled.add(invoiceId);
    change({ toggled });
  }
  return (
    <Card
      title={texts.what}
      actions={
        <Text muted small>
          {texts.whatHint}
        </Text>
      }
    >
      <div className={classes['claims']}>
        {possible.length === 0 ? <Text muted>{texts.nothing}</Text> : null}
        <OrderList
          label={texts.claims}
          items={possible}
          getKey={({ invoiceId }) => invoiceId}
          nameOf={({ number, pupilName }) => texts.claimName(number, pupilName)}
          onOrder={(order) => change({ order })}
          render={(claim) => <ClaimLine claim={claim} today={today} onToggle={() => toggle(claim.invoiceId)} />}
        />
        {blocked.length === 0 ? null : (
          <ul className={classes['blocked']}>
            {blocked.map((claim) => (
              <li key={claim.invoiceId}>
                <span>
                  {claim.number} · <PersonName>{claim.pupilName}</PersonName> ·{' '}
                  {claim.blocked === null ? null : texts.blocked[claim.blocked]}{' '}
                  {claim.planId === null ? null : (
                    <Link to="/afbetaalplannen/$planId" params={{ planId: String(claim.planId) }}>
                      {texts.toPlan}
                    </Link>
                  )}
                </span>
                <Money cents={claim.openCents} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {form.schools.length > 1 && !isChange ? (
        <div className={classes['schools']}>
          {form.asksConsent ? (
            <>
              <Tooltip label={texts.consentHint}>
                <span>{texts.consent}</span>
              </Tooltip>
              <DateInput
                aria-label={texts.consent}
                required
                width={140}
                value={draft.consentOn}
                maxDate={today}
                error={isMissed && draft.consentOn === null}
                onChange={(consentOn) => change({ consentOn })}
              />
            </>
          ) : null}
          <span>{texts.account}</span>
          <Select
            aria-label={texts.account}
            width={220}
            value={form.schoolId === null ? null : String(form.schoolId)}
            options={form.schools.map(({ schoolId, name }) => ({ value: String(schoolId), label: name }))}
            onChange={(value) => change({ schoolId: value === null ? null : Number(value) })}
          />
        </div>
      ) : null}
    </Card>
  );
}

/** One bill; the box, what it is for, how long it can still be asked, and what is open. */
function ClaimLine({
  claim,
  today,
  onToggle,
}: {
  readonly claim: FormClaim;
  readonly today: PlainDate;
  readonly onToggle: () => void;
}) {
  const { number, pupilName, billingGroup, schoolName, dueDate, limitedFrom, openCents, isPicked } = claim;
  return (
    <div className={classes['claim']} data-left={!isPicked || undefined}>
      <Checkbox
        checked={isPicked}
        onChange={onToggle}
        label={
          <span className={classes['claimWords']}>
            <span>
              {number} · <PersonName>{pupilName}</PersonName>
            </span>
            <span className={classes['quiet']}>
              {billingGroup} · {schoolName} · {texts.due(formatPlainDate(dueDate))}
            </span>
          </span>
        }
      />
      {limitedFrom === null ? null : (
        <span className={limitedFrom < inHalfAYear(today) ? classes['soon'] : classes['quiet']}>
          {texts.limitedFrom(formatPlainDate(limitedFrom))}
        </span>
      )}
      <Money cents={openCents} />
    </div>
  );
}

/** From there on the clock deserves to be seen. */
function inHalfAYear(today: PlainDate): PlainDate {
  return addMonths(today, 6);
}
