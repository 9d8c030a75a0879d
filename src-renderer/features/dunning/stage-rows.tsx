import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import type { TextSummary } from '#shared/correspondence/contract.ts';
import { isMessageChannel } from '#shared/dunning/procedure-rules.ts';
import { Button } from '#renderer/ui/button.tsx';
import { HiddenText } from '#renderer/ui/hidden-text.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { type DraftProblem, type StageDraft, withStageMoved } from './procedure-draft.ts';
import { editorTexts as texts } from './procedure-editor.nl.ts';
import classes from './procedures.module.css';
import { StageFields } from './stage-fields.tsx';

/** The stages in order: each can be changed, moved with the keyboard, or left out. */
export function StageRows({
  stages,
  problems,
  offered,
  onChange,
  onPreview,
}: {
  readonly stages: readonly StageDraft[];
  readonly problems: readonly DraftProblem[];
  readonly offered: readonly TextSummary[];
  readonly onChange: (stages: readonly StageDraft[]) => void;
  /** Null: whoever looks may not see messages. */
  readonly onPreview: ((stage: StageDraft) => void) | null;
}) {
  const [said, setSaid] = useState('');
  const firstMessage = stages.findIndex(({ channel }) => isMessageChannel(channel));
  function move(from: number, to: number): void {
    const stage = stages[from];
    if (!stage || !stages[to]) return;
    onChange(withStageMoved(stages, from, to));
    setSaid(texts.moved(stage.name, to + 1));
  }
  function onKeyDown(event: KeyboardEvent, index: number): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    // Before the field it was pressed in: a number would count up as well.
    event.preventDefault();
    event.stopPropagation();
    move(index, index + (event.key === 'ArrowUp' ? -1 : 1));
  }
  function remove(stage: StageDraft): void {
    onChange(stages.filter(({ key }) => key !== stage.key));
    notifyDone(texts.removed(stage.name), () => onChange(stages));
  }
  return (
    <>
      <ol className={classes['stages']}>
        {stages.map((stage, index) => {
          const number = index + 1;
          const own = problems.filter((problem) => problem.stage === number);
          return (
            // The keys move the stage from wherever the cursor is in it; its buttons do the same.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
            <li key={stage.key} className={classes['stage']} onKeyDownCapture={(event) => onKeyDown(event, index)}>
              <div className={classes['stageHead']}>
                <h3 className={classes['stageTitle']}>{texts.stage(number)}</h3>
                {onPreview && stage.textId !== null && stage.channel !== 'handOver' ? (
                  <Button size="xs" aria-label={texts.previewOf(number)} onClick={() => onPreview(stage)}>
                    {texts.preview}
                  </Button>
                ) : null}
                <IconButton
                  size="sm"
                  label={texts.up(number)}
                  disabled={index === 0}
                  onClick={() => move(index, index - 1)}
                >
                  <IconArrowUp size={16} aria-hidden />
                </IconButton>
                <IconButton
                  size="sm"
                  label={texts.down(number)}
                  disabled={index === stages.length - 1}
                  onClick={() => move(index, index + 1)}
                >
                  <IconArrowDown size={16} aria-hidden />
                </IconButton>
                <IconButton
                  size="sm"
                  danger
                  label={texts.remove(number)}
                  disabled={stages.length === 1}
                  onClick={() => remove(stage)}
                >
                  <IconTrash size={16} aria-hidden />
                </IconButton>
              </div>
              <StageFields
                stage={stage}
                number={number}
                before={stages[index - 1]}
                problems={own}
                offered={offered}
                mayCost={firstMessage >= 0 && index > firstMessage}
                onChange={(change) =>
                  onChange(stages.map((each) => (each.key === stage.key ? { ...each, ...change } : each)))
                }
              />
              {own.length > 0 ? (
                <ul className={classes['problems']}>
                  {own.map(({ field, sentence }) => (
                    <li key={`${field} ${sentence}`}>{sentence}</li>
                  ))}
                </ul>
              ) : null}
            </li>
          );
        })}
      </ol>
      <HiddenText role="status">{said}</HiddenText>
    </>
  );
}
