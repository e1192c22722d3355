import { template } from '../../src/examples.ts';
import { defineRule, fillsLines, isTemplateName, mappingPlaceholders, needingQuotes } from '../../src/rule-kit.ts';

export default defineRule({
  id: 'unquoted-placeholder',
  severity: 'warning',
  appliesTo: 'file',
  only: 'yaml',
  summary: 'A placeholder without quotes breaks the YAML of the file, or changes what it means.',
  why: 'Editors, formatters and this linter read the template before anyone fills it in. `%X%` cannot begin a value in YAML, and `{{X}}` is a mapping in a mapping. The linter hides such a placeholder and goes on, but other tools stop there. A file whose name says that it is a template, such as `service.yaml.j2`, is spared.',
  remedy: 'Put quotes around the placeholder.',
  help: 'Put quotes around the placeholder.',
  references: ['https://yaml.org/spec/1.2.2/#53-indicator-characters'],
  bad: [
    template`
      spec:
        containers:
          - image: %IMAGE%
      #            ^^^^^^^ The placeholder "%IMAGE%" has no quotes.
    `,
    template`
      spec:
        containerConcurrency: {{CONCURRENCY}}
      #                       ^^^^^^^^^^^^^^^ The placeholder "{{CONCURRENCY}}" has no quotes, like 2 others in this file.
        containers:
          - image: {{IMAGE}}
            args: [--mode={{MODE}}]
    `,
  ],
  good: [
    template`
      spec:
        containerConcurrency: "{{CONCURRENCY}}"
        containers:
          - image: "%IMAGE%"
            args:
              - --region=\${REGION}
              - <TOKEN>
              - __MODE__
              - <+env.name>
              - ((mode))
    `,
    template`
      spec:
        serviceAccountName: {{ .Values.account | quote }}
        containers:
          # Inside a plain value braces are like any other character.
          - image: docker.io/acme/{{IMAGE}}:{{TAG}}
            args:
              - --region=\${{ env.REGION }}
    `,
    template`
      spec:
        containers:
          - image: \${{ env.IMAGE }}
    `,
  ],
  *check({ source, workloads }) {
    if (workloads.length === 0 || isTemplateName(source.path)) return;
    if (source.masked.some(({ start }) => fillsLines(source.text, start))) return;
    const hidden = needingQuotes(source.text, source.masked);
    const spans = [...hidden, ...mappingPlaceholders(workloads)].sort((a, b) => a.start - b.start);
    const [span] = spans;
    if (!span) return;
    const others = spans.length - 1;
    const more = others === 0 ? '' : `, like ${others} other${others === 1 ? '' : 's'} in this file`;
    yield {
      on: { source, span, path: [], stablePath: [] },
      message: `The placeholder "${source.text.slice(span.start, span.end)}" has no quotes${more}.`,
    };
  },
});
