import { describe, expect, it } from 'vitest';
import { findHeader } from '#shared/imports/find-header.ts';
import { totalRowKind } from '#shared/imports/find-total.ts';
import { guessKind, looksLikeBankList } from '#shared/imports/guess-kind.ts';
import { mapColumns } from '#shared/imports/map-columns.ts';
import type { ImportKind } from '#shared/imports/contract.ts';
import type { TableRow } from '#shared/imports/table.ts';

/** `heading=meaning` of the columns that mean something. */
function meanings(kind: ImportKind, headings: string, ...sample: string[]): string[] {
  const headers = headings.split(';');
  const columns = mapColumns(
    kind,
    headers,
    sample.map((row) => row.split(';')),
  );
  return headers.flatMap((heading, index) => (columns[index] ? [`${heading}=${columns[index]}`] : []));
}

function rows(...lines: string[]): TableRow[] {
  return lines.map((line, index) => ({ number: index + 1, cells: line.split(';') }));
}

describe('headings of school and accounting packages', () => {
  it('knows Informat with LPV1 and LPV2', () => {
    expect(
      meanings(
        'pupils',
        'p_persoon;Naam;Voornaam;Stamnr_kort;Klascode;Straat;Nr;Bus;LPV1 Type;LPV1 Naam;LPV1 Voornaam;Email LPV2;GSM LPV2',
      ),
    ).toEqual([
      'Naam=lastName',
      'Voornaam=firstName',
      'Stamnr_kort=studentNumber',
      'Klascode=className',
      'Straat=street',
      'Nr=houseNumber',
      'Bus=box',
      'LPV1 Type=payer1Relation',
      'LPV1 Naam=payer1LastName',
      'LPV1 Voornaam=payer1FirstName',
      'Email LPV2=payer2Email',
      'GSM LPV2=payer2Mobile',
    ]);
  });

  it('knows Smartschool with co-accounts, also when some start with a capital', () => {
    expect(
      meanings(
        'pupils',
        'voornaam;naam;internnummer;stamboeknummer;type_coaccount1;naam_coaccount1;Voornaam_coaccount6;Naam_coaccount6;email_coaccount6',
      ),
    ).toEqual([
      'voornaam=firstName',
      'naam=lastName',
      'stamboeknummer=studentNumber',
      'type_coaccount1=payer1Relation',
      // Without a first name of its own, this is the whole name.
      'naam_coaccount1=payer1FullName',
      'Voornaam_coaccount6=payer6FirstName',
      'Naam_coaccount6=payer6LastName',
      'email_coaccount6=payer6Email',
    ]);
  });

  it('knows Wisa with mother, father and guardian', () => {
    expect(
      meanings(
        'pupils',
        'naam;voornaam;mo_naam;mo_voornaam;mo_straat;mo_straat_nr;va_naam;va_gsm;vo_email;straatcorrespondentieadres',
      ),
    ).toEqual([
      'naam=lastName',
      'voornaam=firstName',
      'mo_naam=payer1LastName',
      'mo_voornaam=payer1FirstName',
      'mo_straat=payer1Street',
      'mo_straat_nr=payer1HouseNumber',
      'va_naam=payer2FullName',
      'va_gsm=payer2Mobile',
      'vo_email=payer3Email',
    ]);
  });

  it('knows French headings', () => {
    expect(
      meanings(
        'pupils',
        'Nom;Prénom;Date de naissance;Classe;Prénom mère;Nom mère;GSM père;Rue et numéro;Code postal;Localité',
      ),
    ).toEqual([
      'Nom=lastName',
      'Prénom=firstName',
      'Date de naissance=birthDate',
      'Classe=className',
      'Prénom mère=payer1FirstName',
      'Nom mère=payer1LastName',
      'GSM père=payer2Mobile',
      'Rue et numéro=street',
      'Code postal=postalCode',
      'Localité=city',
    ]);
    expect(
      meanings('invoices', 'N° facture;Élève;Date facture;Échéance;Montant total;Reste à payer;Communication'),
    ).toEqual([
      'N° facture=number',
      'Élève=fullName',
      'Date facture=issueDate',
      'Échéance=dueDate',
      'Montant total=total',
      'Reste à payer=open',
      'Communication=structuredReference',
    ]);
  });

  it('knows an office list, and keeps the debtor apart from the pupil', () => {
    expect(
      meanings(
        'invoices',
        'Factuurnr;Leerling;Debiteur;Klas;Verv.dat.;Bedrag (EUR);Betaald;Openstaand bedrag;Mededeling',
      ),
    ).toEqual([
      'Factuurnr=number',
      'Leerling=fullName',
      'Klas=className',
      'Verv.dat.=dueDate',
      'Bedrag (EUR)=total',
      'Betaald=paid',
      'Openstaand bedrag=open',
      'Mededeling=structuredReference',
    ]);
  });

  it('knows the receivables list of Exact and the entries of WinBooks', () => {
    expect(
      meanings('invoices', 'AccountCode;AccountName;Amount;DueDate;EntryNumber;InvoiceDate;InvoiceNumber;YourRef'),
    ).toEqual([
      'AccountCode=studentNumber',
      'AccountName=fullName',
      'Amount=total',
      'DueDate=dueDate',
      'EntryNumber=externalNumber',
      'InvoiceDate=issueDate',
      'InvoiceNumber=number',
      'YourRef=structuredReference',
    ]);
    expect(meanings('invoices', 'DBKCODE;DOCNUMBER;ACCOUNTRP;DATEDOC;DUEDATE;COMMENT;AMOUNTEUR')).toEqual([
      'DBKCODE=billingGroup',
      'DOCNUMBER=number',
      'ACCOUNTRP=studentNumber',
      'DATEDOC=issueDate',
      'DUEDATE=dueDate',
      'COMMENT=description',
      'AMOUNTEUR=total',
    ]);
  });

  it('looks at the cells when the heading says too little', () => {
    expect(
      meanings('invoices', 'Nummer;Naam;Saldo;Mededeling', '1;Abeel Noor;12,50;Maandrekening september'),
    ).toContain('Mededeling=description');
    expect(meanings('invoices', 'Nummer;Naam;Saldo;Info', '1;Abeel Noor;12,50;+++010/8068/17183+++')).toContain(
      'Info=structuredReference',
    );
    expect(meanings('invoices', 'Nummer;Leerling;Saldo', '1;2200004;12,50')).toContain('Leerling=studentNumber');
    expect(meanings('invoices', 'Nummer;Leerling;Type;Saldo', '1;Abeel;Factuur;12', '2;Abeel;Creditnota;-3')).toContain(
      'Type=creditNote',
    );
  });

  it('never gives one meaning to two columns', () => {
    const columns = mapColumns('invoices', ['Bedrag', 'Bedrag', 'Totaal', 'Totaalbedrag', 'Saldo', 'Openstaand']);
    const used = columns.filter((field) => field !== null);
    expect(new Set(used).size).toBe(used.length);
    expect(columns).toEqual([null, null, null, 'total', null, 'open']);
  });
});

