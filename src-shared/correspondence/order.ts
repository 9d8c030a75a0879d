/** Compares by numbers, the first that differs decides. */
export function byNumber<Item>(...keys: readonly ((item: Item) => number)[]): (a: Item, b: Item) => number {
  return (a, b) => {
    for (const key of keys) {
      const difference = key(a) - key(b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** Compares by texts in plain code point order: the same on every machine, whatever its language. */
export function byText<Item>(...keys: readonly ((item: Item) => string)[]): (a: Item, b: Item) => number {
  return (a, b) => {
    for (const key of keys) {
      const left = key(a);
      const right = key(b);
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  };
}
