import { FileButton, Menu, UnstyledButton } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import { useCommandOp, useQueryOp, type OutputOf } from '../api'
import { tellFailure } from '../shell/notify'
import { useMay } from '../shell/session'
import { PhotoDialog } from './PhotoDialog'
import classes from './Photo.module.css'

/** The person's photo; press it to choose another. */
export function Photo({ file }: { file: OutputOf<'recipients.file'> }): React.ReactElement {
  const mayWrite = useMay('recipients.write')
  const photo = useQueryOp('recipients.photo', { id: file.id }, { enabled: file.hasPhoto })
  const setPhoto = useCommandOp('recipients.setPhoto')
  const [chosen, setChosen] = useState<File | null>(null)
  const save = (base64: string): void =>
    setPhoto.mutate(
      { id: file.id, base64 },
      { onSuccess: () => setChosen(null), onError: tellFailure },
    )
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
    <>
      <FileButton accept="image/jpeg,image/png" onChange={setChosen}>
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
      {chosen && (
        <PhotoDialog
          picture={chosen}
          saving={setPhoto.isPending}
          onSave={save}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  )
}
