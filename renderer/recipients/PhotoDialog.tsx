import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { centerCrop, makeAspectCrop, ReactCrop, type PercentCrop } from 'react-image-crop'
import 'react-image-crop/dist/ReactCrop.css'
import { photoRatio, photoSide } from '@shared/domain/photo'

interface PhotoDialogProps {
  picture: File
  saving: boolean
  /** What lies in the frame, as base64 of a JPEG. */
  onSave: (base64: string) => void
  onClose: () => void
}

/** The frame of a portrait laid over a camera picture; it is moved by mouse or arrow keys. */
export function PhotoDialog(props: PhotoDialogProps): React.ReactElement {
  const { picture, saving, onSave, onClose } = props
  const [crop, setCrop] = useState<PercentCrop>()
  const [unreadable, setUnreadable] = useState(false)
  const image = useRef<HTMLImageElement>(null)
  const address = useAddress(picture)
  const frame = ({ naturalWidth, naturalHeight }: HTMLImageElement): void => {
    const whole = { unit: '%', width: 90 } as const
    const portrait = makeAspectCrop(whole, photoRatio, naturalWidth, naturalHeight)
    setCrop(centerCrop(portrait, naturalWidth, naturalHeight))
  }
  return (
    <Modal opened onClose={onClose} title="照片" size="lg">
      <Stack gap="sm" align="center">
        {unreadable ? (
          <Text>这个文件不是照片，或者已经损坏，打不开。请重新拷贝，或换一张 JPEG、PNG 照片。</Text>
        ) : (
          <>
            <Text size="sm" c="dimmed">
              拖动方框选取要用的部分，也可用方向键移动。拍摄地点和时间不会留下。
            </Text>
            {address && (
              <ReactCrop
                crop={crop}
                aspect={photoRatio}
                keepSelection
                minWidth={40}
                onChange={(_, percent) => setCrop(percent)}
              >
                <img
                  ref={image}
                  src={address}
                  alt="选取照片"
                  style={{ maxHeight: '58vh' }}
                  onLoad={(event) => frame(event.currentTarget)}
                  onError={() => setUnreadable(true)}
                />
              </ReactCrop>
            )}
          </>
        )}
        <Group justify="flex-end" w="100%">
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <Button
            disabled={!crop || unreadable}
            loading={saving}
            onClick={() => crop && image.current && onSave(cut(image.current, crop))}
          >
            用这一部分
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** An address of the picture for as long as the dialog is open. */
function useAddress(picture: File): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(picture)
    // oxlint-disable-next-line react/set-state-in-effect -- the address must be given back on leaving
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [picture])
  return address
}

/** What lies in the frame, drawn anew: small, upright, without what the camera wrote into it. */
function cut(image: HTMLImageElement, crop: PercentCrop): string {
  const left = (crop.x / 100) * image.naturalWidth
  const top = (crop.y / 100) * image.naturalHeight
  const width = (crop.width / 100) * image.naturalWidth
  const height = (crop.height / 100) * image.naturalHeight
  const scale = Math.min(1, photoSide / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  canvas
    .getContext('2d')
    ?.drawImage(image, left, top, width, height, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/jpeg', 0.9).replace(/^data:[^,]*,/, '')
}
