import type { Location, Log, Notification, Result, VersionControlDetails } from 'sarif';
import type { Diagnostic } from '../diagnostic.ts';
import { homepage } from '../links.ts';
import type { Formatter, Repository } from '../report.ts';
import { gravestFirst, unsuppressed } from '../report.ts';
import { visible, visibleJson } from '../text/visible.ts';
import { Places, SOURCE_ROOT } from './sarif-places.ts';
import { levels, reportingDescriptor } from './sarif-rules.ts';

/** GitHub shows so many results of a run. */
const MAX_RESULTS = 5_000;

/** So many faults tell that much is missing; each more says nothing new. */
const MAX_PROBLEMS = 100;

/**
 * SARIF 2.1.0 as GitHub code scanning takes it. Suppressed findings are left out, since GitHub would open them as
 * alerts. So are message ids: our messages are whole sentences, made by the rules. There is no list of artifacts: it
 * would say nothing more unless it held the files' contents, and so their secrets.
 */
export const sarif: Formatter = (report, options) => {
  const { version, repository, category = 'cloudrun-lint' } = options;
  const { problems = [] } = report;
  const findings = gravestFirst(unsuppressed(report));
  const results = findings.slice(0, MAX_RESULTS);
  const found = new Set(results.map(({ rule }) => rule));
  // GitHub wants the rules that results refer to. All of them, with their pages, would be a megabyte in each clean run.
  const rules = [...new Map(report.rules.map((page) => [page.id, page])).values()].filter(({ id }) => found.has(id));
  const indexes = new Map(rules.map((page, i) => [page.id, i]));
  const places = new Places(report, options);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'cloudrun-lint',
            fullName: `cloudrun-lint ${version}`,
            version,
            semanticVersion: version,
            informationUri: homepage,
            rules: rules.map(reportingDescriptor),
          },
        },
        automationDetails: { id: `${category}/` },
        invocations: [
          {
            executionSuccessful: problems.length === 0 && !findings.some(({ rule }) => rule === 'internal-error'),
            toolExecutionNotifications: notifications(findings.length, problems),
          },
        ],
        columnKind: 'utf16CodeUnits',
        ...(report.files.some(({ text }) => text !== undefined && hasLoneReturn(text)) && {
          newlineSequences: ['\r\n', '\n', '\r'],
        }),
        originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: 'The root of the repository.' } } },
        ...(repository === undefined ? {} : { versionControlProvenance: [provenance(repository)] }),
        results: results.map((finding) => result(finding, indexes.get(finding.rule), places)),
      },
    ],
  };
  return visibleJson(log);
};

/** Whether lines end with a lone CR, which SARIF's readers do not count unless they are told. */
function hasLoneReturn(text: string): boolean {
  return /\r(?!\n)/.test(text);
}

function provenance({ uri, revision, branch }: Repository): VersionControlDetails {
  return {
    repositoryUri: uri,
    ...(revision ? { revisionId: revision } : {}),
    ...(branch ? { branch } : {}),
    mappedTo: { uriBaseId: SOURCE_ROOT },
  };
}

function notifications(found: number, problems: readonly string[]): Notification[] {
  const faults = problems.slice(0, MAX_PROBLEMS).map((text): Notification => ({ level: 'error', message: { text } }));
  if (found <= MAX_RESULTS) return faults;
  const text = `Of ${found} findings the ${MAX_RESULTS} gravest are listed: code scanning shows no more.`;
  return [...faults, { level: 'warning', message: { text } }];
}

function result(diagnostic: Diagnostic, ruleIndex: number | undefined, places: Places): Result {
  const { path, rule, severity, range, related } = diagnostic;
  const lineHash = places.lineHash(path, range.start.line);
  const fix = places.fix(diagnostic);
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[severity],
    message: { text: messageText(diagnostic) },
    locations: [{ physicalLocation: places.physical(path, range), ...logicalLocations(diagnostic) }],
    ...(related.length === 0 ? {} : { relatedLocations: related.map(relatedLocation) }),
    partialFingerprints: {
      ...(lineHash === undefined ? {} : { primaryLocationLineHash: lineHash }),
      'cloudRunPath/v1': diagnostic.fingerprint,
    },
    ...(fix === undefined ? {} : { fixes: [fix] }),
  };

  function relatedLocation(place: Diagnostic['related'][number], i: number): Location {
    return {
      id: i + 1,
      physicalLocation: places.physical(place.path ?? path, place.range),
      message: { text: visible(place.message) },
    };
  }
}

/** The message, then a link to each place that takes part: GitHub shows only those that the text links. */
function messageText({ message, related }: Diagnostic): string {
  const links = related.map((place, i) => `[${plain(place.message).replace(/\.$/, '')}](${i + 1}).`);
  return [plain(message), ...links].join(' ');
}

/** Text that holds no link of its own. */
function plain(text: string): string {
  return visible(text).replaceAll('[', '(').replaceAll(']', ')');
}

function logicalLocations({ pointer, subject }: Diagnostic): Pick<Location, 'logicalLocations'> {
  if (pointer === '') return {};
  const name = subject?.container ?? subject?.name;
  return { logicalLocations: [{ fullyQualifiedName: pointer, ...(name ? { name } : {}), kind: 'property' }] };
}
