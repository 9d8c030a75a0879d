/** Words that every screen of this domain uses. */
export const correspondenceTexts = {
  languages: { nl: 'Nederlands', fr: 'Frans', en: 'Engels' },
  tones: { friendly: 'vriendelijk', formal: 'formeel', inviting: 'uitnodigend' },
  channels: { email: 'E-mail', letter: 'Brief' },
  emailPreview: 'Voorbeeld van de e-mail',
  letterPreview: 'Voorbeeld van de brief',
  to: 'Aan',
  subject: 'Onderwerp',
} as const;
