import { Loading } from '#renderer/ui/loading.tsx';

export function MailSettingsPanel() {
  return <Loading />;
}
