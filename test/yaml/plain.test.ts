import * as assert from 'uvu/assert';
import type { PlainKind } from '../../src/tree/node.ts';
import { resolvePlain } from '../../src/yaml/plain.ts';
import { suite } from '../suite.ts';

/** What the parser in gcloud makes of plain scalars, as measured over it. */
const measured: Readonly<Record<Exclude<PlainKind, 'null' | 'string' | 'timestamp'>, Record<string, unknown>>> = {
  bool: { yes: true, No: false, ON: true, off: false, y: true, N: false, TRUE: true },
  int: {
    '0': 0,
    '+1': 1,
    '0400': 256,
    '00': 0,
    '0_7': 7,
    '1_000': 1000,
    '0b11': 3,
    '0xFF': 255,
    '12:30': 750,
    '190:20:30': 685230,
    '-1:1': -61,
  },
  float: {
    '1.10': 1.1,
    '1.': 1,
    '1e3': 1000,
    '1.5e3': 1500,
    '.5': 0.5,
    '08.5': 8.5,
    '1_2.3_4': 12.34,
    '190:20:30.15': 685230.15,
    '-.inf': -Infinity,
  },
};

const texts = ['yEs', 'tRue', 'nUll', '08', '0o400', '0400m', '12:60', '0:30', '1.1.1', '-.5', '.e1', '1e', '-', '1Gi'];

suite('plain scalars', (test) => {
  test('reads booleans and numbers as gcloud does', () => {
    for (const [kind, values] of Object.entries(measured))
      for (const [text, value] of Object.entries(values)) assert.equal(resolvePlain(text), { kind, value }, text);
  });

  test('leaves texts alone', () => {
    for (const text of texts) assert.equal(resolvePlain(text), { kind: 'string', value: text }, text);
  });

  test('knows nulls and dates', () => {
    for (const text of ['', '~', 'null', 'NULL']) assert.is(resolvePlain(text).kind, 'null', text);
    for (const text of ['2024-01-01', '2024-1-1T0:00:00Z', '2024-01-01 00:00:00 +01:30'])
      assert.is(resolvePlain(text).kind, 'timestamp', text);
    assert.is(resolvePlain('2024-1-1').kind, 'string');
  });
});
