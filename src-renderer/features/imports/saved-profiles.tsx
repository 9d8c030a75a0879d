import { useMutation, useQuery } from '@tanstack/react-query';
import { IconTrash } from '@tabler/icons-react';
import { api } from '#renderer/app/api.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { importTexts } from './imports.nl.ts';
import classes from './imports.module.css';

/** The mappings that were kept; nothing when there are none. */
export function SavedProfiles() {
  const profiles = useQuery(api.imports.profiles.queryOptions());
  const remove = useMutation(api.imports.deleteProfile.mutationOptions({ onError: notifyProblem }));
  if (!profiles.data || profiles.data.length === 0) return null;
  return (
    <Card title={importTexts.profiles}>
      <Text muted>{importTexts.profilesHint}</Text>
      <ul className={classes['profiles']}>
        {profiles.data.map((profile) => (
          <li key={profile.id}>
            {profile.name}
            <Badge>{importTexts.kinds[profile.kind]}</Badge>
            <IconButton
              size="sm"
              label={importTexts.removeProfile(profile.name)}
              onClick={() =>
                remove.mutate(
                  { profileId: profile.id },
                  { onSuccess: () => notifyDone(importTexts.profileRemoved(profile.name)) },
                )
              }
            >
              <IconTrash size={15} />
            </IconButton>
          </li>
        ))}
      </ul>
    </Card>
  );
}
