import { Problem } from '#shared/api/problem.ts';
import { type ProcedureAccess, procedureAccess } from '#shared/access/rights.ts';
import type { Right } from '#shared/access/roles.ts';
import type { Context } from '#main/api/context.ts';
import { computerUser } from './caller.ts';
import { refuseOtherSchools } from './ids-in-input.ts';
import { nobody } from './session.ts';
import { type UserRow, userAsCaller } from './user-rows.ts';

type Admitted = Pick<Context, 'actor' | 'caller' | 'jobs'>;

/**
 * Whether whoever is at the keyboard may do this with what they named; refuses with a sentence otherwise. Nobody signs in
 * (single mode): whoever is at this computer may do everything.
 */
export function admit(context: Context, name: string, input: unknown): Admitted {
  const now = context.session.now();
  if (now.mode === 'single') return { ...context, caller: computerUser(context.actor) };
  const access = procedureAccess(name);
  if (!access) throw new Problem('REFUSED', `Er is geen recht beschreven voor ${name}.`);
  if (access.need === 'anyone') {
    return now.state === 'signedIn' ? admitted(context, now.user, 'read') : { ...context, actor: '', caller: nobody };
  }
  if (now.state === 'signedOut') throw new Problem('REFUSED', signInSentence(context));
  if (now.state === 'locked') {
    throw new Problem(
      'REFUSED',
      'Het scherm is vergrendeld. Er is niets veranderd; geef je wachtwoord om verder te werken.',
    );
  }
  if (!access.isPassive) context.session.work();
  return access.need === 'self'
    ? admitted(context, now.user, 'read')
    : admittedWith(context, now.user, access, access.need, name, input);
}

function admittedWith(
  context: Context,
  user: UserRow,
  access: ProcedureAccess,
  right: Right,
  name: string,
  input: unknown,
): Admitted {
  const result = admitted(context, user, right);
  const { schools } = result.caller;
  if (schools !== 'all' && (schools.length === 0 || access.isBoardWide)) {
    throw new Problem(
      'REFUSED',
      access.isBoardWide && schools.length > 0
        ? 'Dit geldt voor het hele bestuur, en u hebt dit recht niet voor alle scholen. Er is niets veranderd.'
        : 'Uw rol laat dit niet toe. Er is niets veranderd; vraag het aan een beheerder.',
    );
  }
  refuseOtherSchools(context.store, schools, name, right, input);
  return result;
}

function admitted(context: Context, user: UserRow, right: Right): Admitted {
  return { actor: user.name, caller: userAsCaller(user, right), jobs: context.jobs.of(user.userId) };
}

function signInSentence({ session }: Context): string {
  return session.keyboard === 'terminal'
    ? 'In dit bestand melden gebruikers zich aan. Er is niets gedaan; geef --user AANMELDNAAM mee en zet het wachtwoord in de omgevingsvariabele OPENSTAAND_PASSWORD.'
    : 'Meld je eerst aan. Er is niets gedaan.';
}
