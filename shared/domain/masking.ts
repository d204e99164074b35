/** How sensitive text is shortened for eyes and papers that need not see all of it. */

function keepEnds(text: string, head: number, tail: number): string {
  const characters = [...text]
  if (characters.length <= head + tail) return '*'.repeat(characters.length)
  return (
    characters.slice(0, head).join('') +
    '*'.repeat(characters.length - head - tail) +
    characters.slice(characters.length - tail).join('')
  )
}

/**
 * Only the region stays. The eight digits after it are the birth date, which lists and papers print
 * beside the number: with the last four left readable too, nothing of the number would be hidden.
 */
export const maskIdNumber = (text: string): string => keepEnds(text, 6, 0)

export const maskPhone = (text: string): string => keepEnds(text, 3, 4)

export const maskBankCard = (text: string): string => keepEnds(text, 0, 4)
