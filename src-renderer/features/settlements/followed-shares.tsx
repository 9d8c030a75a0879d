import type { Settlement } from '#shared/settlements/contract.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { planTexts as texts } from './plan.nl.ts';

/** What each school was promised by today, and what came. */
export function FollowedShares({ followed }: { readonly followed: Settlement['followed'] }) {
  if (followed.length === 0) return null;
  return (
    <section aria-label={texts.followed}>
      <Text strong>{texts.followed}</Text>
      {followed.map((share) => (
        <Facts
          key={share.schoolId}
          rows={[
            { name: texts.school, value: share.schoolName },
            { name: texts.expected, value: <Money cents={share.expectedCents} /> },
            { name: texts.received, value: <Money cents={share.receivedCents} /> },
            { name: texts.behind, value: <Money cents={share.behindCents} /> },
            { name: texts.forecast, value: <Money cents={share.forecastCents} /> },
          ]}
        />
      ))}
    </section>
  );
}
