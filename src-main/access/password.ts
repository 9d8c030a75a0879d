import { randomBytes, scrypt, type ScryptOptions, timingSafeEqual } from 'node:crypto';

/** OWASP's first choice for scrypt: 128 MB and about a third of a second on an office computer. */
const standard = { N: 2 ** 17, r: 8, p: 1 } as const;
type Cost = { readonly N: number; readonly r: number; readonly p: number };

const keyBytes = 32;
/** Twice what the standard takes. */
const mostMemory = 2 ** 28;

/** One spelling of what was typed: an accent is the same letter on every keyboard. */
function derive(password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  const options: ScryptOptions = { N, r, p, maxmem: mostMemory };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** A password as it is kept: how it was made, the salt and the key; never the password. */
export async function hashPassword(password: string, cost: Cost = standard): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Whether this is the password. Takes as long when it is not, and when there is nothing to compare with (`null`). */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [scheme, N, r, p, salt, key] = (kept ?? '').split('$');
  if (scheme !== 'scrypt' || salt === undefined || key === undefined) {
    await derive(password, Buffer.alloc(16), standard);
    return false;
  }
  const wanted = Buffer.from(key, 'base64');
  const found = await derive(password, Buffer.from(salt, 'base64'), { N: Number(N), r: Number(r), p: Number(p) });
  return found.length === wanted.length && timingSafeEqual(found, wanted);
}
