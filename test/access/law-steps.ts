import type { TestApplication } from '#test/support/application.ts';

type LawStep = {
  readonly procedure: string;
  readonly run: (api: TestApplication['api']) => Promise<unknown>;
};

/** The one command of the law's tables. */
export function lawSteps(): readonly LawStep[] {
  return [
    {
      procedure: 'law.saveValue',
      run: (api) =>
        api.law.saveValue({ name: 'postage', fromDate: '2027-01-01', value: 1_70, source: 'Tarief van bpost 2027' }),
    },
  ];
}
