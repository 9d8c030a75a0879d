/** Words of the frame around help. */
export const assistanceTexts = {
  title: 'Hulp',
  tabs: 'Hulp',
  signals: 'Signalen',
  socialFund: 'Sociaal fonds',
  referrals: 'Doorverwijzing',
  maximumBill: 'Maximumfactuur',
  leavers: 'Schoolverlaters',
  comingOfAge: 'Meerderjarig',
};
