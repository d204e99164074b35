import { kindOf, type FactKind } from '../facts/kinds'
import type { RecipientField } from '../recipient-fields'
import type { Field } from './fields'
import type { RowReader } from './row-reader'
import { isNothing, splitList, tidy } from './wording'

/**
 * Columns that are a fact of the file by themselves: nothing else of the row bears on how they are
 * read. The kind of the fact says how.
 */
export const furtherFields = {
  'recipient.religion': 'religion',
  'recipient.registered': 'householdRegistered',
  'recipient.residenceState': 'residenceState',
  'recipient.tenure': 'housingTenure',
  'recipient.structure': 'housingStructure',
  'recipient.utilities': 'utilities',
  'recipient.hazard': 'hazardZone',
  'recipient.mental': 'mentalState',
  'recipient.history': 'medicalHistory',
  'recipient.medication': 'medication',
  'recipient.devices': 'assistiveDevices',
  'recipient.checkup': 'checkupOn',
  'doctor.signedOn': 'familyDoctorSignedOn',
  'recipient.annualIncome': 'annualIncome',
  'recipient.standard': 'livingStandard',
  'recipient.reliefNumber': 'reliefCertificate',
  'recipient.reliefFrom': 'reliefFrom',
  'recipient.reliefTo': 'reliefTo',
  'recipient.land': 'contractedLand',
  'recipient.grandchildren': 'raisedGrandchildren',
  'recipient.skills': 'skills',
  'recipient.wish': 'wish',
  'recipient.collectedBy': 'collectedBy',
  'recipient.reviewedBy': 'reviewedBy',
  'recipient.consentOn': 'consentOn',
  'recipient.entrustedTo': 'substituteGuardianName',
  'recipient.entrustedPhone': 'substituteGuardianPhone',
  'recipient.entrustedOn': 'careEntrustedOn',
  'recipient.school': 'school',
  'recipient.grade': 'grade',
  'recipient.boarding': 'boarding',
  'recipient.schooling': 'schooling',
  'recipient.schoolingNote': 'schoolingNote',
  'recipient.childrenInCare': 'childrenInCare',
  'recipient.employmentWish': 'employmentWish',
  'recipient.trainingWish': 'trainingWish',
  'recipient.screenedOn': 'cancerScreenedOn',
  'recipient.screenResult': 'cancerScreenResult',
  'recipient.supportMode': 'supportMode',
  'recipient.supportInstitution': 'supportInstitution',
  'recipient.nursingLevel': 'nursingLevel',
} as const satisfies Partial<Record<Field, RecipientField>>

type FurtherField = keyof typeof furtherFields
type ReadFact = (typeof furtherFields)[FurtherField]
/** Those that are lists, to which a ledger only ever adds. */
export type FurtherList = Extract<ReadFact, 'utilities' | 'assistiveDevices'>
export type FurtherFact = Exclude<ReadFact, FurtherList>

type FurtherNumber = 'annualIncome' | 'contractedLand' | 'raisedGrandchildren' | 'childrenInCare'
type FurtherValue<Fact extends FurtherFact> = Fact extends FurtherNumber
  ? number
  : Fact extends 'householdRegistered'
    ? boolean
    : string
export type FurtherFacts = { [Fact in FurtherFact]: FurtherValue<Fact> | null }
export type FurtherLists = Record<FurtherList, string[]>

/** Everything the row says in such columns. */
export function readFurtherFacts(reader: RowReader): FurtherFacts & FurtherLists {
  return Object.fromEntries(
    Object.entries(furtherFields).map(([field, fact]) => [
      fact,
      readFact(reader, field as FurtherField, kindOf(fact)),
    ]),
  ) as unknown as FurtherFacts & FurtherLists
}

/** A cell by the kind of the fact; words that fit nothing are kept in the remark. */
export function readFact(
  reader: RowReader,
  field: Field,
  of: FactKind,
): string | number | boolean | string[] | null {
  const { dictionaries } = reader.context
  switch (of.kind) {
    case 'date':
    case 'day': {
      const ahead = of.kind === 'date' && of.mayLieAhead
      const { date } = reader.date(field, ahead ? {} : { notAfter: reader.context.today })
      return of.kind === 'day' && date && date.length < 10 ? null : date
    }
    case 'number':
      return readNumber(reader, field)
    case 'yesNo':
      return readYesNo(reader, field)
    case 'choice':
      return reader.code(field, [], of.dictionary)
    case 'suggested': {
      // 无 is an answer where the list has it.
      const written = tidy(reader.value(field)?.cell.text ?? '')
      const entry = dictionaries.meaningOf(of.dictionary, written)
      return entry?.code ?? reader.text(field)
    }
    case 'words':
      return reader
        .all(field)
        .flatMap(({ cell }) => splitList(cell.text))
        .map(tidy)
        .map((word) => ({ word, entry: dictionaries.meaningOf(of.dictionary, word) }))
        .filter(({ word, entry }) => entry || !isNothing(word))
        .map(({ word, entry }) => entry?.code ?? word)
    default:
      return reader.text(field)
  }
}

/** A figure with or without its unit; anything else stays in the remark. */
export function readNumber(reader: RowReader, field: Field): number | null {
  const cell = reader.value(field)?.cell
  const text = reader.text(field)
  if (!cell || text === null) return null
  if (typeof cell.number === 'number' && cell.number >= 0) return cell.number
  const plain = /^(?:约|大约)?(\d+(?:\.\d+)?)(?:元|亩|人|个|名|户|小时|个小时)?$/.exec(
    text.normalize('NFKC').replace(/[,\s]/g, ''),
  )
  if (plain) return Number(plain[1])
  reader.keep(field, text)
  return null
}

function readYesNo(reader: RowReader, field: Field): boolean | null {
  const text = reader.value(field) ? tidy(reader.value(field)!.cell.text) : ''
  if (/^(是|有|已登记|已|√|✓|y|yes|1)$/i.test(text)) return true
  if (/^(否|不是|没有|未登记|未|×|n|no|0)$/i.test(text)) return false
  if (!isNothing(text)) reader.keep(field, text)
  return null
}
