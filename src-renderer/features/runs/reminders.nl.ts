export const remindersTexts = {
  title: 'Herinneringen',
  tabs: 'Onderdelen van de herinneringen',
  runs: 'Runs',
  procedures: 'Procedures',
  holds: 'Opgeschort',
  limitation: 'Verjaring',
  settlements: 'Schuldenregeling',
  handOver: 'Overdracht',
  costs: 'Kosten',
};
