import { useMutation } from '@tanstack/react-query';
import type { TalkGuide } from '#shared/talks/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Card } from '#renderer/ui/card.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { talksTexts as texts } from './talks.nl.ts';
import classes from './talks.module.css';

const answers = { yes: true, no: false, unknown: null } as const;
type Answer = keyof typeof answers;

/** The children, and whether a parent told that they get a school allowance. */
export function TalkPupils({ pupils }: { readonly pupils: TalkGuide['pupils'] }) {
  const mayChange = !useRefused()('signals.setSchoolAllowance');
  const save = useMutation(
    api.signals.setSchoolAllowance.mutationOptions({
      onSuccess: () => notifyDone(texts.allowanceSaved),
      onError: notifyProblem,
    }),
  );
  return (
    <Card title={texts.children}>
      {pupils.map(({ pupilId, name, className, schoolName, hasSchoolAllowance }) => (
        <div key={pupilId} className={classes['pupil']}>
          <div>
            <PersonName strong>{name}</PersonName>
            <Text muted small>
              {[className, schoolName].filter((part) => part !== '').join(' · ')}
            </Text>
          </div>
          {mayChange ? (
            <Select<Answer>
              label={texts.allowance}
              aria-label={texts.allowanceOf(name)}
              width={130}
              disabled={save.isPending}
              value={hasSchoolAllowance === null ? 'unknown' : hasSchoolAllowance ? 'yes' : 'no'}
              options={(Object.keys(answers) as Answer[]).map((value) => ({ value, label: texts.allowances[value] }))}
              onChange={(value) => value && save.mutate({ pupilId, hasAllowance: answers[value] })}
            />
          ) : null}
        </div>
      ))}
    </Card>
  );
}
