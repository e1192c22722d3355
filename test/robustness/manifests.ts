import { service } from '../cli/session.ts';

/** One finding, which `--fix` fixes. */
export const wrong = service({ cpu: '1 # one' });

/** What `--fix` makes of it. */
export const right = service({ cpu: "'1' # one" });

/** What a run tells at the end of one finding. */
export const failed = 'cloudrun-lint: failed: 1 error (fail-on warning).';

/** A file with so many findings that its report is larger than any pipe takes at once. */
export const large = service({
  proxy: Array.from({ length: 1200 }, (_, i) => `          fieldOfNobody${i}: 1\n`).join(''),
});

/** What a run tells at its end. */
export const failedLarge = 'cloudrun-lint: failed: 1200 errors (fail-on warning).';
