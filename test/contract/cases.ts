/** One call of the contract and what must come back; the cases run in order on a database that starts empty. */
export type ContractCase = {
  readonly what: string;
  readonly procedure: string;
  readonly input: unknown;
} & (
  | { /** Part of the output. */ readonly output: unknown }
  | { readonly error: { readonly code: string; readonly field: string | null } }
);

/** Cases on an empty database. */
export const emptyCases: readonly ContractCase[] = [
  {
    what: 'answers without input',
    procedure: 'setup.status',
    input: {},
    output: { state: 'empty', asOf: '2026-11-20', isDemo: false },
  },
  { what: 'answers with an empty list', procedure: 'people.thirdPartyPayers', input: {}, output: [] },
  {
    what: 'answers without a store: what a reference should have been',
    procedure: 'reference.check',
    input: { text: '+++123/4567/89012+++' },
    output: {
      valid: false,
      found: [],
      problem:
        'De controlecijfers kloppen niet: na 123/4567/890 hoort 02, hier staat 12. Er is een cijfer verkeerd getypt of verwisseld.',
    },
  },
  {
    what: 'reads a bank file and keeps nothing of it',
    procedure: 'bank.read',
    input: { fileName: 'leeg.cod', contentBase64: 'AAAA' },
    output: { ok: false, format: null, statements: [], errors: [{ level: 'error' }] },
  },
  {
    what: 'reckons a term of the law from what is given alone',
    procedure: 'law.reminderTerm',
    input: { channel: 'letter', sentOn: '2025-12-23' },
    output: { startsOn: '2025-12-29', lastFreeDay: '2026-01-11', chargeableFrom: '2026-01-12', days: 14 },
  },
  {
    what: 'takes one amount or several',
    procedure: 'law.lumpSumCap',
    input: { dueCents: [6000, 6000, 6000], onDate: '2025-03-19' },
    output: { capCents: 3300, blockedBy: null },
  },
  {
    what: 'answers that an amount of the law is not known',
    procedure: 'law.interest',
    input: { principalCents: 100_000, from: '2026-12-01', to: '2027-02-01' },
    output: {
      interestCents: null,
      segments: [],
      blockedBy:
        'Wettelijke interest: het percentage van 2027 is niet bekend. Vul het in bij Instellingen, Wettelijke bedragen.',
    },
  },
  {
    what: 'proves an empty trail',
    procedure: 'audit.verify',
    input: {},
    output: { entries: 0, firstBroken: null },
  },
];

