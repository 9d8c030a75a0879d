/** Words that every screen of this domain uses. */
export const correspondenceTexts = {
  languages: { nl: 'Nederlands', fr: 'Frans', en: 'Engels' },
  tones: { friendly: 'vriendelijk', formal: 'formeel', inviting: 'uitnodigend' },
  subject: 'Onderwerp',
} as const;
