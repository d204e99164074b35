/** A local calendar day, `YYYY-MM-DD`. */
export type Day = string

/**
 * A date as far as it is known: `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or `--MM-DD` where the paper gave
 * month and day without a year. A missing part is never guessed.
 */
export type PartialDate = string

/** A moment in UTC, ISO 8601 with `Z`. */
export type Instant = string
