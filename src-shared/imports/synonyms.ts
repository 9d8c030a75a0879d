import type { InvoiceField, PayerPart, pupilFields } from './fields.ts';

/** Fields of the pupil itself. */
export type OwnPupilField = (typeof pupilFields)[number];

/**
 * What school and accounting packages call a column, in Dutch, French and English, lower case without accents, spaces
 * or punctuation. Earlier in the list is the better name: when two columns fit, the better one is proposed. Sources:
 * facts/imports.md (Informat, Wisa, Smartschool, Exact, WinBooks, Octopus) and what offices write themselves.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const studentNumber = words(`
  stamboeknummer stamboeknr stamboek stamnummer stamnr stamnrkort leerlingnummer leerlingnr leerlingennummer leerlingid
  leerlingcode internnummer internnr matricule numeromatricule nummatricule numeroeleve studentnumber studentno studentnr
  studentid pupilnumber pupilid registrationnumber ppersoon pointer persoonid personid debiteurnummer debiteurnr
  debiteurcode klantnummer klantnr klantcode relatienummer relatienr accountcode accountrp`);

const lastName = words(`
  familienaam achternaam familienaamleerling achternaamleerling naamleerling leerlingnaam naam nomdefamille nomeleve nom
  lastname surname familyname pupillastname`);

const firstName = words(`
  voornaam voornaamleerling leerlingvoornaam prenom prenomeleve firstname givenname forename pupilfirstname roepnaam`);

const birthDate = words(`
  geboortedatum gebdatum geborenop geboren datenaissance datedenaissance naissance neele dateofbirth birthdate birthday`);

const className = words(`
  klas klascode klasnaam officieleklas klasleerling klasgroep classe codeclasse class classname classcode classgroup`);

const school = words(`
  school schoolnaam naamschool instelling instellingsnaam naaminstelling ecole nomecole etablissement schoolname
  institute institution`);

const site = words(`vestiging vestigingsplaats vestigingsnaam campus locatie implantation site location`);

/** Headings of the columns of an export of invoices or open items. */
export const invoiceSynonyms: Readonly<Record<InvoiceField, readonly string[]>> = {
  number: words(`
    factuurnummer factuurnr factnr factuurno factuur notanummer notanr rekeningnota schoolrekeningnummer
    documentnummer documentnr docnummer docnr docnumber stuknummer numerofacture numerodefacture nofacture nfacture
    facturenumero facturenr facture numerodocument invoicenumber invoiceno invoicenr invoiceid invoice documentnumber
    nummer nota numero number nr`),
  externalNumber: words(`
    externnummer externnr externfactuurnummer exactnummer boekstuknummer boekstuknr boekstuk boekingsnummer boekingsnr
    referentieboekhouding numeroexterne entrynumber externalnumber externalid`),
  structuredReference: words(`
    ogm vcs ogmvcs gestructureerdemededeling gestructureerdmededeling gestructmededeling gestrmededeling
    structmededeling betalingsmededeling betalingskenmerk betaalreferentie mededeling communicationstructuree
    comstructuree communication structuredreference structuredcommunication structuredmessage paymentreference
    uwreferentie yourref yourreference referentie reference`),
  studentNumber,
  lastName,
  firstName,
  fullName: words(`
    leerling volledigenaam naamenvoornaam naamvoornaam voornaamennaam voornaamnaam naamvoornaamleerling
    familienaamenvoornaam eleve nometprenom nomprenom pupil student studentname pupilname fullname name naamleerling
    leerlingnaam debiteur debiteurnaam naamdebiteur klant klantnaam naamklant relatie relatienaam client debtor customer
    customername accountname name1`),
  birthDate,
  className,
  school,
  site,
  billingGroup: words(`
    notagroep rekeninggroep factuurgroep facturatiegroep rekeningsoort soortrekening factuursoort soortfactuur
    groupefacturation billinggroup invoicegroup categorie category kostensoort soort type dagboek dagboekcode
    journalcode journal dbkcode`),
  costCategory: words(`
    kostenrubriek kostencategorie kostencategorieen kostcategorie kostrubriek soortkost soortkosten soortvankost
    soortvankosten maximumfactuur maximumfactuurcategorie maximumfactuurrubriek categoriemaximumfactuur
    rubriekmaximumfactuur categoriedefrais categoriefrais costcategory`),
  description: words(`
    omschrijving factuuromschrijving beschrijving onderwerp betreft periode commentaar libelle description objet
    periodefacturation comment comments subject`),
  issueDate: words(`
    factuurdatum factdatum datumfactuur notadatum datumnota documentdatum docdatum opmaakdatum uitgiftedatum
    datefacture datedefacture datedocument datefacturation invoicedate documentdate datedoc issuedate issuedon
    boekingsdatum boekdatum datum date`),
  dueDate: words(`
    vervaldatum vervaldag verval vervdatum vervdat verv uiterstebetaaldatum uiterstebetaaldag betaalvoor tebetalenvoor
    tebetalentegen dateecheance datedecheance echeance datelimite datelimitepaiement duedate dueon due`),
  total: words(`
    totaalbedrag factuurbedrag bedragfactuur factuurtotaal totaalfactuur notabedrag origineelbedrag
    oorspronkelijkbedrag tefactureren gefactureerd totaal bedrag montanttotal montantfacture totalfacture
    invoiceamount invoicetotal totalamount originalamount montant total amount amounteur amountcur tebetalen apayer`),
  paid: words(`
    betaald betaaldbedrag bedragbetaald reedsbetaald albetaald ontvangen voldaan afgepunt montantpaye dejapaye paye
    amountpaid paidamount paid received`),
  open: words(`
    openstaand openstaandbedrag openstaandsaldo opensaldo saldoopen openbedrag bedragopen restbedrag restsaldo
    restantbedrag restant nogtebetalen nogopen verschuldigd verschuldigdbedrag saldo resteapayer resteapayer
    soldeouvert soldeapayer montantouvert montantdu solde outstanding outstandingamount openamount amountopen amountdue
    balancedue balance remaining rest`),
  creditNote: words(
    `creditnota iscreditnota kredietnota creditnotavlag notedecredit notecredit creditnote iscreditnote`,
  ),
};

