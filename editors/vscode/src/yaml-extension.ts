import * as vscode from 'vscode';

/** What the YAML extension of Red Hat lets others do, as far as it is used here. */
interface YamlExtension {
  readonly registerContributor?: (
    name: string,
    schemaOf: (resource: string) => string | undefined,
    textOf: (schema: string) => Promise<string> | undefined,
    label?: string,
  ) => boolean;
}

const id = 'redhat.vscode-yaml';
const scheme = 'cloudrun-lint-schema';

/** Whether the YAML extension is installed and on. */
export function isYamlExtensionThere(): boolean {
  return vscode.extensions.getExtension(id) !== undefined;
}

/**
 * Hands the YAML extension the quiet schemas, which describe and complete and find no fault, for the manifests of Cloud
 * Run. Which those are is told by what they hold: no glob could.
 */
export async function contributeSchemas({ extensionUri }: vscode.ExtensionContext): Promise<void> {
  const extension = vscode.extensions.getExtension<YamlExtension | undefined>(id);
  const api = await extension?.activate();
  api?.registerContributor?.(
    'cloudrun-lint',
    (resource) => {
      const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === resource);
      const name = document && schemaFor(document.getText());
      return name && `${scheme}://schema/${name}`;
    },
    (schema) => {
      const name = Object.values(schemaNames).find((known) => schema === `${scheme}://schema/${known}`);
      return name === undefined
        ? undefined
        : readText(vscode.Uri.joinPath(extensionUri, 'server', 'schemas', 'editor', `${name}.json`));
    },
    'Cloud Run',
  );
}

const schemaNames: Readonly<Record<string, string>> = {
  Service: 'service',
  Job: 'job',
  WorkerPool: 'worker-pool',
  Instance: 'instance',
};

/** The schema of the first resource of Cloud Run in a text; undefined where there is none. */
export function schemaFor(text: string): string | undefined {
  if (!/^apiVersion:[ \t]*["']?(?:serving\.knative\.dev|run\.googleapis\.com)\//m.test(text)) return undefined;
  const kind = /^kind:[ \t]*["']?(Service|Job|WorkerPool|Instance)\b/m.exec(text)?.[1];
  return kind && schemaNames[kind];
}

async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
