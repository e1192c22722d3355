import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { globby } from 'globby';
import { rules } from '../../rules/index.ts';
import { parseHcl } from '../../src/hcl/parse.ts';
import { lint } from '../../src/lint.ts';
import { median, ms, table, times } from './statistics.ts';
import { makeFolder } from './workspace.ts';

/** A thousand Terraform files, a hundred of them with a Cloud Run service: linting against reading and parsing them all. */
export async function terraform(): Promise<string> {
  const folder = await makeFolder();
  const services = (await globby('examples/*/*.tf')).sort().map((path) => readFileSync(path, 'utf8'));
  const paths = Array.from({ length: 1000 }, (_, index) => {
    const path = join(folder, `${index}.tf`);
    writeFileSync(path, index % 10 === 0 ? services[(index / 10) % services.length]! : other(index));
    return path;
  });
  const rounds = Array.from({ length: 15 }, () => {
    const parse = timed(() => {
      for (const path of paths) parseHcl(readFileSync(path, 'utf8'));
    });
    const all = timed(() => {
      for (const path of paths) lint(path, readFileSync(path, 'utf8'), { rules });
    });
    return { parse, all };
  }).slice(5);
  const ratio = median(rounds.map(({ parse, all }) => all / parse));
  return table('1,000 Terraform files, every tenth with a Cloud Run service, in a warm process (aim: at most 1.3 x)', [
    ['read and parse all', ms(median(rounds.map(({ parse }) => parse))), times(1, 1)],
    ['lint all', ms(median(rounds.map(({ all }) => all))), times(ratio, 1)],
  ]);
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** What stands beside services in a module: about as long as they are. */
function other(index: number): string {
  const block = (name: string): string => `
resource "google_storage_bucket" "${name}" {
  name          = "acme-\${var.environment}-${name}"
  location      = var.region
  force_destroy = false

  lifecycle_rule {
    condition {
      age = 30
    }
    action {
      type = "Delete"
    }
  }

  labels = merge(local.labels, { bucket = "${name}" })
}
`;
  return Array.from({ length: 5 }, (_, part) => block(`bucket-${index}-${part}`)).join('');
}
