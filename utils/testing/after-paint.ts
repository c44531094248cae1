/** Run after each test file: Preact's effects wait up to 35 ms for a frame, and need the page's globals until then. */
import { afterAll } from 'vitest';

if (typeof window !== 'undefined') afterAll(() => new Promise((resolve) => setTimeout(resolve, 60)));
