import { app, Menu } from 'electron';

/** Only what belongs to a window: editing keys, zoom, full screen, quit. Everything else is on the screen itself. */
export function installMenu(): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: 'Openstaand', submenu: [{ role: 'quit', label: 'Afsluiten' }] },
      {
        label: 'Bewerken',
        submenu: [
          { role: 'undo', label: 'Ongedaan maken' },
          { role: 'redo', label: 'Opnieuw' },
          { type: 'separator' },
          { role: 'cut', label: 'Knippen' },
          { role: 'copy', label: 'Kopiëren' },
          { role: 'paste', label: 'Plakken' },
          { role: 'selectAll', label: 'Alles selecteren' },
        ],
      },
      {
        label: 'Beeld',
        submenu: [
          { role: 'resetZoom', label: 'Normale grootte' },
          { role: 'zoomIn', label: 'Groter' },
          { role: 'zoomOut', label: 'Kleiner' },
          { type: 'separator' },
          { role: 'togglefullscreen', label: 'Volledig scherm' },
          ...(app.isPackaged ? [] : ([{ role: 'toggleDevTools', label: 'Ontwikkelaarshulp' }] as const)),
        ],
      },
    ]),
  );
}
