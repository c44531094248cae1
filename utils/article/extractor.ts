/** The extractor as others know it, without its code: that stands in `capture.js` alone, for it is large. */
import type { CaptureRequest } from './capture';
import type { Capture } from './types';

/** Name of the rules that make a copy; kept with every version, raised when they give other copies. */
export const EXTRACTOR = 'pressmark/1';

export type Extract = (request: CaptureRequest) => Capture;

/** Where `capture.js` leaves the extractor when a page of our own loads it. */
export const EXTRACT = Symbol.for('pressmark.extract');
