import { IconSearch } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { TextInput } from './text-input.tsx';

/** Search within a list; what follows, such as the address, hears of it when typing pauses. */
export function SearchField({
  label,
  placeholder = label,
  width,
  value,
  onChange,
}: {
  readonly label: string;
  readonly placeholder?: string;
  readonly width: number;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const settle = useEffectEvent((text: string) => {
    onChange(text.trim());
    setTyped(null);
  });
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => settle(typed), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
      w={width}
      value={typed ?? value}
      maxLength={200}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
