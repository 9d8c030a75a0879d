import { Page } from '#renderer/ui/page.tsx';

export function TodayScreen() {
  return <Page title="Vandaag">{null}</Page>;
}
