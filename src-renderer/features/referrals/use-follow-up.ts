import { useMutation } from '@tanstack/react-query';
import type { Referral } from '#shared/referrals/contract.ts';
import { api } from '#renderer/app/api.ts';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { outcomeWords, referralsTexts as texts } from './referrals.nl.ts';

/** Lets a closed referral run again. */
export function useReopen() {
  return useMutation(
    api.referrals.reopen.mutationOptions({ onSuccess: () => notifyDone(texts.reopened), onError: notifyProblem }),
  );
}

/** Says what became of a referral, and offers to take it back when it was closed. */
export function useTold(): (after: Referral) => void {
  const reopen = useReopen();
  return ({ referralId, outcome }) => {
    if (outcome === null) notifyDone(texts.putOff);
    else notifyDone(texts.closed(outcomeWords[outcome]), () => reopen.mutate({ referralId }));
  };
}