/** Headings of the columns of an export of pupils, the pupil's own part. */
export const pupilSynonyms: Readonly<Record<OwnPupilField, readonly string[]>> = {
  studentNumber,
  lastName,
  firstName,
  fullName: words(`
    leerling volledigenaam naamenvoornaam naamvoornaam voornaamennaam voornaamnaam familienaamenvoornaam eleve
    nometprenom nomprenom pupil student studentname pupilname fullname name`),
  birthDate,
  className,
  school,
  site,
  leftOn: words(`
    uitschrijvingsdatum datumuitschrijving uitgeschrevenop uitschrijving vertrokkenop einddatum datesortie
    datedesortie leavingdate lefton enddate`),
  street: words(`straat straatnaam straatennummer straatennr adres adreslijn1 rue rueetnumero adresse street address`),
  houseNumber: words(`huisnummer huisnr straatnummer straatnr nummer nr numero housenumber`),
  box: words(`bus busnummer busnr dombus boite box`),
  postalCode: words(`postcode postnummer postnr pc dlpostnr codepostal zip zipcode postalcode`),
  city: words(`gemeente woonplaats plaats stad deelgemeente dlgem localite commune ville city town`),
  country: words(`land landcode pays country`),
  email: words(`email emailadres emaileigen mail mailadres emailleerling courriel emailaddress`),
  phone: words(`
    telefoon telefoonnummer tel telnr thuistelefoon gsm gsmnummer gsmnr gsmeigen mobiel mobielnummer telephone gsmeleve
    portable phone mobile phonenumber`),
};

/** What is left of a heading once "LPV1", "moeder" or "co-account 3" is taken out of it. */
export const payerPartSynonyms: Readonly<Record<PayerPart, readonly string[]>> = {
  Relation: words(`
    type relatie relatietype typerelatie soort verwantschap rol aanspreking aanspreektitel lien liendeparente
    relation relationship role`),
  LastName: words(`familienaam achternaam naam nomdefamille nom lastname surname familyname`),
  FirstName: words(`voornaam roepnaam prenom firstname givenname`),
  FullName: words(`
    volledigenaam naamenvoornaam naamvoornaam voornaamennaam voornaamnaam nometprenom nomprenom fullname name`),
  Email: words(`email emailadres mail mailadres courriel emailaddress`),
  Phone: words(`telefoon telefoonnummer tel telnr telefoonthuis vastetelefoon telephone phone phonenumber`),
  Mobile: words(`gsm gsmnummer gsmnr mobiel mobielnummer mobieltelefoon portable mobile mobilenumber`),
  Street: words(`straat straatnaam straatennummer straatennr adres rue rueetnumero adresse street address`),
  HouseNumber: words(`huisnummer huisnr straatnummer straatnr nummer nr numero housenumber`),
  Box: words(`bus busnummer busnr straatbus boite box`),
  PostalCode: words(`postcode postnummer postnr pc codepostal zip zipcode postalcode`),
  City: words(`gemeente woonplaats plaats stad localite commune ville city town`),
  Country: words(`land landcode pays country`),
  Language: words(`taal taalcode correspondentietaal langue language`),
};
