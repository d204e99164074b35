import { ageOn } from './calendar/age'
import type { Day, PartialDate } from './calendar/types'

/** Under this age the guardian consents for a child (个人信息保护法 第三十一条). */
const ownConsentFrom = 14 // 周岁, complete on the birthday

/** Whether the person was too young to consent on that day; false where the birth is not known. */
export function needsGuardianConsent(birth: PartialDate | null, day: Day): boolean {
  const age = birth === null ? null : ageOn(birth, day, 'onBirthday')
  return age !== null && age.max < ownConsentFrom
}
