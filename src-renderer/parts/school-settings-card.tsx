import type { ReactNode } from 'react';
import { Card } from '#renderer/ui/card.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { PerSchool } from './per-school.tsx';

/** Settings that each school has of its own: what they are about, whose they are, and the form. */
export function SchoolSettingsCard({
  title,
  intro,
  school,
  notice,
  children,
}: {
  readonly title: string;
  readonly intro: string;
  /** Above the choice of school. */
  readonly school: string;
  /** What holds for every school. */
  readonly notice?: ReactNode;
  readonly children: (schoolId: number) => ReactNode;
}) {
  return (
    <Card title={title}>
      <Stack gap="sm">
        <Text muted>{intro}</Text>
        {notice}
        <PerSchool label={school}>{children}</PerSchool>
      </Stack>
    </Card>
  );
}
