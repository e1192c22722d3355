import type { Product } from './product.ts';

/** Servers of language models. */
export const models: readonly Product[] = [
  {
    id: 'ollama',
    name: 'Ollama',
    role: 'model-server',
    images: ['docker.io/ollama/ollama'],
    ambiguous: ['ollama'],
    signals: {
      names: { ollama: 0.7 },
      env: {
        OLLAMA_MODELS: 0.8,
        OLLAMA_KEEP_ALIVE: 0.8,
        OLLAMA_NUM_PARALLEL: 0.8,
        OLLAMA_DEBUG: 0.8,
        OLLAMA_CONTEXT_LENGTH: 0.8,
      },
      probePorts: { 11434: 0.5 },
    },
    programs: ['ollama serve', 'ollama start', 'serve', 'start'],
    listens: [
      {
        port: 11434,
        protocol: 'http',
        purpose: 'data',
        listenFrom: ['OLLAMA_HOST'],
        paths: ['/', '/api/version', '/api/tags'],
      },
    ],
    order: 'before-app',
    sources: [
      'https://github.com/ollama/ollama/blob/main/Dockerfile',
      'https://github.com/ollama/ollama/blob/main/envconfig/config.go',
    ],
    confidence: 'source',
  },
  {
    id: 'vllm',
    name: 'vLLM',
    role: 'model-server',
    images: ['docker.io/vllm/vllm-openai'],
    unmistakable: ['vllm-openai'],
    ambiguous: ['vllm', 'pytorch-vllm-serve'],
    signals: { names: { vllm: 0.7 }, args: [{ pattern: /^vllm\.entrypoints\./, weight: 0.9 }] },
    listens: [
      {
        port: 8000,
        protocol: 'http',
        purpose: 'data',
        inConfig: 'usual',
        portFrom: ['--port'],
        hostFrom: ['--host'],
        paths: ['/health', '/v1/models'],
      },
    ],
    config: { from: ['--config'] },
    order: 'before-app',
    sources: ['https://docs.vllm.ai/en/latest/configuration/serve_args/'],
    confidence: 'source',
  },
  {
    id: 'text-generation-inference',
    name: 'Text Generation Inference',
    role: 'model-server',
    images: ['ghcr.io/huggingface/text-generation-inference'],
    unmistakable: ['text-generation-inference'],
    signals: { names: { tgi: 0.6 } },
    listens: [
      {
        port: 80,
        protocol: 'http',
        purpose: 'data',
        portFrom: ['--port', '-p', 'PORT'],
        hostFrom: ['--hostname', 'HOSTNAME'],
        paths: ['/health'],
      },
      { port: 9000, protocol: 'prometheus', purpose: 'metrics', portFrom: ['--prometheus-port', 'PROMETHEUS_PORT'] },
    ],
    order: 'before-app',
    sources: ['https://github.com/huggingface/text-generation-inference/blob/main/launcher/src/main.rs'],
    confidence: 'source',
  },
];
