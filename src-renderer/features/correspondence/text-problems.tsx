import type { TextProblem } from '#shared/correspondence/contract.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Group } from '#renderer/ui/layout.tsx';
import { textsTexts } from './texts.nl.ts';

/** What keeps a text from leaving, each with the nearest known variable one click away. */
export function TextProblems({
  problems,
  onReplace,
}: {
  readonly problems: readonly TextProblem[];
  readonly onReplace?: (found: string, name: string) => void;
}) {
  if (problems.length === 0) return null;
  return (
    <Alert tone="warning" title={textsTexts.problemsTitle}>
      {problems.map(({ found, nearest, where, sentence }) => (
        <Group key={`${where} ${found}`} gap="xs" mb={4}>
          <span>{sentence}</span>
          {nearest !== null && onReplace ? (
            <Button size="xs" onClick={() => onReplace(found, nearest)}>
              {textsTexts.replaceBy(nearest)}
            </Button>
          ) : null}
        </Group>
      ))}
      {textsTexts.problemsHint}
    </Alert>
  );
}
