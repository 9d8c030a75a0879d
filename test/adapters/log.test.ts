import { describe, expect, it } from 'vitest';
import { withoutPeople } from '#main/adapters/log.ts';

describe('the log of an unexpected failure', () => {
  it('names the failure, its code and where it happened', () => {
    const written = withoutPeople(
      Object.assign(new Error('UNIQUE constraint failed: invoices.number'), { code: 'SQLITE_CONSTRAINT' }),
    );
    expect(written).toContain('UNIQUE constraint failed: invoices.number');
    expect(written).toContain('SQLITE_CONSTRAINT');
    expect(written).toContain('log.test.ts');
  });

  it.each([
    ['an address', new Error('550 5.1.1 <sofie.abeel@voorbeeld.example>: user unknown')],
    ['what could not be parsed', new SyntaxError('Unexpected token \'S\', "Sofie Abeel"... is not valid JSON')],
    ['the failure behind it', new Error('failed', { cause: new Error('to sofie.abeel@voorbeeld.example') })],
    ['something that is no error', { name: 'Sofie Abeel', email: 'sofie.abeel@voorbeeld.example' }],
    ['a text', 'Sofie Abeel'],
  ])('leaves out who it is about: %s', (_case, cause) => {
    expect(withoutPeople(cause)).not.toMatch(/sofie|abeel|voorbeeld/i);
  });

  it('keeps the stack of a message with several lines', () => {
    const written = withoutPeople(new Error('first\nSofie "Abeel"'));
    expect(written).toContain('log.test.ts');
    expect(written).not.toContain('Abeel');
  });
});
