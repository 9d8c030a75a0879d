import { computerUser } from '#main/access/caller.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Context } from '#main/api/context.ts';
import { momentOn } from './fill-options.ts';

type Act = (context: Context) => unknown;

/** What an office did on days that are over, carried out in that order; what is done can put something on a later day. */
export type Agenda = {
  readonly on: (day: PlainDate, act: Act) => void;
  readonly carryOut: () => void;
};

/** Each thing is done by `author` as if it were that day; nothing after `createdAt`. */
export function makeAgenda(context: Context, { author, createdAt }: { author: string; createdAt: string }): Agenda {
  const waiting: { readonly day: PlainDate; readonly act: Act }[] = [];

  function contextOn(day: PlainDate): Context {
    const moment = momentOn(day);
    const now = moment < createdAt ? moment : createdAt;
    const clock = { today: () => day, now: () => now };
    return { ...context, actor: author, caller: computerUser(author), clock };
  }

  return {
    on: (day, act) => void waiting.push({ day, act }),
    carryOut: () => {
      for (;;) {
        // The first of equals, so that one day keeps its order.
        const next = waiting.reduce<(typeof waiting)[number] | undefined>(
          (first, item) => (first === undefined || item.day < first.day ? item : first),
          undefined,
        );
        if (!next) return;
        waiting.splice(waiting.indexOf(next), 1);
        next.act(contextOn(next.day));
      }
    },
  };
}
