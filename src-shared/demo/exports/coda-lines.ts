import type { PlainDate } from '../../calendar/plain-date.ts';

/** A movement of an invented statement; what is left out gets an ordinary value. */
export type CodaMovement = {
  /** Positive is money in. */
  readonly amountCents: number;
  /** Type, family, transaction and category, 8 digits; left out: a transfer in or out, or a total of direct debits. */
  readonly code?: string;
  /** 12 digits: a structured communication 101. */
  readonly reference?: string;
  /** Free communication, at most 149 characters. */
  readonly text?: string;
  /** Any other structured communication: its three digits and what follows them, at most 146 characters. */
  readonly structured?: { readonly type: string; readonly content: string };
  readonly name?: string;
  /** IBAN or an old account number of the other side. */
  readonly account?: string;
  readonly endToEndId?: string;
  /** Record 3.009: the person or service on whose behalf the money came. */
  readonly ultimateName?: string;
  /** R-transaction: the digit of the type (2 return, 3 refund) and the ISO reason. */
  readonly returned?: { readonly type: string; readonly reason: string };
  readonly bankReference?: string;
  readonly valueDate?: PlainDate;
  /** Other information records: the three digits and the content, or free text when the type is left out. */
  readonly information?: readonly { readonly type?: string; readonly content: string }[];
  /** Details of a batch or, with type 3, of what it cost. The total says its own amount, right or wrong. */
  readonly details?: readonly CodaMovement[];
};

/** An invented statement; counts, totals and the new balance are worked out. */
export type CodaStatement = {
  readonly iban: string;
  readonly sequence: number;
  readonly openingCents: number;
  /** Date of the new balance and of every movement. */
  readonly date: PlainDate;
  /** Date of the old balance; left out: the same date. */
  readonly openingDate?: PlainDate;
  readonly movements: readonly CodaMovement[];
  readonly holder?: string;
  readonly currency?: string;
  /** The bank's flag that this is a copy. */
  readonly duplicate?: boolean;
  /** Five digits; other than 00000 is a part of the movements, without balances. */
  readonly application?: string;
  /** Texts of record 4. */
  readonly freeText?: readonly string[];
};

export type CodaInput = { readonly statements: readonly CodaStatement[] };

/** The lines of a valid CODA 2.6 file as a bank sends it: records of 128 characters, counts and totals that fit. */
export function codaLines({ statements }: CodaInput): string[] {
  return statements.flatMap((statement, index) => statementLines(statement, index === statements.length - 1));
}

function statementLines(statement: CodaStatement, last: boolean): string[] {
  const { iban, currency = 'EUR', holder = 'BASISSCHOOL DE WILG', openingCents, movements, freeText = [] } = statement;
  const date = shortDate(statement.date);
  const account = fill(iban, 31) + '   ' + currency;
  const number = digits(statement.sequence, 3);
  const header =
    `00000${date}99905${statement.duplicate ? 'D' : ' '}${' '.repeat(7)}${fill('OPENSTAAND', 10)}${fill(holder, 26)}` +
    `${fill('ZZZZBEBB', 11)}00123456749 ${statement.application ?? '00000'}`;
  const booked = movements.flatMap((movement, index) => movementLines(movement, (index + 1) % 10_000, statement));
  const closing = openingCents + sum(movements);
  const counted = [
    `12${number}${account}${signed(openingCents)}${shortDate(statement.openingDate ?? statement.date)}` +
      fill(holder, 26) +
      fill('ZICHTREKENING', 35) +
      number,
    ...booked,
    `8${number}${account}${signed(closing)}${date}`,
  ];
  const balance = (counted.at(-1) ?? '').padEnd(127) + (freeText.length > 0 ? '1' : '0');
  const debits = sum(movements.filter(({ amountCents }) => amountCents < 0));
  const credits = sum(movements.filter(({ amountCents }) => amountCents >= 0));
  return [
    header.padEnd(127) + '2',
    ...counted.slice(0, -1).map((line) => line.padEnd(128)),
    balance,
    ...freeText.map((text, index) =>
      (`4 ${digits(index + 1, 4)}0000${' '.repeat(22)}` + fill(text, 80))
        .padEnd(127)
        .concat(index === freeText.length - 1 ? '0' : '1'),
    ),
    `9${' '.repeat(15)}${digits(counted.length, 6)}${thousandths(debits)}${thousandths(credits)}`.padEnd(127) +
      (last ? '2' : '1'),
  ];
}

