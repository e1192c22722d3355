import { shortened, template } from '../../src/examples.ts';
import { defineRule } from '../../src/rule-kit.ts';

/** Characters that the value of a variable may have; https://cloud.google.com/run/docs/reference/rest/v2/Container#EnvVar. */
const most = 32_768;

const longest = 'a'.repeat(most);

export default defineRule({
  id: 'too-long-value',
  severity: 'error',
  appliesTo: 'workload',
  needs: { mentions: ['env'] },
  summary: 'The value of a variable is longer than 32,768 characters.',
  why: 'Cloud Run refuses a variable whose value is longer.',
  remedy: 'Keep the text as a secret, mount it as a file, and give the program its path.',
  help: 'Keep the text as a secret, mount it as a file, and give the program the path of the file.',
  references: [
    'https://cloud.google.com/run/docs/reference/rest/v2/Container#EnvVar',
    'https://cloud.google.com/run/quotas',
  ],
  predicts: '… length cannot exceed 32768',
  bad: [
    shortened(
      template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: CATALOGUE
      #               ^^^^^^^^^ The value of "CATALOGUE" has 32769 characters, but Cloud Run takes at most 32768.
                value: a${longest}
    `,
      `a${longest}`,
      'aaaa… (32,769 characters)',
    ),
  ],
  good: [
    shortened(
      template`
      spec:
        containers:
          - image: docker.io/acme/shop:1.4.2
            env:
              - name: CATALOGUE
                value: ${longest}
    `,
      longest,
      'aaaa… (32,768 characters)',
    ),
  ],
  *check({ containers }) {
    for (const container of containers) {
      for (const { field, name, value } of container.env) {
        // The API counts characters, of which some take two units of UTF-16.
        const length = [...(value ?? '')].length;
        if (length <= most) continue;
        yield {
          on: field.get('name'),
          message: `The value of "${name ?? ''}"${container.after('of')} has ${length} characters, but Cloud Run takes at most ${most}.`,
        };
      }
    }
  },
});
