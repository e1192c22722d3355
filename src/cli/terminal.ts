import type { Io } from './io.ts';
import type { ReportOptions } from './run-options.ts';

type Asked = Pick<ReportOptions, 'color'>;

/**
 * Whether text has colours: as the command line says, then as the variables that many tools know say (NO_COLOR, then
 * FORCE_COLOR, then CLICOLOR_FORCE), and else where a person reads. https://no-color.org, https://bixense.com/clicolors
 */
export function wantsColors({ color }: Asked, { env, isTerminal }: Pick<Io, 'env' | 'isTerminal'>): boolean {
  if (color !== 'auto') return color === 'always';
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (env.CLICOLOR_FORCE && env.CLICOLOR_FORCE !== '0') return true;
  return isTerminal && env.TERM !== 'dumb' && env.CLICOLOR !== '0';
}

/** What terminals that know OSC 8 call themselves in TERM_PROGRAM and TERM. https://github.com/Alhadis/OSC8-Adoption */
const programs = new Set(['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'rio', 'WarpTerminal']);
const terminals = /^(?:xterm-kitty|xterm-ghostty|alacritty|foot|contour|wezterm)/;

/** Gnome's terminal and its relatives know it from 0.50.1 on. */
const leastVte = 5001;

/** Whether standard output is a terminal that makes a link of OSC 8. Others might print what they do not know. */
export function knowsLinks({ color }: Asked, { env, isTerminal }: Pick<Io, 'env' | 'isTerminal'>): boolean {
  if (!isTerminal || color === 'never' || env.TERM === 'dumb' || env.CI) return false;
  return (
    programs.has(env.TERM_PROGRAM ?? '') ||
    terminals.test(env.TERM ?? '') ||
    Boolean(env.WT_SESSION || env.KONSOLE_VERSION || env.DOMTERM) ||
    Number(env.VTE_VERSION ?? 0) >= leastVte
  );
}

/** What to type for the tool. As npx says to what it runs: there, the tool is not on the path. */
export function toolName({ env }: Pick<Io, 'env'>): string {
  return env.npm_command === 'exec' ? 'npx cloudrun-lint' : 'cloudrun-lint';
}
