import { formatCents } from '../money/cents.ts';

/** What was done, in Dutch and without names of people; the dossier tells more. */
const sentences: Readonly<Record<string, string>> = {
  'setup.createDemo': 'Demoschool aangemaakt',
  'setup.createEmpty': 'Gestart met een eigen school',
  'schools.create': 'School toegevoegd',
  'schools.update': 'Gegevens van de school gewijzigd',
  'schools.setLogo': 'Logo van de school gewijzigd',
  'people.renameHousehold': 'Gezin hernoemd',
  'people.addPayer': 'Betaler toegevoegd',
  'people.updatePayer': 'Contactgegevens van een betaler gewijzigd',
  'people.removePayer': 'Betaler verwijderd',
  'people.markEmailBounced': 'Aangeduid of een e-mailadres werkt',
  'people.setLiabilities': 'Aangepast wie betaalt voor een leerling',
  'people.movePupil': 'Leerling naar een ander gezin verplaatst',
  'people.mergeHouseholds': 'Twee gezinnen samengevoegd',
  'people.splitHousehold': 'Gezin gesplitst',
  'people.saveThirdPartyPayer': 'Betaler-derde bewaard',
  'ledger.bookReceipts': 'Ontvangsten geboekt',
  'ledger.reallocate': 'Ontvangst anders afgepunt',
  'ledger.reverse': 'Boeking teruggedraaid',
  'ledger.transfer': 'Bedrag overgeboekt naar een andere factuur',
  'ledger.compensate': 'Tegoed verrekend met wat openstaat',
  'ledger.refund': 'Bedrag terugbetaald',
  'ledger.writeOff': 'Bedrag buiten invordering gesteld',
  'ledger.remit': 'Bedrag kwijtgescholden',
  'ledger.charge': 'Bedrag aangerekend',
  'ledger.bookObligation': 'Verplichting geboekt',
  'ledger.correctArrears': 'Achterstand gecorrigeerd',
  'ledger.relate': 'Facturen aan elkaar gekoppeld',
  'ledger.unrelate': 'Koppeling tussen facturen weggenomen',
  'ledger.savePeriodicCharge': 'Maandelijkse aanrekening bewaard',
  'ledger.stopPeriodicCharge': 'Maandelijkse aanrekening gestopt',
  'ledger.runPeriodicCharges': 'Maandelijkse aanrekeningen geboekt',
  'ledger.makePaymentFile': 'Betaalbestand voor de bank gemaakt',
  'dunning.hold': 'Facturen op Niet verwerken gezet',
  'dunning.lift': 'Facturen weer verwerkt',
  'dunning.holdAgain': 'Niet verwerken teruggezet',
  'imports.commit': 'Bestand ingelezen',
  'imports.undo': 'Import ongedaan gemaakt',
  'imports.deleteProfile': 'Importprofiel verwijderd',
  'correspondence.saveText': 'Tekst bewaard',
  'correspondence.archiveText': 'Tekst gearchiveerd of teruggehaald',
  'correspondence.installShippedTexts': 'Meegeleverde teksten toegevoegd',
  'correspondence.send': 'Berichten klaargezet en verstuurd',
  'correspondence.resume': 'Versturen hervat',
  'correspondence.decide': 'Beslist over een bericht',
  'correspondence.printLetters': 'Brieven klaargemaakt om te printen',
  'correspondence.confirmPrinted': 'Brieven als gepost aangeduid',
  'correspondence.saveMailSettings': 'Instellingen van de mailserver gewijzigd',
  'correspondence.testMail': 'Testmail gestuurd',
  'dossier.addNote': 'Nota toegevoegd',
  'dossier.setInfoNote': 'Infobol aangepast',
  'dossier.addDocument': 'Document toegevoegd',
  'dossier.removeDocument': 'Document verwijderd',
  'dossier.restoreDocument': 'Document teruggezet',
  'dossier.setNextStep': 'Volgende stap gezet',
  'dossier.finishNextStep': 'Volgende stap afgewerkt',
  'bank.import': 'Bankbestand ingelezen',
  'bank.accept': 'Voorstellen van bankverrichtingen aanvaard',
  'bank.book': 'Bankverrichting geboekt',
  'bank.setAside': 'Bankverrichtingen opzijgezet',
  'bank.reopen': 'Bankverrichtingen opnieuw opengezet',
  'bank.undo': 'Uittreksel ongedaan gemaakt',
  'bank.saveAccount': 'Rekening van de school bewaard',
  'bank.removeAccount': 'Rekening van de school verwijderd',
  'bank.savePayerAccount': 'Rekening van een betaler bewaard',
  'bank.forgetPayerAccount': 'Rekening van een betaler vergeten',
  'bank.restorePayerAccount': 'Rekening van een betaler teruggezet',
  'approvals.approve': 'Aanvraag goedgekeurd en uitgevoerd',
  'approvals.refresh': 'Aanvraag bijgewerkt: ze was intussen veranderd',
  'approvals.reject': 'Aanvraag afgewezen',
  'approvals.withdraw': 'Aanvraag ingetrokken',
  'approvals.resubmit': 'Aanvraag aangepast en opnieuw ingediend',
  'approvals.saveThresholds': 'Grenzen voor een tweede paar ogen gewijzigd',
  'access.signIn': 'Aangemeld',
  'access.refuseSignIn': 'Te vaak een verkeerd wachtwoord',
  'access.signOut': 'Afgemeld',
  'access.changePassword': 'Eigen wachtwoord gewijzigd',
  'access.saveUser': 'Gebruiker bewaard',
  'access.saveSettings': 'Tijd tot vergrendelen gewijzigd',
};

/** Names of the commands that have a sentence. */
export const toldInTrail: readonly string[] = Object.keys(sentences);

/**
 * The Dutch sentence of a line of the audit trail, with its amount (in cents) when the detail has one and whether it waits
 * for somebody else. A command without a sentence is named as it is, so that no line is empty.
 */
export function auditSentence(command: string, detail: Readonly<Record<string, unknown>>): string {
  const sentence = sentences[command] ?? command;
  const { amountCents, outcome } = detail;
  const amount = typeof amountCents === 'number' && Number.isSafeInteger(amountCents) ? formatCents(amountCents) : null;
  const told = amount === null ? sentence : `${sentence}: ${amount}`;
  return outcome === 'waiting' ? `${told} (wacht op goedkeuring)` : told;
}
