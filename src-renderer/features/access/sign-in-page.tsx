import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import type { Session } from '#shared/access/contract.ts';
import { api } from '#renderer/app/api.ts';
import { takeSession } from '#renderer/app/take-session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { accessTexts as texts } from './access.nl.ts';
import classes from './sign-in.module.css';

/** Before anything is shown: who is at the keyboard. Locked, the same person goes on where the work stood. */
export function SignInPage({ session }: { readonly session: Session }) {
  const queryClient = useQueryClient();
  const isLocked = session.state === 'locked';
  const [login, setLogin] = useState(isLocked ? (session.user?.login ?? '') : (session.people[0]?.login ?? ''));
  const [isTyped, setIsTyped] = useState(session.people.length === 0);
  const [password, setPassword] = useState('');
  const passwordInput = useRef<HTMLInputElement>(null);
  const signIn = useMutation(
    api.access.signIn.mutationOptions({
      onSuccess: (next) => takeSession(queryClient, next),
      onError: () => setPassword(''),
    }),
  );
  function submit(event: FormEvent): void {
    event.preventDefault();
    signIn.mutate({ login, password });
  }
  return (
    <main className={isLocked ? `${classes['page']} os-locked` : classes['page']}>
      <h1 className={classes['title']}>{isLocked ? texts.lockedTitle : texts.signInTitle}</h1>
      <p className={classes['text']}>{isLocked && session.user ? texts.lockedText(session.user.name) : texts.who}</p>
      <form className={classes['box']} onSubmit={submit} noValidate>
        <Stack gap="sm">
          {session.people.length > 0 ? (
            <div className={classes['people']} role="group" aria-label={texts.who}>
              {session.people.map((person) => (
                <Button
                  key={person.login}
                  aria-pressed={!isTyped && person.login === login}
                  variant={!isTyped && person.login === login ? 'primary' : 'default'}
                  onClick={() => {
                    setIsTyped(false);
                    setLogin(person.login);
                    passwordInput.current?.focus();
                  }}
                >
                  {person.name}
                </Button>
              ))}
            </div>
          ) : null}
          {isTyped ? (
            <TextInput
              label={texts.login}
              autoComplete="username"
              value={login}
              onChange={(event) => setLogin(event.target.value)}
            />
          ) : null}
          <TextInput
            ref={passwordInput}
            autoFocus
            type="password"
            label={texts.password}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <ProblemAlert error={signIn.error} />
          <div>
            <Button type="submit" variant="primary" size="md" loading={signIn.isPending} disabled={password === ''}>
              {isLocked && login === session.user?.login ? texts.unlock : texts.signIn}
            </Button>
          </div>
        </Stack>
      </form>
    </main>
  );
}
