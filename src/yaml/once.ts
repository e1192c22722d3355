/**
 * Finds something of an object once: the same object later gets the same answer, `undefined` too, for as long as it
 * lives.
 */
export function onceEach<K extends object, T>(find: (of: K) => T): (of: K) => T {
  const answers = new WeakMap<K, T>();
  return (of) => {
    const known = answers.get(of);
    if (known !== undefined || answers.has(of)) return known as T;
    const found = find(of);
    answers.set(of, found);
    return found;
  };
}
