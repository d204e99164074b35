/** The Chinese manual as shipped: resources/manual/*.md and its pictures. */
const texts = import.meta.glob<string>('../../resources/manual/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const pictures = import.meta.glob<string>('../../resources/manual/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
})

const nameOf = (path: string): string => path.split('/').at(-1)!

/** Page name → Markdown, by the order of the table of contents at the head of start.md. */
export const manualPages: Record<string, string> = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => [nameOf(path).replace(/\.md$/, ''), text]),
)

/** File name of a picture → its address in the built program. */
export const manualPictures: Record<string, string> = Object.fromEntries(
  Object.entries(pictures).map(([path, address]) => [nameOf(path), address]),
)
