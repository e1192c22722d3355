/** Adds a value to the list that a map keeps for a key. */
export function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Adds values to a list one by one: a call takes only so many arguments, and an author may write more. */
export function pushAll<V>(list: V[], values: Iterable<V>): void {
  for (const value of values) list.push(value);
}

/** Values by what they have in common: keys in the order of their first value, values in the given order. */
export function groupBy<K, V>(values: Iterable<V>, keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) append(groups, keyOf(value), value);
  return groups;
}