describe('where the list begins and ends', () => {
  it('finds the heading below lines of text', () => {
    const list = rows(
      'Lijst openstaande posten',
      'Afgedrukt op;20/11/2026',
      'Saldo;1.234,56',
      'Factuurnr;Leerling;Vervaldatum;Saldo',
      '1;Abeel Noor;31/10/2026;12,50',
    );
    expect(findHeader(list)).toEqual({ index: 3, recognised: 4 });
  });

  it('takes the first full row without figures when no heading is known, and nothing when there is no table', () => {
    expect(findHeader(rows('Kol A;Kol B;Kol C', 'x;y;1,20'))).toEqual({ index: 0, recognised: 0 });
    expect(findHeader(rows('Beste ouders,', 'tot morgen'))).toBeUndefined();
  });

  it('recognises total rows and leaves names alone', () => {
    const kind = (line: string): string | undefined => totalRowKind({ number: 1, cells: line.split(';') });
    expect(
      ['Totaal;;12,50', ';;Eindtotaal:;12,50', 'Total général;1', 'ALGEMEEN TOTAAL;;1', 'Grand total;1'].map(kind),
    ).toEqual(Array.from({ length: 5 }, () => 'total'));
    expect(kind('Subtotaal 3A;12,50')).toBe('subtotal');
    expect(kind('2026-1;Totaalski, Jan;3A;30/09/2026;31/10/2026;12,50')).toBeUndefined();
    expect(kind('2026-1;Abeel, Noor;3A;30/09/2026;31/10/2026;totaal pakket;12,50')).toBeUndefined();
  });

  it('tells pupils, invoices and bank lists apart', () => {
    expect(guessKind('Stamnr;Naam;Voornaam;Klas;LPV1 naam;LPV1 e-mail'.split(';'))).toBe('pupils');
    expect(guessKind('Naam;Voornaam;Klas;Geboortedatum'.split(';'))).toBe('pupils');
    expect(guessKind('Factuurnr;Naam;Voornaam;Klas;Vervaldatum;Saldo'.split(';'))).toBe('invoices');
    const kbc =
      'Rekeningnummer;Rubrieknaam;Naam;Munt;Afschriftnummer;Datum;Omschrijving;Valuta;Bedrag;Saldo;credit;debet;rekeningnummer tegenpartij';
    expect(looksLikeBankList(kbc.split(';'))).toBe(true);
    expect(looksLikeBankList('Factuurnr;Naam;Vervaldatum;Saldo'.split(';'))).toBe(false);
  });
});
