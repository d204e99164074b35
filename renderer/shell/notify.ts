import { notifications } from '@mantine/notifications'
import { CallError } from '../api'

/** The words of any error: the core's own where it spoke, otherwise what a clerk can do. */
export function wordsOf(error: unknown): string {
  return error instanceof CallError
    ? error.message
    : '程序出了意外的错误，这一步没有做成，此前保存的内容都在。请再试一次；仍不行请重新打开桑榆。'
}

export function tellDone(message: string): void {
  notifications.show({ message, color: 'pine', autoClose: 3000, withBorder: true })
}

export function tellFailure(error: unknown): void {
  tellRefusal(wordsOf(error))
}

/** Stays until closed: nobody should miss why something was not done. */
export function tellRefusal(message: string): void {
  notifications.show({
    title: '没有做成',
    message,
    color: 'cinnabar',
    autoClose: false,
    withBorder: true,
  })
}
