import { expect, it } from 'vitest'
import { surnameOf } from './surname'

// A bug this catches: 尉迟彩霞 and 尉春花 taken for one family.
it.each([
  ['尉迟彩霞', '尉迟'],
  ['尉春花', '尉'],
  ['解旺', '解'],
  // Two characters are a surname and a given name: 单于 is called 于.
  ['单于', '单'],
  ['', ''],
])('finds the surname of %s', (name, surname) => expect(surnameOf(name)).toBe(surname))
