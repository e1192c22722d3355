import * as vscode from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import { explainRule, pageScheme, RulePages } from './explain.ts';
import { FolderCheck } from './folder-check.ts';
import { GraphView } from './graph-view.ts';
import { isEnabled, section, serverSettings } from './settings.ts';
import { contributeSchemas, isYamlExtensionThere } from './yaml-extension.ts';

/** What the server looks at: real files, new ones, and those of folders on other machines; not what a comparison shows. */
const schemes = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web'];
const languages = ['yaml', 'terraform', 'opentofu'];
const selector = schemes.flatMap((scheme) => [
  ...languages.map((language) => ({ scheme, language })),
  { scheme, pattern: '**/*.{tf,tofu}' },
]);

/** What lies beside a manifest and counts while it is typed. Nothing is found in it by itself. */
const besideSelector = schemes.flatMap((scheme) => [
  { scheme, language: 'dockerfile' },
  { scheme, pattern: '**/*.{conf,template}' },
]);

/** A client for the server, and in a few words which server it starts. */
export interface Started {
  readonly client: BaseLanguageClient;
  readonly origin: string;
  /** What is left to be done when the client has ended. */
  readonly end?: () => void;
}

/** The extension while it is active: one server, and what the editor shows of it. */
export class Session {
  readonly #context: vscode.ExtensionContext;
  readonly #make: (options: LanguageClientOptions) => Started;
  readonly #status = vscode.languages.createLanguageStatusItem(section, selector);
  readonly #output = vscode.window.createOutputChannel('cloudrun-lint', { log: true });
  #started: Started | undefined;
  #onStart: () => Promise<void> = async () => {};
  #onFound: (file: vscode.Uri) => void = () => {};
  /** Starts and ends come one after the other. */
  #last: Promise<void> = Promise.resolve();

  constructor(context: vscode.ExtensionContext, make: (options: LanguageClientOptions) => Started) {
    this.#context = context;
    this.#make = make;
  }

  /** Starts the server, and takes part in the editor. */
  async begin(): Promise<void> {
    const client = () => (this.#started?.client.state === State.Running ? this.#started.client : undefined);
    const graph = new GraphView(client);
    const check = new FolderCheck(client);
    this.#onFound = (file) => check.forget(file);
    const command = vscode.commands.registerCommand;
    this.#context.subscriptions.push(
      this.#status,
      this.#output,
      graph,
      check,
      vscode.workspace.registerTextDocumentContentProvider(pageScheme, new RulePages(client)),
      command('cloudrun-lint.showGraph', () => graph.show()),
      command('cloudrun-lint.checkFolder', () => check.run()),
      command('cloudrun-lint.explainRule', (rule?: unknown) => explainRule(client, rule)),
      command('cloudrun-lint.restart', () => this.restart()),
      vscode.workspace.onDidChangeConfiguration((change) => this.#changed(change)),
      vscode.extensions.onDidChange(() => this.#tellSettings()),
    );
    this.#status.name = 'cloudrun-lint';
    this.#status.command = { title: 'Restart', command: 'cloudrun-lint.restart' };
    this.#onStart = () => graph.refresh();
    await this.restart();
    if (isYamlExtensionThere()) await contributeSchemas(this.#context);
  }

  /** Ends the server and starts it again, as the settings now want it. */
  restart(): Promise<void> {
    this.#last = this.#last.then(() => this.#restart());
    return this.#last;
  }

  /** Ends the server. */
  async end(): Promise<void> {
    const started = this.#started;
    this.#started = undefined;
    await started?.client.dispose().catch((error) => this.#output.warn(`The server did not end by itself: ${error}`));
    started?.end?.();
  }

  async #restart(): Promise<void> {
    await this.end();
    if (!isEnabled()) {
      this.#status.text = 'cloudrun-lint is off';
      return;
    }
    this.#started = this.#make({
      documentSelector: [...selector, ...besideSelector],
      outputChannel: this.#output,
      initializationOptions: serverSettings(),
      diagnosticPullOptions: { onChange: true, onTabs: false },
      middleware: {
        handleDiagnostics: (uri, diagnostics, next) => {
          if (diagnostics.length > 0) this.#onFound(uri);
          next(uri, diagnostics);
        },
      },
    });
    const { client, origin } = this.#started;
    try {
      await client.start();
      const version = client.initializeResult?.serverInfo?.version ?? '';
      this.#status.text = `cloudrun-lint ${version}`;
      this.#status.detail = origin;
      this.#status.severity = vscode.LanguageStatusSeverity.Information;
      await this.#onStart();
    } catch (error) {
      this.#status.text = 'cloudrun-lint does not start';
      this.#status.detail = origin;
      this.#status.severity = vscode.LanguageStatusSeverity.Error;
      this.#output.error(`cloudrun-lint does not start (${origin}): ${error}`);
      void vscode.window.showErrorMessage(`cloudrun-lint does not start: ${origin}. The output says why.`);
    }
  }

  #changed(change: vscode.ConfigurationChangeEvent): void {
    const restarts = ['enable', 'path', 'arguments'].some((name) => change.affectsConfiguration(`${section}.${name}`));
    if (restarts) void this.restart();
    else if (change.affectsConfiguration(section)) this.#tellSettings();
  }

  #tellSettings(): void {
    const settings = { [section]: serverSettings() };
    const client = this.#started?.client;
    if (client?.state === State.Running) void client.sendNotification('workspace/didChangeConfiguration', { settings });
  }
}
