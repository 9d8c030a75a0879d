import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useEffect } from 'react';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { api } from './api.ts';
import { appTexts } from './app.nl.ts';
import { GlobalSearch } from './global-search.tsx';
import { setPrivacy, usePrivacy } from './privacy.ts';
import { chooseSchool, useChosenSchool } from './school-choice.ts';
import type { OpenItemsSearch } from './search-params.ts';
import classes from './shell.module.css';
import { UserMenu } from './user-menu.tsx';

/** Brand, search, school, privacy and who is at the keyboard. */
export function TopBar() {
  const privacy = usePrivacy();
  return (
    <header className={classes['top']}>
      <Link to="/openstaand" className={classes['brand'] ?? ''}>
        {appTexts.name}
      </Link>
      <GlobalSearch />
      <span className={classes['spacer']} />
      <SchoolSelect />
      <IconButton
        label={privacy ? appTexts.privacyOff : appTexts.privacyOn}
        pressed={privacy}
        onClick={() => setPrivacy(!privacy)}
      >
        {privacy ? <IconEyeOff size={18} stroke={1.6} /> : <IconEye size={18} stroke={1.6} />}
      </IconButton>
      <UserMenu />
    </header>
  );
}

/** Which school the lists are about; remembered, and on Openstaand also in the address. */
function SchoolSelect() {
  const schools = useQuery(api.schools.list.queryOptions());
  const chosen = useChosenSchool();
  const navigate = useNavigate();
  const location = useRouterState({ select: (state) => state.location });
  const onOpenItems = location.pathname === '/openstaand';
  const inAddress = 'schoolId' in location.search ? location.search.schoolId : undefined;

  // An address with a school in it (a link, a reload) chooses that school.
  useEffect(() => {
    if (onOpenItems && typeof inAddress === 'number' && inAddress !== chosen) chooseSchool(inAddress);
  }, [onOpenItems, inAddress, chosen]);

  const list = schools.data ?? [];
  // A school that no longer exists (another database) must not hide every row.
  const gone = schools.data !== undefined && chosen !== null && !list.some((school) => school.id === chosen);
  useEffect(() => {
    if (!gone) return;
    chooseSchool(null);
    if (onOpenItems) void navigate({ to: '/openstaand', search: withoutSchool, replace: true });
  }, [gone, onOpenItems, navigate]);

  if (list.length < 2) return list[0] ? <span className={classes['actor']}>{list[0].name}</span> : null;

  function choose(value: string | null): void {
    const schoolId = value === null || value === 'all' ? null : Number(value);
    chooseSchool(schoolId);
    if (!onOpenItems) return;
    void navigate({
      to: '/openstaand',
      search: (search: OpenItemsSearch) =>
        schoolId === null ? withoutSchool(search) : { ...withoutSchool(search), schoolId },
    });
  }
  return (
    <Select
      aria-label={appTexts.school}
      width={210}
      value={chosen === null ? 'all' : String(chosen)}
      onChange={choose}
      options={[
        { value: 'all', label: appTexts.allSchools },
        ...list.map((school) => ({ value: String(school.id), label: school.name })),
      ]}
    />
  );
}

/** A site belongs to one school, so it goes with it. */
function withoutSchool({ schoolId: _school, siteId: _site, ...rest }: OpenItemsSearch): OpenItemsSearch {
  return rest;
}
