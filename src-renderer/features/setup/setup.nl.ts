/** Words of the first start. */
export const setupTexts = {
  welcome: 'Welkom bij Openstaand',
  intro: 'Openstaande schoolfacturen opvolgen, rustig en volledig. Alles blijft op deze computer.',
  demoTitle: 'Eerst kijken met de demoschool',
  demoText:
    'Een verzonnen scholengroep met 640 leerlingen en drie schooljaren facturen. Je kunt alles proberen; er vertrekt niets zonder dat je zelf een mailserver instelt.',
  demoButton: 'Demoschool maken',
  emptyTitle: 'Met mijn eigen school beginnen',
  emptyText: 'Begin leeg. Daarna importeer je de leerlingen en de openstaande facturen uit het pakket van je school.',
  boardName: 'Schoolbestuur',
  boardHint: 'Mag leeg blijven.',
  schoolName: 'Naam van de school',
  level: 'Niveau',
  primary: 'Basisonderwijs',
  secondary: 'Secundair onderwijs',
  emptyButton: 'School maken',
} as const;
