export const schoolYearTexts = { schoolYear: 'Schooljaar' } as const;
