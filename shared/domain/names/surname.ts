/** Surnames of two characters that are met today; every other name has a surname of one. */
const doubleSurnames = new Set(
  (
    '欧阳 司马 上官 诸葛 尉迟 皇甫 东方 独孤 慕容 令狐 长孙 宇文 司徒 夏侯 公孙 轩辕 申屠 南宫 ' +
    '西门 百里 呼延 端木 澹台 公冶 宗政 濮阳 淳于 单于 太叔 仲孙 钟离 鲜于 闾丘 司空 拓跋 万俟 第五'
  ).split(' '),
)

/** The surname a Chinese name begins with; the whole of a name of one character. */
export function surnameOf(name: string): string {
  const characters = [...name]
  const two = characters.slice(0, 2).join('')
  return characters.length > 2 && doubleSurnames.has(two) ? two : (characters[0] ?? '')
}
