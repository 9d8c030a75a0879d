import type { FileOut } from '#shared/api/schemas.ts';
import { isPlainDate, formatPlainDate } from '#shared/calendar/plain-date.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { Subject } from '#shared/privacy/contract.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { reportPdf, type ReportSection } from '#main/reports/report-pdf.ts';
import { type Chapter, chaptersOf } from './access-queries.ts';
import { personOf } from './person.ts';

const inCents = ' (cent)';

/**
 * Everything that is kept about one person, to hand over within the month: on paper, or as JSON for a program (art. 15 and 20 GDPR).
 * That it was made stands in the trail.
 */
export function accessReport(
  context: Context,
  {
    subject,
    format,
    withSocialNotes,
  }: {
    readonly subject: Subject;
    readonly format: 'pdf' | 'json';
    readonly withSocialNotes: boolean;
  },
): FileOut {
  return runCommand(context, () => {
    const person = personOf(context, subject);
    const chapters = chaptersOf(context, person, withSocialNotes);
    const bytes =
      format === 'json'
        ? Buffer.from(
            JSON.stringify(
              {
                name: person.name,
                madeOn: context.clock.today(),
                chapters: Object.fromEntries(chapters.map(({ title, rows }) => [title, rows])),
              },
              null,
              2,
            ),
          )
        : reportPdf({
            title: 'Wat wij over u bewaren',
            author: 'Persoonsgegevens',
            madeOn: context.clock.today(),
            sections: [
              {
                paragraphs: [
                  `Dit verslag is voor ${person.name}. Het bevat wat de school over u bewaart om schoolrekeningen op te volgen. U kunt vragen om iets te verbeteren of te wissen; een telefoontje of e-mail aan de school is genoeg.`,
                ],
              },
              ...chapters.map(toSection),
            ],
          });
    return {
      result: {
        fileName: `inzage.${format}`,
        mediaType: format === 'json' ? 'application/json' : 'application/pdf',
        contentBase64: bytes.toString('base64'),
      },
      audit: {
        command: 'privacy.accessReport',
        householdId: person.householdId,
        detail: { payerId: person.payerId, pupilId: person.pupilId, format },
      },
    };
  });
}

/** One thing as a list of facts, several as a table. */
function toSection({ title, remark, rows }: Chapter): ReportSection {
  const heads = Object.keys(rows[0] ?? {});
  const base = { heading: title, ...(remark === undefined ? {} : { paragraphs: [remark] }) };
  const [only] = rows;
  if (rows.length === 1 && only) {
    return {
      ...base,
      facts: heads.flatMap((head) => {
        const value = shown(head, only[head] ?? null);
        return value === '' ? [] : [[headWords(head), value] as const];
      }),
    };
  }
  return {
    ...base,
    table: {
      shares: heads.map(() => 1 / heads.length),
      amounts: heads.flatMap((head, index) => (head.endsWith(inCents) ? [index] : [])),
      head: heads.map(headWords),
      rows: rows.map((row) => heads.map((head) => shown(head, row[head] ?? null))),
    },
  };
}

function headWords(head: string): string {
  return head.endsWith(inCents) ? head.slice(0, -inCents.length) : head;
}

function shown(head: string, value: string | number | null): string {
  if (value === null) return '';
  if (head.endsWith(inCents)) return formatCents(Number(value));
  return typeof value === 'string' && isPlainDate(value) ? formatPlainDate(value) : String(value);
}
