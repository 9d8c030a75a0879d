import type { VariableDescription } from '#shared/correspondence/variable-description.ts';
import { variableCatalogue } from '#shared/correspondence/variables.ts';
import { Tooltip } from '#renderer/ui/tooltip.tsx';
import { textsTexts } from './texts.nl.ts';
import classes from './correspondence.module.css';

const groups = ['amounts', 'payment', 'payer', 'pupil', 'school'] as const;

/** Every variable with what it becomes; a click puts it where the cursor is. */
export function VariableList({ onInsert }: { readonly onInsert: (name: string) => void }) {
  return (
    <div className={classes['variables']}>
      <p className={classes['hint']}>{textsTexts.variablesHint}</p>
      {groups.map((group) => (
        <section key={group} aria-label={textsTexts.groups[group]}>
          <h3 className={classes['groupTitle']}>{textsTexts.groups[group]}</h3>
          <div className={classes['chips']}>
            {variableCatalogue
              .filter((variable) => variable.group === group)
              .map((variable) => (
                <VariableChip key={variable.name} variable={variable} onInsert={onInsert} />
              ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function VariableChip({
  variable,
  onInsert,
}: {
  readonly variable: VariableDescription;
  readonly onInsert: (name: string) => void;
}) {
  const explanation =
    variable.kind === 'block'
      ? `${variable.description} (${textsTexts.block})`
      : `${variable.description} ${variable.example}`;
  return (
    <Tooltip label={explanation}>
      <button type="button" className={classes['chip']} onClick={() => onInsert(variable.name)}>
        {variable.name.toLowerCase().replaceAll('_', ' ')}
      </button>
    </Tooltip>
  );
}