function movementLines(movement: CodaMovement, sequence: number, statement: CodaStatement): string[] {
  const details = movement.details ?? [];
  const code = movement.code ?? (details.length > 0 ? '10550000' : movement.amountCents < 0 ? '00101000' : '00150000');
  let number = 0;
  const own = recordLines({ ...movement, code }, sequence, number, details.length > 0 ? '1' : '0', statement);
  number += own.filter((line) => line.startsWith('31')).length;
  return [
    ...own,
    ...details.flatMap((detail, index) => {
      number += 1;
      const type = { '1': '5', '2': '6', '3': '8' }[code.charAt(0)] ?? '5';
      const level = index === details.length - 1 ? '1' : '0';
      const coded = { ...detail, code: detail.code ?? type + code.slice(1) };
      const lines = recordLines(coded, sequence, number, level, statement);
      number += lines.filter((line) => line.startsWith('31')).length;
      return lines;
    }),
  ];
}

function recordLines(
  movement: CodaMovement & { readonly code: string },
  sequence: number,
  detail: number,
  level: string,
  statement: CodaStatement,
): string[] {
  const structured =
    movement.structured ?? (movement.reference ? { type: '101', content: movement.reference } : undefined);
  const text = structured ? structured.type + structured.content : (movement.text ?? '');
  const parts = [text.slice(0, 53), text.slice(53, 106), text.slice(106, 149)] as const;
  const returned = movement.returned ? movement.returned.type + fill(movement.returned.reason, 4) : '     ';
  const place = digits(sequence, 4) + digits(detail, 4);
  const reference = fill(movement.bankReference ?? `REF${digits(sequence, 4)}${digits(detail, 4)}`, 21);
  const entry = shortDate(statement.date);
  const value = movement.valueDate === undefined ? entry : shortDate(movement.valueDate);
  const information = [
    ...(movement.ultimateName === undefined ? [] : [{ type: '009', content: movement.ultimateName }]),
    ...(movement.information ?? []),
  ];
  const third = movement.name !== undefined || movement.account !== undefined || parts[2] !== '';
  const second = third || movement.endToEndId !== undefined || parts[1] !== '' || movement.returned !== undefined;
  const link = information.length > 0 ? '1' : '0';
  const first =
    `21${place}${reference}${signed(movement.amountCents)}${value}${movement.code}${structured ? '1' : '0'}` +
    `${fill(parts[0], 53)}${entry}${digits(statement.sequence, 3)}${level}${second ? '1' : '0'} `;
  const next =
    `22${place}${fill(parts[1], 53)}${fill(movement.endToEndId ?? '', 35)}${fill('', 11)}   ${returned}`.padEnd(125) +
    `${third ? '1' : '0'} `;
  const last = `23${place}${fill(movement.account ?? '', 34)}EUR${fill(movement.name ?? '', 35)}${fill(parts[2], 43)}0 `;
  return [
    first + (second ? '0' : link),
    ...(second ? [next + (third ? '0' : link)] : []),
    ...(third ? [last + link] : []),
    ...information.flatMap((one, index) =>
      informationLines(one, sequence, detail + index + 1, reference, movement.code, index === information.length - 1),
    ),
  ];
}

function informationLines(
  { type, content }: { readonly type?: string; readonly content: string },
  sequence: number,
  detail: number,
  reference: string,
  code: string,
  last: boolean,
): string[] {
  const text = (type ?? '') + content;
  const place = digits(sequence, 4) + digits(detail, 4);
  const parts = [text.slice(0, 73), text.slice(73, 178), text.slice(178, 268)] as const;
  const count = parts[2] !== '' ? 3 : parts[1] !== '' ? 2 : 1;
  return [
    `31${place}${reference}${code}${type === undefined ? '0' : '1'}${fill(parts[0], 73)}`,
    `32${place}${fill(parts[1], 105)}`,
    `33${place}${fill(parts[2], 90)}`,
  ]
    .slice(0, count)
    .map((line, index) => {
      const more = index < count - 1;
      return `${line.padEnd(125)}${more ? '1' : '0'} ${!more && !last ? '1' : '0'}`;
    });
}

function sum(movements: readonly CodaMovement[]): number {
  return movements.reduce((total, { amountCents }) => total + amountCents, 0);
}

function signed(cents: number): string {
  return (cents < 0 ? '1' : '0') + thousandths(cents);
}

function thousandths(cents: number): string {
  return digits(Math.abs(cents) * 10, 15);
}

function digits(value: number, width: number): string {
  return value.toString().padStart(width, '0');
}

function fill(text: string, width: number): string {
  return text.slice(0, width).padEnd(width);
}

function shortDate(date: PlainDate): string {
  return date.slice(8, 10) + date.slice(5, 7) + date.slice(2, 4);
}
