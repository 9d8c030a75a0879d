import type { Step } from './step.ts';

/** The one command of the law's tables. */
export function lawSteps(): readonly Step[] {
  return [
    {
      procedure: 'law.saveValue',
      run: (api) =>
        api.law.saveValue({ name: 'postage', fromDate: '2027-01-01', value: 1_70, source: 'Tarief van bpost 2027' }),
    },
  ];
}
