import { type Static, Type } from '@sinclair/typebox';
import { Ajv } from 'ajv';

/**
 * What the JSON formats have to look like, as their specifications say, and nothing that we do not mean to write. Of
 * SARIF 2.1.0 it is the part that we use; its texts must not be empty, as code scanning demands.
 */

const only = { additionalProperties: false };
const text = Type.String({ minLength: 1 });
const number = Type.Integer({ minimum: 1 });
const severity = Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('info')]);
const pointer = Type.String({ pattern: '^(?:/(?:[^~]|~[01])*)?$' });

const position = Type.Object({ line: number, column: number }, only);
const range = Type.Object({ start: position, end: position }, only);
const count = Type.Integer({ minimum: 0 });

const jsonReport = Type.Object(
  {
    version: Type.Literal(1),
    diagnostics: Type.Array(
      Type.Object(
        {
          path: text,
          rule: text,
          category: Type.Optional(text),
          url: Type.Optional(text),
          severity,
          message: text,
          help: Type.Optional(text),
          predicts: Type.Optional(text),
          range,
          pointer,
          fingerprint: text,
          about: Type.Optional(Type.Object({ path: text }, only)),
          subject: Type.Optional(
            Type.Object(
              { kind: text, name: Type.Optional(Type.String()), container: Type.Optional(Type.String()) },
              only,
            ),
          ),
          related: Type.Array(Type.Object({ path: Type.Optional(text), message: text, range }, only)),
          fix: Type.Optional(
            Type.Object(
              {
                title: text,
                safe: Type.Boolean(),
                edits: Type.Array(
                  Type.Object(
                    { range, span: Type.Object({ start: count, end: count }, only), text: Type.String() },
                    only,
                  ),
                  { minItems: 1 },
                ),
              },
              only,
            ),
          ),
          suppressed: Type.Optional(
            Type.Object(
              {
                by: Type.Union([Type.Literal('comment'), Type.Literal('config'), Type.Literal('baseline')]),
                reason: Type.Optional(Type.String()),
              },
              only,
            ),
          ),
        },
        only,
      ),
    ),
    summary: Type.Object(
      {
        files: count,
        resources: count,
        errors: count,
        warnings: count,
        infos: count,
        suppressed: count,
        leftOut: count,
        fixable: Type.Object({ safe: count, unsafe: count }, only),
      },
      only,
    ),
  },
  only,
);

const message = Type.Object({ text }, only);
const artifactLocation = Type.Object({ uri: text, uriBaseId: Type.Optional(Type.Literal('SRCROOT')) }, only);
const region = Type.Object(
  {
    startLine: number,
    startColumn: number,
    endLine: number,
    endColumn: number,
    snippet: Type.Optional(message),
  },
  only,
);
const location = Type.Object(
  {
    id: Type.Optional(number),
    physicalLocation: Type.Object({ artifactLocation, region, contextRegion: Type.Optional(region) }, only),
    logicalLocations: Type.Optional(
      Type.Array(
        Type.Object({ fullyQualifiedName: text, name: Type.Optional(text), kind: Type.Literal('property') }, only),
      ),
    ),
    message: Type.Optional(message),
  },
  only,
);
const level = Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('note')]);

const sarifLog = Type.Object({
  $schema: text,
  version: Type.Literal('2.1.0'),
  runs: Type.Tuple([
    Type.Object(
      {
        tool: Type.Object({
          driver: Type.Object({ name: text, rules: Type.Array(Type.Object({ id: text, name: text, helpUri: text })) }),
        }),
        automationDetails: Type.Object({ id: text }, only),
        invocations: Type.Array(Type.Object({ executionSuccessful: Type.Literal(true) })),
        columnKind: Type.Literal('utf16CodeUnits'),
        newlineSequences: Type.Optional(Type.Array(text)),
        originalUriBaseIds: Type.Object({ SRCROOT: Type.Object({ description: message }, only) }, only),
        results: Type.Array(
          Type.Object(
            {
              ruleId: text,
              ruleIndex: Type.Optional(count),
              level,
              message,
              locations: Type.Array(location, { minItems: 1, maxItems: 1 }),
              relatedLocations: Type.Optional(Type.Array(location, { minItems: 1 })),
              partialFingerprints: Type.Object(
                {
                  primaryLocationLineHash: Type.Optional(Type.String({ pattern: '^[0-9a-f]{1,16}:[1-9]\\d*$' })),
                  'cloudRunPath/v1': text,
                },
                only,
              ),
              fixes: Type.Optional(
                Type.Array(
                  Type.Object(
                    {
                      description: message,
                      artifactChanges: Type.Array(
                        Type.Object(
                          {
                            artifactLocation,
                            replacements: Type.Array(
                              Type.Object({ deletedRegion: region, insertedContent: Type.Optional(message) }, only),
                              { minItems: 1 },
                            ),
                          },
                          only,
                        ),
                        { minItems: 1 },
                      ),
                    },
                    only,
                  ),
                ),
              ),
            },
            only,
          ),
        ),
      },
      only,
    ),
  ]),
});

const gitlabReport = Type.Array(
  Type.Object(
    {
      description: text,
      check_name: text,
      fingerprint: text,
      severity: Type.Union([Type.Literal('critical'), Type.Literal('major'), Type.Literal('info')]),
      location: Type.Object({ path: text, lines: Type.Object({ begin: number, end: number }, only) }, only),
    },
    only,
  ),
);

const rdjsonReport = Type.Object(
  {
    source: Type.Object({ name: text, url: text }, only),
    diagnostics: Type.Array(
      Type.Object(
        {
          message: text,
          location: Type.Object({ path: text, range }, only),
          severity: Type.Union([Type.Literal('ERROR'), Type.Literal('WARNING'), Type.Literal('INFO')]),
          code: Type.Object({ value: text, url: Type.Optional(text) }, only),
          suggestions: Type.Optional(Type.Array(Type.Object({ range, text: Type.String() }, only), { minItems: 1 })),
        },
        only,
      ),
    ),
  },
  only,
);

const shapes = { json: jsonReport, sarif: sarifLog, gitlab: gitlabReport, rdjson: rdjsonReport };
type Shapes = typeof shapes;

const ajv = new Ajv();
const validators = new Map(Object.entries(shapes).map(([name, shape]) => [name, ajv.compile(shape)]));

/** The parsed text of a JSON format. Throws where it is no JSON, or has another shape than the format's. */
export function parseShaped<K extends keyof Shapes>(format: K, output: string): Static<Shapes[K]> {
  const content = JSON.parse(output);
  const validate = validators.get(format)!;
  if (!validate(content)) throw new Error(`has another shape: ${ajv.errorsText(validate.errors)}`);
  return content as Static<Shapes[K]>;
}
