import {
  IconCalendarEvent,
  IconFileImport,
  IconFileText,
  IconHandStop,
  IconHistory,
  IconMail,
  IconMailbox,
  IconMessages,
  IconNote,
  IconPhone,
  IconPigMoney,
  IconPlayerPlay,
} from '@tabler/icons-react';
import type { TimelineEntry } from '#shared/dossier/contract.ts';
import { Badge, type BadgeTone } from '#renderer/ui/badge.tsx';
import { Moment } from '#renderer/ui/plain-date.tsx';
import { householdTexts } from './dossier.nl.ts';
import classes from './timeline.module.css';

const looks = {
  import: { Icon: IconFileImport, tone: 'neutral' },
  email: { Icon: IconMail, tone: 'info' },
  letter: { Icon: IconMailbox, tone: 'info' },
  note: { Icon: IconNote, tone: 'info' },
  call: { Icon: IconPhone, tone: 'info' },
  talk: { Icon: IconMessages, tone: 'info' },
  document: { Icon: IconFileText, tone: 'neutral' },
  hold: { Icon: IconHandStop, tone: 'warning' },
  lift: { Icon: IconPlayerPlay, tone: 'neutral' },
  payment: { Icon: IconPigMoney, tone: 'success' },
  change: { Icon: IconHistory, tone: 'neutral' },
  nextStep: { Icon: IconCalendarEvent, tone: 'neutral' },
} as const satisfies Record<TimelineEntry['kind'], { Icon: typeof IconMail; tone: BadgeTone }>;

/** One line of the timeline: when, what kind, what, how it ended, by whom. */
export function TimelineRow({
  entry,
  onOpen,
}: {
  readonly entry: TimelineEntry;
  readonly onOpen?: (() => void) | undefined;
}) {
  const { Icon, tone } = looks[entry.kind];
  return (
    <li className={classes['entry']}>
      <span className={classes['date']}>
        <Moment at={entry.at} dayOnly />
      </span>
      <span>
        <Badge tone={tone}>
          <span className={classes['kind']}>
            <Icon size={13} stroke={1.8} aria-hidden />
            {householdTexts.entryKinds[entry.kind]}
          </span>
        </Badge>
      </span>
      <span className={classes['summary']}>
        {entry.isSocial ? (
          <>
            <Badge tone="warning">{householdTexts.noteSocialBadge}</Badge>{' '}
          </>
        ) : null}
        {onOpen ? (
          <button type="button" className={classes['opener']} onClick={onOpen}>
            {entry.summary}
          </button>
        ) : (
          entry.summary
        )}
        {entry.status ? (
          <>
            {' · '}
            <span className={`${classes['status']} ${statusClass(entry.status)}`}>{entry.status}</span>
          </>
        ) : null}
        {entry.author ? <span className={classes['author']}>{` · ${entry.author}`}</span> : null}
      </span>
    </li>
  );
}

/** Green when it arrived, red when someone must look, amber while it waits; the word itself says which it is. */
function statusClass(status: string): string | undefined {
  if (/verzonden|afgedrukt|afgeleverd/i.test(status)) return classes['good'];
  if (/mislukt|onzeker|teruggekomen/i.test(status)) return classes['bad'];
  if (/klaar|onderweg|af te drukken|open$/i.test(status)) return classes['waiting'];
  return classes['muted'];
}
