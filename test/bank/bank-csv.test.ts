import { describe, expect, it } from 'vitest';
import type { BankFileContent } from '#shared/bank/statement.ts';
import { readBankCsv } from '#main/bank/read-bank-csv.ts';

const ogm = '190506321290';

/** Rows of cells as a bank writes them. */
function csv(...rows: readonly string[]): string {
  return `${rows.join('\r\n')}\r\n`;
}

function read(text: string): BankFileContent {
  return readBankCsv(new TextEncoder().encode(text));
}

function rulesOf({ findings }: BankFileContent): string[] {
  return findings.map(({ level, rule, line }) => `${level} ${rule}${line === null ? '' : ` ${line}`}`);
}

const kbcHeader =
  'Rekeningnummer;Rubrieknaam;Naam;Munt;Afschriftnummer;Datum;Omschrijving;Valuta;Bedrag;Saldo;credit;debet;rekeningnummer tegenpartij;BIC tegenpartij;Naam tegenpartij;Adres tegenpartij;gestructureerde mededeling;Vrije mededeling';
const kbcPayment =
  'BE61734041478017;              ;SCHOOL VZW;EUR;  02026001;03/09/2026;EUROPESE OVERSCHRIJVING VAN;04/09/2026;1.775,08;0,00;1.775,08;              ;BE89 6509 6582 5185;KREDBEBB;OUDER EEN;            ;***190/5063/21290***;      ';
const ingHeader =
  'Rekeningnummer;Naam van de rekening;Rekening tegenpartij;Omzetnummer;Boekingsdatum;Valutadatum;Bedrag;Munteenheid;Omschrijving;Detail van de omzet;Bericht';
const bnpHeader =
  'Volgnummer;Uitvoeringsdatum;Valutadatum;Bedrag;Valuta rekening;Rekeningnummer;Type verrichting;Tegenpartij;Naam van de tegenpartij;Mededeling;Details;Status;Reden van weigering';
const belfiusHeader =
  'Rekening;Boekingsdatum;Rekeninguittrekselnummer;Transactienummer;Rekening tegenpartij;Naam tegenpartij bevat;Straat en nummer;Postcode en plaats;Transactie;Valutadatum;Bedrag;Devies;BIC;Landcode;Mededelingen';
const crelanHeader =
  'Datum;Bedrag;Saldo na verrichting;Munt;Tegenpartij;Rekening tegenpartij;Type verrichting;Mededeling;Rekening opdrachtgever';

