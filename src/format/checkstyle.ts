import type { Formatter } from '../report.ts';
import { byPath, unsuppressed } from '../report.ts';
import { element, xmlDocument } from '../text/xml.ts';

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
          diagnostics.map(({ range, severity, message, rule }) =>
            element('error', {
              line: range.start.line,
              column: range.start.column,
              severity,
              message,
              source: `cloudrun-lint.${rule}`,
            }),
          ),
        ),
      ),
    ),
  );
