/**
 * Parses without a stack for each mistake that the library finds: nobody sees them, and a text of nothing but mistakes
 * costs more time and memory for them than for all else.
 */
export function withoutStacks<T>(parse: () => T): T {
  const { stackTraceLimit } = Error;
  try {
    Error.stackTraceLimit = 0;
    return parse();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
