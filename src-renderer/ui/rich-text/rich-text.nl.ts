export const richTextTexts = {
  unknown: (nearest: string | null) =>
    nearest === null ? 'Deze variabele bestaat niet.' : `Deze variabele bestaat niet. Bedoelt u ${nearest}?`,
  labels: {
    boldControlLabel: 'Vet',
    italicControlLabel: 'Cursief',
    underlineControlLabel: 'Onderstrepen',
    h2ControlLabel: 'Kop',
    h3ControlLabel: 'Tussenkop',
    bulletListControlLabel: 'Opsomming',
    orderedListControlLabel: 'Genummerde lijst',
    undoControlLabel: 'Ongedaan maken',
    redoControlLabel: 'Opnieuw',
  },
} as const;