describe('the CSV of each bank', () => {
  it('KBC: padded cells, and a structured communication between stars', () => {
    const content = read(csv(kbcHeader, kbcPayment));
    expect(rulesOf(content)).toEqual(['warning csv.noBalanceCheck']);
    expect(content.format).toBe('csv');
    expect(content.statements).toMatchObject([
      {
        account: 'BE61734041478017',
        currency: 'EUR',
        openingCents: null,
        closingCents: null,
        closingDate: '2026-09-03',
        movements: [
          {
            line: 2,
            amountCents: 177_508,
            bookingDate: '2026-09-03',
            valueDate: '2026-09-04',
            kind: 'payment',
            counterpartyName: 'OUDER EEN',
            counterpartyAccount: 'BE89650965825185',
            structuredReference: ogm,
            referenceSource: 'structured',
            communication: '',
          },
        ],
      },
    ]);
  });

  it('KBC in English, and with lines that end in a bare return', () => {
    const header =
      "Account number;Heading;Name;Currency;Statement number;Date;Description;Value date;Amount;Balance;credit;debit;counterparty's account number;Counterparty BIC;Counterparty name;Counterparty address;standard-format reference;Free-format reference";
    const content = read(`${header}\r${kbcPayment}\r${kbcPayment.replace('1.775,08', '-12,00')}\r`);
    expect(rulesOf(content)).toEqual(['warning csv.noBalanceCheck']);
    expect(content.statements[0]?.movements.map(({ amountCents, line }) => [amountCents, line])).toEqual([
      [177_508, 2],
      [-1200, 3],
    ]);
  });

  it('ING: the reference stands in the words of the bank', () => {
    const content = read(
      csv(
        ingHeader,
        'BE12345678901234;SCHOOL;BE89650965825185;23;21/12/2026;22/12/2026;151,80;EUR;Europese overschrijving van OUDER EEN Mededeling: +++190/5063/21290+++;;',
      ),
    );
    expect(content.statements[0]?.movements).toMatchObject([
      {
        amountCents: 15_180,
        structuredReference: ogm,
        referenceSource: 'text',
        counterpartyAccount: 'BE89650965825185',
      },
    ]);
  });

  it('ING in French', () => {
    const header =
      'Numéro de compte;Nom du compte;Compte partie adverse;Numéro de mouvement;Date comptable;Date valeur;Montant;Devise;Libellés;Détails du mouvement;Message';
    const row = 'BE12345678901234;ECOLE;;23;21/12/2026;22/12/2026;-1,80;EUR;Frais de gestion;;';
    const content = readBankCsv(Buffer.from(csv(header, row), 'latin1'));
    expect(content.statements[0]?.movements).toMatchObject([
      { amountCents: -180, kind: 'cost', communication: 'Frais de gestion' },
    ]);
  });

  it('BNP Paribas Fortis: comma and dot, a byte-order mark, a number that is not yet given, a refused row', () => {
    const account = 'BE82001453755568';
    const content = read(
      `\ufeff${csv(
        bnpHeader,
        `2026-00003;15/06/2026;16/06/2026;2750.00;EUR;${account};Overschrijving in euro;BE89650965825185;OUDER EEN;+++190/5063/21290+++;OVERSCHRIJVING BANKREFERENTIE : x;Geaccepteerd;`,
        `2026-;17/06/2026;17/06/2026;-12,05;EUR;${account};Kaartbetaling;;;;BETALING WINKEL;Geaccepteerd;`,
        `2026-00001;17/06/2026;17/06/2026;-99,00;EUR;${account};Overschrijving;;;;;Geweigerd;Onvoldoende saldo`,
      )}`,
    );
    expect(rulesOf(content)).toEqual(['warning csv.noBalanceCheck', 'warning csv.notExecuted 4']);
    expect(content.findings[1]?.sentence).toContain('Geweigerd');
    expect(content.statements[0]?.movements).toMatchObject([
      { amountCents: 275_000, counterpartyName: 'OUDER EEN', structuredReference: ogm, referenceSource: 'structured' },
      { amountCents: -1205, kind: 'outgoing', communication: 'BETALING WINKEL' },
    ]);
  });

  it('BNP Paribas Fortis in French, and the older layout with the counterparty in words', () => {
    const french = read(
      csv(
        "Nº de séquence;Date d'exécution;Date valeur;Montant;Devise du compte;Numéro de compte;Type de transaction;Contrepartie;Nom de la contrepartie;Communication;Détails;Statut;Motif du refus",
        '2026-00127;28/03/2026;28/03/2026;18;EUR;BE00010001000101;Virement en euros;BE00020002000202;PARENT UN;facture école;VIREMENT;Accepté;',
      ),
    );
    expect(french.statements[0]?.movements).toMatchObject([
      { amountCents: 1800, counterpartyAccount: 'BE00020002000202', communication: 'facture école' },
    ]);
    const older = read(
      csv(
        'Volgnummer;Uitvoeringsdatum;Valutadatum;Bedrag;Valuta rekening;TEGENPARTIJ VAN DE VERRICHTING;Details;Rekeningnummer',
        '2021-0075;10/10/2021;10/10/2021;-4.00;EUR;BETALING MET DEBETKAART;PARKING ZAVENTEM;BE50001582721718',
      ),
    );
    expect(older.statements[0]?.movements).toMatchObject([
      { amountCents: -400, counterpartyAccount: null, communication: 'PARKING ZAVENTEM' },
    ]);
  });

  it('Belfius: a dozen lines before the headings', () => {
    const content = read(
      csv(
        'Boekingsdatum vanaf;01/09/2026',
        'Boekingsdatum tot en met;30/09/2026',
        'Bedrag vanaf;',
        'Bedrag tot en met;',
        'Rekeninguittrekselnummer vanaf;',
        'Rekeninguittrekselnummer tot en met;',
        'Mededeling;',
        'Naam tegenpartij bevat;',
        'Rekening tegenpartij;',
        'Laatste saldo;59.580,73 EUR',
        'Datum/uur van het laatste saldo;19/09/2026 12:46:57',
        ';',
        belfiusHeader,
        'BE81 0637 5694 4024;24/09/2026;00010;52;BE89 6509 6582 5185;OUDER EEN;Straat 1;3200  Aarschot;OVERSCHRIJVING VAN OUDER EEN;23/09/2026;67,90;EUR;GKCCBEBB;BE;190506321290',
        'BE81 0637 5694 4024;01/09/2026;00010;51;;;;;INTERESTEN : 01.06.2026 - 31.08.2026;01/09/2026;-3,59;EUR;;;INTERESTEN : 01.06.2026 - 31.08.2026',
      ),
    );
    expect(rulesOf(content)).toEqual(['warning csv.noBalanceCheck']);
    expect(content.statements).toMatchObject([
      {
        account: 'BE81063756944024',
        openingDate: '2026-09-01',
        closingDate: '2026-09-24',
        movements: [
          { line: 14, amountCents: 6790, structuredReference: ogm, referenceSource: 'text' },
          { line: 15, amountCents: -359, kind: 'cost' },
        ],
      },
    ]);
  });

  it('Belfius in French', () => {
    const content = read(
      csv(
        'Dernier solde;236,75 EUR',
        "Compte;Date de comptabilisation;Numéro d'extrait;Numéro de transaction;Compte contrepartie;Nom contrepartie contient;Rue et numéro;Code postal et localité;Transaction;Date valeur;Montant;Devise;BIC;Code pays;Communications",
        'BE81 0637 5694 4024;03/01/2026;1;2;BE68 5390 0754 7034;PARENT UN;;;VIREMENT;03/01/2026;44,97;EUR;KREDBEBB;BE;école',
      ),
    );
    expect(content.statements[0]?.movements).toMatchObject([
      { amountCents: 4497, counterpartyName: 'PARENT UN', communication: 'école' },
    ]);
  });

  it('Argenta: the account stands above the headings, two communications', () => {
    const content = read(
      csv(
        'Nr v/d rekening :;979-9943918-65;Golden',
        'Valutadatum;Ref. v/d verrichting;Beschrijving;Bedrag v/d verrichting;Munt;Datum v. verrichting;Rekening tegenpartij;Naam v/d tegenpartij :;Mededeling 1 :;Mededeling 2 :',
        '10-09-2026;B0I09NT0100000T9;Overschrijving in uw voordeel;239,01;EUR;11-09-2026;979-6330567-61;OUDER EEN;REKENING;KLAS 3;',
      ),
    );
    expect(rulesOf(content)).toEqual(['warning csv.noBalanceCheck']);
    expect(content.statements).toMatchObject([
      {
        account: '979-9943918-65',
        movements: [
          {
            amountCents: 23_901,
            bookingDate: '2026-09-11',
            valueDate: '2026-09-10',
            counterpartyAccount: '979-6330567-61',
            communication: 'REKENING KLAS 3',
          },
        ],
      },
    ]);
  });

  it('Argenta, as it writes now', () => {
    const content = read(
      csv(
        'Rekening;Boekdatum;Valutadatum;Referentie;Beschrijving;Bedrag;Munt;Verrichtingsdatum;Rekening tegenpartij;Naam tegenpartij;Mededeling',
        'BE82 0014 5375 5568;18/01/2026;18/01/2026;C1A;Inkomende overschrijving;70,48;EUR;17/01/2026;BE89650965825185;OUDER EEN;+++190/5063/21290+++',
      ),
    );
    expect(content.statements[0]?.movements).toMatchObject([{ amountCents: 7048, structuredReference: ogm }]);
  });

  it('Crelan: no zero before the point, and dozens of empty rows', () => {
    const own = 'BE00850000000001';
    const content = read(
      csv(
        crelanHeader,
        `04/02/2026;.95;.95;EUR;OUDER EEN;BE89 6509 6582 5185;Instantoverschr. in uw voordeel;boek;${own}`,
        `05/02/2026;-.05;.90;EUR;;;Kosten;;${own}`,
        ...Array.from({ length: 40 }, () => ';;;;;;;;'),
      ),
    );
    expect(rulesOf(content)).toEqual(['warning csv.noBalanceCheck']);
    expect(content.statements[0]?.movements.map(({ amountCents, kind }) => [amountCents, kind])).toEqual([
      [95, 'payment'],
      [-5, 'cost'],
    ]);
  });

  it('is read whatever separates the cells', () => {
    const tabs = csv(kbcHeader, kbcPayment).replaceAll(';', '\t');
    expect(read(tabs).statements).toEqual(read(csv(kbcHeader, kbcPayment)).statements);
    const commas = csv(
      crelanHeader.replaceAll(';', ','),
      '"04/02/2026","1,95","1,95","EUR","OUDER, EEN","","","boek","BE00850000000001"',
    );
    expect(read(commas).statements[0]?.movements).toMatchObject([{ amountCents: 195, counterpartyName: 'OUDER, EEN' }]);
  });

  it('is read in UTF-16', () => {
    const bytes = Buffer.from(`\ufeff${csv(kbcHeader, kbcPayment)}`, 'utf16le');
    expect(readBankCsv(bytes).statements).toEqual(read(csv(kbcHeader, kbcPayment)).statements);
  });
});

