import { Loader, Text } from '@mantine/core'
import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
  type PDFPageProxy,
  type RenderTask,
} from 'pdfjs-dist'
// oxlint-disable-next-line import/default -- the bundler answers with the address of the file
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState } from 'react'
import classes from './Attachments.module.css'

GlobalWorkerOptions.workerSrc = workerAddress

/** A scan of A3 at 600 dpi; a larger picture in a PDF is left out rather than filling the memory. */
const mostPixels = 80_000_000

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

/** Where the parts lie that the build puts beside the pages, see electron.vite.config.ts. */
const partsAt = (folder: string): string => new URL(`pdf/${folder}/`, location.href).href

type Opened = { pdf: PDFDocumentProxy } | { refusal: string }

function useDocument(base64: string): Opened | null {
  const [opened, setOpened] = useState<{ of: string; result: Opened } | null>(null)
  useEffect(() => {
    const task = getDocument({
      data: bytesOf(base64),
      cMapUrl: partsAt('cmaps'),
      wasmUrl: partsAt('wasm'),
      useWasm: false, // the pages forbid it
      enableXfa: false,
      useSystemFonts: true,
      maxImageSize: mostPixels,
    })
    const open = async (): Promise<Opened> => {
      try {
        return { pdf: await task.promise }
      } catch (error) {
        const locked = error instanceof Error && error.name === 'PasswordException'
        return {
          refusal: locked
            ? '这份 PDF 有密码，这里打不开。请“另存”后用 WPS 打开。'
            : '这份 PDF 已损坏或不完整，这里打不开。可以“另存”后用别的程序试试。',
        }
      }
    }
    let left = false
    void open().then((result) => {
      if (!left) setOpened({ of: base64, result })
    })
    return () => {
      left = true
      void task.destroy()
    }
  }, [base64])
  return opened?.of === base64 ? opened.result : null
}

/** The pages of a PDF one below the other, each drawn when it comes into sight. */
export default function PdfPages({
  base64,
  name,
}: {
  base64: string
  name: string
}): React.ReactElement {
  const opened = useDocument(base64)
  if (!opened) return <Loader mt="xl" aria-label="正在打开" />
  if ('refusal' in opened) return <Text p="xl">{opened.refusal}</Text>
  const { pdf } = opened
  return (
    <div className={classes.sheets} aria-label={`${name}，共 ${pdf.numPages} 页`} role="document">
      {Array.from({ length: pdf.numPages }, (_, at) => (
        <Sheet key={at} pdf={pdf} number={at + 1} />
      ))}
    </div>
  )
}

/** Until a page is known it is taken for upright A4, so that the scroll bar is nearly right. */
const usualRatio = 210 / 297

function Sheet({ pdf, number }: { pdf: PDFDocumentProxy; number: number }) {
  const frame = useRef<HTMLDivElement>(null)
  const [ratio, setRatio] = useState(usualRatio)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const { current } = frame
    if (!current) return
    let drawing: RenderTask | undefined
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return
        observer.disconnect()
        const draw = async (): Promise<void> => {
          const page = await pdf.getPage(number)
          const { width, height } = page.getViewport({ scale: 1 })
          setRatio(width / height)
          drawing = drawInto(current, page)
          await drawing.promise
        }
        draw().catch((error: unknown) => {
          if (!(error instanceof Error && error.name === 'RenderingCancelledException'))
            setFailed(true)
        })
      },
      { rootMargin: '50%' },
    )
    observer.observe(current)
    return () => {
      observer.disconnect()
      drawing?.cancel()
    }
  }, [pdf, number])
  return (
    <div
      ref={frame}
      className={classes.sheet}
      style={{ aspectRatio: ratio }}
      aria-label={`第 ${number} 页`}
    >
      {failed && <Text p="xl">第 {number} 页画不出来。可以“另存”后用别的程序打开。</Text>}
    </div>
  )
}

function drawInto(frame: HTMLElement, page: PDFPageProxy): RenderTask {
  const canvas = document.createElement('canvas')
  const scale = (frame.clientWidth * window.devicePixelRatio) / page.getViewport({ scale: 1 }).width
  const viewport = page.getViewport({ scale })
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  frame.replaceChildren(canvas)
  return page.render({ canvas, viewport })
}
