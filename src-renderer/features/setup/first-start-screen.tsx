import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconBuildingCommunity, IconSchool } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { ProgressDialog } from '#renderer/parts/progress-dialog.tsx';
import { EmptySchoolForm } from './empty-school-form.tsx';
import classes from './first-start.module.css';
import { setupTexts as texts } from './setup.nl.ts';

/** The first time: look around in the demo school, or begin with one's own. */
export function FirstStartScreen() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const status = useQuery(api.setup.status.queryOptions());
  const [jobId, setJobId] = useState<string | null>(null);
  const demo = useMutation(api.setup.createDemo.mutationOptions({ onSuccess: (started) => setJobId(started.jobId) }));

  async function goOn(to: '/openstaand' | '/importeren'): Promise<void> {
    setJobId(null);
    await queryClient.invalidateQueries({ refetchType: 'all' });
    await navigate({ to });
  }
  if (status.isPending) return <Loading />;

  return (
    <div className={classes['page']}>
      <h1 className={classes['welcome']}>{texts.welcome}</h1>
      <p className={classes['intro']}>{texts.intro}</p>
      <ProblemAlert error={status.error ?? demo.error} />
      <div className={classes['choices']}>
        <section className={classes['choice']} aria-labelledby="choice-demo">
          <IconBuildingCommunity size={36} stroke={1.3} aria-hidden className={classes['icon']} />
          <h2 id="choice-demo">{texts.demoTitle}</h2>
          <p className={classes['grow']}>{texts.demoText}</p>
          <Button variant="primary" size="md" loading={demo.isPending} onClick={() => demo.mutate({})}>
            {texts.demoButton}
          </Button>
        </section>
        <section className={classes['choice']} aria-labelledby="choice-empty">
          <IconSchool size={36} stroke={1.3} aria-hidden className={classes['icon']} />
          <h2 id="choice-empty">{texts.emptyTitle}</h2>
          <p>{texts.emptyText}</p>
          <EmptySchoolForm onCreated={() => void goOn('/importeren')} />
        </section>
      </div>
      <ProgressDialog jobId={jobId} onDone={() => void goOn('/openstaand')} onClose={() => setJobId(null)} />
    </div>
  );
}