describe('a row that cannot be read', () => {
  const withRow = (row: string): BankFileContent => read(csv(kbcHeader, kbcPayment, row, kbcPayment));

  it.each([
    ['an English amount', kbcPayment.replace('1.775,08', '1,775.08'), 'csv.amount'],
    ['three decimals', kbcPayment.replace('1.775,08', '1775,085'), 'csv.amount'],
    ['no amount', kbcPayment.replace('1.775,08', ''), 'csv.amount'],
    ['no date', kbcPayment.replace('03/09/2026', ''), 'csv.date'],
    ['a day that does not exist', kbcPayment.replace('03/09/2026', '31/09/2026'), 'csv.date'],
    ['a year of two digits', kbcPayment.replace('04/09/2026', '04/09/26'), 'csv.date'],
    ['no account', kbcPayment.replace('BE61734041478017', ''), 'csv.account'],
    ['a total', 'Totaal;;;;;;;;3.550,16;;;;;;;;;', 'csv.date'],
    ['cut off at the amount', kbcPayment.slice(0, kbcPayment.indexOf('1.775,08') + 5), 'csv.truncated'],
  ])('%s is an error that names its line', (_, row, rule) => {
    const content = withRow(row);
    expect(rulesOf(content)).toContain(`error ${rule} 3`);
    expect(content.findings.find((finding) => finding.rule === rule)?.sentence).toContain('Rij 3');
    expect(content.statements[0]?.movements).toHaveLength(2);
  });

  it('shows that the file stops in the middle of its last row', () => {
    const content = read(csv(kbcHeader, kbcPayment, kbcPayment.slice(0, kbcPayment.indexOf('OUDER') + 2)).trimEnd());
    expect(rulesOf(content)).toContain('error csv.truncated 3');
  });

  it('has more cells than headings: the text is kept and a person is told', () => {
    const content = withRow(kbcPayment.replace(/\s+$/, 'boek; en nog iets'));
    expect(rulesOf(content)).toEqual(['warning csv.noBalanceCheck', 'warning csv.width 3']);
    expect(content.statements[0]?.movements[1]?.communication).toBe('boek en nog iets');
  });

  it('in dollar is left out and told', () => {
    const content = withRow(kbcPayment.replace('EUR', 'USD'));
    expect(rulesOf(content)).toEqual(['warning csv.noBalanceCheck', 'warning csv.currency 3']);
    expect(content.statements[0]?.movements).toHaveLength(2);
  });
});

