import { IconUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Button } from './button.tsx';
import classes from './file-drop.module.css';
import { kitTexts } from './kit.nl.ts';

/** A place to drop a file, and a button to choose one. `accept` as in HTML: `.xlsx,.csv`. */
export function FileDrop({
  onFile,
  accept,
  title = kitTexts.dropHere,
  hint,
  buttonLabel = kitTexts.orChoose,
  disabled = false,
  compact = false,
  multiple = false,
}: {
  readonly onFile: (file: File) => void;
  readonly accept?: string;
  readonly title?: string;
  readonly hint?: string;
  readonly buttonLabel?: string;
  readonly disabled?: boolean;
  readonly compact?: boolean;
  /** Several at once; `onFile` is then called for each. */
  readonly multiple?: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  function take(files: FileList | null): void {
    if (!disabled) for (const file of [...(files ?? [])].slice(0, multiple ? undefined : 1)) onFile(file);
    if (input.current) input.current.value = '';
  }
  const className = [classes['drop'], over ? classes['over'] : '', compact ? classes['compact'] : ''].join(' ');
  return (
    <div
      role="group"
      aria-label={title}
      className={className}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <IconUpload size={compact ? 18 : 28} stroke={1.5} aria-hidden />
      <div className={classes['title']}>{title}</div>
      <Button onClick={() => input.current?.click()} disabled={disabled}>
        {buttonLabel}
      </Button>
      {hint ? <div className={classes['hint']}>{hint}</div> : null}
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        aria-label={buttonLabel}
        {...(accept ? { accept } : {})}
        onChange={(event) => take(event.currentTarget.files)}
      />
    </div>
  );
}
