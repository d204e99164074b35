/** Under which name a grid's unregistered lines are kept among the operator's drafts. */
export const sheetDraftPrefix = 'visit-entry:sheet:'

export const draftOfSheet = (sheetId: number): string => `${sheetDraftPrefix}${sheetId}`
