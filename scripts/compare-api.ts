import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { annotations } from '../src/model/annotations.ts';
import { InstanceSchema, JobSchema, ServiceSchema, WorkerPoolSchema } from '../src/model/schema/index.ts';
import { differences, type OwnSchema } from './compare-api/compare.ts';
import type { Description } from './compare-api/description.ts';
import { exceptions, explain } from './compare-api/explained.ts';

/**
 * `npm run compare-api -- --description FILE [--explained]`: holds our schemas and the table of annotations against a
 * description of the v1 API, and lists every field, level and enumeration that differs and is not explained. Ends with
 * exit code 1 where there is one, or an exception that explains nothing. With `--explained` the others are listed too.
 */
const { values } = parseArgs({ options: { description: { type: 'string' }, explained: { type: 'boolean' } } });
if (!values.description) throw new Error('--description FILE is missing: a description of the v1 API as JSON.');
const description = JSON.parse(readFileSync(values.description, 'utf8')) as Description;
if (!description.schemas?.ObjectMeta) throw new Error(`${values.description} is no description of the v1 API.`);

const own = { Service: ServiceSchema, Job: JobSchema, WorkerPool: WorkerPoolSchema, Instance: InstanceSchema };
const found = differences(description, own as unknown as Readonly<Record<string, OwnSchema>>, annotations);
const { unexplained, explained, unused } = explain(found, exceptions);

console.log(
  `Revision ${description.revision ?? 'unknown'}: ${found.length} differences, ${explained.length} of them explained.`,
);
for (const { subject, what } of unexplained) console.log(`${subject} ${what}.`);
for (const { subject } of unused) console.log(`The exception for "${subject}" explains nothing any more.`);
if (values.explained) for (const [{ subject, what }, { why }] of explained) console.log(`${subject} ${what}: ${why}`);
if (unexplained.length + unused.length > 0) process.exitCode = 1;
