import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlanPage } from '#shared/plans/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { type PlanDraft, type PlanForm, termsOf } from './plan-draft.ts';
import { formTexts as texts } from './plan-form.nl.ts';

/** Makes the plan, or keeps a change of it, and goes to its page; refused, everything stays as it was typed. */
export function useSavePlan(householdId: number, plan: PlanPage | null) {
  const navigate = useNavigate();
  const [requestKey] = useState(() => crypto.randomUUID());
  function toPlan({ planId }: PlanPage, done: string): void {
    notifyDone(done);
    void navigate({ to: '/afbetaalplannen/$planId', params: { planId: String(planId) }, replace: true });
  }
  const make = useMutation(api.plans.make.mutationOptions({ onSuccess: (made) => toPlan(made, texts.made) }));
  const change = useMutation(api.plans.change.mutationOptions({ onSuccess: (next) => toPlan(next, texts.changed) }));
  return {
    isPending: make.isPending || change.isPending,
    error: make.error ?? change.error,
    save: (draft: PlanDraft, form: PlanForm): void => {
      const terms = termsOf(draft, form);
      if (terms === undefined || form.schoolId === null) return;
      if (plan !== null) {
        change.mutate({ ...terms, planId: plan.planId, reason: draft.reason.trim() });
        return;
      }
      make.mutate({
        ...terms,
        requestKey,
        householdId,
        schoolId: form.schoolId,
        payerIds: [...draft.payerIds],
        thirdPartyPayerId: draft.thirdPartyPayerId,
        consentOn: form.asksConsent ? draft.consentOn : null,
      });
    },
  };
}
