import type { Formatter } from '../report.ts';
import { byPath, unsuppressed } from '../report.ts';
import { element, xmlDocument } from '../text/xml.ts';
import { messageWithOthers } from './phrases.ts';

/** Checkstyle's XML, which many review tools and build servers read. */
export const checkstyle: Formatter = (report) =>
  xmlDocument(
    element(
      'checkstyle',
      { version: '4.3' },
      [...byPath(unsuppressed(report))].map(([name, diagnostics]) =>
        element(
          'file',
          { name },
          diagnostics.map((diagnostic) =>
            element('error', {
              line: diagnostic.range.start.line,
              column: diagnostic.range.start.column,
              severity: diagnostic.severity,
              message: messageWithOthers(diagnostic),
              source: `cloudrun-lint.${diagnostic.rule}`,
            }),
          ),
        ),
      ),
    ),
  );
