/**
 * Finds something of an object once: the same object later gets the same answer, `undefined` too, for as long as it
 * lives. `given` is what `find` gets besides when it is asked first.
 *
 * The answer is kept on the object itself, under a key that nobody else has. A WeakMap would do the same, but where
 * an answer leads back to its object, V8 lets go of neither before it collects all of its memory: of each file linted
 * some hundred kilobytes stay that long.
 */
export function onceEach<K extends object, T, Given = undefined>(
  find: (of: K, given?: Given) => T,
): (of: K, given?: Given) => T {
  const key = Symbol();
  return (of, given) => {
    const known = (of as { readonly [key]?: T })[key];
    if (known !== undefined || key in of) return known as T;
    const found = find(of, given);
    // Not enumerable, so that no copy of the object takes the answer along.
    Object.defineProperty(of, key, { value: found });
    return found;
  };
}
