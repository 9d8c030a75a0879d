import type { Session } from 'electron';

/** SECURITY: camera, location, notifications, clipboard reading …: the page needs none, so both questions get a no. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_webContents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
}
