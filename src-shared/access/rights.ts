import type { contract } from '../contract.ts';
import type { Right } from './roles.ts';

/** `anyone`: also when nobody is signed in. `self`: whoever is signed in, whatever the role. */
export type Need = Right | 'anyone' | 'self';

type Contract = typeof contract;

/** What every procedure asks for. A procedure that is not here does not compile. */
export const procedureNeeds: { readonly [Domain in keyof Contract]: Readonly<Record<keyof Contract[Domain], Need>> } = {
  setup: { status: 'anyone', createDemo: 'settings', createEmpty: 'settings' },
  schools: { list: 'read', create: 'settings', update: 'settings', setLogo: 'settings' },
  people: {
    renameHousehold: 'work',
    addPayer: 'work',
    updatePayer: 'work',
    removePayer: 'work',
    markEmailBounced: 'work',
    setLiabilities: 'work',
    movePupil: 'work',
    mergeHouseholds: 'work',
    splitHousehold: 'work',
    thirdPartyPayers: 'read',
    saveThirdPartyPayer: 'work',
  },
  ledger: {
    openItems: 'read',
    facets: 'read',
    selectUnique: 'read',
    selectAll: 'read',
    selectionTotals: 'read',
    exportOpenItems: 'read',
    verify: 'read',
    invoice: 'read',
    postings: 'read',
    balances: 'read',
    allocate: 'read',
    arrears: 'read',
    periodicCharges: 'read',
    paymentOrders: 'read',
    proposeCompensation: 'money',
    bookReceipts: 'money',
    reallocate: 'money',
    reverse: 'money',
    transfer: 'money',
    compensate: 'money',
    charge: 'money',
    bookObligation: 'money',
    correctArrears: 'money',
    previewPeriodicCharges: 'money',
    savePeriodicCharge: 'money',
    stopPeriodicCharge: 'money',
    runPeriodicCharges: 'money',
    makePaymentFile: 'money',
    paymentFile: 'money',
    refund: 'giveUp',
    writeOff: 'giveUp',
    remit: 'giveUp',
    relate: 'work',
    unrelate: 'work',
  },
  dunning: { hold: 'work', lift: 'work', holdAgain: 'work' },
  imports: {
    read: 'work',
    reread: 'work',
    preview: 'work',
    commit: 'work',
    list: 'read',
    report: 'read',
    undo: 'work',
    profiles: 'read',
    deleteProfile: 'work',
  },
  correspondence: {
    variables: 'read',
    texts: 'read',
    text: 'read',
    textHistory: 'read',
    saveText: 'work',
    archiveText: 'work',
    checkText: 'work',
    previewText: 'work',
    prepare: 'work',
    previewMessage: 'work',
    send: 'work',
    batches: 'read',
    outbox: 'read',
    message: 'read',
    evidence: 'read',
    resume: 'work',
    decide: 'work',
    printLetters: 'work',
    confirmPrinted: 'work',
    mailSettings: 'read',
    saveMailSettings: 'settings',
    testMail: 'work',
  },
  dossier: {
    search: 'read',
    households: 'read',
    page: 'read',
    timeline: 'read',
    addNote: 'notes',
    setInfoNote: 'notes',
    addDocument: 'notes',
    openDocument: 'read',
    removeDocument: 'notes',
    restoreDocument: 'notes',
    setNextStep: 'notes',
    finishNextStep: 'notes',
  },
  bank: {
    read: 'bank',
    preview: 'bank',
    import: 'bank',
    statements: 'bank',
    lines: 'bank',
    accept: 'bank',
    candidates: 'bank',
    book: 'bank',
    setAside: 'bank',
    reopen: 'bank',
    undo: 'bank',
    accounts: 'read',
    saveAccount: 'settings',
    removeAccount: 'settings',
    payerAccounts: 'bank',
    savePayerAccount: 'bank',
    forgetPayerAccount: 'bank',
    restorePayerAccount: 'bank',
    freshness: 'read',
  },
  reference: { check: 'self' },
  approvals: {
    list: 'read',
    show: 'read',
    waiting: 'read',
    approve: 'approve',
    reject: 'approve',
    withdraw: 'giveUp',
    resubmit: 'giveUp',
    thresholds: 'read',
    saveThresholds: 'settings',
  },
  access: {
    session: 'anyone',
    signIn: 'anyone',
    signOut: 'anyone',
    lock: 'anyone',
    changePassword: 'self',
    users: 'users',
    saveUser: 'users',
    settings: 'self',
    saveSettings: 'settings',
    preferences: 'self',
    setPreference: 'self',
  },
  audit: { list: 'audit', verify: 'audit' },
  jobs: { watch: 'self', wait: 'self', cancel: 'self', running: 'self' },
};

/** About the whole board: only for who has the right at every school. */
const boardWide: ReadonlySet<string> = new Set([
  'setup.createDemo',
  'setup.createEmpty',
  'schools.create',
  'ledger.verify',
  'correspondence.saveMailSettings',
  'access.saveSettings',
]);

/** Asked by the screen of itself, or while it waits: no sign that somebody is at work. */
const passive: ReadonlySet<string> = new Set([
  'setup.status',
  'access.session',
  'approvals.waiting',
  'jobs.watch',
  'jobs.wait',
  'jobs.running',
]);

export type ProcedureAccess = { readonly need: Need; readonly isBoardWide: boolean; readonly isPassive: boolean };

/** What a procedure asks for, by its name `domain.name`; undefined when the contract has none of that name. */
export function procedureAccess(name: string): ProcedureAccess | undefined {
  const [domain = '', procedure = ''] = name.split('.');
  const needs: Readonly<Record<string, Readonly<Record<string, Need>>>> = procedureNeeds;
  const need = needs[domain]?.[procedure];
  return need && { need, isBoardWide: boardWide.has(name), isPassive: passive.has(name) };
}

/** Every procedure of the contract by its name. */
export function procedureNames(): string[] {
  return Object.entries(procedureNeeds).flatMap(([domain, needs]) =>
    Object.keys(needs).map((name) => `${domain}.${name}`),
  );
}
