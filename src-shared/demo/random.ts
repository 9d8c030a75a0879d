/** A stream of repeatable draws. The same seed gives the same draws on every machine. */
export type Random = {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from `min` to `max`, both included. */
  readonly between: (min: number, max: number) => number;
  /** True in the given share of the draws (0 to 1). */
  readonly chance: (share: number) => boolean;
  /** One of the list. Throws on an empty list. */
  readonly pick: <Item>(items: readonly Item[]) => Item;
};

/** Makes a stream from a seed and a label, so that more draws for one concern do not shift those of another. */
export function makeRandom(seed: number, label: string): Random {
  const next = mulberry32(hash(label, seed));
  const between = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('Nothing to pick from');
      return item;
    },
  };
}

/** The list in another order (Fisher–Yates); the given list is left as it was. */
export function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = random.between(0, last);
    [result[last], result[other]] = [result[other] as Item, result[last] as Item];
  }
  return result;
}

/**
 * Deals the cards without end, in another order each round: over every whole round the shares of the kinds are exact,
 * however short the series, which independent draws would not give.
 */
export function makeDeck<Card>(random: Random, cards: readonly Card[]): () => Card {
  let round: Card[] = [];
  return () => {
    if (round.length === 0) round = shuffled(random, cards);
    const card = round.pop();
    if (card === undefined) throw new RangeError('A deck needs cards');
    return card;
  };
}

/** Repeats an item: one kind of card in a deck. */
export function times<const Card>(count: number, card: Card): Card[] {
  return Array.from({ length: count }, () => card);
}

/** FNV-1a over the label, started from the seed. */
function hash(text: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}

/** The mulberry32 generator (public domain): 32 bits of state, good enough for invented people. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
