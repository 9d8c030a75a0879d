import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Language, language as languages } from '#shared/api/schemas.ts';
import type { ReferralPartner } from '#shared/referrals/contract.ts';
import { api, client } from '#renderer/app/api.ts';
import { useChosenSchool } from '#renderer/app/school-choice.ts';
import { CheckList } from '#renderer/ui/check-list.tsx';
import { downloadFile } from '#renderer/ui/file-content.ts';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { languageNames, referralsTexts as texts } from './referrals.nl.ts';

/** A page to hand over: the chosen partners, in the language of the parent. */
export function SheetDialog({
  partners,
  onClose,
}: {
  readonly partners: readonly ReferralPartner[];
  readonly onClose: () => void;
}) {
  const schools = useQuery(api.schools.list.queryOptions());
  const shown = useChosenSchool();
  const [chosenSchool, setChosenSchool] = useState<number | null>(null);
  const [partnerIds, setPartnerIds] = useState<readonly number[]>([]);
  const [language, setLanguage] = useState<Language>('nl');
  const schoolId = chosenSchool ?? shown ?? schools.data?.[0]?.id ?? null;
  const make = useMutation({
    mutationFn: (school: number) =>
      client.referrals.page({ referralPartnerIds: [...partnerIds], schoolId: school, language }),
    meta: { quiet: true },
    onSuccess: (file) => {
      downloadFile(file);
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.sheet}
      onConfirm={() => schoolId !== null && make.mutate(schoolId)}
      confirm={{
        label: texts.sheetMake,
        loading: make.isPending,
        disabled: schoolId === null || partnerIds.length === 0,
      }}
    >
      <Stack gap="sm">
        <Text muted>{texts.sheetText}</Text>
        {(schools.data ?? []).length > 1 ? (
          <Select
            label={texts.school}
            value={schoolId === null ? null : String(schoolId)}
            options={(schools.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
            onChange={(value) => value !== null && setChosenSchool(Number(value))}
          />
        ) : null}
        <CheckList
          label={texts.sheetPartners}
          options={partners.map(({ referralPartnerId, name, isOwn }) => ({
            value: referralPartnerId,
            label: isOwn ? name : `${name} (${texts.example})`,
          }))}
          value={partnerIds}
          onChange={setPartnerIds}
        />
        <Segmented
          label={texts.sheetLanguage}
          value={language}
          onChange={setLanguage}
          options={languages.options.map((value) => ({ value, label: languageNames[value] }))}
        />
        <ProblemAlert error={make.error ?? schools.error} />
      </Stack>
    </Modal>
  );
}
