// The order counts: what lints is loaded while the rest of the page is made.
import './start-worker.ts';
import './page.ts';
