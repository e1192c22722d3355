import { answer } from './answer.ts';
import type { Answer, Question } from './messages.ts';

/** Lints beside the page, so that it answers while a large text is read, and can be ended where one takes too long. */
declare const self: {
  onmessage: ((event: { readonly data: Question }) => void) | null;
  postMessage(answer: Answer | 'ready'): void;
};

self.onmessage = ({ data }) => self.postMessage(answer(data));
self.postMessage('ready');
