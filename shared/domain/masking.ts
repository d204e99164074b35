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

/** Region and last four stay: enough to tell two people apart on the phone. */
export const maskIdNumber = (text: string): string => keepEnds(text, 6, 4)

export const maskPhone = (text: string): string => keepEnds(text, 3, 4)

export const maskBankCard = (text: string): string => keepEnds(text, 0, 4)
