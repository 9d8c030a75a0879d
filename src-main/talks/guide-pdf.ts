import type { FileOut } from '#shared/api/schemas.ts';
import type { Context } from '#main/api/context.ts';
import { talkGuide } from './guide.ts';

/** The guide on paper. What draws it is loaded with the first one: fonts weigh more than the rest of the start together. */
export async function talkGuidePdf(
  context: Context,
  input: { readonly householdId: number; readonly payerId: number | null },
): Promise<FileOut> {
  const guide = talkGuide(context, input);
  const { drawTalkGuide } = await import('./draw-guide.ts');
  return {
    fileName: `gespreksblad-${guide.householdId}.pdf`,
    mediaType: 'application/pdf',
    contentBase64: drawTalkGuide(guide, context.clock.today()).toString('base64'),
  };
}
