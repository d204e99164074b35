/** A ref for the line in hand: scrolls just as far as needed when it becomes that. */
export const bringIntoSight = (line: HTMLElement | null): void =>
  line?.scrollIntoView({ block: 'nearest' })
