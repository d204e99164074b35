import { Anchor } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { host } from '../host'
import { tellFailure } from './notify'

/** Says where a file went, and opens its folder where the program can. */
export function tellSaved(place: string): void {
  const { showSaved } = host
  notifications.show({
    message: (
      <>
        已保存到 {place}
        {showSaved && (
          <Anchor component="button" ml="sm" onClick={() => void showSaved().catch(tellFailure)}>
            打开文件夹
          </Anchor>
        )}
      </>
    ),
    color: 'pine',
    autoClose: 8000,
    withBorder: true,
  })
}
