import type { TestApplication } from '#test/support/application.ts';

type Scene = { readonly application: TestApplication; readonly schoolId: number };
type Api = TestApplication['api'];
type Step = {
  readonly procedure: string;
  readonly lines?: number;
  readonly prepare?: () => void | Promise<void>;
  readonly run: (api: Api) => Promise<unknown>;
};

export function socialFundSteps(_scene: () => Scene): Step[] {
  return [];
}
