const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿']

/**
 * An amount of 元 as receipts write it (正确填写票据和结算凭证的基本规定): `1409.5` is
 * 壹仟肆佰零玖元伍角整. Null for what is no amount, or reaches a trillion.
 */
export function capitalMoney(amount: number | string): string | null {
  const plain = String(amount).replace(/[,，\s￥¥]|人民币|元$|整$/g, '')
  const match = /^([-负]?)(\d{1,12})(?:\.(\d*))?$/.exec(plain)
  if (!match) return null
  const [, sign, whole = '', fraction = ''] = match
  // Counted in 分, the third decimal rounded; text and not floats, which have no 0.1.
  const cents =
    BigInt(whole + fraction.padEnd(2, '0').slice(0, 2)) + (fraction.charAt(2) >= '5' ? 1n : 0n)
  if (cents >= 10n ** 14n) return null
  if (cents === 0n) return '零元整'
  return (sign ? '负' : '') + yuan(cents / 100n) + smallChange(cents)
}

function yuan(value: bigint): string {
  if (value === 0n) return ''
  let words = ''
  // A gap of zeros, in a group of four or between groups, is read as one 零.
  let gap = false
  const text = String(value)
  for (const [index, character] of [...text].entries()) {
    const power = text.length - 1 - index
    const digit = Number(character)
    if (digit === 0) gap = true
    else {
      words += (gap ? digits[0]! : '') + digits[digit]! + places[power % 4]!
      gap = false
    }
    const group = text.slice(Math.max(0, index - 3), index + 1)
    if (power % 4 === 0 && power > 0 && Number(group) > 0) words += groups[power / 4]!
  }
  return `${words}元`
}

function smallChange(cents: bigint): string {
  const jiao = Number((cents / 10n) % 10n)
  const fen = Number(cents % 10n)
  const whole = cents / 100n
  if (jiao === 0 && fen === 0) return '整'
  if (fen === 0) return `${digits[jiao]}角整`
  if (jiao > 0) return `${digits[jiao]}角${digits[fen]}分`
  return `${whole > 0n ? digits[0]! : ''}${digits[fen]}分`
}
