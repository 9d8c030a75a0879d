import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { formatMoment } from '#renderer/ui/plain-date.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { limitationTexts as texts } from './limitation.nl.ts';

/** A document that is in the dossier already, or a file that will be. */
export type Proof = { readonly documentId: number } | { readonly file: File };

/** The proof of an act: one document of the dossier, or a new file. */
export function ProofField({
  documents,
  proof,
  error,
  onProof,
}: {
  readonly documents: HouseholdPage['documents'];
  readonly proof: Proof | null;
  readonly error: string | null;
  readonly onProof: (proof: Proof | null) => void;
}) {
  if (proof !== null && 'file' in proof) {
    return (
      <Text>
        <span className="os-name">{texts.newFile(proof.file.name)}</span>{' '}
        <TextButton onClick={() => onProof(null)}>{texts.otherProof}</TextButton>
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      {documents.length === 0 ? null : (
        <Select
          label={texts.proofFromDossier}
          placeholder={texts.proofChoose}
          clearable
          searchable={documents.length > 8}
          options={documents.map(({ documentId, fileName, at }) => ({
            value: String(documentId),
            label: `${fileName} · ${formatMoment(at, true)}`,
          }))}
          value={proof === null ? null : String(proof.documentId)}
          onChange={(value) => onProof(value === null ? null : { documentId: Number(value) })}
          error={error}
        />
      )}
      {proof === null ? (
        <FileDrop
          compact
          onFile={(file) => onProof({ file })}
          title={texts.dropProof}
          buttonLabel={texts.chooseProof}
          accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.eml,.txt"
        />
      ) : null}
      {error !== null && documents.length === 0 ? <Text danger>{error}</Text> : null}
    </Stack>
  );
}
