import { createHash } from 'node:crypto';

/** A multiple of three, so that each block is a whole number of base64 characters by itself. */
const blockBytes = 48 * 1024;

/** Bytes as they are written, in blocks: a pile of sixteen megabytes is never in memory twice. */
export class Bytes {
  readonly #blocks: Buffer[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Copies them, so that what they are a part of can go. */
  write(bytes: Buffer): void {
    for (let from = 0; from < bytes.length;) {
      const at = this.#length % blockBytes;
      if (at === 0) this.#blocks.push(Buffer.allocUnsafeSlow(blockBytes));
      const copied = bytes.copy(this.#blocks.at(-1) ?? bytes, at, from);
      from += copied;
      this.#length += copied;
    }
  }

  sha256(): string {
    const hash = createHash('sha256');
    for (const block of this.#whole()) hash.update(block);
    return hash.digest('hex');
  }

  toBuffer(): Buffer {
    return Buffer.concat(this.#blocks, this.#length);
  }

  toBase64(): string {
    let text = '';
    for (const block of this.#whole()) text += block.toString('base64');
    return text;
  }

  *#whole(): Generator<Buffer> {
    for (const [index, block] of this.#blocks.entries()) {
      yield block.subarray(0, Math.min(blockBytes, this.#length - index * blockBytes));
    }
  }
}
