import type { PlainDate } from '#shared/calendar/plain-date.ts';

/** What a movement, or a detail of a batch, tells; what is left out is not in the file. */
export type CamtDetail = {
  /** Positive is money in. Of a detail left out: it has no amount of its own. */
  readonly amountCents?: number;
  /** 12 digits of an OGM, or an RF reference: a structured communication. */
  readonly reference?: string;
  /** Who issued the reference: BBA or ISO by its form, '' for none. */
  readonly issuer?: string;
  /** Free communication; several parts are several `Ustrd`. */
  readonly text?: string | readonly string[];
  readonly name?: string;
  readonly account?: string;
  readonly ultimateName?: string;
  readonly endToEndId?: string;
  readonly mandateId?: string;
  readonly paymentInformationId?: string;
  /** ISO reason of a movement that came back. */
  readonly returnReason?: string;
  /** What the bank says of it. */
  readonly bankText?: string;
};

/** An entry of the account; without details it tells all by itself in the one detail that banks then give. */
export type CamtMovement = CamtDetail & {
  readonly amountCents: number;
  /** `PMNT/RCDT/ESCT`; left out: a transfer in or out. */
  readonly code?: string;
  /** The bank's own code (`Prtry`) instead of that of ISO. */
  readonly ownCode?: string;
  /** Left out: BOOK. */
  readonly status?: string;
  readonly isReversal?: boolean;
  readonly serviceReference?: string;
  readonly entryReference?: string;
  readonly date?: PlainDate;
  readonly valueDate?: PlainDate;
  /** `PmtInfId` of the batch; '' for a batch without a name. */
  readonly batch?: string;
  /** The details of a batch; [] for an entry without any. */
  readonly details?: readonly CamtDetail[];
};

export type CamtStatement = {
  readonly iban: string;
  readonly sequence: number;
  readonly openingCents: number;
  readonly date: PlainDate;
  readonly movements: readonly CamtMovement[];
  /** Left out: the opening plus what is booked. */
  readonly closingCents?: number;
  /** Left out: OPBD and CLBD. */
  readonly balances?: readonly string[];
  readonly currency?: string;
  readonly holder?: string;
  readonly duplicate?: boolean;
};

export type CamtInput = {
  /** 2 to 13; left out: 8. */
  readonly version?: number;
  /** Another message: `052` or `054`. */
  readonly message?: '052' | '053' | '054';
  readonly page?: { readonly number: number; readonly isLast: boolean };
  readonly statements: readonly CamtStatement[];
};

/** A camt file as a bank sends it: valid against the schema of its version, in UTF-8. */
export function camtFile(input: CamtInput): Uint8Array {
  return new TextEncoder().encode(camtText(input));
}

/** The text of the same file, for whoever wants to change it. */
export function camtText(input: CamtInput): string {
  const version = input.version ?? 8;
  const message = input.message ?? '053';
  const [root, part] = {
    '052': ['BkToCstmrAcctRpt', 'Rpt'] as const,
    '053': ['BkToCstmrStmt', 'Stmt'] as const,
    '054': ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'] as const,
  }[message];
  const number = String(version).padStart(2, '0');
  const page = input.page ? tag('MsgPgntn', tag('PgNb', input.page.number) + tag('LastPgInd', input.page.isLast)) : '';
  const created = tag('CreDtTm', '2026-09-15T20:00:00+02:00');
  const statements = input.statements.map((statement) => tag(part, statementText(statement, version)));
  const body = tag(root, tag('GrpHdr', tag('MsgId', 'TEST-1') + created + page) + statements.join('\n'));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${message}.001.${number}">${body}</Document>\n`;
}

function statementText(statement: CamtStatement, version: number): string {
  const { currency = 'EUR', openingCents, movements } = statement;
  const booked = movements.filter(({ status }) => status === undefined || status === 'BOOK');
  const closing = statement.closingCents ?? booked.reduce((sum, { amountCents }) => sum + amountCents, openingCents);
  const balances = (statement.balances ?? ['OPBD', 'CLBD']).map((type) =>
    tag(
      'Bal',
      tag('Tp', tag('CdOrPrtry', tag('Cd', type))) +
        signed(type === 'CLBD' ? closing : openingCents, currency) +
        tag('Dt', tag('Dt', statement.date)),
    ),
  );
  const owner = statement.holder ? tag('Ownr', tag('Nm', statement.holder)) : '';
  return [
    tag('Id', `STMT-${statement.sequence}`),
    tag('ElctrncSeqNb', statement.sequence),
    tag('CreDtTm', '2026-09-15T20:00:00+02:00'),
    statement.duplicate ? tag('CpyDplctInd', 'DUPL') : '',
    tag('Acct', tag('Id', tag('IBAN', statement.iban)) + tag('Ccy', currency) + owner),
    ...balances,
    ...movements.map((movement) => `\n${tag('Ntry', entryText(movement, statement, version))}`),
  ].join('');
}

