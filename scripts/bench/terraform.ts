import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { globby } from 'globby';
import { bundleScript } from '../bundle-script.ts';
import { median, ms, table, times } from './statistics.ts';
import { makeFolder } from './workspace.ts';

/**
 * A thousand Terraform files, a hundred of them with a Cloud Run service, in one warm process of bundled code: linting
 * against reading and parsing them all.
 */
export async function terraform(): Promise<string> {
  const folder = await makeFolder();
  const child = await bundleScript('scripts/bench/terraform-child.ts', await makeFolder());
  const services = (await globby('examples/*/*.tf')).sort().map((path) => readFileSync(path, 'utf8'));
  for (let index = 0; index < 1000; index++) {
    const text = index % 10 === 0 ? services[(index / 10) % services.length]! : other(index);
    writeFileSync(join(folder, `${index}.tf`), text);
  }
  const told = execFileSync(process.execPath, [child, folder], { encoding: 'utf8' });
  const rounds = JSON.parse(told) as readonly {
    readonly parse: number;
    readonly none: number;
    readonly all: number;
  }[];
  return table(
    '1,000 Terraform files, every tenth with a Cloud Run service, CPU of a warm process (aim: at most 1.3 x)',
    [
      ['read and parse all', ms(median(rounds.map(({ parse }) => parse))), times(1, 1)],
      [
        'lint all, no rules',
        ms(median(rounds.map(({ none }) => none))),
        times(median(rounds.map(({ parse, none }) => none / parse)), 1),
      ],
      [
        'lint all',
        ms(median(rounds.map(({ all }) => all))),
        times(median(rounds.map(({ parse, all }) => all / parse)), 1),
      ],
    ],
  );
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
