import { useMutation } from '@tanstack/react-query';
import { api } from '#renderer/app/api.ts';
import { FooterButton } from '#renderer/ui/footer-button.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { runTexts as texts } from './run.nl.ts';

/** Decides a draft again; what a person made of it stays. */
export function RefreshButton({ runId }: { readonly runId: number }) {
  const refresh = useMutation(
    api.runs.refresh.mutationOptions({ onSuccess: () => notifyDone(texts.refreshed), onError: notifyProblem }),
  );
  return (
    <FooterButton loading={refresh.isPending} onClick={() => refresh.mutate({ runId })}>
      {texts.refresh}
    </FooterButton>
  );
}
