import { IconFileImport, IconFileText, IconFolder, IconListDetails, IconSend, IconSettings } from '@tabler/icons-react';
import { Link } from '#renderer/ui/link.tsx';
import { appTexts } from './app.nl.ts';
import classes from './shell.module.css';

const screens = [
  { to: '/openstaand', label: appTexts.openItems, Icon: IconListDetails },
  { to: '/dossiers', label: appTexts.dossiers, Icon: IconFolder },
  { to: '/importeren', label: appTexts.imports, Icon: IconFileImport },
  { to: '/teksten', label: appTexts.texts, Icon: IconFileText },
  { to: '/postvak-uit', label: appTexts.outbox, Icon: IconSend },
  { to: '/instellingen', label: appTexts.settings, Icon: IconSettings },
] as const;

/** The screens, always in the same order. */
export function LeftRail() {
  return (
    <nav className={classes['rail']} aria-label={appTexts.navigation}>
      <ul>
        {screens.map(({ to, label, Icon }) => (
          <li key={to}>
            <Link to={to} className={classes['railLink'] ?? ''} activeOptions={{ includeSearch: false }}>
              <Icon size={17} stroke={1.6} aria-hidden />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