describe('quotes', () => {
  const payment = (text: string): string => kbcPayment.replace(/\s+$/, text);

  it('in a communication are part of it, closed or not', () => {
    const content = read(csv(kbcHeader, payment('"boek'), payment('"fiets" van Noor'), payment('zwem "3B"')));
    expect(rulesOf(content)).toEqual(['warning csv.noBalanceCheck']);
    expect(content.statements[0]?.movements.map(({ communication }) => communication)).toEqual([
      '"boek',
      '"fiets" van Noor',
      'zwem "3B"',
    ]);
  });

  it('never swallow the rows between them', () => {
    const content = read(csv(kbcHeader, payment('"boek'), kbcPayment, kbcPayment, payment('fiets"')));
    expect(content.statements[0]?.movements).toHaveLength(4);
  });

  it('around a cell of several lines are respected, and lines keep their number', () => {
    const content = read(csv(kbcHeader, payment('"regel één\nregel twee; en drie"'), kbcPayment));
    expect(content.statements[0]?.movements.map(({ line }) => line)).toEqual([2, 4]);
    expect(content.statements[0]?.movements[0]?.communication).toBe('regel één regel twee; en drie');
  });
});

describe('several accounts and keys', () => {
  it('gives each account a statement of its own', () => {
    const other = kbcPayment.replace('BE61734041478017', 'BE82001453755568');
    const content = read(csv(kbcHeader, kbcPayment, other, kbcPayment));
    expect(content.statements.map(({ account, movements }) => [account, movements.length])).toEqual([
      ['BE61734041478017', 2],
      ['BE82001453755568', 1],
    ]);
  });

  it('keys do not depend on the place in the file or on a number that comes later', () => {
    const row = (number: string, text: string): string =>
      `${number};15/06/2026;15/06/2026;10,00;EUR;BE82001453755568;Overschrijving;BE89650965825185;OUDER;${text};;Geaccepteerd;`;
    const keys = (...rows: readonly string[]): string[] =>
      read(csv(bnpHeader, ...rows)).statements[0]?.movements.map(({ key }) => key) ?? [];
    const [one, two] = keys(row('2026-', 'een'), row('2026-', 'twee'));
    expect(one).not.toBe(two);
    expect(keys(row('2026-00009', 'twee'), row('2026-00008', 'een'))).toEqual([two, one]);
    expect(keys(row('2026-', 'een'), row('2026-', 'een'))).toEqual([one, `${one}#2`]);
  });
});

describe('a CSV that is not of a bank we know', () => {
  it.each([
    ['other headings', 'Naam;Voornaam;Klas\nPeeters;Noor;3B\n'],
    ['no headings', '03/09/2026;12,50;OUDER EEN\n'],
    ['a text', 'Beste ouder,\n\nmet vriendelijke groeten\n'],
  ])('%s is refused with the banks that are', (_, text) => {
    const content = read(text);
    expect(rulesOf(content)).toEqual(['error csv.header']);
    expect(content.findings[0]?.sentence).toContain('KBC, ING, BNP Paribas Fortis, Belfius, Argenta, Crelan');
  });

  it('is refused when there are no movements below the headings', () => {
    expect(rulesOf(read(csv(kbcHeader)))).toEqual(['error csv.empty']);
  });
});
