import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { BankLists } from './bank-lists.tsx';
import { bankFileTexts as texts } from './bank-file.nl.ts';
import { FilePreview } from './file-preview.tsx';
import { ImportNotices } from './import-notices.tsx';
import { useBankAddress } from './use-bank-address.ts';
import { useBankFiles } from './use-bank-files.ts';
import { useUndoImport } from './use-undo-statement.tsx';

/** Drop a bank file, see what it holds, read it in, and work its lines until nothing is left. */
export function BankScreen() {
  const address = useBankAddress();
  const files = useBankFiles();
  const undoImport = useUndoImport();
  function takeBack(statementIds: readonly number[]): void {
    undoImport(statementIds, files.clearDone);
  }
  // What came of it stays in the notice above the list, with the way back.
  function readIn(): void {
    address.go({ view: undefined, statementId: undefined, search: undefined });
  }
  if (files.preview !== null) {
    return <FilePreview key={files.preview.fileId} preview={files.preview} files={files} onDone={readIn} />;
  }
  return (
    <BankLists
      address={address}
      notices={<ImportNotices files={files} onUndo={takeBack} />}
      drop={
        files.readingName === null ? (
          <FileDrop multiple compact title={texts.dropTitle} buttonLabel={texts.dropButton} onFile={files.add} />
        ) : (
          <Loading label={texts.reading(files.readingName)} />
        )
      }
    />
  );
}
