import { useQuery } from '@tanstack/react-query';
import {
  IconBell,
  IconBuildingBank,
  IconCalendarDollar,
  IconChecks,
  IconFileImport,
  IconFileText,
  IconFolder,
  IconHeartHandshake,
  IconListDetails,
  IconSend,
  IconSettings,
  IconSun,
} from '@tabler/icons-react';
import { Link } from '#renderer/ui/link.tsx';
import { api } from './api.ts';
import { appTexts } from './app.nl.ts';
import classes from './shell.module.css';

const screens = [
  { to: '/vandaag', label: appTexts.today, Icon: IconSun },
  { to: '/openstaand', label: appTexts.openItems, Icon: IconListDetails },
  { to: '/dossiers', label: appTexts.dossiers, Icon: IconFolder },
  { to: '/herinneringen', label: appTexts.reminders, Icon: IconBell },
  { to: '/afbetaalplannen', label: appTexts.plans, Icon: IconCalendarDollar },
  { to: '/hulp', label: appTexts.assistance, Icon: IconHeartHandshake },
  { to: '/bank', label: appTexts.bank, Icon: IconBuildingBank },
  { to: '/importeren', label: appTexts.imports, Icon: IconFileImport },
  { to: '/teksten', label: appTexts.texts, Icon: IconFileText },
  { to: '/postvak-uit', label: appTexts.outbox, Icon: IconSend },
  { to: '/goedkeuren', label: appTexts.approvals, Icon: IconChecks },
  { to: '/instellingen', label: appTexts.settings, Icon: IconSettings },
] as const;

/** What a screen is for: who is refused this, has nothing to do there. */
const mainProcedures: Readonly<Record<string, string>> = {
  '/bank': 'bank.lines',
  '/importeren': 'imports.commit',
  '/teksten': 'correspondence.texts',
  '/postvak-uit': 'correspondence.outbox',
};

/** The screens, always in the same order, as far as one may work with them. Goedkeuren is there when more than one person works with Openstaand. */
export function LeftRail() {
  const session = useQuery(api.access.session.queryOptions());
  const waiting = useQuery(api.approvals.waiting.queryOptions());
  const bank = useQuery(api.bank.freshness.queryOptions());
  const approvals = (waiting.data?.forMe ?? 0) + (waiting.data?.rejectedMine ?? 0);
  const counts: Readonly<Record<string, number>> = {
    '/bank': bank.data?.reduce((sum, { openLines }) => sum + openLines, 0) ?? 0,
    '/goedkeuren': approvals,
  };
  const refused = session.data?.refused ?? [];
  const shown = screens.filter(({ to }) => {
    if (refused.includes(mainProcedures[to] ?? '')) return false;
    return to !== '/goedkeuren' || session.data?.mode === 'users' || approvals > 0;
  });
  return (
    <nav className={classes['rail']} aria-label={appTexts.navigation}>
      <ul>
        {shown.map(({ to, label, Icon }) => (
          <li key={to}>
            <Link to={to} className={classes['railLink'] ?? ''} activeOptions={{ includeSearch: false }}>
              <Icon size={17} stroke={1.6} aria-hidden />
              {label}
              {counts[to] ? <span className={classes['count']}>{counts[to]}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
