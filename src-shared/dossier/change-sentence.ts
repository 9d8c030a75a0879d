/** A line of the audit trail that the dossier tells, with the names of those it is about. */
export type ChangeFacts = {
  readonly command: string;
  readonly payer: string | null;
  readonly pupil: string | null;
  readonly document: string | null;
  /** Names of changed fields, never what stood in them. */
  readonly fields: readonly string[];
  /** The mark that was set or taken away: an address that came back, an infobol that was removed. */
  readonly on: boolean;
};

const fieldNames: Readonly<Record<string, string>> = {
  relation: 'band met de leerling',
  firstName: 'voornaam',
  lastName: 'naam',
  language: 'taal',
  salutation: 'aanspreking',
  email: 'e-mailadres',
  phone: 'telefoon',
  channel: 'kanaal',
  street: 'adres',
  postalCode: 'adres',
  city: 'adres',
  country: 'adres',
  thirdPartyPayerId: 'betaler-derde',
};

const sentences: Readonly<Record<string, (facts: ChangeFacts) => string>> = {
  'people.renameHousehold': () => 'Het gezin kreeg een andere naam',
  'people.addPayer': ({ payer }) => `Betaler toegevoegd: ${payer}`,
  'people.updatePayer': ({ payer, fields }) =>
    `Contactgegevens gewijzigd van ${payer}: ${[...new Set(fields.map((field) => fieldNames[field] ?? field))].join(', ')}`,
  'people.removePayer': ({ payer }) => `Betaler verwijderd: ${payer}`,
  'people.markEmailBounced': ({ payer, on }) =>
    on ? `E-mail aan ${payer} kwam terug` : `Het e-mailadres van ${payer} werkt weer`,
  'people.setLiabilities': ({ pupil }) => `Aangepast wie betaalt voor ${pupil}`,
  'people.movePupil': ({ pupil }) => `Leerling naar een ander gezin verplaatst: ${pupil}`,
  'people.mergeHouseholds': () => 'Twee gezinnen samengevoegd',
  'people.splitHousehold': () => 'Gezin gesplitst',
  'people.separate': () => 'Aangepast wie betaalt vanaf een dag',
  'people.comeOfAge': ({ pupil }) => `Meerderjarig en betaler: ${pupil}`,
  'people.saveRulesSignature': ({ payer }) => `Handtekening onder het schoolreglement bewaard: ${payer}`,
  'people.removeRulesSignature': ({ payer }) => `Handtekening onder het schoolreglement weggehaald: ${payer}`,
  'people.undoChange': () => 'Wijziging van het gezin ongedaan gemaakt',
  'people.setLeft': ({ pupil }) => `Dag van vertrek aangepast: ${pupil}`,
  'people.markSettled': ({ pupil }) => `Afrekening van schoolverlater bijgewerkt: ${pupil}`,
  'dossier.setInfoNote': ({ pupil, on }) => `Infobol van ${pupil} ${on ? 'verwijderd' : 'aangepast'}`,
  'dossier.removeDocument': ({ document }) => `Document verwijderd: ${document}`,
  'dossier.restoreDocument': ({ document }) => `Document teruggezet: ${document}`,
};

/** The commands of the trail that the timeline shows; the others have an entry of their own (notes, messages, holds). */
export const toldCommands: readonly string[] = Object.keys(sentences);

/** The Dutch sentence of a change. A command that is not in `toldCommands` is named as it is. */
export function changeSentence(facts: ChangeFacts): string {
  return sentences[facts.command]?.(facts) ?? facts.command;
}
