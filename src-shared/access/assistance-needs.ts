import type { NeedsOf } from './need.ts';

type Assistance =
  | 'plans'
  | 'affordability'
  | 'signals'
  | 'talks'
  | 'socialFund'
  | 'referrals'
  | 'maximumBill'
  | 'privacy';

/** What plans, help and privacy ask for. */
export const assistanceNeeds: NeedsOf<Assistance> = {
  plans: {
    schedule: 'self',
    state: 'self',
    proRata: 'self',
    loanTable: 'self',
    list: 'read',
    page: 'read',
    claimable: 'read',
    make: 'work',
    change: 'work',
    pause: 'work',
    end: 'work',
    revive: 'work',
    addClaims: 'work',
    removeClaims: 'work',
    declineClaims: 'work',
    document: 'read',
    previewDocument: 'read',
    sendDocument: 'work',
    recordAcceptance: 'work',
    withdrawAcceptance: 'work',
    bookObligations: 'work',
    upcoming: 'read',
    sendUpcoming: 'work',
    settings: 'read',
    saveSettings: 'settings',
  },
  affordability: {
    feasible: 'self',
    categories: 'read',
    inventory: 'work',
    save: 'work',
    remove: 'work',
    referenceBudgets: 'read',
    saveReferenceBudget: 'settings',
  },
  signals: {
    list: 'read',
    dismiss: 'work',
    settings: 'read',
    saveSettings: 'settings',
    setSchoolAllowance: 'work',
  },
  talks: { guide: 'read', guidePdf: 'read', record: 'notes' },
  socialFund: {
    funds: 'read',
    saveFund: 'settings',
    grants: 'read',
    request: 'work',
    withdraw: 'work',
    takeBack: 'giveUp',
    yearReport: 'read',
    yearReportFile: 'read',
  },
  referrals: {
    partners: 'read',
    savePartner: 'settings',
    removePartner: 'settings',
    restorePartner: 'settings',
    list: 'read',
    open: 'work',
    page: 'read',
    permissionForm: 'read',
    recordPermission: 'work',
    share: 'work',
    withdrawPermission: 'work',
    followUp: 'work',
    reopen: 'work',
  },
  maximumBill: {
    categories: 'read',
    saveCategory: 'settings',
    billingGroups: 'read',
    setBillingGroup: 'settings',
    lines: 'read',
    saveLines: 'work',
    setLevel: 'work',
    setElsewhere: 'work',
    list: 'read',
    credit: 'giveUp',
    room: 'read',
    listFile: 'read',
  },
  privacy: {
    accessReport: 'work',
    requests: 'read',
    recordRequest: 'work',
    answerRequest: 'work',
    erasure: 'read',
    erase: 'settings',
    expired: 'read',
    deleteExpired: 'settings',
  },
};
