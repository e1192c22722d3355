import { beside } from './bench/beside.ts';
import { cold } from './bench/cold.ts';
import { growth } from './bench/growth.ts';
import { monorepo } from './bench/monorepo.ts';
import { terraform } from './bench/terraform.ts';
import { throughput } from './bench/throughput.ts';
import { clear } from './bench/workspace.ts';

/**
 * `npm run bench [SECTION]...`: what linting costs, against the least that it could cost, in one run. The ratios are
 * what matters; the times are those of the machine.
 */
const sections: Readonly<Record<string, () => string | Promise<string>>> = {
  cold,
  throughput,
  growth,
  monorepo,
  terraform,
  beside,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(sections, name));
if (unknown.length > 0) {
  console.error(`There is no section "${unknown.join(' ')}": it is one of ${Object.keys(sections).join(', ')}.`);
  process.exit(2);
}
try {
  for (const [name, run] of Object.entries(sections)) {
    if (chosen.length === 0 || chosen.includes(name)) console.log(await run());
  }
} finally {
  await clear();
}