function entryText(movement: CamtMovement, statement: CamtStatement, version: number): string {
  const { amountCents, date = statement.date } = movement;
  const code = movement.code ?? (amountCents < 0 ? 'PMNT/ICDT/ESCT' : 'PMNT/RCDT/ESCT');
  const [domain = '', family = '', subFamily = ''] = code.split('/');
  const domainText = tag('Domn', tag('Cd', domain) + tag('Fmly', tag('Cd', family) + tag('SubFmlyCd', subFamily)));
  const status = movement.status ?? 'BOOK';
  const details = movement.details ?? (movement.batch === undefined ? [movement] : []);
  const batch = movement.batch === undefined ? '' : batchText(movement.batch, details.length);
  const currency = statement.currency ?? 'EUR';
  const detailTexts = details.map((detail) =>
    tag('TxDtls', detailText(detail, Math.sign(amountCents) || 1, currency, version)),
  );
  return [
    movement.entryReference ? tag('NtryRef', movement.entryReference) : '',
    signed(amountCents, currency),
    movement.isReversal ? tag('RvslInd', true) : '',
    tag('Sts', version >= 7 ? tag('Cd', status) : status),
    tag('BookgDt', tag('Dt', date)),
    tag('ValDt', tag('Dt', movement.valueDate ?? date)),
    movement.serviceReference ? tag('AcctSvcrRef', movement.serviceReference) : '',
    tag('BkTxCd', movement.ownCode ? tag('Prtry', tag('Cd', movement.ownCode)) : domainText),
    batch === '' && details.length === 0 ? '' : tag('NtryDtls', batch + detailTexts.join('')),
  ].join('');
}

function batchText(name: string, count: number): string {
  return tag('Btch', (name === '' ? '' : tag('PmtInfId', name)) + (count > 0 ? tag('NbOfTxs', count) : ''));
}

function detailText(detail: CamtDetail, entrySign: number, currency: string, version: number): string {
  const { amountCents } = detail;
  const references = [
    detail.paymentInformationId ? tag('PmtInfId', detail.paymentInformationId) : '',
    tag('EndToEndId', detail.endToEndId ?? 'NOTPROVIDED'),
    detail.mandateId ? tag('MndtId', detail.mandateId) : '',
  ];
  const amount =
    amountCents === undefined
      ? ''
      : version >= 3
        ? signed(amountCents, currency)
        : tag('AmtDtls', tag('TxAmt', amountText(Math.abs(amountCents), currency)));
  const isIn = amountCents === undefined || amountCents === 0 ? entrySign > 0 : amountCents > 0;
  const role = isIn || detail.mandateId !== undefined ? 'Dbtr' : 'Cdtr';
  const party = (name: string): string => (version >= 7 ? tag('Pty', tag('Nm', name)) : tag('Nm', name));
  const debtor = [
    detail.name ? tag(role, party(detail.name)) : '',
    detail.account ? tag(`${role}Acct`, tag('Id', tag('IBAN', detail.account))) : '',
    detail.ultimateName ? tag(`Ultmt${role}`, party(detail.ultimateName)) : '',
  ].join('');
  const remittance = remittanceText(detail);
  return [
    tag('Refs', references.join('')),
    amount,
    debtor === '' ? '' : tag('RltdPties', debtor),
    remittance === '' ? '' : tag('RmtInf', remittance),
    detail.returnReason ? tag('RtrInf', tag('Rsn', tag('Cd', detail.returnReason))) : '',
    detail.bankText ? tag('AddtlTxInf', detail.bankText) : '',
  ].join('');
}

function remittanceText({ text, reference, issuer }: CamtDetail): string {
  const parts = text === undefined ? [] : typeof text === 'string' ? [text] : text;
  const free = parts.map((part) => tag('Ustrd', part)).join('');
  if (reference === undefined) return free;
  const by = issuer ?? (reference.startsWith('RF') ? 'ISO' : 'BBA');
  const type = tag('Tp', tag('CdOrPrtry', tag('Cd', 'SCOR')) + (by === '' ? '' : tag('Issr', by)));
  return free + tag('Strd', tag('CdtrRefInf', type + tag('Ref', reference)));
}

function signed(cents: number, currency: string): string {
  return amountText(Math.abs(cents), currency) + tag('CdtDbtInd', cents < 0 ? 'DBIT' : 'CRDT');
}

function amountText(cents: number, currency: string): string {
  return `<Amt Ccy="${currency}">${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}</Amt>`;
}

/** Texts are escaped; what already is an element stays. */
function tag(name: string, content: string | number | boolean): string {
  const text = String(content);
  const inner = text.trimStart().startsWith('<') ? text : text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<${name}>${inner}</${name}>`;
}
