import { ChangeWriter } from '@db/changes'
import { foundCentre } from '@db/repositories/founding'
import { writeSampleAttachments } from '@db/repositories/sample-attachments'
import { writeSampleContacts, writeSampleTownship } from '@db/repositories/sample'
import { writeSampleInspections } from '@db/repositories/sample-inspections'
import { writeSampleActivities } from '@db/repositories/sample-activities'
import {
  writeSampleHazards,
  writeSampleIncidents,
  writeSampleFunds,
  writeSampleMeetings,
  writeSampleNeeds,
} from '@db/repositories/sample-cases'
import {
  writeSampleAgreements,
  writeSampleDisputes,
  writeSampleEvacuations,
  writeSampleOutings,
} from '@db/repositories/sample-safeguards'
import { writeSampleRegisters } from '@db/repositories/sample-registers'
import { writeSampleServices } from '@db/repositories/sample-services'
import { writeSampleStations } from '@db/repositories/sample-stations'
import type { Instant } from '@shared/domain/calendar/types'
import { sampleDisputes } from '@shared/domain/sample/disputes'
import { sampleAgreements } from '@shared/domain/sample/care-agreements'
import { sampleOutings } from '@shared/domain/sample/outings'
import { sampleHazards } from '@shared/domain/sample/hazards'
import { sampleActivities } from '@shared/domain/sample/activities'
import { sampleIncidents, sampleNeeds } from '@shared/domain/sample/cases'
import { sampleFunds } from '@shared/domain/sample/funds'
import { sampleInspections } from '@shared/domain/sample/inspections'
import { sampleMeetings } from '@shared/domain/sample/meetings'
import { sampleAssociations, sampleStations } from '@shared/domain/sample/stations'
import { sampleRegisters } from '@shared/domain/sample/registers'
import { sampleServices } from '@shared/domain/sample/services'
import { sampleContacts, sampleTownship, type SampleRequest } from '@shared/domain/sample/township'
import { sampleCentre } from '@shared/domain/sample/wording'
import type { OpenVault } from '../../core/vault/vault'
import { samplePictures } from './pictures'

/** How one opens the sample township: it holds nobody's data. */
export const sampleAccess = { operatorName: '样例经办', password: '样例-松溪镇' }

/** What the built-in sample township is: two years of work for three hundred people. */
export const standardSample = { recipients: 300, contacts: 18_000, years: 2 }

/** Contacts per change set: bounds the memory of a set over a million of them. */
const CONTACTS_PER_SET = 100_000

/** Fills a new vault with a sample township; answers the operator's id. */
export function foundSample(vault: OpenVault, request: SampleRequest, at: Instant): number {
  const inOneSet = <Value>(work: (writer: ChangeWriter) => Value): Value =>
    vault.store.$client
      .transaction(() => {
        const writer = new ChangeWriter(vault.store, vault.ids, {
          operation: 'vault.sample',
          operatorId: null,
          at,
        })
        const value = work(writer)
        writer.finish()
        return value
      })
      .immediate()

  const township = sampleTownship(request)
  const { operatorId, villageIds, ids } = inOneSet((writer) => {
    const founded = foundCentre(writer, {
      centre: sampleCentre,
      villages: township.villages,
      operatorName: sampleAccess.operatorName,
    })
    return {
      operatorId: founded.operatorId,
      villageIds: founded.villageIds,
      ids: writeSampleTownship(writer, township, founded.villageIds, request.until),
    }
  })
  const files = storePictures(vault)
  inOneSet((writer) => writeSampleAttachments(writer, township, ids, files))
  const contacts = sampleContacts(township, request)
  for (let left = request.contacts; left > 0; left -= CONTACTS_PER_SET) {
    inOneSet((writer) => writeSampleContacts(writer, ids, take(contacts, CONTACTS_PER_SET)))
  }
  const { needs = Math.ceil(request.recipients / 3) } = request
  const cases = sampleNeeds(township, request, needs)
  for (let left = needs; left > 0; left -= CONTACTS_PER_SET)
    inOneSet((writer) => writeSampleNeeds(writer, ids, take(cases, CONTACTS_PER_SET)))
  inOneSet((writer) => writeSampleFunds(writer, sampleFunds(request.until)))
  inOneSet((writer) => writeSampleMeetings(writer, sampleMeetings(request.until)))
  inOneSet((writer) => {
    const inspections = sampleInspections(villageIds.length, request.until)
    writeSampleInspections(writer, villageIds, inspections)
  })
  inOneSet((writer) => {
    const names = township.villages.map(({ name }) => name)
    const stations = sampleStations(names, request.until)
    const associations = sampleAssociations(names, request.until)
    writeSampleStations(writer, villageIds, stations, associations)
  })
  inOneSet((writer) => writeSampleHazards(writer, ids, sampleHazards(township, request)))
  inOneSet((writer) => writeSampleIncidents(writer, ids, sampleIncidents(township, request)))
  inOneSet((writer) => writeSampleActivities(writer, ids, sampleActivities(township, request)))
  inOneSet((writer) => writeSampleAgreements(writer, ids, sampleAgreements(township, request)))
  inOneSet((writer) => writeSampleOutings(writer, ids, sampleOutings(township, request)))
  inOneSet((writer) => writeSampleDisputes(writer, ids, sampleDisputes(township, request)))
  inOneSet((writer) => writeSampleEvacuations(writer, township, ids, request.until))
  inOneSet((writer) =>
    writeSampleServices(writer, ids, sampleServices(township, request), request.until),
  )
  inOneSet((writer) => writeSampleRegisters(writer, ids, sampleRegisters(township, request), at))
  return operatorId
}

/** Keeps the pictures that the files of the sample share. */
function storePictures({ attachments }: OpenVault) {
  const kept = (content: Uint8Array) => ({
    storageName: attachments.store(content),
    size: content.length,
  })
  const { portraits, scan, pdf } = samplePictures()
  return { portraits: portraits.map(kept), scan: kept(scan), pdf: kept(pdf) }
}

function* take<Item>(items: Generator<Item>, count: number): Generator<Item> {
  for (let i = 0; i < count; i += 1) {
    const { value, done } = items.next()
    if (done) return
    yield value
  }
}
