import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { openItemsTexts as texts } from './open-items.nl.ts';

/** Search within the list; the address follows when typing pauses. */
export function ListSearch({ value, onChange }: { readonly value: string; readonly onChange: (text: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => {
      onChange(typed.trim());
      setTyped(null);
    }, 250);
    return () => clearTimeout(timer);
  }, [typed, onChange]);
  return (
    <TextInput
      type="search"
      w={190}
      aria-label={texts.search}
      placeholder={texts.search}
      leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
