/** Name of the rules that make a copy; kept with every version, raised when they give other copies. */
export const EXTRACTOR = 'pressmark/1';
