import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import { inTemporaryFolder } from '../integrations/repository.ts';

/** How a command line ended. */
export interface Ended {
  readonly code: number;
  /** The lines of standard output. */
  readonly out: readonly string[];
  /** The lines of standard error. */
  readonly err: readonly string[];
}

/** A folder in which command lines run. */
export interface Session {
  readonly folder: string;
  readonly run: (...argv: readonly string[]) => Promise<Ended>;
  /** With something on standard input. */
  readonly pipe: (stdin: string, ...argv: readonly string[]) => Promise<Ended>;
  /** As a process of its own. */
  readonly spawn: (...argv: readonly string[]) => Promise<Ended>;
  readonly read: (path: string) => Promise<string>;
  readonly write: (path: string, text: string) => Promise<void>;
}

/** Works in a new folder that holds these files and is the root of a repository. */
export function inFolder(files: Readonly<Record<string, string>>, work: (session: Session) => Promise<void>) {
  return () =>
    inTemporaryFolder(async (folder) => {
      const write = async (path: string, text: string): Promise<void> => {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
      };
      await mkdir(join(folder, '.git'));
      for (const [path, text] of Object.entries(files)) await write(path, text);
      const pipe: Session['pipe'] = (stdin, ...argv) => runHere(folder, argv, stdin);
      const read = (path: string) => readFile(join(folder, path), 'utf8');
      await work({
        folder,
        write,
        read,
        pipe,
        run: (...argv) => pipe('', ...argv),
        spawn: (...argv) => spawn(folder, argv),
      });
    });
}

async function runHere(cwd: string, argv: readonly string[], stdin: string): Promise<Ended> {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    cwd,
    env: {},
    isTerminal: false,
    columns: 80,
    out: (text) => {
      out.push(text);
      return 'written';
    },
    err: (line) => void err.push(line),
    note: (line) => void err.push(line),
    stdin: async () => Buffer.from(stdin),
  };
  const code = await run(argv, io);
  return { code, out: lines(out.join('')), err: lines(err.join('\n')) };
}

function spawn(cwd: string, argv: readonly string[]): Promise<Ended> {
  const program = ['--import', import.meta.resolve('tsx'), resolve('src/cli/main.ts'), ...argv];
  return new Promise((done) => {
    execFile(process.execPath, program, { cwd }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error ? -1 : 0;
      done({ code, out: lines(stdout), err: lines(stderr) });
    });
  });
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** A service whose application and sidecar have what is given; nothing is found in it otherwise. */
export function service({ name = 'shop', cpu = '"1"', proxy = '', above = '' } = {}): string {
  return `${above}apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: ${name}
  labels:
    cloud.googleapis.com/location: europe-west1
spec:
  template:
    spec:
      serviceAccountName: ${name}@acme-prod.iam.gserviceaccount.com
      containers:
        - name: web
          image: europe-west1-docker.pkg.dev/acme-prod/shop/web@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
          ports:
            - containerPort: 8080
          resources:
            limits:
              cpu: ${cpu}
              memory: 512Mi
${proxy}`;
}
