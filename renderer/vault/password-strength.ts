/** How hard a password is to guess, in words a clerk can act on. */
export interface PasswordStrength {
  /** 0 is refused, 1 weak, 2 fair, 3 good. */
  level: 0 | 1 | 2 | 3
  word: string
}

export const shortestPassword = 8

const runs = 'abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm 1qaz2wsx3edc'
const favourites = ['password', 'admin', 'woaini', 'iloveyou', 'minzheng', 'liushou', 'sangyu']

/** Signs that cost a guesser something: runs (1234, qwer), repeats and favourites count once. */
function effectiveLength(password: string): number {
  let text = password.toLowerCase()
  for (const word of favourites) text = text.replaceAll(word, '~')
  let length = 0
  for (let index = 0; index < text.length; index += 1) {
    const pair = text.slice(index - 1, index + 1)
    const backwards = [...pair].reverse().join('')
    const expected =
      index > 0 && (pair[0] === pair[1] || runs.includes(pair) || runs.includes(backwards))
    length += expected ? 0.25 : 1
  }
  return length
}

export function strengthOf(password: string, ownName = ''): PasswordStrength {
  if ([...password].length < shortestPassword)
    return { level: 0, word: `至少 ${shortestPassword} 位` }
  const kinds = [/\d/, /[a-z]/, /[A-Z]/, /[^\da-zA-Z]/].filter((kind) => kind.test(password)).length
  const bare = ownName ? password.replaceAll(ownName, '~') : password
  const score = effectiveLength(bare) + (kinds - 1) * 1.5
  if (/^(19|20)\d{6}$/.test(password)) return { level: 1, word: '偏弱：像是生日，容易被猜到' }
  if (score < 8) return { level: 1, word: '偏弱：有连续或重复的字符，或太单一' }
  if (score < 11) return { level: 2, word: '可以' }
  return { level: 3, word: '很好' }
}
