import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { HouseholdPicker, type PickedHousehold } from '#renderer/parts/household-picker.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { plansTexts as texts } from './plans.nl.ts';

/** A plan is made with a household; from the list that is asked first. */
export function ForWhomDialog({ onClose }: { readonly onClose: () => void }) {
  const [picked, setPicked] = useState<PickedHousehold | null>(null);
  const navigate = useNavigate();
  function go(): void {
    if (picked === null) return;
    void navigate({ to: '/dossiers/$householdId/plan', params: { householdId: String(picked.householdId) } });
  }
  return (
    <Modal
      opened
      size="sm"
      onClose={onClose}
      title={texts.forWhom}
      onConfirm={go}
      confirm={{ label: texts.goOn, disabled: picked === null }}
    >
      <HouseholdPicker
        label={texts.household}
        placeholder={texts.householdPlaceholder}
        nothingFound={texts.nothingFound}
        value={picked}
        onChange={setPicked}
      />
    </Modal>
  );
}
