import type { StoreContext } from '@db/context'
import { getCentre } from '@db/repositories/centre'
import type { RosterPerson } from '@db/repositories/roster'
import { cardContacts } from '@electron/documents/forms/card-contacts'
import type { OutputOf } from '@shared/contract'
import type { PrintedPerson } from '@shared/contract/documents'
import { formatPartialDate } from '@shared/domain/calendar/partial-date'
import { genderLabel } from '@shared/domain/vocabulary'
import { recordsOf } from './records'

/** Data of the HTML print views; what the operator may not read in full is masked in dispatch. */

export function printedPeople(
  ctx: StoreContext,
  people: readonly RosterPerson[],
): OutputOf<'documents.printedPeople'> {
  const { name, township, phone } = getCentre(ctx)
  const records = recordsOf(ctx, people, { disclosure: 'full', complete: false })
  return {
    centre: { name, township, phone },
    people: records.map((record): PrintedPerson => ({
      id: record.recipientId,
      name: record.name,
      gender: record.gender && genderLabel[record.gender],
      age: record.age,
      birthDate: record.birthDate && formatPartialDate(record.birthDate),
      idNumber: record.idNumber,
      villageName: record.village ?? '',
      villageGroupName: record.villageGroup ?? '',
      address: record.homeAddress ?? `${record.village ?? ''}${record.villageGroup ?? ''}`,
      phones: record.phones,
      categories: record.categories.map(({ label }) => label),
      supporters: record.family
        .filter(({ isSupporter }) => isSupporter)
        .map(({ name, relation }) => (relation ? `${name}（${relation}）` : name))
        .join('、'),
      helpers: record.pairings.map(({ helper, phone }) => ({ name: helper, phone })),
      emergency: cardContacts(record),
      doctor: record.familyDoctor,
      doctorPhone: record.familyDoctorPhone,
    })),
  }
}
