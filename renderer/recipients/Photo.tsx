import { FileButton, Menu, UnstyledButton } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { tellFailure } from '../shell/notify'
import { useMay } from '../shell/session'
import classes from './Photo.module.css'

const longestSide = 900 // px: sharp on a 5 cm print, some 150 kB

/** A camera picture made small and upright; drawing it anew leaves place and camera behind. */
async function readForFile(picture: File): Promise<string> {
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' })
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/jpeg', 0.88).replace(/^data:[^,]*,/, '')
}

/** The person's photo; press it to choose another. */
export function Photo({ file }: { file: OutputOf<'recipients.file'> }): React.ReactElement {
  const mayWrite = useMay('recipients.write')
  const photo = useQueryOp('recipients.photo', { id: file.id }, { enabled: file.hasPhoto })
  const setPhoto = useCommandOp('recipients.setPhoto')
  const choose = async (picture: File | null): Promise<void> => {
    if (!picture) return
    try {
      await setPhoto.mutateAsync({ id: file.id, base64: await readForFile(picture) })
    } catch (error) {
      tellFailure(error)
    }
  }
  const shown =
    file.hasPhoto && photo.data ? (
      <img
        className={classes.picture}
        src={`data:${photo.data.mime};base64,${photo.data.base64}`}
        alt={`${file.facts.name}的照片`}
      />
    ) : (
      <span className={classes.none}>
        <IconUser size={30} stroke={1.2} aria-hidden />
        {mayWrite && <span>放照片</span>}
      </span>
    )
  if (!mayWrite) return <span className={classes.frame}>{shown}</span>
  return (
    <FileButton accept="image/jpeg,image/png" onChange={(picture) => void choose(picture)}>
      {({ onClick }) =>
        file.hasPhoto ? (
          <Menu position="bottom-start">
            <Menu.Target>
              <UnstyledButton className={classes.frame} aria-label="照片">
                {shown}
              </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={onClick}>换一张</Menu.Item>
              <Menu.Item onClick={() => setPhoto.mutate({ id: file.id, base64: null })}>
                取下照片
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : (
          <UnstyledButton className={classes.frame} onClick={onClick}>
            {shown}
          </UnstyledButton>
        )
      }
    </FileButton>
  )
}
