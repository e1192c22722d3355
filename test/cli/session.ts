import { execFile } from 'node:child_process';
import { link, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import { StandardStream } from '../../src/cli/standard-stream.ts';
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
  /** Makes a symbolic link to a target in place of whatever is there. */
  readonly link: (target: string, path: string) => Promise<void>;
  /** Gives a file a second name. */
  readonly hardLink: (path: string, name: string) => Promise<void>;
  /** The same in another folder. */
  readonly in: (path: string) => Session;
}

/** Works in a new folder that holds these files and is the root of a repository. */
export function inFolder(files: Readonly<Record<string, string>>, work: (session: Session) => Promise<void>) {
  return () =>
    inTemporaryFolder(async (folder) => {
      const session = sessionIn(folder);
      await mkdir(join(folder, '.git'));
      for (const [path, text] of Object.entries(files)) await session.write(path, text);
      await work(session);
    });
}

function sessionIn(folder: string): Session {
  const pipe: Session['pipe'] = (stdin, ...argv) => runHere(folder, argv, stdin);
  return {
    folder,
    pipe,
    run: (...argv) => pipe('', ...argv),
    spawn: (...argv) => spawn(folder, argv),
    read: (path) => readFile(join(folder, path), 'utf8'),
    write: async (path, text) => {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    },
    link: async (target, path) => {
      await rm(join(folder, path), { force: true });
      await symlink(target, join(folder, path));
    },
    hardLink: (path, name) => link(join(folder, path), join(folder, name)),
    in: (path) => sessionIn(join(folder, path)),
  };
}

async function runHere(cwd: string, argv: readonly string[], stdin: string): Promise<Ended> {
  const out: Uint8Array[] = [];
  const err: Uint8Array[] = [];
  const output = new StandardStream(gatheredIn(out), 'standard output');
  const errors = new StandardStream(gatheredIn(err), 'standard error');
  const io: Io = {
    cwd,
    env: { PATH: process.env.PATH },
    isTerminal: false,
    columns: 80,
    out: (text) => output.text(text),
    patch: (text) => output.patch(text, false),
    err: (first, more = []) => [first, ...more].forEach((line) => void errors.line(line)),
    note: (line) => errors.line(line),
    stdin: async () => Buffer.from(stdin),
  };
  const code = await run(argv, io);
  return { code, out: lines(Buffer.concat(out).toString()), err: lines(Buffer.concat(err).toString()) };
}

function gatheredIn(chunks: Uint8Array[]) {
  return (bytes: Uint8Array, from: number): number => {
    chunks.push(bytes.subarray(from));
    return bytes.length - from;
  };
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
