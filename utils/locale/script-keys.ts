/** Which sentences a script in a foreign page may need; everything else is left out of it when it is built. */
export const SCRIPT_KEYS =
  /^(?:error_|journal|live|toast|uiTag|reader(?:AddComment|Close|CloseCard|Comment|HighlightTags|JustHighlight|Recent|Remove|TagField|TagHint)$)/;
