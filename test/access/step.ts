import type { TestApplication } from '#test/support/application.ts';

export type Api = TestApplication['api'];

/** Where a step happens. */
export type Scene = { readonly application: TestApplication; readonly schoolId: number };

/** A command, and what must be there before it. */
export type Step = {
  readonly procedure: string;
  /** Two where two dossiers tell it. */
  readonly lines?: number;
  readonly prepare?: () => void | Promise<void>;
  readonly run: (api: Api) => Promise<unknown>;
};
