import { Button } from '#renderer/ui/button.tsx';
import { householdTexts } from './dossier.nl.ts';
import classes from './household.module.css';

/** A few words that are often typed, one click each. */
export function IdeaButtons({
  ideas,
  onChoose,
}: {
  readonly ideas: readonly string[];
  readonly onChoose: (idea: string) => void;
}) {
  return (
    <div className={classes['ideas']} role="group" aria-label={householdTexts.ideas}>
      {ideas.map((idea) => (
        <Button key={idea} size="xs" onClick={() => onChoose(idea)}>
          {idea}
        </Button>
      ))}
    </div>
  );
}
