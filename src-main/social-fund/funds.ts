import { Problem } from '#shared/api/problem.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { Fund } from '#shared/social-fund/contract.ts';
import { schoolsOf } from '#main/access/caller.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import { fundRows } from './queries.ts';

export function listFunds(
  context: Context,
  filter: { readonly schoolId?: number | undefined; readonly schoolYear?: string | undefined },
): Fund[] {
  return fundRows(context.store, { ...filter, schools: schoolsOf(context) });
}

export function fundById(context: Context, fundId: number): Fund {
  const [fund] = fundRows(context.store, { schools: 'all', fundId });
  if (!fund) throw new Problem('NOT_FOUND', 'Dit fonds bestaat niet. Er is niets veranderd.', 'fundId');
  return fund;
}

type Saved = {
  readonly fundId: number | null;
  readonly schoolId: number;
  readonly schoolYear: string;
  readonly source: string;
  readonly amountCents: number;
  readonly note: string;
};

/** Keeps what there is to give; never less than what was given or asked already, and one line per school, year and source. */
export function saveFund(context: Context, saved: Saved): Fund {
  return runCommand(context, () => {
    const { store, clock, actor } = context;
    refuseSame(context, saved);
    const standing = saved.fundId === null ? null : fundById(context, saved.fundId);
    if (standing && saved.amountCents < standing.grantedCents + standing.waitingCents) {
      throw new Problem(
        'REFUSED',
        `Er is al ${formatCents(standing.grantedCents + standing.waitingCents)} gegeven of gevraagd. Er is niets bewaard; vul minstens dat bedrag in.`,
        'amountCents',
      );
    }
    const row = { ...saved, actor, at: clock.now() };
    const fundId =
      saved.fundId ??
      Number(
        statement(
          store,
          `INSERT INTO funds (school_id, school_year, source, amount_cents, note, author, created_at)
           VALUES (@schoolId, @schoolYear, @source, @amountCents, @note, @actor, @at)`,
        ).run(row).lastInsertRowid,
      );
    // Its school and year stay: what was given from it belongs there.
    statement(
      store,
      'UPDATE funds SET source = @source, amount_cents = @amountCents, note = @note WHERE id = @fundId',
    ).run({
      ...row,
      fundId,
    });
    return {
      result: fundById(context, fundId),
      audit: {
        command: 'socialFund.saveFund',
        schoolId: saved.schoolId,
        detail: { fundId, schoolYear: saved.schoolYear, amountCents: saved.amountCents },
      },
    };
  });
}

function refuseSame({ store }: Context, { fundId, schoolId, schoolYear, source }: Saved): void {
  const other = statement(
    store,
    'SELECT id FROM funds WHERE school_id = ? AND school_year = ? AND source = ? COLLATE NOCASE AND id IS NOT ?',
  ).get(schoolId, schoolYear, source, fundId);
  if (other === undefined) return;
  throw new Problem(
    'CONFLICT',
    'Voor deze school, dit schooljaar en deze bron is er al een budget. Er is niets bewaard; wijzig dat budget.',
    'source',
  );
}
