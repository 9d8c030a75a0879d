import type { VariableDescription } from '#shared/correspondence/variable-description.ts';
import { variableCatalogue } from '#shared/correspondence/variables.ts';
import { Text } from '#renderer/ui/text.tsx';
import classes from './correspondence.module.css';
import { textsTexts } from './texts.nl.ts';

const groups = ['amounts', 'payment', 'payer', 'pupil', 'school'] as const;

/** Every variable with what it becomes, the tables and boxes first; a click puts it where the cursor is. */
export function VariableList({ onInsert }: { readonly onInsert: (name: string) => void }) {
  return (
    <div className={classes['variables']}>
      <p className={classes['hint']}>{textsTexts.variablesHint}</p>
      {groups.map((group) => (
        <section key={group} aria-label={textsTexts.groups[group]}>
          <h3 className={classes['groupTitle']}>{textsTexts.groups[group]}</h3>
          {variableCatalogue
            .filter((variable) => variable.group === group)
            .toSorted((a, b) => Number(b.kind === 'block') - Number(a.kind === 'block'))
            .map((variable) => (
              <Variable key={variable.name} variable={variable} onInsert={onInsert} />
            ))}
        </section>
      ))}
    </div>
  );
}

function Variable({
  variable,
  onInsert,
}: {
  readonly variable: VariableDescription;
  readonly onInsert: (name: string) => void;
}) {
  return (
    <div className={classes['variable']}>
      <button type="button" className={classes['chip']} onClick={() => onInsert(variable.name)}>
        {variable.name.toLowerCase().replaceAll('_', ' ')}
      </button>
      <div>
        <p>{variable.description}</p>
        {variable.kind === 'block' ? null : (
          <Text small muted>
            {textsTexts.example(variable.example)}
          </Text>
        )}
      </div>
    </div>
  );
}
