/** The middle of the values; of an even number the lower of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1] ?? Number.NaN;
}

/** Milliseconds for a table. */
export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;
}

/** How many times the one value is the other. */
export function times(value: number, base: number): string {
  return `${(value / base).toFixed(2)} x`;
}

/** Rows under a heading, columns as wide as their widest cell, all but the first set to the right. */
export function table(heading: string, rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  '),
  );
  return `${heading}\n${lines.map((line) => `  ${line.trimEnd()}\n`).join('')}`;
}