/** Cases on the demo school of 20 pupils. */
export const demoCases: readonly ContractCase[] = [
  {
    what: 'refuses a second start',
    procedure: 'setup.createDemo',
    input: { pupils: 20 },
    error: { code: 'CONFLICT', field: null },
  },
  { what: 'fills defaults in', procedure: 'dossier.households', input: {}, output: {} },
  {
    what: 'has the account of each school from the start',
    procedure: 'bank.accounts',
    input: {},
    output: [{ schoolId: 1 }, { schoolId: 2 }],
  },
  { what: 'pages', procedure: 'ledger.openItems', input: { limit: 5 }, output: {} },
  {
    what: 'answers a what-if with a union in its rows',
    procedure: 'ledger.allocate',
    input: { amountCents: 10_500, claims: [{ invoiceId: 7, openCents: 4500, dueDate: '2026-09-15' }] },
    output: {
      allocations: [{ invoiceId: 7, amountCents: 4500, openAfterCents: 0, rule: 'dueDate' }],
      creditCents: 6000,
      skipped: [],
    },
  },
  {
    what: 'takes a choice between shapes',
    procedure: 'ledger.postings',
    input: { of: { householdId: 1 }, offset: 10_000 },
    output: { rows: [] },
  },
  {
    what: 'refuses receipts that are not their control total',
    procedure: 'ledger.bookReceipts',
    input: {
      requestKey: 'reeks-12345',
      schoolId: 1,
      controlTotalCents: 200,
      lines: [{ householdId: 1, amountCents: 100, method: 'cash', valueDate: '2026-11-19' }],
    },
    error: { code: 'INVALID', field: 'controlTotalCents' },
  },
  {
    what: 'answers with nested objects',
    procedure: 'dossier.page',
    input: { householdId: 1 },
    output: { householdId: 1 },
  },
  {
    what: 'writes',
    procedure: 'people.renameHousehold',
    input: { householdId: 1, name: 'Gezin Ünïek' },
    output: { householdId: 1 },
  },
  {
    what: 'finds what was written, accents and signs in the question',
    procedure: 'dossier.search',
    input: { text: 'uniëk "*' },
    output: [{ kind: 'household', householdId: 1, title: 'Gezin Ünïek' }],
  },
  {
    what: 'takes any text',
    procedure: 'dossier.addNote',
    input: { householdId: 1, kind: 'call', body: 'Gebeld: “Zoë” zegt\n€ 20 – ok 👍' },
    output: {},
  },
  {
    what: 'gives that text back',
    procedure: 'dossier.timeline',
    input: { householdId: 1, limit: 1 },
    output: { entries: [{ kind: 'call', summary: 'Gebeld: “Zoë” zegt\n€ 20 – ok 👍' }] },
  },
  {
    what: 'keeps any JSON value',
    procedure: 'access.setPreference',
    input: { key: 'columns', value: { shown: ['pupil', 'open'], width: 12.5, dense: false, sort: null } },
    output: { key: 'columns' },
  },
  {
    what: 'gives any JSON value back',
    procedure: 'access.preferences',
    input: {},
    output: { columns: { shown: ['pupil', 'open'], width: 12.5, dense: false, sort: null } },
  },
  {
    what: 'keeps a file',
    procedure: 'dossier.addDocument',
    input: { householdId: 1, fileName: 'nota.txt', contentBase64: Buffer.from('één').toString('base64') },
    output: { documentId: 1, fileName: 'nota.txt', mediaType: 'text/plain', byteCount: 5 },
  },
  {
    what: 'gives a file back',
    procedure: 'dossier.openDocument',
    input: { documentId: 1 },
    output: { contentBase64: Buffer.from('één').toString('base64') },
  },
  {
    what: 'names the field of refused input',
    procedure: 'dossier.setNextStep',
    input: { householdId: 1, what: 'Bellen', dueDate: '2026-02-30' },
    error: { code: 'INVALID', field: 'dueDate' },
  },
  {
    what: 'names a field inside a list',
    procedure: 'people.setLiabilities',
    input: { pupilId: 1, liabilities: [{ payerId: 99_999, kind: 'joint', shareBp: 10_000 }] },
    error: { code: 'INVALID', field: 'liabilities.0.payerId' },
  },
  {
    what: 'asks nobody to sign in where there are no users',
    procedure: 'access.session',
    input: {},
    output: { mode: 'single', state: 'signedIn', user: null, refused: [] },
  },
  {
    what: 'keeps limits for a second pair of eyes',
    procedure: 'approvals.saveThresholds',
    input: {
      schoolId: 1,
      thresholds: { writeOff: 5000, remission: 0, refund: 2000, transfer: null, payerAccount: null },
    },
    output: { writeOff: 5000, remission: 0, refund: 2000, transfer: null, payerAccount: null },
  },
  {
    what: 'makes a request wait',
    procedure: 'ledger.remit',
    input: { items: [{ invoiceId: 2, amountCents: 1 }], source: 'decision', reason: 'proef' },
    output: { outcome: 'waiting', approvalId: 1 },
  },
  {
    what: 'shows what waits, with the difference it will make',
    procedure: 'approvals.show',
    input: { approvalId: 1 },
    output: { kind: 'remission', status: 'waiting', isMine: true, amountCents: 1, replacedById: null },
  },
  {
    what: 'refuses the maker',
    procedure: 'approvals.reject',
    input: { approvalId: 1, reason: 'neen' },
    error: { code: 'REFUSED', field: null },
  },
  {
    what: 'tells what was done, before and after',
    procedure: 'audit.list',
    input: { command: 'approvals.saveThresholds' },
    output: { total: 1, entries: [{ sentence: 'Grenzen voor een tweede paar ogen gewijzigd' }] },
  },
  {
    what: 'names the field of a value of the law that is refused',
    procedure: 'law.saveValue',
    input: { name: 'civilInterest', fromDate: '2027-03-01', value: 4.25, source: 'Belgisch Staatsblad' },
    error: { code: 'INVALID', field: 'fromDate' },
  },
  {
    what: 'says what does not exist',
    procedure: 'dossier.page',
    input: { householdId: 99_999 },
    error: { code: 'NOT_FOUND', field: null },
  },
];
